"""ipykernel's application, as it runs in a process that was forked for it."""

from __future__ import annotations

import os
from collections.abc import Callable

from ipykernel.kernelapp import IPKernelApp

_LAST_ANSWER_SECONDS = 1.0


class WarmKernelApp(IPKernelApp):
    """The ordinary application, which also tells when its sockets are there."""

    on_bound: Callable[[], None] = staticmethod(lambda: None)

    def init_io(self) -> None:
        """Say that clients may connect; what they send is kept until the kernel reads it."""
        self.on_bound()
        super().init_io()  # type: ignore[no-untyped-call]


def run_kernel(arguments: list[str], on_bound: Callable[[], None]) -> None:
    """Serve as a kernel until a client shuts it down."""
    app = WarmKernelApp.instance(parent_handle=os.getppid())
    app.on_bound = on_bound
    app.initialize(arguments)  # type: ignore[no-untyped-call]
    app.start()  # type: ignore[no-untyped-call]
    # It may still have an answer to write; the thread that writes would be stopped before.
    app.control_thread.stop()
    app.control_thread.join(_LAST_ANSWER_SECONDS)
