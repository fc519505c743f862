"""The sandboxes of a batch: one for each article, all with the same view of the system."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from galley.execution.sandbox.bubblewrap import Bubblewrap, find_bubblewrap
from galley.execution.sandbox.view import OWN, Lodging, View, find_hidden, make_view, prepare

_ENTER = Path(__file__).resolve().with_name("enter.py")
_RECORDER = Path(__file__).resolve().parents[1] / "tracing" / "recorder.py"
_SHARED, _PREPARED = "k", "p"
_PATH_LINES = frozenset({"read", "write", "remove", "list", "module"})


@dataclass(frozen=True)
class Sandbox:
    """What makes the sandboxes of a batch; open it with `open_sandbox`.

    Attributes
    ----------
    root
        The content folder, as it was named.
    hidden
        What of it is not seen.
    """

    bubblewrap: Bubblewrap
    root: Path
    hidden: tuple[Path, ...]
    packages: tuple[str, ...]

    def for_article(self, folder: Path, scratch: Path, command: Iterable[str]) -> ArticleSandbox:
        """Return the sandbox of one article.

        Parameters
        ----------
        folder
            The notebook's own folder.
        scratch
            An empty folder that is removed after the run.
        command
            What starts the kernel; its program and the environment around it can be seen.
        """
        lodging = Lodging(
            root=self.root,
            folder=folder,
            hidden=self.hidden,
            shared=scratch / _SHARED,
            prepared=scratch / _PREPARED,
            programs=(*_programs(command), _ENTER, _RECORDER),
        )
        home = Path.home()
        prepare(lodging, home)
        view = make_view(lodging, home, self.packages)
        return ArticleSandbox(self.bubblewrap, view, lodging.shared, self.root, folder)


@dataclass(frozen=True)
class ArticleSandbox:
    """One article's sandbox.

    Attributes
    ----------
    shared
        The only folder that both sides write: sockets, and the record of what was read.
    """

    bubblewrap: Bubblewrap
    view: View
    shared: Path
    root: Path
    folder: Path

    def around(self, command: Sequence[str]) -> list[str]:
        """Return the command that runs another inside."""
        place = os.fspath(self.folder)
        enter = [sys.executable, "-I", "-S", os.fspath(_ENTER), OWN, self.view.folder, place]
        return self.bubblewrap.command(self.view, [*enter, *command])

    def brought_out(self, record: str) -> str:
        """Return a record with the paths of the outside, without what is only inside."""
        try:
            lines = [json.loads(line) for line in record.splitlines()]
            kept = [line for line in map(self._outside, lines) if line]
        except (ValueError, TypeError, IndexError, KeyError, RecursionError):
            return ""
        return "".join(f"{json.dumps(line)}\n" for line in kept)

    def _outside(self, line: list[object]) -> list[object]:
        if line[0] == "path":
            paths = [self._path(str(path)) for path in _listed(line[1])]
            return [line[0], [path for path in paths if self.view.shows(path)], *line[2:]]
        if line[0] == "start":
            return line if self._is_started_as_it_was(line[1]) else []
        if line[0] not in _PATH_LINES:
            return line
        path = self._path(str(line[2]))
        is_hidden = any(part.startswith(".") for part in self._below_content(path))
        seen = self.view.shows(path) and not is_hidden
        return [line[0], line[1], path, *line[3:]] if seen else []

    def _is_started_as_it_was(self, facts: object) -> bool:
        """Tell whether a record begins with a program that can be seen."""
        return isinstance(facts, dict) and self.view.shows(str(facts["executable"]))

    def _path(self, path: str) -> str:
        is_alias = f"{path}/".startswith(f"{OWN}/")
        return f"{self.view.folder}{path[len(OWN) :]}" if is_alias else path

    def _below_content(self, path: str) -> tuple[str, ...]:
        place = Path(path)
        return place.relative_to(self.root).parts if place.is_relative_to(self.root) else ()


def open_sandbox(root: Path, excluded: Iterable[Path]) -> Sandbox:
    """Make sandboxes possible for the articles of a content folder.

    Parameters
    ----------
    excluded
        Folders in it that are Galley's own: the store and the site.

    Raises
    ------
    EnvironmentFault
        If this machine has no sandbox.
    """
    place = root.absolute()
    return Sandbox(find_bubblewrap(), place, find_hidden(place, excluded), tuple(_packages()))


def _packages() -> Iterator[str]:
    """Yield where Python finds packages; where the build was started is no such place."""
    named = os.environ.get("PYTHONPATH", "").split(os.pathsep)
    for path in sys.path:
        if path in named or (path and path != os.getcwd()):  # noqa: PTH109 - as `sys.path` has it
            yield path


def _programs(command: Iterable[str]) -> tuple[Path, ...]:
    return tuple(Path(part) for part in command if os.path.isabs(part))  # noqa: PTH117 - as text


def _listed(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError(value)
    return value
