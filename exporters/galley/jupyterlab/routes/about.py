"""What an article says about itself, read and changed in the cell that is open."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import authorized
from tornado import web

from galley.jupyterlab.articles.about import FirstCell, change_about, known_of, read_about
from galley.jupyterlab.routes.answering import Handler, answer_of, notebook_inside
from galley.jupyterlab.turns import SupersededError


class AboutHandler(Handler):
    """``POST galley/about``: the first cell → its fields; with ``changes``, the changed cell."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Answer from the cell alone; the notebook itself is JupyterLab's to write."""
        asked = self.question()
        path = notebook_inside(self.service.root, asked.get("path"))
        cell = FirstCell(str(asked.get("kind") or "raw"), str(asked.get("source") or ""))
        changes = asked.get("changes")
        if isinstance(changes, dict):
            changed = await answer_of(partial(change_about, cell, changes))
            await answer_of(partial(self.service.kept.keep, path, "about"))
            self.finish(json.dumps(changed))
            return
        about = await answer_of(partial(read_about, cell))
        known = await self._known(path) if asked.get("known") else {}
        self.finish(json.dumps(about | {"known": known}))

    async def _known(self, path: Path) -> Mapping[str, Any]:
        def look() -> Mapping[str, Any]:
            return known_of(self.service.sessions.around(path).workspace)

        try:
            # The folder is kept read for previews, by one thread at a time.
            return await self.service.turns.run(("about", path), look)
        except SupersededError:
            raise web.HTTPError(409, "A newer answer was asked for.") from None


ROUTES = (("about", AboutHandler),)
