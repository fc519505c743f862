"""How Jupyter gets its kernels from a nursery: the kernel provisioner ``galley-warm``."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Mapping
from pathlib import Path
from subprocess import Popen
from typing import Any, cast

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner

from galley.execution.warm.likeness import ipykernel_arguments, may_be_forked, recorded_command
from galley.execution.warm.nursery import CAN_SUPERVISE, Nursery, NurseryGoneError, NurseryKernel
from galley.execution.warm.server_nursery import ServerNursery

TRACE_VARIABLE = "GALLEY_TRACE"
"""Names the file to which a kernel's recorder writes."""
# What an ipykernel is started with to be recorded; a warm one starts recording by itself.
_RECORDER = Path(__file__).resolve().parents[1] / "tracing" / "recorder.py"
# What can be passed to a nursery; other options of `Popen` are left to an ordinary start.
_OPTIONS = frozenset({"cwd", "env", "extra_arguments", "kernel_id", "stderr", "stdout"})


class WarmProvisioner(LocalProvisioner):
    """Starts kernels in a nursery: forked where that is safe, else as an ordinary program.

    The nursery is the kernel manager's, where it has one (``nursery``); a server like JupyterLab
    has one for all its kernels. Where there can be none, this is a `LocalProvisioner`.
    """

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:  # noqa: ANN401 - as Jupyter passes it
        """Start the kernel; clients can connect to a warm one when this returns.

        Raises
        ------
        NurseryGoneError
            If the nursery of a build has ended.
        """
        arguments = ipykernel_arguments(cmd)
        if TRACE_VARIABLE in kwargs["env"]:
            cmd = recorded_command(cmd, _RECORDER)
        sandbox = getattr(self.parent, "sandbox", None)
        if sandbox is not None:
            cmd = sandbox.around(_with_home(cmd))
        nursery = self._nursery(kwargs["env"]) if _can_be_passed(kwargs) else None
        if nursery is not None:
            try:
                return await self._launch_in(nursery, cmd, arguments, kwargs)
            except NurseryGoneError:
                if self._is_of_a_build():
                    raise  # the build may have ended it
        return await super().launch_kernel(cmd, **kwargs)

    def _is_of_a_build(self) -> bool:
        return hasattr(self.parent, "nursery")

    def _nursery(self, env: Mapping[str, str]) -> Nursery | None:
        if not self._is_of_a_build():
            return ServerNursery.instance(parent=self).open(env)
        manager: Any = self.parent
        nursery: Nursery | None = manager.nursery
        return nursery

    async def _launch_in(
        self,
        nursery: Nursery,
        command: list[str],
        arguments: list[str] | None,
        options: Mapping[str, Any],
    ) -> KernelConnectionInfo:
        env = {**options["env"], "JPY_PARENT_PID": str(nursery.pid)}
        is_warm = getattr(self.parent, "may_be_warm", True)
        is_warm = is_warm and may_be_forked(self.kernel_spec, env, nursery.env)
        self.cwd = options.get("cwd") or Path.cwd()
        asked = nursery.start_kernel(
            _with_home(command),
            arguments=arguments if is_warm else None,
            cwd=str(self.cwd),
            env=env,
            outputs=(_number(options.get("stdout"), 1), _number(options.get("stderr"), 2)),
            memory_bytes=getattr(self.parent, "memory_bytes", None),
        )
        kernel = await asyncio.wrap_future(asked)
        self.process = cast("Popen[Any]", kernel)
        self.pid = self.pgid = kernel.pid
        await asyncio.wrap_future(kernel.ready)
        return self.connection_info

    async def wait(self) -> int | None:
        """Wait for the kernel's end, and hear of it at once."""
        kernel: object = self.process
        if not isinstance(kernel, NurseryKernel):
            return await super().wait()
        code = await kernel.until_end()
        self.process = None
        return code

    async def send_signal(self, signum: int) -> None:
        """Send a signal to the kernel and the processes of its group."""
        kernel: object = self.process
        if isinstance(kernel, NurseryKernel):
            kernel.send_signal(signum)
        else:
            await super().send_signal(signum)


def _with_home(command: list[str]) -> list[str]:
    return [os.path.expanduser(part) for part in command]  # noqa: PTH111 - most are no paths


def _can_be_passed(options: Mapping[str, Any]) -> bool:
    """Tell whether a nursery can do all that is asked of a start."""
    outputs = (options.get(name) for name in ("stdout", "stderr"))
    # A negative number asks `Popen` for a pipe.
    are_files = all(not isinstance(output, int) or output >= 0 for output in outputs)
    return CAN_SUPERVISE and options.keys() <= _OPTIONS and are_files


def _number(output: Any, inherited: int) -> int:  # noqa: ANN401 - a file, a number or nothing
    if output is None:
        return inherited
    return output if isinstance(output, int) else int(output.fileno())
