"""Pictures of the library's figures: asked for one at a time, kept by the library's version."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import galley_figures
from galley.disk import write_whole
from galley.findings import EnvironmentFault
from galley.jupyterlab.figures.catalogue import Catalogue, parse_catalogue
from galley.user_cache import user_cache_folder
from galley_figures.explanatory import versions
from galley_figures.locale import Lang

ANSWER_SECONDS: Final = 60
IDLE_SECONDS: Final = 60
"""After so long without a question the process ends; the next question starts another."""

_VERSIONS_KEPT: Final = 3


class DrawingError(Exception):
    """The picture could not be drawn; the message tells a developer why."""


class Drawer:
    """The process that draws; for one thread at a time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._idle: threading.Timer | None = None
        self._lock = threading.Lock()

    def ask(self, question: Mapping[str, str]) -> Any:  # noqa: ANN401 - JSON
        """Return what the process answers.

        Raises
        ------
        DrawingError
            If it cannot draw, or takes too long.
        """
        with self._lock:
            self._rest(None)
            line = json.dumps(dict(question))
            # A process that somebody ended while it rested is started again.
            said = self._said(line) or self._said(line)
            self._rest(IDLE_SECONDS)
        if "answer" not in said:
            raise DrawingError(said.get("error", "nothing was answered"))
        return said["answer"]

    def close(self) -> None:
        """End the process, if there is one."""
        with self._lock:
            self._rest(None)
            self._end()

    def _said(self, line: str) -> dict[str, Any]:
        process = self._process = self._process or _start()
        assert process.stdin is not None  # noqa: S101 - both are pipes
        assert process.stdout is not None  # noqa: S101
        watch = threading.Timer(ANSWER_SECONDS, process.kill)
        watch.start()
        try:
            process.stdin.write(line + "\n")
            process.stdin.flush()
            said = json.loads(process.stdout.readline() or "{}")
        except (OSError, ValueError):
            said = {}
        finally:
            watch.cancel()
        if not said:
            self._end()
        return dict(said)

    def _rest(self, seconds: float | None) -> None:
        """End the process after some time in which nobody asks."""
        if self._idle is not None:
            self._idle.cancel()
            self._idle = None
        if seconds is not None:
            self._idle = threading.Timer(seconds, self.close)
            self._idle.daemon = True
            self._idle.start()

    def _end(self) -> None:
        if self._process is not None:
            process, self._process = self._process, None
            process.kill()
            process.wait()
            for pipe in (process.stdin, process.stdout):
                with suppress(OSError):
                    if pipe is not None:
                        pipe.close()


def _start() -> subprocess.Popen[str]:
    # Where this package and the library lie, they must be found by the process too.
    found = [str(Path(str(package.__file__)).parents[1]) for package in _packages()]
    path = os.pathsep.join([*found, *filter(None, [os.environ.get("PYTHONPATH")])])
    return subprocess.Popen(
        [sys.executable, "-m", "galley.jupyterlab.figures.drawer"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": path, "PYTHONIOENCODING": "utf-8"},
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _packages() -> Iterable[Any]:
    import galley

    return (galley, galley_figures)


class Pictures:
    """The list of figures and their pictures, each drawn once for a version of the library."""

    def __init__(self, cache: Path | None, ask: Callable[[Mapping[str, str]], Any]) -> None:
        self._folder = cache / "figures" / library_stamp() if cache else None
        self._ask = ask

    def catalogue(self) -> Catalogue:
        """Return every figure of the library."""
        return parse_catalogue(self._kept("list", {}))

    def picture(self, name: str, lang: Lang) -> dict[str, Any]:
        """Return a figure's drawings and words, for a name that the catalogue has."""
        return dict(self._kept(f"{name}.{lang}", {"name": name, "lang": lang}))

    def _kept(self, key: str, question: Mapping[str, str]) -> Any:  # noqa: ANN401 - JSON
        path = self._folder / f"{key}.json" if self._folder else None
        if path is not None:
            with suppress(OSError, ValueError):
                return json.loads(path.read_text(encoding="utf-8"))
        answer = self._ask(question)
        if path is not None:
            # A cache that cannot be written costs time and nothing else.
            with suppress(OSError, EnvironmentFault):
                _make_room(path.parent)
                write_whole(path, json.dumps(answer).encode())
        return answer


def _make_room(folder: Path) -> None:
    """Make a version's folder, and forget the oldest of the others."""
    if folder.is_dir():
        return
    folder.mkdir(parents=True)
    others = sorted(folder.parent.iterdir(), key=lambda other: other.stat().st_mtime)
    for other in others[:-_VERSIONS_KEPT]:
        shutil.rmtree(other, ignore_errors=True)


def library_stamp() -> str:
    """Return what tells one state of the library from another, also while it is worked on."""
    root = Path(str(galley_figures.__file__)).parent
    found = sorted(path for path in root.rglob("*") if path.suffix in {".py", ".txt", ".mplstyle"})
    files = [
        (str(path.relative_to(root)), path.stat().st_size, path.stat().st_mtime_ns)
        for path in found
    ]
    drawer = Path(__file__).with_name("drawer.py").read_text(encoding="utf-8")
    return sha256(repr((versions(), files, drawer)).encode()).hexdigest()[:16]


def pictures_of_the_user() -> tuple[Pictures, Drawer]:
    """Return the pictures kept in the user's own cache, and what draws those that are missing."""
    drawer = Drawer()
    return Pictures(user_cache_folder(os.environ), drawer.ask), drawer
