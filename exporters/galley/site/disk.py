"""Single steps on the disk: write beside, rename, remove; and what their failures mean in words."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from galley.findings import EnvironmentFault

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_DENIED = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


def write_durably(path: Path, data: bytes) -> None:
    """Write a new file and wait until the disk has it.

    What a killed build left there, or a stranger's link to another place, is not written through.
    """
    with _opened_anew(path) as handle:
        handle.write(data)
        handle.flush()
        os.fsync(handle.fileno())


def _opened_anew(path: Path) -> BinaryIO:
    try:
        return path.open("xb")
    except FileExistsError:
        path.unlink()
        return path.open("xb")


def remove_file(path: Path) -> None:
    """Remove a file or link if it is there; a folder of that name stays."""
    if path.is_file() or path.is_symlink():
        path.unlink(missing_ok=True)


def remove_empty_folders(folder: Path, site: Path) -> None:
    """Remove `folder` and the folders around it that are empty now, but never the site itself."""
    with suppress(OSError):
        while folder != site:
            folder.rmdir()
            folder = folder.parent


@contextmanager
def plain_words(site: Path) -> Iterator[None]:
    """Turn the system's refusals into one sentence with a fix."""
    try:
        yield
    except OSError as error:
        raise _fault(error, site) from error


def _fault(error: OSError, site: Path) -> EnvironmentFault:
    place = Path(error.filename).as_posix() if error.filename else site.as_posix()
    if error.errno in _FULL:
        return EnvironmentFault(
            f"no room is left on the disk for {site.as_posix()}",
            "Free some space and build again; the pages published before are still there.",
        )
    if error.errno in _DENIED:
        return EnvironmentFault(
            f"{place} cannot be written",
            "Change its permissions, or choose another folder with --output.",
        )
    if error.errno == errno.ENAMETOOLONG:
        return EnvironmentFault(
            f"the name of {place} is too long for this disk",
            "Give the article a shorter slug, or build into a folder with a shorter path.",
        )
    return EnvironmentFault(
        f"{place} cannot be written: {error.strerror or error}",
        "Choose another folder with --output.",
    )
