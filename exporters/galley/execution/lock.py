"""One build at a time: a lock on a file, which the system gives back when its owner ends."""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from galley.execution.disk import writing_to
from galley.findings import EnvironmentFault

_POLL_S = 0.2
# Far behind the text in the file, because Windows lets nobody read locked bytes.
_LOCKED_BYTE = 1 << 20
_IS_HELD = frozenset({errno.EACCES, errno.EAGAIN, errno.EDEADLK})


@contextmanager
def holding_lock(
    path: Path, *, on_wait: Callable[[str], None], longest_wait_s: float
) -> Iterator[None]:
    """Hold the lock file; wait for another owner to end, which is said once.

    A process that was killed leaves no lock behind: the system frees it. On a file system
    without locks (some network drives) the build goes on without one.

    Raises
    ------
    EnvironmentFault
        If the other owner is still there after `longest_wait_s`.
    """
    with writing_to(path.parent):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _acquire(handle, path, on_wait, longest_wait_s)
        _sign(handle)
        yield
    finally:
        # Closing frees the lock; the file stays, as removing it would race with the next owner.
        os.close(handle)


def _acquire(
    handle: int, path: Path, on_wait: Callable[[str], None], longest_wait_s: float
) -> None:
    waited_s = 0.0
    while not _try_lock(handle):
        if waited_s == 0.0:
            on_wait(f"another build{_owner(path)} is using {path.parent}; waiting for it to end")
        if waited_s >= longest_wait_s:
            raise EnvironmentFault(
                f"another build{_owner(path)} is still using {path.parent}",
                "Wait until it has ended, or end it, and build again.",
            )
        time.sleep(_POLL_S)
        waited_s += _POLL_S


def _sign(handle: int) -> None:
    """Write who holds the lock, for the one who waits."""
    os.lseek(handle, 0, os.SEEK_SET)
    os.ftruncate(handle, 0)
    os.write(handle, f"{os.getpid()}\n".encode())


def _owner(path: Path) -> str:
    try:
        process = path.read_text(encoding="utf-8").strip()
    except OSError:
        return ""
    return f" (process {process})" if process.isdigit() else ""


if sys.platform == "win32":
    import msvcrt

    def _try_lock(handle: int) -> bool:
        os.lseek(handle, _LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError as error:
            return error.errno not in _IS_HELD
        return True

else:
    import fcntl

    def _try_lock(handle: int) -> bool:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            return error.errno not in _IS_HELD
        return True
