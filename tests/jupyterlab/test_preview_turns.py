"""One preview at a time; of those that wait for one notebook, the newest."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator

import pytest

from galley.jupyterlab.turns import SupersededError, Turns


@pytest.fixture
def turns() -> Iterator[Turns]:
    turns = Turns()
    yield turns
    turns.close()


async def outcomes(turns: Turns, keys: str) -> list[object]:
    """Ask for work with each key while another work goes on, and return what came of each."""
    go_on = threading.Event()
    first = asyncio.create_task(turns.run("first", go_on.wait))
    await asyncio.sleep(0)
    waiting = [
        asyncio.create_task(turns.run(key, lambda number=number: number))  # type: ignore[misc]
        for number, key in enumerate(keys)
    ]
    await asyncio.sleep(0)
    go_on.set()
    found = await asyncio.gather(first, *waiting, return_exceptions=True)
    return [type(each) if isinstance(each, Exception) else each for each in found[1:]]


def test_a_newer_request_takes_the_place_of_one_that_has_not_begun(turns: Turns) -> None:
    assert asyncio.run(outcomes(turns, "aaa")) == [SupersededError, SupersededError, 2]


def test_requests_for_other_notebooks_keep_their_turn(turns: Turns) -> None:
    assert asyncio.run(outcomes(turns, "aba")) == [SupersededError, 1, 2]


def test_what_has_begun_is_answered(turns: Turns) -> None:
    async def ask() -> tuple[str, str]:
        begun, go_on = threading.Event(), threading.Event()

        def slow() -> str:
            begun.set()
            go_on.wait()
            return "old"

        old = asyncio.create_task(turns.run("a", slow))
        await asyncio.to_thread(begun.wait)
        new = asyncio.create_task(turns.run("a", lambda: "new"))
        await asyncio.sleep(0)
        go_on.set()
        return await old, await new

    assert asyncio.run(ask()) == ("old", "new")


def test_a_failure_is_that_of_its_request_alone(turns: Turns) -> None:
    async def ask() -> str:
        with pytest.raises(ZeroDivisionError):
            await turns.run("a", lambda: str(1 / 0))
        return await turns.run("a", lambda: "well")

    assert asyncio.run(ask()) == "well"
