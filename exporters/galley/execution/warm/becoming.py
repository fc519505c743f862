"""What happens in a kernel between its fork and its first cell, and after its last."""

from __future__ import annotations

import atexit
import gc
import io
import os
import signal
import sys
import threading
import traceback
from contextlib import suppress
from dataclasses import dataclass
from importlib.util import find_spec
from typing import NoReturn

from galley.execution.warm import processes
from galley.execution.warm.preloading import Preloaded

_TRACE_VARIABLE = "GALLEY_TRACE"
# Open files that may hold something back.
_BUFFERED = (io.TextIOWrapper, io.BufferedWriter, io.BufferedRandom)


@dataclass(frozen=True)
class KernelRequest:
    """What a build asks a nursery for.

    Attributes
    ----------
    command
        The program and its arguments, as an ordinary start would run it.
    arguments
        Those for ipykernel, where the kernel may be forked; otherwise ``None``.
    memory_bytes
        What each of its processes may ask of the system; ``None`` for all that there is.
    """

    command: list[str]
    arguments: list[str] | None
    cwd: str
    env: dict[str, str]
    memory_bytes: int | None = None


def fork_kernel(
    request: KernelRequest, outputs: tuple[int, int], ready: int, preloaded: Preloaded | None
) -> int:
    """Start a kernel and return its process; the calling process has one thread.

    Parameters
    ----------
    outputs
        Open files for what the kernel itself writes.
    ready
        An open pipe that is told ``ready`` when the kernel's sockets are there, or why it failed;
        it is closed without a word by a program that was started.
    preloaded
        What a warm kernel is made of.
    """
    parent = os.getpid()
    pid = os.fork()
    if pid == 0:
        _live_as_kernel(request, outputs, ready, preloaded, parent)
    return pid


def _live_as_kernel(
    request: KernelRequest,
    outputs: tuple[int, int],
    ready: int,
    preloaded: Preloaded | None,
    parent: int,
) -> NoReturn:
    code = 1
    try:
        _leave(parent)
        _take_files(outputs, ready)
        processes.limit_memory(request.memory_bytes)
        os.chdir(request.cwd)
        if request.arguments is None:
            _become_program(request)
        code = _run_kernel(request, request.arguments or [], ready, preloaded)
    except OSError as error:
        what = request.cwd if error.filename == request.cwd else request.command[0]
        os.write(ready, f"{error.strerror}: {what}".encode())
    except BaseException:  # noqa: BLE001 - nothing of the nursery may run on in this process
        traceback.print_exc(file=sys.__stderr__)
    finally:
        os._exit(code)


def _leave(parent: int) -> None:
    """Lead a session of its own, to be ended with the nursery or by itself."""
    os.setsid()
    processes.die_with_parent(parent)
    processes.adopt_orphans()
    processes.be_first_to_go()
    signal.set_wakeup_fd(-1)
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)


def _take_files(outputs: tuple[int, int], ready: int) -> None:
    """Take input from nowhere, write where one should, and let go of the nursery's files."""
    nothing = os.open(os.devnull, os.O_RDONLY)
    for target, source in enumerate((nothing, *outputs)):
        os.dup2(source, target)
    kept = {0, 1, 2, ready}
    for number in {int(name) for name in os.listdir("/dev/fd")} - kept:  # noqa: PTH208 - no paths
        with suppress(OSError):  # one of them is the listing itself
            os.close(number)


def _become_program(request: KernelRequest) -> NoReturn:
    # Python ignores these for itself; other programs expect them as the system has them.
    for name in ("SIGPIPE", "SIGXFSZ", "SIGXFZ"):
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), signal.SIG_DFL)
    os.execvpe(request.command[0], request.command, request.env)  # noqa: S606 - no shell wanted


def _run_kernel(
    request: KernelRequest, arguments: list[str], ready: int, preloaded: Preloaded | None
) -> int:
    """Be what ``python -m ipykernel_launcher`` would be; return the exit code."""
    # Late: a nursery that starts other programs only has not loaded ipykernel.
    from galley.execution.warm.kernel_app import run_kernel

    trace = request.env.pop(_TRACE_VARIABLE, "")
    os.environ.clear()
    os.environ.update(request.env)
    _pose_as_launcher(arguments)
    if preloaded is not None and preloaded.hidden is not None:
        os.environ.update(preloaded.variables)
        preloaded.hidden.renew_randomness()
    gc.enable()
    if trace:
        _record(trace)
    _forget_galley()
    try:
        run_kernel(arguments, lambda: _say_ready(ready))
    except SystemExit as ending:
        return ending.code if isinstance(ending.code, int) else int(ending.code is not None)
    finally:
        _end_orderly()
    return 0


def _say_ready(ready: int) -> None:
    os.write(ready, b"ready")
    os.close(ready)


def _pose_as_launcher(arguments: list[str]) -> None:
    launcher = find_spec("ipykernel_launcher")
    name = str(launcher.origin) if launcher else "ipykernel_launcher"
    sys.argv[:] = [name, *arguments]
    sys.orig_argv[:] = [sys.executable, "-m", "ipykernel_launcher", *arguments]


def _forget_galley() -> None:
    for name in [name for name in sys.modules if name.split(".")[0] == "galley"]:
        del sys.modules[name]


def _record(trace: str) -> None:
    from galley.execution.tracing import recorder

    recorder.start(trace)


def _end_orderly() -> None:
    """Do what Python does at its end, but leave its memory to the system.

    Taking apart what was loaded before the fork would copy every page of it first.
    """
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and not thread.daemon:
            thread.join()
    atexit._run_exitfuncs()  # noqa: SLF001 - Python has no public name for it
    for value in gc.get_objects():
        if isinstance(value, _BUFFERED) and not value.closed:
            # Its disk may be full, or its reader gone; Python would say nothing either.
            with suppress(OSError, ValueError):
                value.flush()
