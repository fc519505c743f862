"""The kernels that run now, so that none outlives the build that started it."""

from __future__ import annotations

import os
import signal
import threading
from typing import Any, Protocol


class BuildStoppedError(RuntimeError):
    """A kernel was about to start while the build was being stopped."""


class KernelManager(Protocol):
    """What is needed of a jupyter_client kernel manager."""

    @property
    def provisioner(self) -> Any:  # noqa: ANN401 - kernels are provisioned in many ways
        """What started the kernel; ``None`` before it has."""


class RunningKernels:
    """The kernels of a batch that run now, so that they can all be ended at once."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._managers: set[KernelManager] = set()
        self._is_stopped = False

    def add(self, manager: KernelManager) -> None:
        """Note a kernel that is about to start; none may start after `stop`."""
        with self._lock:
            if self._is_stopped:
                raise BuildStoppedError
            self._managers.add(manager)

    def remove(self, manager: KernelManager) -> None:
        """Forget a kernel that has ended."""
        with self._lock:
            self._managers.discard(manager)

    def stop(self) -> None:
        """End every kernel at once; repeat it until the runs have noticed."""
        with self._lock:
            self._is_stopped = True
            managers = tuple(self._managers)
        for manager in managers:
            kill_kernel(manager)


def kill_kernel(manager: KernelManager) -> None:
    """End a kernel's process and those it started, without asking it."""
    process = getattr(manager.provisioner, "process", None)
    if process is None or process.poll() is not None:
        return
    if os.name == "posix":
        # Jupyter starts each kernel as the leader of a process group of its own.
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
