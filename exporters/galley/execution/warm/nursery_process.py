"""What a nursery process does; `launch_nursery` is its program.

It has one thread, because only then is it safe to fork. Everything it does is an answer: to a
message of the build, to a kernel's word that it is ready, or to the end of a process.
"""

from __future__ import annotations

import gc
import os
import selectors
import signal
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from galley.execution.warm import processes
from galley.execution.warm.becoming import KernelRequest, fork_kernel
from galley.execution.warm.preloading import Preloaded, preload
from galley.execution.warm.wire import Wire

_MOST_WORDS = 4096


@dataclass
class NurseryProcess:
    """The kernels that were started here, and the build that asked for them.

    Attributes
    ----------
    settles
        Whether all kernels have the settings of the first; otherwise each reads its own.
    """

    build: Wire
    packages: tuple[str, ...]
    settles: bool
    selector: selectors.BaseSelector
    preloaded: Preloaded | None = None
    settled: tuple[str, ...] | None = None
    kernels: set[int] = field(default_factory=set)
    starting: dict[int, int] = field(default_factory=dict)
    deadlines: dict[int, float] = field(default_factory=dict)

    def serve(self) -> None:
        """Answer until the build is gone; then end all kernels."""
        processes.adopt_orphans()
        deaths = _hear_of_deaths()
        self.selector.register(self.build, selectors.EVENT_READ, self._answer)
        self.selector.register(deaths, selectors.EVENT_READ, lambda: self._bury(deaths))
        try:
            while True:
                for key, _ in self.selector.select(self._patience()):
                    key.data()
                self._end_late_ones()
        except (EOFError, OSError):
            pass  # the build has ended, in one way or another
        finally:
            self._end_all()

    def _answer(self) -> None:
        for message in self.build.receive():
            match message["do"]:
                case "prepare":
                    self._prepare()
                case "start":
                    self._start(message)
                case "signal" if message["pid"] in self.kernels:
                    processes.signal_group(message["pid"], message["signal"])
                case "end" if message["pid"] in self.kernels:
                    self.deadlines[message["pid"]] = time.monotonic() + message["seconds"]

    def _prepare(self) -> Preloaded:
        if self.preloaded is None:
            self.preloaded = preload(self.packages)
            self.build.send({"say": "prepared", "problem": self.preloaded.problem})
        return self.preloaded

    def _start(self, message: dict[str, Any]) -> None:
        request = KernelRequest(**message["kernel"])
        outputs = self.build.take_files(2)
        if request.arguments is not None and not self._can_fork(request.arguments):
            request = replace(request, arguments=None)
        heard, ready = os.pipe()
        pid = fork_kernel(request, (outputs[0], outputs[1]), ready, self.preloaded)
        for file in (*outputs, ready):
            os.close(file)
        self.kernels.add(pid)
        self.starting[heard] = pid
        self.selector.register(heard, selectors.EVENT_READ, lambda: self._hear(heard))
        self.build.send({"say": "started", "id": message["id"], "pid": pid})

    def _can_fork(self, arguments: list[str]) -> bool:
        """Tell whether a kernel may be forked; the first settles what the others have as well."""
        if self._prepare().problem:
            return False
        if not self.settles:
            return True
        # Late: only a nursery that forks has loaded ipykernel.
        from galley.execution.warm.kernel_app import settle, without_connection

        common = without_connection(arguments)
        if common is not None and self.settled is None:
            self.settled = common
            settle(common)
            gc.freeze()
        return common == self.settled

    def _hear(self, heard: int) -> None:
        """Pass on what a starting kernel says, or that it has become another program."""
        word = os.read(heard, _MOST_WORDS).decode()
        self.selector.unregister(heard)
        os.close(heard)
        pid = self.starting.pop(heard)
        problem = word if word != "ready" else ""
        self.build.send({"say": "ready", "pid": pid, "is_warm": bool(word), "problem": problem})

    def _bury(self, deaths: socket.socket) -> None:
        """Take leave of processes that have ended, and end what they have left behind."""
        deaths.recv(_MOST_WORDS)
        ended: dict[int, int] = {}
        while (found := _wait_for_any()) is not None:
            pid, status = found
            if pid in self.kernels:
                ended[pid] = os.waitstatus_to_exitcode(status)
        if not ended:
            return
        self.kernels -= ended.keys()
        for pid in ended:
            self.deadlines.pop(pid, None)
            processes.end_group(pid)
        processes.end_strays(self.kernels)
        for pid, code in ended.items():
            self.build.send({"say": "ended", "pid": pid, "code": code})

    def _patience(self) -> float | None:
        """Return the seconds until a kernel must have ended."""
        if not self.deadlines:
            return None
        return max(0.0, min(self.deadlines.values()) - time.monotonic())

    def _end_late_ones(self) -> None:
        now_s = time.monotonic()
        for pid in [pid for pid, deadline_s in self.deadlines.items() if deadline_s <= now_s]:
            del self.deadlines[pid]
            processes.end_group(pid)

    def _end_all(self) -> None:
        for pid in self.kernels:
            processes.end_group(pid)
        processes.end_strays(())


def _hear_of_deaths() -> socket.socket:
    """Return a socket that can be read when a child has ended."""
    heard, told = socket.socketpair()
    for end in (heard, told):
        end.setblocking(False)
    signal.set_wakeup_fd(told.detach(), warn_on_full_buffer=False)
    signal.signal(signal.SIGCHLD, lambda _signum, _frame: None)
    return heard


def _wait_for_any() -> tuple[int, int] | None:
    try:
        pid, status = os.waitpid(-1, os.WNOHANG)
    except ChildProcessError:
        return None
    return (pid, status) if pid else None


def serve(number: int, packages: Sequence[str], *, settles: bool) -> None:
    """Serve the build at the other end of a socket, until it is gone."""
    build = Wire(socket.socket(fileno=number))
    NurseryProcess(build, tuple(packages), settles, selectors.DefaultSelector()).serve()
