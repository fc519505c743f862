"""Jupyter's kernel manager and client, without their waiting.

Jupyter asks every tenth of a second whether a kernel has ended, and listens a fifth of a second
for words that nobody says. A nursery tells of both, so that an article waits for nothing.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from queue import Empty
from typing import Any
from uuid import uuid4

from jupyter_client.asynchronous.client import AsyncKernelClient
from jupyter_client.manager import AsyncKernelManager

from galley.execution.sandbox.sandbox import ArticleSandbox
from galley.execution.warm.nursery import Nursery, NurseryGoneError, NurseryKernel
from galley.execution.warm.provisioner import WarmProvisioner

# How long a kernel that is there may take for a word before it is asked again.
_WELCOME_SECONDS = 0.2
_ANSWER_SECONDS = 1.0
_POLL_SECONDS = 0.1
# Code may end the nursery that starts its neighbours; so often another one is opened for a kernel.
# A kernel without one is a child of the build itself, which its code could end as well.
_NURSERIES = 5


class DiedEarlyError(RuntimeError):
    """A kernel ended before it could be asked anything."""


class ArticleKernelClient(AsyncKernelClient):
    """A client that runs cells: it asks nobody for input, and trusts its manager for signs of life.

    The heartbeat would be a thread and a socket for each kernel.

    Attributes
    ----------
    language_info
        What the kernel says of its language, once it is ready.
    """

    language_info: dict[str, Any] | None = None

    def start_channels(self, *_args: object, **_options: object) -> None:
        """Open the two channels that running a cell needs."""
        super().start_channels(stdin=False, hb=False, control=False)

    def stop_channels(self) -> None:
        """Close the channels that are open; asking the others would open them."""
        for channel in (self._shell_channel, self._iopub_channel):
            if channel is not None:
                channel.stop()

    async def wait_for_ready(self, timeout: float | None = None) -> None:  # noqa: ASYNC109 - theirs
        """Return when the kernel answers and is heard on both channels.

        Raises
        ------
        DiedEarlyError
            If the kernel has ended.
        RuntimeError
            If the kernel does not answer in time.
        """
        deadline_s = time.monotonic() + (float("inf") if timeout is None else timeout)
        await self._hear_welcome()
        while not await self._answers():
            if not await self.is_alive():
                raise DiedEarlyError("the kernel died before it answered")
            if time.monotonic() > deadline_s:
                raise RuntimeError(f"the kernel did not answer in {timeout:g} seconds")

    async def _hear_welcome(self) -> None:
        """Wait until a warm kernel knows that it is listened to; others do not say so."""
        if isinstance(self.parent, ArticleKernelManager) and self.parent.is_warm:
            await _next(self.iopub_channel, _WELCOME_SECONDS)

    async def _answers(self) -> bool:
        asked = self.kernel_info()
        reply = await _next(self.shell_channel, _ANSWER_SECONDS, to=asked)
        if reply is None:
            return False
        self._handle_kernel_info_reply(reply)
        self.language_info = reply["content"].get("language_info")
        word = await _next(self.iopub_channel, _ANSWER_SECONDS, to=asked)
        while word is not None and word["content"].get("execution_state") != "idle":
            word = await _next(self.iopub_channel, _ANSWER_SECONDS, to=asked)
        return word is not None


class ArticleKernelManager(AsyncKernelManager):
    """A manager whose kernel lives in the nursery of a build.

    Attributes
    ----------
    nursery
        Where the kernel is started; ``None`` where the system lets no nursery be.
    may_be_warm
        Whether the kernel may be forked, if it would be like any other.
    memory_bytes
        What the system is to give each of the kernel's processes at most, where it can tell.
    before_start
        Raises where no kernel may start any more.
    next_nursery
        Opens another nursery where the first has ended unasked.
    sandbox
        What the kernel runs in, if it is not to see what its author sees.
    """

    nursery: Nursery | None = None
    may_be_warm: bool = True
    memory_bytes: int | None = None

    def __init__(
        self,
        *,
        nursery: Nursery | None,
        may_be_warm: bool,
        before_start: Callable[[], None],
        next_nursery: Callable[[], Nursery | None] = lambda: None,
        sandbox: ArticleSandbox | None = None,
        memory_bytes: int | None = None,
        **options: Any,  # noqa: ANN401 - Jupyter's
    ) -> None:
        super().__init__(client_factory=ArticleKernelClient, kernel_id=str(uuid4()), **options)
        self.nursery, self.may_be_warm = nursery, may_be_warm and sandbox is None
        self.sandbox, self.memory_bytes = sandbox, memory_bytes
        self._before_start, self._next_nursery = before_start, next_nursery
        spec = self.kernel_spec
        if spec is not None and "kernel_provisioner" not in spec.metadata:
            self.provisioner = WarmProvisioner(
                kernel_id=self.kernel_id, kernel_spec=spec, parent=self
            )

    @property
    def process(self) -> NurseryKernel | None:
        """The kernel's process, where it lives in a nursery."""
        process = getattr(self.provisioner, "process", None)
        return process if isinstance(process, NurseryKernel) else None

    @property
    def pid(self) -> int | None:
        """The kernel's process; ``None`` where none is known."""
        pid: int | None = getattr(self.provisioner, "pid", None)
        return pid

    @property
    def is_warm(self) -> bool:
        """Whether the kernel was forked from the nursery."""
        process = self.process
        return process is not None and process.ready.done() and process.ready.result()

    def client(self, **options: Any) -> Any:  # noqa: ANN401 - Jupyter's types disagree
        """Return a client that shares the sockets' threads with all others of the build."""
        return super().client(context=self.context, **options)

    async def wait_for_end(self) -> None:
        """Return when the kernel has ended."""
        if self.process is not None:
            await self.process.until_end()
            return
        while await self.is_alive():  # noqa: ASYNC110 - the system tells nobody
            await asyncio.sleep(_POLL_SECONDS)

    async def _async_launch_kernel(self, kernel_cmd: list[str], **options: Any) -> None:  # noqa: ANN401
        """Start the kernel in the nursery or, where that has ended unasked, in a new one."""
        if self.sandbox is not None and not isinstance(self.provisioner, WarmProvisioner):
            raise RuntimeError("a program of its own starts it, and cannot be sandboxed")
        for _ in range(_NURSERIES):
            self._before_start()
            try:
                await super()._async_launch_kernel(kernel_cmd, **options)
            except NurseryGoneError:
                self.nursery = self._next_nursery()
            else:
                return
        self._before_start()
        self.nursery = None
        await super()._async_launch_kernel(kernel_cmd, **options)

    async def _async_wait(self, pollinterval: float = 0.1) -> None:
        if self.process is not None:
            await self.wait_for_end()
        else:
            await super()._async_wait(pollinterval)


async def _next(channel: Any, patience_s: float, *, to: str = "") -> dict[str, Any] | None:  # noqa: ANN401 - any of Jupyter's
    """Return the next message of a channel, or the next that answers a request; or ``None``."""
    deadline_s = time.monotonic() + patience_s
    while (left_s := deadline_s - time.monotonic()) > 0:
        try:
            message: dict[str, Any] = await channel.get_msg(timeout=left_s)
        except Empty:
            return None
        if not to or message["parent_header"].get("msg_id") == to:
            return message
    return None
