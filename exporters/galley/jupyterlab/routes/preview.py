"""The preview of a notebook."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import authorized
from tornado import web

from galley.jupyterlab.routes.answering import Handler, notebook_inside
from galley.jupyterlab.turns import SupersededError


class PreviewHandler(Handler):
    """``POST galley/preview``: a notebook as it is in memory → its page and findings."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Answer with the preview; of requests that wait for one notebook, the newest only."""
        path, notebook, edition = self._asked()
        work = partial(self.service.preview, path, notebook, edition)
        try:
            answer = await self.service.turns.run(path, work)
        except SupersededError:
            raise web.HTTPError(409, "A newer preview was asked for.") from None
        self.finish(answer)

    def _asked(self) -> tuple[Path, dict[str, Any], str]:
        asked = self.question()
        if not isinstance(asked.get("notebook"), dict):
            raise web.HTTPError(400, "The request holds no notebook.")
        path = notebook_inside(self.service.root, asked.get("path"))
        return path, asked["notebook"], str(asked.get("edition") or "")


ROUTES = (("preview", PreviewHandler),)
