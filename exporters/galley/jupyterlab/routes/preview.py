"""The preview of a notebook."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import authorized
from tornado import web

from galley.jupyterlab.routes.answering import notebook_inside
from galley.jupyterlab.routes.bench_answers import BenchHandler

# Whoever may read may ask no more of the process than this.
_PARTS = ("notebook", "keys", "cells", "edition", "view", "want", "have", "client")


class PreviewHandler(BenchHandler):
    """``POST galley/preview``: a notebook as it is in memory → its page and findings."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Answer with the preview; of requests that wait for one notebook, the newest only."""
        path, asked = self._asked()
        bench = self.service.findings if asked.get("want") == "findings" else self.service.pages
        await self.answer_from(bench, path, asked)

    def _asked(self) -> tuple[Path, dict[str, Any]]:
        asked = self.question()
        if not isinstance(asked.get("notebook"), dict):
            raise web.HTTPError(400, "The request holds no notebook.")
        path = notebook_inside(self.service.root, asked.get("path"))
        return path, {name: asked[name] for name in _PARTS if name in asked} | {"lang": self.lang}


ROUTES = (("preview", PreviewHandler),)
