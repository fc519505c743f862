"""Process trees on POSIX: whose child a process is, and ending all that one has started.

On Linux a process whose parent has died becomes the child of its nearest ancestor that asked for
such orphans. Every kernel asks for those of its cells, and the nursery for those of its kernels,
so that nothing that a cell started escapes, not even with a session of its own. Elsewhere only
process groups can be ended.
"""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

_LINUX = ctypes.CDLL(None) if sys.platform == "linux" else None
# From linux/prctl.h.
_SET_DEATH_SIGNAL = 1
_ADOPT_ORPHANS = 36
# From asm-generic/resource.h; no limit is the largest number there.
_DATA = 2
# Where memory runs out, the system ends a kernel rather than the build or the desktop.
_FIRST_TO_GO = b"500"


def adopt_orphans() -> None:
    """Become the parent of all processes below this one whose own parent dies."""
    if _LINUX is not None:
        _LINUX.prctl(_ADOPT_ORPHANS, 1, 0, 0, 0)


def die_with_parent(parent: int) -> None:
    """Let the system end this process when its parent ends, however that happens.

    The system counts the thread that forked as the parent, so it must live as long as its process.
    """
    if _LINUX is not None:
        _LINUX.prctl(_SET_DEATH_SIGNAL, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)  # it ended before it could be watched


def be_first_to_go() -> None:
    """Be what the system ends first when memory runs out."""
    with suppress(OSError):  # not Linux, or not allowed: then the system chooses
        Path("/proc/self/oom_score_adj").write_bytes(_FIRST_TO_GO)


def limit_memory(most_bytes: int | None) -> None:
    """Let the system give this process, and each that it starts, no more memory than that.

    What is counted is what was asked for and can be written; address space that is only reserved,
    as threads and numerical libraries do, is not. Only Linux counts so.
    """
    if most_bytes is None or _LINUX is None:
        return
    # Not by Python's module for it: code would find it loaded.
    limits = (ctypes.c_ulong * 2)()
    if _LINUX.getrlimit(_DATA, limits) == 0:
        limits[0] = limits[1] = min(most_bytes, limits[1])
        _LINUX.setrlimit(_DATA, limits)


def end_group(leader: int) -> None:
    """End the processes of a group at once, if there are any."""
    signal_group(leader, signal.SIGKILL)


def signal_group(leader: int, signum: int) -> None:
    """Send a signal to a process group, if there still is one."""
    # It may have ended; macOS says so of a group of zombies with the second.
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(leader, signum)


def end_strays(kept: Iterable[int]) -> None:
    """End all children but these, and theirs in turn, until none is left."""
    known = set(kept)
    while strays := _children() - known:
        for pid in strays:
            os.kill(pid, signal.SIGKILL)
        for pid in strays:
            os.waitpid(pid, 0)


def _children() -> set[int]:
    """Return the processes whose parent is this one; its only thread started or adopted them."""
    pid = os.getpid()
    listing = Path(f"/proc/{pid}/task/{pid}/children")
    try:
        return {int(child) for child in listing.read_text(encoding="ascii").split()}
    except OSError:
        return {child for child in _all_processes() if _parent(child) == pid}


def _all_processes() -> Iterable[int]:
    try:
        return [int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit()]
    except OSError:
        return []  # not Linux


def _parent(pid: int) -> int:
    try:
        # The name before the last bracket may hold anything, spaces and brackets as well.
        fields = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return 0
    return int(fields[1])
