"""Whose turn it is: one preview at a time, and of those that wait for one notebook the newest."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import TypeVar

_Value = TypeVar("_Value")


class SupersededError(Exception):
    """A newer request for the same thing came before this one had begun."""


class Turns:
    """Runs work in one thread beside the server, so that the server goes on answering."""

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="galley-preview")
        self._numbers = count()
        self._newest: dict[Hashable, int] = {}

    async def run(self, key: Hashable, work: Callable[[], _Value]) -> _Value:
        """Return what `work` returns.

        Raises
        ------
        SupersededError
            If work with the same key was asked for while this was waiting.
        """
        number = self._newest[key] = next(self._numbers)

        def begin() -> _Value:
            if self._newest.get(key) != number:
                raise SupersededError
            return work()

        try:
            return await asyncio.wrap_future(self._thread.submit(begin))
        finally:
            if self._newest.get(key) == number:
                del self._newest[key]

    def submit(self, work: Callable[[], object]) -> None:
        """Begin work for which nobody waits; what becomes of it is nobody's concern."""
        self._thread.submit(work)

    def close(self) -> None:
        """Wait for nobody; what has not begun never will."""
        self._thread.shutdown(wait=False, cancel_futures=True)
