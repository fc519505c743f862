"""The process in which previews are made, apart from the server: it can be ended."""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from queue import SimpleQueue
from typing import Any, BinaryIO

from galley.jupyterlab.cell_memory import CellMemory, UnknownCellsError
from galley.jupyterlab.mending import mend_notebook
from galley.jupyterlab.messages import read_message, write_message
from galley.jupyterlab.preview import list_problems, render_page
from galley.jupyterlab.sessions import Sessions
from galley.speech.language import ENGLISH, language_of


class Desk:
    """Answers questions about notebooks, one after the other."""

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self._memory = CellMemory()

    def answer(self, asked: dict[str, Any], begin: Callable[[], None]) -> dict[str, Any]:
        """Return the answer to a question as JSON values.

        Parameters
        ----------
        asked
            ``path``, the notebook's file; ``notebook``, see `CellMemory.whole`; ``edition``;
            ``view``, see `render_page`; ``want``, ``page`` or ``findings``, both where it is
            missing; ``have``, the parts of the page that are known already, the whole page where
            it is missing; ``lang``, the language in which the author is told why there is no page.
        begin
            Called when only the notebook itself is still to be worked on.
        """
        path = Path(asked["path"])
        if "notebook" not in asked:
            self._sessions.warm_up()
            return {}
        lang = language_of(str(asked.get("lang") or ENGLISH))
        around = replace(self._sessions.around(path), lang=lang)
        begin()
        if "mend" in asked:
            keys = frozenset(map(str, asked["mend"]))
            writes = bool(asked.get("writes"))
            return dict(mend_notebook(asked["notebook"], around, keys, writes=writes))
        try:
            notebook = self._memory.whole((str(path), str(asked.get("client"))), asked)
        except UnknownCellsError as error:
            return {"missing": list(error.keys)}
        want = asked.get("want")
        view = str(asked.get("view") or "")
        page = render_page(notebook, str(asked.get("edition") or ""), around, view)
        told: dict[str, Any] = {}
        if want != "findings":
            have = asked.get("have")
            parts = page.parts
            told = parts.record(map(str, have)) if isinstance(have, list) else {"html": parts.html}
            told |= page.record()
        if want != "page":
            told |= list_problems(notebook, page, around).record()
        return told


def main(root: str, niceness: str) -> None:
    """Answer until nobody asks any more."""
    # What a library prints must not end up between two answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    if hasattr(os, "nice"):
        with suppress(OSError):
            os.nice(int(niceness))
    questions: SimpleQueue[bytes] = SimpleQueue()
    threading.Thread(target=_listen, args=(sys.stdin.buffer, questions), daemon=True).start()
    desk = Desk(Sessions(Path(root)))
    while True:
        asked = json.loads(questions.get())
        told = desk.answer(asked, lambda: write_message(answers, b"!"))
        write_message(answers, b".", json.dumps(told).encode())


def _listen(stream: BinaryIO, questions: SimpleQueue[bytes]) -> None:
    """Pass questions on; when the server has gone, end whatever is being done."""
    while message := read_message(stream):
        questions.put(message[1])
    os._exit(0)


if __name__ == "__main__":
    main(*sys.argv[1:])
