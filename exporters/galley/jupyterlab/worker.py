"""A process beside the server that makes previews, and is ended where one takes too long."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from galley.jupyterlab.messages import read_message, write_message

PATIENCE_S = 8.0
"""What a page of 10,000 words takes, many times over."""

_TO_READ_FOLDER_S = 120.0
_MODULE = "galley.jupyterlab.desk"


class EndedError(Exception):
    """There is no answer.

    Attributes
    ----------
    is_slow
        It took too long; else the process broke down over it.
    """

    def __init__(self, *, is_slow: bool) -> None:
        super().__init__(is_slow)
        self.is_slow = is_slow


class Worker:
    """One process, started when first asked; for one thread at a time.

    Parameters
    ----------
    root
        The folder that the server shows.
    patience_s
        How long one notebook may take.
    niceness
        How much the process stands back for others.
    """

    def __init__(self, root: Path, *, patience_s: float = PATIENCE_S, niceness: int = 0) -> None:
        self._root = root
        self._patience_s = patience_s
        self._niceness = niceness
        self._process: subprocess.Popen[bytes] | None = None

    def ask(self, question: dict[str, Any]) -> bytes:
        """Return the answer as JSON.

        Raises
        ------
        EndedError
            If there is none; the next question gets a new process.
        """
        process = self._started()
        if process.stdin is None or process.stdout is None:
            raise EndedError(is_slow=False)
        limit = _Limit(_TO_READ_FOLDER_S, lambda: _end(process))
        try:
            write_message(process.stdin, b"?", json.dumps(question).encode())
            while message := read_message(process.stdout):
                kind, body = message
                if kind == b".":
                    return body
                limit.set(self._patience_s)
        except OSError:  # it ended before
            pass
        finally:
            limit.lift()
        self.close()
        raise EndedError(is_slow=limit.is_reached)

    def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process:
            _end(process)
            process.wait()
            for stream in (process.stdin, process.stdout):
                with suppress(OSError):
                    if stream:
                        stream.close()

    def _started(self) -> subprocess.Popen[bytes]:
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
                # -P: a file of the author's that is called as a library must not stand in for it.
                [sys.executable, "-P", "-m", _MODULE, str(self._root), str(self._niceness)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                # Ctrl-C is for the server, which asks first; and pandoc ends together with it.
                start_new_session=True,
            )
        return self._process


class _Limit:
    """Calls a function when a time is over."""

    def __init__(self, seconds: float, end: Callable[[], None]) -> None:
        self._end = end
        self.is_reached = False
        self.set(seconds)

    def set(self, seconds: float) -> None:
        self.lift()
        self._timer = threading.Timer(seconds, self._reach)
        self._timer.daemon = True
        self._timer.start()

    def lift(self) -> None:
        with suppress(AttributeError):
            self._timer.cancel()

    def _reach(self) -> None:
        self.is_reached = True
        self._end()


def _end(process: subprocess.Popen[bytes]) -> None:
    """Kill a process with those it started."""
    with suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
