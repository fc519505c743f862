"""One build at a time: a lock on a file, which the system gives back when its owner ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from galley.disk import refuse_links
from galley.findings import EnvironmentFault


@contextmanager
def holding_lock(
    path: Path, *, doing: str, remedy: str, on_wait: Callable[[str], None], patience_s: float
) -> Iterator[None]:
    """Hold a lock file; wait for another build that has it, say so once, and give up in the end.

    A process that was killed leaves no lock behind: the system frees it. On a disk without locks
    (some network drives) the build goes on without one, since every file is still replaced whole.

    Parameters
    ----------
    doing
        What the other build is at, after "another build is": ``publishing to site``.
    remedy
        What else its owner could do than wait.

    Raises
    ------
    EnvironmentFault
        If another build still holds the lock after `patience_s` seconds, or the lock file leads
        to another place: what came along with a stranger's folder is not opened.
    """
    refuse_links(path)
    lock = FileLock(path)
    has_lock = True
    try:
        _acquire(lock, doing, remedy, on_wait, patience_s)
    except NotImplementedError:
        has_lock = False
    try:
        yield
    finally:
        if has_lock:
            lock.release()


def _acquire(
    lock: FileLock, doing: str, remedy: str, on_wait: Callable[[str], None], patience_s: float
) -> None:
    try:
        lock.acquire(timeout=0)
    except Timeout:
        on_wait(f"another build is {doing}; waiting for it")
    else:
        return
    try:
        lock.acquire(timeout=patience_s)
    except Timeout as error:
        raise EnvironmentFault(f"another build is still {doing}", remedy) from error
