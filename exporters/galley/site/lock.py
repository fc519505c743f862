"""One build at a time writes to a site: a lock that the system releases even after a crash."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from galley.findings import EnvironmentFault

LOCK_NAME = ".galley-lock"
_PAUSE_S = 0.1


@contextmanager
def site_lock(
    site: Path,
    *,
    patience_s: float,
    on_wait: Callable[[str], None],
) -> Iterator[None]:
    """Hold the site's lock; wait for another build, say so once, and give up after `patience_s`.

    Raises
    ------
    EnvironmentFault
        If another build still holds the lock after `patience_s` seconds.
    """
    with (site / LOCK_NAME).open("ab") as handle:
        _wait_for(handle, site, patience_s=patience_s, on_wait=on_wait)
        try:
            yield
        finally:
            _release(handle)


def _wait_for(
    handle: BinaryIO,
    site: Path,
    *,
    patience_s: float,
    on_wait: Callable[[str], None],
) -> None:
    deadline = time.monotonic() + patience_s
    has_spoken = False
    while not _take(handle):
        if not has_spoken:
            on_wait(f"another build is publishing to {site.as_posix()}; waiting for it")
            has_spoken = True
        if time.monotonic() >= deadline:
            raise EnvironmentFault(
                f"another build is still publishing to {site.as_posix()}",
                "Wait until it has ended, or build into another folder with --output.",
            )
        time.sleep(_PAUSE_S)


if sys.platform == "win32":
    import msvcrt

    def _take(handle: BinaryIO) -> bool:
        try:
            handle.seek(0)
            msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
        except PermissionError:
            return False
        return True

    def _release(handle: BinaryIO) -> None:
        handle.seek(0)
        msvcrt.locking(handle.fileno(), msvcrt.LK_UNLCK, 1)

else:
    import fcntl

    def _take(handle: BinaryIO) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            # Some network disks know no locks; a build there is better than none, and every
            # file is still replaced whole.
            return True
        return True

    def _release(handle: BinaryIO) -> None:
        # Said outright: a forked child may still hold a copy of the file.
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_UN)
