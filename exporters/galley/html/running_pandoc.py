"""A pandoc that runs: started early or when it is first asked, started again where it dies.

Nothing of weight is imported here, so that a build can start it before anything else is loaded.
"""

from __future__ import annotations

import base64
import json
import threading
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from galley.findings import EnvironmentFault
from galley.html.pandoc_process import PandocProcess, find_pandoc


class RunningPandoc:
    """A pandoc process for many questions, in the form that `pandoc_service.lua` reads.

    Safe to share between threads. A process that dies is started again once per question.
    """

    def __init__(self, executable: Path | None = None) -> None:
        self._executable = executable
        self._process: PandocProcess | None = None
        self._lock = threading.Lock()
        self._starting: threading.Thread | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _traceback: TracebackType | None,
    ) -> None:
        self.close()

    def start_early(self) -> None:
        """Begin to start the process, beside other work; a problem is told by who asks first."""
        if self._starting is None:
            self._starting = threading.Thread(target=self._start_quietly, name="pandoc")
            self._starting.start()

    def close(self) -> None:
        """End the process, if there is one; a later question starts another."""
        if self._starting is not None:
            self._starting.join()
        with self._lock:
            self._stop()

    def ask(self, line: str) -> Mapping[str, Any]:
        """Return the answer to a line of JSON.

        Raises
        ------
        EnvironmentFault
            If pandoc is missing, too old, or dies twice over the same line.
        """
        with self._lock:
            for _ in range(2):
                answer = self._started().ask(line)
                if answer.strip():
                    return _parsed(answer)
                self._stop()
        raise EnvironmentFault(
            "pandoc stopped while it read the article's citations and formulas",
            "look for an unusual formula; 'galley doctor' tests pandoc itself.",
        )

    def _start_quietly(self) -> None:
        with self._lock, suppress(EnvironmentFault):
            self._started().ask(json.dumps(_rehearsal()))

    def _started(self) -> PandocProcess:
        if self._process is None:
            self._executable = self._executable or find_pandoc()
            self._process = _start(self._executable)
        return self._process

    def _stop(self) -> None:
        if self._process is not None:
            self._process.close()
            self._process = None


@cache
def own_style(name: str) -> str:
    """Return the text of a citation style that Galley brings."""
    return files("galley.html").joinpath("csl", f"{name}.csl").read_text(encoding="utf-8")


def style_address(text: str) -> str:
    """Return an address that holds a style itself: pandoc reads those too."""
    return f"data:application/xml;base64,{base64.b64encode(text.encode()).decode()}"


def _rehearsal() -> dict[str, Any]:
    """Return a question whose answer nobody wants; after it, pandoc answers five times faster."""
    entry = "@article{a, author={A, B}, title={C}, journal={D}, year={2000}, doi={10.1000/1}}"
    citation = {"key": "a", "mode": "parenthetical", "prefix": "", "suffix": ", p. 1"}
    return {
        "lang": "en",
        "csl": style_address(own_style("author-year")),
        "csljson": "",
        "own": "",
        "entries": [{"key": "a", "text": entry}],
        "clusters": [[citation]],
        "formulas": [{"tex": "x", "display": False}],
    }


def _start(executable: Path) -> PandocProcess:
    try:
        return PandocProcess(executable)
    except OSError as error:
        raise EnvironmentFault(
            f"pandoc at {executable} cannot be started: {error.strerror or error}",
            "install it again with 'pip install --force-reinstall pypandoc_binary'.",
        ) from error


def _parsed(answer: str) -> Mapping[str, Any]:
    parsed: Mapping[str, Any] = json.loads(answer)
    if "error" in parsed:
        reason = str(parsed["error"]).strip().splitlines()[0]
        raise EnvironmentFault(
            f"pandoc could not set the citations: {reason}",
            "if site.toml names a citation style, check that its file is whole.",
        )
    return parsed
