"""What a command costs: wall time, CPU time of every process it starts, memory of the first.

On Linux this process adopts what the command leaves behind, so that processes that outlive their
parents are counted, and told of. Elsewhere only those count that were waited for.
"""

from __future__ import annotations

import ctypes
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import psutil

_SAMPLE_S = 0.05
_PATIENCE_S = 10.0
_PR_SET_CHILD_SUBREAPER = 36


class MeasuredCommandError(RuntimeError):
    """The command that was measured failed; the message ends with what it printed."""


@dataclass(frozen=True)
class Cost:
    """What one run of a command took.

    Attributes
    ----------
    waited_cpu_s
        User and system time of the command and its descendants, as the system counts it when
        somebody waits for their end.
    sampled_cpu_s
        The same as it was seen from outside: a little less, unless a parent ignored the end of its
        children, whose time the system then drops.
    peak_mb
        Most memory that the first process held, in millions of bytes.
    left
        Processes that still ran when the command had ended.
    """

    wall_s: float
    waited_cpu_s: float
    sampled_cpu_s: float
    peak_mb: float
    left: tuple[str, ...] = ()
    output: str = field(default="", repr=False)

    @property
    def cpu_s(self) -> float:
        """User and system time of the command and all its descendants."""
        return max(self.waited_cpu_s, self.sampled_cpu_s)


def measure(
    command: Sequence[str | Path], *, cwd: Path, env: Mapping[str, str] | None = None
) -> Cost:
    """Run the command in a fresh process and return what it took.

    Raises
    ------
    MeasuredCommandError
        If it fails.
    """
    _adopt_orphans()
    # A file, not a pipe: a process that is left behind would keep a pipe open.
    with tempfile.TemporaryFile() as printed:
        before, started = _children_cpu_s(), time.perf_counter()
        process = subprocess.Popen(
            [str(part) for part in command],
            cwd=cwd,
            env=dict(os.environ) | dict(env or {}),
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
        )
        with _Sampler(process.pid) as sampler:
            process.wait()
        wall_s = time.perf_counter() - started
        left = _end_orphans()
        cpu_s = _children_cpu_s() - before
        printed.seek(0)
        output = printed.read().decode("utf-8", "replace")
    if process.returncode:
        shown = " ".join(map(str, command))
        raise MeasuredCommandError(f"{shown}\nended with {process.returncode}:\n{output[-4000:]}")
    return Cost(wall_s, cpu_s, sampler.cpu_s, sampler.peak_mb, left, output)


class _Sampler:
    """Watches a process and its descendants from outside, some twenty times a second."""

    def __init__(self, pid: int) -> None:
        self._seen: dict[tuple[int, float], float] = {}
        self._ended = threading.Event()
        self._main = psutil.Process(pid)
        self._thread = threading.Thread(target=self._watch, daemon=True)
        self.peak_mb = 0.0

    @property
    def cpu_s(self) -> float:
        return sum(self._seen.values())

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._ended.set()
        self._thread.join()

    def _watch(self) -> None:
        own = psutil.Process()
        while not self._ended.wait(_SAMPLE_S):
            self.peak_mb = max(self.peak_mb, _peak_mb(self._main))
            # Everything below this process: orphans have come here.
            for process in own.children(recursive=True):
                with suppress(psutil.Error):
                    times = process.cpu_times()
                    key = process.pid, process.create_time()
                    self._seen[key] = times.user + times.system


def _peak_mb(process: psutil.Process) -> float:
    """Return the most that the process has held so far; 0 when it has ended."""
    with suppress(OSError, psutil.Error):
        if sys.platform != "linux":
            return float(process.memory_info().rss) / 1e6
        status = Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
        peaks = [line.split()[1] for line in status.splitlines() if line.startswith("VmHWM:")]
        return sum(int(peak) * 1024 / 1e6 for peak in peaks)
    return 0.0


def _children_cpu_s() -> float:
    """Return the CPU time of all children of this process that have ended, and of theirs."""
    if sys.platform == "win32":
        times = os.times()
        return times.children_user + times.children_system
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _adopt_orphans() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _end_orphans() -> tuple[str, ...]:
    """Name the processes that the command has left behind, and wait for them or end them."""
    _has_no_child()
    orphans = psutil.Process().children(recursive=True)
    names = tuple(_command_line(process) for process in orphans)
    if orphans and not _until(_has_no_child, _PATIENCE_S):
        for process in orphans:
            with suppress(psutil.Error):
                process.kill()
        _until(_has_no_child, _PATIENCE_S)
    return names


def _has_no_child() -> bool:
    """Reap every child that has ended; return whether none is left."""
    if sys.platform == "win32":
        return not psutil.Process().children()
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return True
    return False


def _until(condition: Callable[[], bool], seconds: float) -> bool:
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(_SAMPLE_S)
    return True


def _command_line(process: psutil.Process) -> str:
    with suppress(psutil.Error):
        return " ".join(process.cmdline()) or process.name()
    return "a process that has ended"
