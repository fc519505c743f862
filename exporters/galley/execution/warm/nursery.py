"""The build's side of a nursery: starting its process, asking for kernels, hearing of their end."""

from __future__ import annotations

import itertools
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from galley.execution.warm.launch_nursery import READS, SETTLES
from galley.execution.warm.wire import Wire

CAN_SUPERVISE = os.name == "posix"
"""Whether a nursery can start kernels here at all."""
# macOS forbids much in a forked process that has loaded its frameworks; Windows has no fork.
CAN_FORK = sys.platform == "linux"
"""Whether a nursery may fork warm kernels here."""
DEFAULT_PACKAGES = (
    "IPython.core.pylabtools",
    "csv",
    "importlib.metadata",
    "importlib.resources.readers",
    "matplotlib.backends.backend_agg",
    "matplotlib.backends.backend_svg",
    "matplotlib.pyplot",
    "matplotlib.style",
    "numpy.random",
    "psutil",
    "PIL.BmpImagePlugin",
    "PIL.GifImagePlugin",
    "PIL.JpegImagePlugin",
    "PIL.PngImagePlugin",
    "PIL.PpmImagePlugin",
    "urllib.request",
    "xml.etree.ElementTree",
    "xml.sax.saxutils",
)
"""What most articles import, and is slow to load.

Not here belongs what changes other packages when it is loaded, as seaborn adds colours to
matplotlib: they would be changed for all articles.
"""
_PROGRAM = Path(__file__).resolve().with_name("launch_nursery.py")
_KILLED = -9
_FAREWELL_SECONDS = 0.7


class NurseryGoneError(RuntimeError):
    """The nursery process has ended, and its kernels with it."""


def _certain() -> Future[Any]:
    """Return a future that nobody can cancel; whoever stops waiting for it leaves it as it is."""
    future: Future[Any] = Future()
    future.set_running_or_notify_cancel()
    return future


@dataclass(eq=False)
class NurseryKernel:
    """A kernel's process, with the methods of `subprocess.Popen` that Jupyter uses.

    Attributes
    ----------
    ready
        Done when clients can connect (a warm kernel), or when the program runs (any other); its
        value tells whether the kernel is warm. It fails where the program could not be started.
    ended
        Done when the process and all that it started have ended; its value is the exit code.
    """

    pid: int
    nursery: Nursery
    ready: Future[bool] = field(default_factory=_certain)
    ended: Future[int] = field(default_factory=_certain)
    stdin: None = None
    stdout: None = None
    stderr: None = None

    @property
    def returncode(self) -> int | None:
        """The exit code; ``None`` while the process runs."""
        return self.ended.result() if self.ended.done() else None

    def poll(self) -> int | None:
        """Return the exit code, or ``None`` while the process runs."""
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for the end and return the exit code."""
        return self.ended.result(timeout)

    async def until_end(self) -> int:
        """Wait for the end in an event loop; who is cancelled may wait again."""
        import asyncio  # it brings ssl along, and a build that starts no kernel needs neither

        loop, has_ended = asyncio.get_running_loop(), asyncio.Event()

        def tell(_ended: Future[int]) -> None:
            with suppress(RuntimeError):  # the loop was closed: nobody waits any more
                loop.call_soon_threadsafe(has_ended.set)

        self.ended.add_done_callback(tell)
        await has_ended.wait()
        return self.ended.result()

    def send_signal(self, signum: int) -> None:
        """Send a signal to the kernel and the processes of its group; none once it has ended."""
        if not self.ended.done():
            self.nursery.send_signal(self.pid, signum)

    def end_within(self, patience_s: float) -> None:
        """End the kernel if it has not ended by itself in so many seconds."""
        self.nursery.end_within(self.pid, patience_s)

    def kill(self) -> None:
        """End the kernel at once."""
        self.send_signal(signal.SIGKILL)

    def terminate(self) -> None:
        """Ask the kernel to end."""
        self.send_signal(signal.SIGTERM)


class Nursery:
    """A process that starts kernels and outlives none of them; open it with `open_nursery`."""

    def __init__(
        self, process: subprocess.Popen[bytes], wire: Wire, env: Mapping[str, str]
    ) -> None:
        self.env = dict(env)
        self.pid = process.pid
        self.problem: Future[str] = _certain()
        self._process = process
        self._wire = wire
        self._ids = itertools.count()
        self._lock = threading.Lock()
        self.is_gone = False
        self._asked: dict[int, Future[NurseryKernel]] = {}
        self._kernels: dict[int, NurseryKernel] = {}
        self._listener = threading.Thread(target=self._listen, name="nursery", daemon=True)
        self._listener.start()
        if hasattr(os, "waitid"):
            threading.Thread(target=self._keep_awake, name="nursery awake", daemon=True).start()

    @property
    def is_empty(self) -> bool:
        """Whether no kernel lives here, and none is about to."""
        return not (self._kernels or self._asked)

    def prepare(self) -> None:
        """Begin to load what warm kernels need; the first of them waits for it."""
        self._send({"do": "prepare"})

    def start_kernel(
        self,
        command: Sequence[str],
        *,
        arguments: Sequence[str] | None,
        cwd: str,
        env: Mapping[str, str],
        outputs: tuple[int, int],
        memory_bytes: int | None = None,
    ) -> Future[NurseryKernel]:
        """Start a kernel.

        Parameters
        ----------
        arguments
            Those for ipykernel where the kernel may be forked; ``None`` where it must not.
        outputs
            Open files for the kernel's standard output and error; they may be closed at once.
        memory_bytes
            What the system is to give each of the kernel's processes at most, where it can tell.

        Raises
        ------
        NurseryGoneError
            If there is no nursery process any more.
        """
        kernel = {
            "command": list(command),
            "arguments": None if arguments is None else list(arguments),
            "cwd": cwd,
            "env": dict(env),
            "memory_bytes": memory_bytes,
        }
        asked: Future[NurseryKernel] = _certain()
        with self._lock:
            number = next(self._ids)
            self._asked[number] = asked
        self._send({"do": "start", "id": number, "kernel": kernel}, outputs)
        return asked

    def send_signal(self, pid: int, signum: int) -> None:
        """Signal a kernel's process group; the nursery knows whether it is still that kernel."""
        self._tell({"do": "signal", "pid": pid, "signal": int(signum)})

    def end_within(self, pid: int, patience_s: float) -> None:
        """End a kernel if it has not ended by itself in so many seconds."""
        self._tell({"do": "end", "pid": pid, "seconds": patience_s})

    def close(self) -> None:
        """End all kernels and the nursery, and wait until they have."""
        self._wire.close()
        try:
            self._process.wait(_FAREWELL_SECONDS)
        except subprocess.TimeoutExpired:
            # It is loading a package, and hears nothing; the system ends its kernels with it.
            self._process.kill()
            self._process.wait()
        self._listener.join()

    def _tell(self, message: Mapping[str, Any]) -> None:
        with suppress(NurseryGoneError):  # then the kernel is gone as well
            self._send(message)

    def _send(self, message: Mapping[str, Any], files: Sequence[int] = ()) -> None:
        if self.is_gone:
            raise NurseryGoneError
        try:
            self._wire.send(message, files)
        except OSError as error:
            self.is_gone = True
            raise NurseryGoneError from error

    def _keep_awake(self) -> None:
        """Let the process go on whenever one of its kernels has stopped it."""
        with suppress(ChildProcessError, ProcessLookupError):  # it has ended, and was buried
            while True:
                seen = os.waitid(os.P_PID, self.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
                if seen is None or seen.si_code != os.CLD_STOPPED:
                    return
                os.waitid(os.P_PID, self.pid, os.WSTOPPED | os.WNOHANG)
                os.kill(self.pid, signal.SIGCONT)

    def _listen(self) -> None:
        try:
            while True:
                for message in self._wire.receive():
                    self._hear(message)
        except (EOFError, OSError):
            self._lose_all()

    def _hear(self, message: Mapping[str, Any]) -> None:
        match message["say"]:
            case "prepared":
                self.problem.set_result(message["problem"])
            case "started":
                kernel = self._kernels[message["pid"]] = NurseryKernel(message["pid"], self)
                self._asked.pop(message["id"]).set_result(kernel)
            case "ready" if message["pid"] in self._kernels:
                ready = self._kernels[message["pid"]].ready
                if message["problem"]:
                    ready.set_exception(OSError(message["problem"]))
                else:
                    ready.set_result(message["is_warm"])
            case "ended":
                _end(self._kernels.pop(message["pid"]), message["code"])

    def _lose_all(self) -> None:
        """Tell everybody who waits that nothing more will come."""
        with self._lock:
            self.is_gone = True
            asked, self._asked = list(self._asked.values()), {}
        for waiting in asked:
            waiting.set_exception(NurseryGoneError())
        for kernel in self._kernels.values():
            _end(kernel, _KILLED)
        if not self.problem.done():
            self.problem.set_result("the nursery has ended")


def open_nursery(
    env: Mapping[str, str], packages: Sequence[str] = DEFAULT_PACKAGES, *, settles: bool = True
) -> Nursery:
    """Start a nursery.

    Parameters
    ----------
    env
        The environment of the kernels; one that is to have another is not forked.
    packages
        Modules of installed packages to load before the first fork.
    settles
        Whether kernels that differ in their connection alone share the settings of the first, as
        those of a build do; otherwise each reads IPython's settings anew.

    Raises
    ------
    NurseryGoneError
        If its process cannot be started.
    """
    ours, theirs = socket.socketpair()
    how = SETTLES if settles else READS
    command = [sys.executable, str(_PROGRAM), str(theirs.fileno()), how, *packages]
    with theirs:
        try:
            process = subprocess.Popen(  # noqa: S603 - our own interpreter, arguments as a list
                command,
                cwd=os.sep,
                env=dict(env),
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=[theirs.fileno()],
                # Ctrl-C in the terminal is for the build, which then decides.
                start_new_session=True,
            )
        except OSError as error:
            ours.close()
            raise NurseryGoneError from error
    return Nursery(process, Wire(ours), env)


def _end(kernel: NurseryKernel, code: int) -> None:
    if not kernel.ready.done():
        kernel.ready.set_result(False)
    kernel.ended.set_result(code)
