"""A notebook is told by what changed in it."""

from __future__ import annotations

from typing import Any

import pytest

from galley.jupyterlab.cell_memory import CellMemory, UnknownCellsError


def told(keys: list[str], **cells: Any) -> dict[str, Any]:
    return {"notebook": {"metadata": {"a": 1}}, "keys": keys, "cells": cells}


def test_cells_that_were_sent_need_not_be_sent_again() -> None:
    memory = CellMemory()
    memory.whole("me", told(["1", "2"], **{"1": "one", "2": "two"}))
    notebook = memory.whole("me", told(["2", "3", "2"], **{"3": "three"}))
    assert notebook == {"metadata": {"a": 1}, "cells": ["two", "three", "two"]}


def test_cells_that_are_missing_are_asked_for_and_the_others_kept() -> None:
    memory = CellMemory()
    with pytest.raises(UnknownCellsError) as unknown:
        memory.whole("me", told(["1", "2", "3", "1"], **{"2": "two"}))
    assert unknown.value.keys == ("1", "3")
    notebook = memory.whole("me", told(["1", "2", "3"], **{"1": "one", "3": "three"}))
    assert notebook["cells"] == ["one", "two", "three"]


def test_cells_that_are_gone_are_forgotten() -> None:
    memory = CellMemory()
    memory.whole("me", told(["1"], **{"1": "one"}))
    memory.whole("me", told([]))
    with pytest.raises(UnknownCellsError):
        memory.whole("me", told(["1"]))


def test_nobody_is_given_the_cells_of_others() -> None:
    memory = CellMemory()
    memory.whole("me", told(["1"], **{"1": "one"}))
    with pytest.raises(UnknownCellsError):
        memory.whole("you", told(["1"]))


def test_of_many_notebooks_the_last_are_kept() -> None:
    memory = CellMemory()
    for number in range(20):
        memory.whole(number, told(["1"], **{"1": "one"}))
    assert memory.whole(19, told(["1"]))["cells"] == ["one"]
    with pytest.raises(UnknownCellsError):
        memory.whole(0, told(["1"]))


def test_a_notebook_that_was_sent_whole_is_taken_as_it_is() -> None:
    assert CellMemory().whole("me", {"notebook": {"cells": 1}}) == {"cells": 1}
