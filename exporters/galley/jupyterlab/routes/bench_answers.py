"""Answers that come from a process beside the server, or a plain sentence why none came."""

from __future__ import annotations

import json
from math import ceil
from pathlib import Path
from typing import Any

from tornado import web

from galley.jupyterlab.bench import Bench, TooSlowError
from galley.jupyterlab.routes.answering import Handler
from galley.jupyterlab.turns import SupersededError
from galley.jupyterlab.worker import EndedError

_SLOW = (
    "This article takes too long to be shown, so Galley stopped. Look for a very long paragraph"
    " or a very large table in what you changed last, and divide it. Galley tries again soon."
)
_BROKE_DOWN = "Galley broke down over this article. What you saved is safe; undo your last change."


class BenchHandler(Handler):
    """Passes questions about a notebook on."""

    async def answer_from(self, bench: Bench, path: Path, asked: dict[str, Any]) -> None:
        """Answer as the process does; of questions that wait for one notebook, the newest only."""
        try:
            answer = await bench.ask(path, asked)
        except SupersededError:
            raise web.HTTPError(409, "Something newer was asked for.") from None
        except TooSlowError as error:
            self.set_status(503)
            wait = ceil(error.again_after_s)
            self.finish(json.dumps({"message": _SLOW, "again_after_s": wait}))
        except EndedError:
            raise web.HTTPError(500, _BROKE_DOWN) from None
        else:
            self.finish(answer)
