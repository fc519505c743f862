"""ipykernel's application, as it runs in a process that was forked for it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

import zmq
from ipykernel.kernelapp import IPKernelApp
from IPython.core.application import BaseIPythonApplication

_LAST_ANSWER_SECONDS = 1.0
_CONNECTION = "-f"


class _SettledOnce(BaseIPythonApplication):
    """Reads the command line and the user's settings once, also where it is asked twice."""

    is_settled = False

    def initialize(self, argv: list[str] | None = None) -> None:
        """Read the settings, unless they have been read before the fork."""
        if not self.is_settled:
            super().initialize(argv)  # type: ignore[no-untyped-call]
            self.is_settled = True


class WarmKernelApp(IPKernelApp, _SettledOnce):
    """The ordinary application, which also tells when its sockets are there."""

    on_bound: Callable[[], None] = staticmethod(lambda: None)

    def init_iopub(self, context: zmq.Context[zmq.Socket[bytes]]) -> None:
        """Keep what clients have not heard yet; it would be thrown away after 1,000 messages."""
        context.setsockopt(zmq.SNDHWM, 0)
        super().init_iopub(context)  # type: ignore[no-untyped-call]

    def init_io(self) -> None:
        """Say that clients may connect; what they send is kept until the kernel reads it."""
        self.on_bound()
        super().init_io()  # type: ignore[no-untyped-call]


def settle(arguments: Sequence[str]) -> None:
    """Read, before a fork, the settings of kernels that differ in their connection alone."""
    app = WarmKernelApp.instance(parent_handle=os.getpid())
    _SettledOnce.initialize(app, list(arguments))


def without_connection(arguments: Sequence[str]) -> tuple[str, ...] | None:
    """Return what kernels of one kind have in common; ``None`` where that cannot be told."""
    return tuple(arguments[2:]) if arguments[:1] == [_CONNECTION] else None


def run_kernel(arguments: list[str], on_bound: Callable[[], None]) -> None:
    """Serve as a kernel until a client shuts it down."""
    app = WarmKernelApp.instance(parent_handle=os.getppid())
    app.on_bound = on_bound
    if app.is_settled:
        app.argv = arguments
        app.connection_file = app.config.IPKernelApp.connection_file = arguments[1]
    app.initialize(arguments)  # type: ignore[no-untyped-call]
    app.start()  # type: ignore[no-untyped-call]
    # It may still have an answer to write; the thread that writes would be stopped before.
    app.control_thread.stop()
    app.control_thread.join(_LAST_ANSWER_SECONDS)
