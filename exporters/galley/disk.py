"""Writing whole files: beside, then renamed, so that a reader finds the old or the new."""

from __future__ import annotations

import errno
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from galley.findings import EnvironmentFault

# Windows knows no quota by this name.
_NO_ROOM = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})

_ATTEMPTS = 9
_FIRST_PAUSE_S = 0.01


class DiskFault(EnvironmentFault):
    """The store cannot be written; it concerns the whole build, whichever article meets it."""


def replace_patiently(source: Path, target: Path) -> None:
    """Rename over `target`; on Windows an open target is tried again for about five seconds.

    Raises
    ------
    EnvironmentFault
        If the target is still open in another program.
    """
    pause_s = _FIRST_PAUSE_S
    for _ in range(_ATTEMPTS):
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(pause_s)
            pause_s *= 2
        else:
            return
    raise EnvironmentFault(
        f"{target.as_posix()} cannot be replaced: another program has it open, or it is locked",
        "Close the program (an editor, a viewer, a synchronising folder) and build again.",
    )


def refuse_links(folder: Path) -> None:
    """Let no folder of Galley's own lead elsewhere: a stranger's may have come along with links.

    Raises
    ------
    EnvironmentFault
        If the folder, or something directly in it, is a link to another place.
    """
    inside = folder.iterdir() if folder.is_dir() else ()
    for path in (folder, *inside):
        if path.is_symlink():
            raise EnvironmentFault(
                f"{path.as_posix()} is a link to another place, and Galley does not follow it",
                "Remove the link; Galley makes its own there.",
            )


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is there whole or not at all; `EnvironmentFault` if it cannot be."""
    with writing_to(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=".new-", dir=path.parent)
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            replace_patiently(Path(name), path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Turn what the system says about a folder that cannot be written into a clear sentence."""
    try:
        yield
    except OSError as error:
        raise disk_fault(folder, error) from error


def disk_fault(folder: Path, error: OSError) -> DiskFault:
    """Say what keeps Galley from writing its store."""
    if error.errno in _NO_ROOM:
        return DiskFault(
            f"no room left on the disk that holds {folder}",
            "Free some space, or keep the store elsewhere with --store FOLDER.",
        )
    if isinstance(error, FileExistsError | NotADirectoryError):
        return DiskFault(
            f"{folder} cannot be a folder for the store: a file is in its place",
            "Choose another folder with --store, or move the file away.",
        )
    return DiskFault(
        f"cannot write to {folder}: {error.strerror or error}",
        "Make the folder writable, or keep the store elsewhere with --store FOLDER.",
    )
