"""Pictures of the gallery: drawn by the library in a process of its own, once for a version."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from tests.jupyterlab.figure_cells import catalogue

from galley.jupyterlab.figures import drawing
from galley.jupyterlab.figures.drawer import list_record, picture_record
from galley.jupyterlab.figures.drawing import Drawer, DrawingError, Pictures, library_stamp


@pytest.fixture
def drawer() -> Iterator[Drawer]:
    drawer = Drawer()
    yield drawer
    drawer.close()


@pytest.mark.parametrize("name", ["plasticity_window", "qeeg_map", "bars", "picture"])
def test_a_figure_has_a_picture_for_both_themes(name: str) -> None:
    record = picture_record(name, "en")
    assert record["alt"]
    for svg in record["svg"].values():
        ET.fromstring(svg)
        assert "var(" not in svg
        assert not re.search(r"(?:href|src)=.(?!data:)http", svg)


def test_a_picture_has_the_colours_of_its_theme() -> None:
    pictures = picture_record("bars", "id")["svg"]
    assert pictures["light"] != pictures["dark"]


def test_the_list_is_the_same_as_the_library_s() -> None:
    assert len(catalogue()) == len(list_record())


def test_it_is_drawn_in_another_process(drawer: Drawer) -> None:
    assert drawer.ask({"name": "bars", "lang": "id"})["alt"].startswith("2 batang")
    assert [each["name"] for each in drawer.ask({})] == list(catalogue())


def test_what_cannot_be_drawn_is_told_and_the_next_is_drawn(drawer: Drawer) -> None:
    with pytest.raises(DrawingError, match="nothing"):
        drawer.ask({"name": "nothing", "lang": "en"})
    assert drawer.ask({"name": "bars", "lang": "en"})["alt"]


def test_a_process_that_dies_is_started_again(drawer: Drawer) -> None:
    drawer.ask({"name": "bars", "lang": "en"})
    process = drawer._process
    assert process is not None
    process.kill()
    process.wait()
    assert drawer.ask({"name": "bars", "lang": "en"})["alt"]


def test_the_process_ends_when_nobody_asks_any_more(
    drawer: Drawer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drawing, "IDLE_SECONDS", 0.01)
    drawer.ask({"name": "bars", "lang": "en"})
    process = drawer._process
    assert process is None or process.wait(60) is not None


# What is kept


class Asked:
    """Answers like a drawer, and counts."""

    def __init__(self) -> None:
        self.questions: list[Mapping[str, str]] = []

    def __call__(self, question: Mapping[str, str]) -> Any:
        self.questions.append(question)
        return list_record() if not question else {"alt": question["name"]}


def test_a_picture_is_drawn_once_for_all_who_ask(tmp_path: Path) -> None:
    asked = Asked()
    for _ in range(2):
        pictures = Pictures(tmp_path, asked)
        assert list(pictures.catalogue()) == list(catalogue())
        assert pictures.picture("bars", "en") == {"alt": "bars"}
        assert pictures.picture("bars", "id") == {"alt": "bars"}
    assert asked.questions == [
        {},
        {"name": "bars", "lang": "en"},
        {"name": "bars", "lang": "id"},
    ]


def test_a_damaged_picture_is_drawn_again(tmp_path: Path) -> None:
    asked = Asked()
    Pictures(tmp_path, asked).picture("bars", "en")
    (kept,) = tmp_path.rglob("bars.en.json")
    kept.write_text('{"alt": "ba', encoding="utf-8")
    assert Pictures(tmp_path, asked).picture("bars", "en") == {"alt": "bars"}
    assert len(asked.questions) == 2


def test_another_version_draws_anew_and_old_ones_are_forgotten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = Asked()
    for number in range(6):
        monkeypatch.setattr(drawing, "library_stamp", lambda number=number: f"version-{number}")
        Pictures(tmp_path, asked).picture("bars", "en")
    assert len(asked.questions) == 6
    kept = sorted(folder.name for folder in (tmp_path / "figures").iterdir())
    assert kept[-1] == "version-5"
    assert len(kept) == 3


def test_without_a_place_to_keep_them_pictures_are_drawn_all_the_same(tmp_path: Path) -> None:
    asked = Asked()
    assert Pictures(None, asked).picture("bars", "en") == {"alt": "bars"}
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    assert Pictures(blocked, asked).picture("bars", "en") == {"alt": "bars"}


def test_the_library_s_state_has_one_stamp() -> None:
    assert library_stamp() == library_stamp()


def test_a_server_that_reads_calls_loads_nothing_that_draws() -> None:
    code = "import sys, galley.jupyterlab.figures.service; print('matplotlib' in sys.modules)"
    said = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout
    assert said == "False\n"
