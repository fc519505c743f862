"""Writing what was imported: inside the content folder, and over nothing that is not ours."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from galley.disk import write_whole
from galley.findings import EnvironmentFault
from galley.importing.settling import Imported
from galley.kept_copies import KeptCopies, Reason

_MODE = 0o644


def write_imported(imported: Imported, root: Path, now: datetime) -> None:
    """Write the files of a post, pictures before the notebook that shows them.

    Raises
    ------
    EnvironmentFault
        If one cannot be written; then the notebook is not written either.
    """
    targets = {path: _inside(root, path) for path in imported.files}
    copies = KeptCopies(root)
    for path in imported.kept_aside:
        copies.keep(targets[path], Reason.IMPORT, now)
    for path, data in reversed(list(imported.files.items())):
        target = targets[path]
        if not _holds(target, data):
            write_whole(target, data)
            target.chmod(_MODE)


def _inside(root: Path, path: str) -> Path:
    """Return where a file lies; a link in the folder must not lead out of it."""
    target = root / path
    home = root.resolve()
    real = target.resolve()
    if not real.is_relative_to(home):
        raise EnvironmentFault(
            f"'{path}' would lie outside of the content folder, because a folder in it is a link",
            "put a folder in place of the link, and import again.",
        )
    return real


def _holds(target: Path, data: bytes) -> bool:
    try:
        return target.read_bytes() == data
    except OSError:
        return False
