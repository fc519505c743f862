"""How much memory a process and all that it started take."""

from __future__ import annotations

import psutil  # type: ignore[import-untyped]


def memory_taken(pid: int) -> int:
    """Return the bytes that a process and those below it hold in memory.

    What forked processes share is counted once, where the system can tell.
    """
    try:
        top = psutil.Process(pid)
        processes = [top, *top.children(recursive=True)]
    except psutil.Error:
        return 0
    if len(processes) == 1:
        return _own_memory(top)
    return sum(_share_of_memory(process) for process in processes)


def _own_memory(process: psutil.Process) -> int:
    try:
        return int(process.memory_info().rss)
    except psutil.Error:
        return 0  # it has ended


def _share_of_memory(process: psutil.Process) -> int:
    try:
        full = process.memory_full_info()
    except psutil.Error:
        return _own_memory(process)  # of another user, or it has ended
    return int(getattr(full, "pss", full.rss))
