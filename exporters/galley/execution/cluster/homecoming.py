"""What was recorded on another machine, as if the code had run on this one.

A record names files by their whole paths. Those of the content folder, of Python's environment and
of the figure library lie elsewhere there; here they get the paths that they have here.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import Any

# In the order in which a path is looked for: the figure library may lie in the environment.
_KINDS = ("content", "figures", "prefix", "base")
_FILE_LINES = frozenset({"module", "read"})
CONTENT = "content"
"""The name of the content folder, among those that records name."""
_FIGURES = "figures"


def read_folders(content: Path) -> dict[str, str]:
    """Return where on this machine the folders are that records name."""
    spec = find_spec("galley_figures")
    figures = next(iter(spec.submodule_search_locations or ()), "") if spec else ""
    return {
        CONTENT: str(content),
        _FIGURES: figures,
        "prefix": sys.prefix,
        "base": sys.base_prefix,
    }


def bring_home(record: str, there: Mapping[str, str], here: Mapping[str, str]) -> str:
    """Return a record's lines with the paths of this machine.

    Parameters
    ----------
    there, here
        What `read_folders` returned on either machine.
    """
    moves = [(there[kind], here[kind], kind) for kind in _KINDS if there.get(kind)]
    try:
        return "".join(_brought_home(line, moves) for line in record.splitlines())
    except (ValueError, IndexError):
        # A kernel that was killed may have left half a line; then nothing is known for certain.
        return ""


def packages_loaded(record: str) -> Iterator[str]:
    """Yield the top names of installed packages that were loaded, also before the first cell."""
    for line in record.splitlines():
        value = json.loads(line)
        if value[0] == "package":
            yield str(value[2])
        elif value[0] == "preloaded":
            yield from map(str, value[1])


def _brought_home(line: str, moves: list[tuple[str, str, str]]) -> str:
    value = json.loads(line)
    moved = [_moved(part, moves) for part in value]
    if value[0] in _FILE_LINES and _kind_of(value[2], moves) == _FIGURES:
        # Of equal content, as versions were compared, but installed at another time.
        moved[3:5] = _size_and_time(moved[2])
    return json.dumps(moved) + "\n"


def _moved(part: Any, moves: list[tuple[str, str, str]]) -> Any:  # noqa: ANN401 - JSON
    if isinstance(part, str):
        return _moved_path(part, moves)
    if isinstance(part, list):
        return [_moved(item, moves) for item in part]
    if isinstance(part, dict):
        return {name: _moved(item, moves) for name, item in part.items()}
    return part


def _moved_path(path: str, moves: list[tuple[str, str, str]]) -> str:
    for there, here, _ in moves:
        rest = path.removeprefix(there)
        if rest != path and (not rest or rest[0] in "/\\"):
            return here + rest.replace("\\" if "\\" in there else "/", _separator(here))
    return path


def _kind_of(path: str, moves: list[tuple[str, str, str]]) -> str:
    found = (kind for there, _, kind in moves if path.startswith((f"{there}/", f"{there}\\")))
    return next(found, "")


def _separator(folder: str) -> str:
    return "\\" if "\\" in folder else "/"


def _size_and_time(path: str) -> list[int]:
    try:
        found = Path(path).stat()
    except OSError:
        return [-1, 0]
    return [found.st_size, found.st_mtime_ns]
