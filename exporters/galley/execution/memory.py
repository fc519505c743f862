"""How much memory a process and all that it started take, and how many they are."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

MEMORY_MEGABYTE = 1024 * 1024
_KILOBYTE = 1024
_IS_LINUX = sys.platform == "linux"


def processes_of(pid: int, most: float | None = None) -> list[int]:
    """Return a process and all below it; none where it has ended.

    Parameters
    ----------
    most
        Where they are more than this, the rest is not looked for: it may grow faster than that.
    """
    enough = float("inf") if most is None else most
    return _below_on_linux(pid, enough) if _IS_LINUX else list(_below(pid))


def memory_taken(pids: Sequence[int], enough: float) -> int:
    """Return the bytes that some processes hold in memory.

    Parameters
    ----------
    enough
        What is more than this is looked at closely: what forked processes share is counted once
        then, where the system can tell.
    """
    taken = sum(map(_resident, pids))
    if taken <= enough or len(pids) == 1:
        return taken
    return sum(map(_share, pids))


def _below_on_linux(pid: int, enough: float) -> list[int]:
    # Psutil would look at every process of the machine, several times a second.
    found = {pid: None}
    waiting = [pid]
    while waiting and len(found) <= enough:
        new = [child for child in _children(waiting.pop()) if child not in found]
        found.update(dict.fromkeys(new))
        waiting += new
    return list(found)


def _children(pid: int) -> Iterator[int]:
    try:
        for thread in Path(f"/proc/{pid}/task").iterdir():
            yield from map(int, (thread / "children").read_bytes().split())
    except OSError:
        return  # it has ended


def _below(pid: int) -> Iterable[int]:
    import psutil  # type: ignore[import-untyped] # late: Linux needs none

    try:
        top = psutil.Process(pid)
        return [pid, *(child.pid for child in top.children(recursive=True))]
    except psutil.Error:
        return []


def _resident(pid: int) -> int:
    if _IS_LINUX:
        return _of_status(pid, "status", b"VmRSS:")
    import psutil

    try:
        return int(psutil.Process(pid).memory_info().rss)
    except psutil.Error:
        return 0  # it has ended, or is another user's


def _share(pid: int) -> int:
    return _of_status(pid, "smaps_rollup", b"Pss:") or _resident(pid)


def _of_status(pid: int, name: str, field: bytes) -> int:
    try:
        lines = Path(f"/proc/{pid}/{name}").read_bytes().splitlines()
    except OSError:
        return 0
    found = (line.split()[1] for line in lines if line.startswith(field))
    return int(next(found, 0)) * _KILOBYTE
