"""The kernels that run now, so that none outlives the build that started it."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import wait
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol, Self

if TYPE_CHECKING:
    import zmq.asyncio
    from jupyter_client.kernelspec import KernelSpecManager

    from galley.execution.kernel_manager import ArticleKernelManager
    from galley.execution.sandbox.sandbox import Sandbox

from galley.execution.kernel_environment import kernel_environment
from galley.execution.kernels import kernel_folders
from galley.execution.warm.nursery import (
    CAN_FORK,
    CAN_SUPERVISE,
    DEFAULT_PACKAGES,
    Nursery,
    NurseryGoneError,
    NurseryKernel,
    open_nursery,
)

# How long kernels that were asked to end may take for it.
_FAREWELL_SECONDS = 5.0
# Exit codes of kernels that were ended by one of these signals; a crash has others.
_KILLED_BY_OTHERS = frozenset({-9, -15, -1})


class BuildStoppedError(RuntimeError):
    """A kernel was about to start while the build was being stopped."""


class KernelManager(Protocol):
    """What is needed of a jupyter_client kernel manager."""

    @property
    def provisioner(self) -> Any:  # noqa: ANN401 - kernels are provisioned in many ways
        """What started the kernel; ``None`` before it has."""


class RunningKernels:
    """The kernels of a batch and the nursery they live in; a context that ends all of them.

    Attributes
    ----------
    env
        The environment of every kernel.
    are_warm
        Whether kernels are forked where that makes no difference but in time.
    sandbox
        What makes sandboxes, once one was asked for.

    Parameters
    ----------
    packages
        Modules of installed packages that warm kernels find loaded.
    """

    def __init__(
        self, *, are_warm: bool = True, packages: Sequence[str] = DEFAULT_PACKAGES
    ) -> None:
        self.are_warm, self._packages = are_warm, tuple(packages)
        self.env = kernel_environment(os.environ)
        self._lock = threading.Lock()
        self._managers: set[KernelManager] = set()
        self._leaving: set[NurseryKernel] = set()
        self._nursery: Nursery | None = None
        self._context: zmq.asyncio.Context | None = None
        self._apart: set[RunningKernels] = set()
        self._gone: list[Nursery] = []
        self._is_stopped = False
        self.sandbox: Sandbox | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Let the last kernels end as they wish, but not for long; then end the nursery."""
        with self._lock:
            leaving = [kernel.ended for kernel in self._leaving]
            nurseries = [*self._gone, *([self._nursery] if self._nursery is not None else [])]
        if not self._is_stopped:
            wait(leaving, timeout=_FAREWELL_SECONDS)
        for nursery in nurseries:
            nursery.close()
        if self._context is not None:
            self._context.destroy(linger=0)

    @contextmanager
    def apart(self) -> Iterator[RunningKernels]:
        """Give kernels that live in a nursery of their own, and that `stop` ends as well."""
        alone = RunningKernels(are_warm=self.are_warm, packages=self._packages)
        alone.sandbox = self.sandbox
        with self._lock:
            self.refuse_if_stopped()
            self._apart.add(alone)
        try:
            with alone:
                yield alone
        finally:
            with self._lock:
                self._apart.discard(alone)

    def was_bystander(self, manager: ArticleKernelManager | None, code: int | None) -> bool:
        """Tell whether something else than its own code may have ended a kernel.

        It has, where the nursery ended with all its kernels, or where somebody sent a signal.
        """
        if manager is None or manager.nursery is None or self._is_stopped:
            return False
        return manager.nursery.is_gone or code in _KILLED_BY_OTHERS

    def prepare(self) -> None:
        """Begin to make kernels ready, before the first of them is wanted."""
        nursery = self.open_nursery()
        if nursery is not None and CAN_FORK and self.are_warm:
            with suppress(NurseryGoneError):
                nursery.prepare()

    def open_sandbox(self, root: Path, excluded: Sequence[Path]) -> None:
        """Make sandboxes possible; see `galley.execution.sandbox.sandbox.open_sandbox`."""
        # Late: most builds need none.
        from galley.execution.sandbox.sandbox import open_sandbox

        self.sandbox = self.sandbox or open_sandbox(root, excluded)

    def open_nursery(self) -> Nursery | None:
        """Return the batch's nursery; ``None`` where kernels are started without one."""
        with self._lock:
            is_missing = self._nursery is None or self._nursery.is_gone
            if is_missing and CAN_SUPERVISE and not self._is_stopped:
                if self._nursery is not None:
                    self._gone.append(self._nursery)  # whoever listens to it may need the lock
                try:
                    self._nursery = open_nursery(self.env, self._packages)
                except NurseryGoneError:
                    return None
            return self._nursery

    @cached_property
    def specs(self) -> KernelSpecManager:
        """What finds the kernels by their names, once for the whole batch."""
        # Late: a build in which nothing runs needs no kernels.
        from jupyter_client.kernelspec import KernelSpecManager

        return KernelSpecManager(kernel_dirs=kernel_folders())

    @property
    def context(self) -> zmq.asyncio.Context:
        """What all sockets of the batch have in common: one thread that moves their bytes."""
        # Late: a build in which nothing runs needs no sockets.
        import zmq.asyncio

        with self._lock:
            if self._context is None:
                self._context = zmq.asyncio.Context()
            return self._context

    def add(self, manager: KernelManager) -> None:
        """Note a kernel that is about to start; none may start after `stop`."""
        with self._lock:
            self.refuse_if_stopped()
            self._managers.add(manager)

    def remove(self, manager: KernelManager) -> None:
        """Forget a kernel that has ended."""
        with self._lock:
            self._managers.discard(manager)

    def let_end(self, kernel: NurseryKernel) -> None:
        """Let a kernel that was asked to end do so while others run already."""
        with self._lock:
            self._leaving.add(kernel)
        kernel.end_within(_FAREWELL_SECONDS)
        kernel.ended.add_done_callback(lambda _code: self._forget(kernel))

    def _forget(self, kernel: NurseryKernel) -> None:
        with self._lock:
            self._leaving.discard(kernel)

    def refuse_if_stopped(self) -> None:
        """Let no kernel start after `stop`.

        Raises
        ------
        BuildStoppedError
            If the build is being stopped.
        """
        if self._is_stopped:
            raise BuildStoppedError

    def stop(self) -> None:
        """End every kernel at once; repeat it until the runs have noticed."""
        with self._lock:
            self._is_stopped = True
            managers, nursery = tuple(self._managers), self._nursery
            apart = tuple(self._apart)
        if nursery is not None:
            nursery.close()
        for manager in managers:
            kill_kernel(manager)
        for alone in apart:
            alone.stop()


def kill_kernel(manager: KernelManager) -> None:
    """End a kernel's process and those it started, without asking it."""
    process = getattr(manager.provisioner, "process", None)
    if process is None or process.poll() is not None:
        return
    if os.name == "posix" and not isinstance(process, NurseryKernel):
        # Jupyter starts each kernel as the leader of a process group of its own.
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
