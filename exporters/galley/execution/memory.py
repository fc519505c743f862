"""How much memory a process and all that it started take."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import psutil  # type: ignore[import-untyped]


def memory_taken(pid: int) -> int:
    """Return the bytes that a process and those below it hold in memory.

    What forked processes share is counted once, where the system can tell.
    """
    import psutil  # late: few sites set a limit

    try:
        top = psutil.Process(pid)
        processes = [top, *top.children(recursive=True)]
        if len(processes) == 1:
            return int(top.memory_info().rss)
    except psutil.Error:
        return 0  # it has ended
    return sum(map(_share_of_memory, processes))


def _share_of_memory(process: psutil.Process) -> int:
    import psutil

    try:
        full = process.memory_full_info()
        return int(getattr(full, "pss", full.rss))
    except psutil.AccessDenied:
        return int(process.memory_info().rss)  # of another user
    except psutil.Error:
        return 0  # it has ended
