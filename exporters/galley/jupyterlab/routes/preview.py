"""The preview of a notebook."""

from __future__ import annotations

import json
from math import ceil
from pathlib import Path
from typing import Any

from jupyter_server.auth.decorator import authorized
from tornado import web

from galley.jupyterlab.bench import TooSlowError
from galley.jupyterlab.routes.answering import Handler, notebook_inside
from galley.jupyterlab.turns import SupersededError
from galley.jupyterlab.worker import EndedError

_SLOW = (
    "This article takes too long to be shown, so Galley stopped. Look for a very long paragraph"
    " or a very large table in what you changed last, and divide it. Galley tries again soon."
)
_BROKE_DOWN = "Galley broke down over this article. What you saved is safe; undo your last change."


class PreviewHandler(Handler):
    """``POST galley/preview``: a notebook as it is in memory → its page and findings."""

    @web.authenticated
    @authorized("read")  # type: ignore[untyped-decorator] # jupyter_server has no types here
    async def post(self) -> None:
        """Answer with the preview; of requests that wait for one notebook, the newest only."""
        path, asked = self._asked()
        bench = self.service.findings if asked.get("want") == "findings" else self.service.pages
        try:
            answer = await bench.ask(path, asked)
        except SupersededError:
            raise web.HTTPError(409, "A newer preview was asked for.") from None
        except TooSlowError as error:
            self.set_status(503)
            wait = ceil(error.again_after_s)
            self.finish(json.dumps({"message": _SLOW, "again_after_s": wait}))
        except EndedError:
            raise web.HTTPError(500, _BROKE_DOWN) from None
        else:
            self.finish(answer)

    def _asked(self) -> tuple[Path, dict[str, Any]]:
        asked = self.question()
        if not isinstance(asked.get("notebook"), dict):
            raise web.HTTPError(400, "The request holds no notebook.")
        return notebook_inside(self.service.root, asked.get("path")), {**asked, "lang": self.lang}


ROUTES = (("preview", PreviewHandler),)
