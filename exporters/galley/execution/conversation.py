"""Asking a kernel to run a cell, and listening until it is done, too late or dead.

A kernel may be in the hands of a stranger's code: it may say nothing, everything, or nonsense. So
nothing here waits for it without an end, and whatever waits is ended before the next cell.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from typing import Any, Protocol

import zmq
from jupyter_core.utils import ensure_async
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode

from galley.execution.hearing import Hearing
from galley.execution.kernel_manager import ArticleKernelManager

# Loaded machines deliver the last outputs late.
_LATE_OUTPUT_SECONDS = 60.0
# A kernel that ends may have sent its last words; they are read first.
_LAST_WORDS_SECONDS = 0.2
# A kernel whose connection is closed has ended as a rule; that is told a little later.
_END_SECONDS = 1.0
# So many messages in a row may keep everything else of the article waiting.
_MESSAGES_AT_ONCE = 16

_Begin = Callable[[Coroutine[Any, Any, Any]], "asyncio.Task[Any]"]


class TooLateError(Exception):
    """A cell did not end in its time."""


class Watch(Protocol):
    """What looks after the kernel while it runs a cell."""

    async def watch(self) -> None:
        """End the kernel where it passes a limit; this never returns."""

    def note_message(self) -> None:
        """Look at what has been heard so far."""

    def note_cut(self) -> None:
        """End the kernel, which said more at once than can be heard."""


class Conversation:
    """All that is said between an article and its kernel.

    Parameters
    ----------
    hearing
        What becomes of what the kernel says.
    """

    def __init__(
        self,
        client: Any,  # noqa: ANN401 - Jupyter's
        manager: ArticleKernelManager,
        hearing: Hearing,
        watch: Watch,
    ) -> None:
        self._client, self._manager = client, manager
        self._hearing, self._watch = hearing, watch
        self._messages = 0
        self._is_cut = False
        self._events = client.iopub_channel.socket.get_monitor_socket(zmq.EVENT_DISCONNECTED)

    async def run(
        self, cell: NotebookNode, seconds: float | None, *, stops_on_error: bool
    ) -> dict[str, Any]:
        """Run a cell and return what the kernel answers.

        Raises
        ------
        TooLateError
            If it does not end within so many seconds.
        DeadKernelError
            If its kernel ends meanwhile.
        """
        asked = await ensure_async(
            self._client.execute(cell.source, store_history=True, stop_on_error=stops_on_error)
        )
        self._hearing.expect(asked, cell)
        async with _ended_together() as begin:
            ending, _ = begin(self._until_end()), begin(self._watch.watch())
            begin(self._until_cut())
            listening = begin(self._until_idle(asked))
            try:
                answer = await _first(begin(self._answer(asked)), ending, seconds)
                await _first(listening, ending, min(_LATE_OUTPUT_SECONDS, seconds or float("inf")))
            except TooLateError:
                if self._is_cut:
                    self._watch.note_cut()  # nothing more can be heard of it
                raise
        return dict(answer)

    def close(self) -> None:
        """Let go of what listens."""
        # In this order: the sockets' context would wait for a half of the pair that is left.
        self._client.iopub_channel.socket.disable_monitor()
        self._events.close(linger=0)

    async def _until_end(self) -> None:
        await self._manager.wait_for_end()
        await asyncio.sleep(_LAST_WORDS_SECONDS)

    async def _until_cut(self) -> None:
        """Notice that a message was too large to be taken, which closes the connection."""
        await self._events.recv_multipart()
        self._is_cut = True
        await asyncio.sleep(_END_SECONDS)  # a kernel that ends closes it as well
        self._watch.note_cut()

    async def _answer(self, asked: str) -> dict[str, Any]:
        while True:
            message = await _next(self._client.shell_channel)
            if message is not None and message["parent_header"].get("msg_id") == asked:
                content = message["content"]
                return content if isinstance(content, dict) else {}

    async def _until_idle(self, asked: str) -> None:
        is_idle = False
        while not is_idle:
            message = await _next(self._client.iopub_channel)
            if message is not None:
                is_idle = self._hear(message) and message["parent_header"].get("msg_id") == asked
            self._messages += 1
            if self._messages % _MESSAGES_AT_ONCE == 0:
                await asyncio.sleep(0)

    def _hear(self, message: dict[str, Any]) -> bool:
        is_done = self._hearing.hear(message)
        self._watch.note_message()
        return is_done


@asynccontextmanager
async def _ended_together() -> AsyncIterator[_Begin]:
    """Give a function that begins tasks, all of which are ended at the end."""
    begun: list[asyncio.Task[Any]] = []

    def begin(what: Coroutine[Any, Any, Any]) -> asyncio.Task[Any]:
        begun.append(asyncio.ensure_future(what))
        return begun[-1]

    try:
        yield begin
    finally:
        for task in begun:
            task.cancel()
        await asyncio.gather(*begun, return_exceptions=True)


async def _first(
    wanted: asyncio.Task[Any], ending: asyncio.Task[None], seconds: float | None
) -> Any:  # noqa: ANN401 - what is wanted
    await asyncio.wait({wanted, ending}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    if wanted.done():
        return wanted.result()
    if ending.done():
        raise DeadKernelError("the kernel died")
    raise TooLateError


async def _next(channel: Any) -> dict[str, Any] | None:  # noqa: ANN401 - Jupyter's
    """Return a channel's next message; ``None`` for one that is none."""
    parts = await channel.socket.recv_multipart()
    try:
        _, signed = channel.session.feed_identities(parts)
        message: dict[str, Any] = channel.session.deserialize(signed)
        is_message = isinstance(message["parent_header"], dict)
    except Exception:  # noqa: BLE001 - whatever code of a stranger may send
        return None
    return message if is_message and isinstance(message["header"].get("msg_type"), str) else None
