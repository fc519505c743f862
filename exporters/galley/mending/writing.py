"""Writing what was mended: whole files, and only those that are still as they were read."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from galley.disk import write_whole
from galley.mending.desk import Desk

_NEW_FILE = 0o644


@dataclass(frozen=True)
class Written:
    """What became of the files.

    Attributes
    ----------
    changed_meanwhile
        Those that somebody else changed after they were read; they are as that left them.
    """

    files: tuple[Path, ...] = ()
    changed_meanwhile: tuple[Path, ...] = ()


def write_mended(desk: Desk, keep: Callable[[Path], object]) -> Written:
    """Write each file that is to be different; `EnvironmentFault` where one cannot be.

    Parameters
    ----------
    keep
        Called with each file before it is written over; it makes a copy.
    """
    written, changed = [], []
    for file, data in desk.mended_files():
        # What a link leads to is rewritten, not the link.
        path = file.path.resolve()
        if _read(path) != file.data:
            changed.append(file.path)
            continue
        keep(file.path)
        mode = path.stat().st_mode if file.data is not None else _NEW_FILE
        write_whole(path, data)
        # A new file is its writer's alone; this one is what the old one was.
        path.chmod(mode)
        written.append(file.path)
    return Written(tuple(written), tuple(changed))


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
