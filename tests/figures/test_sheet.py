"""The contact sheet: its page, its measures and its pictures, made for real from two figures."""

import csv
import os
import re
import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from galley_figures.errors import FigureError
from galley_figures.sheet.__main__ import main
from galley_figures.sheet.catalogue import Entry, choices_of, entries, gallery_names
from galley_figures.sheet.measures import COLUMNS, Measures
from galley_figures.sheet.page import render_table
from galley_figures.sheet.pictures import BROWSERS, VIEWS, write_pictures
from galley_figures.sheet.write import sheet_of, write_sheet

NAMES = ["recovery_matrix", "spike_timing_curve"]
VOID = {"meta", "link", "br"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sheet") / "made" / "here"
    assert write_sheet(folder, only=NAMES) == 6
    return folder


@pytest.fixture(scope="module")
def html(folder: Path) -> str:
    return (folder / "index.html").read_text("utf-8")


@pytest.fixture(scope="module")
def rows(folder: Path) -> list[dict[str, str]]:
    return list(csv.DictReader((folder / "measures.csv").read_text("utf-8").splitlines()))


class Page(HTMLParser):
    """Collects ids and addresses; fails for a tag that closes another."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list) -> None:
        if tag not in VOID:
            self.open.append(tag)
        self._note(dict(attrs))

    def handle_startendtag(self, _tag: str, attrs: list) -> None:
        self._note(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def _note(self, attributes: dict) -> None:
        if "id" in attributes:
            self.ids.append(attributes["id"])
        self.links += [attributes[name] for name in ("href", "src") if name in attributes]


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    page = Page()
    page.feed(html)
    return page


def test_a_figure_is_drawn_in_each_language_and_with_each_other_choice() -> None:
    assert [entry.title for entry in entries(["recovery_matrix"])] == [
        "recovery_matrix(lang='en')",
        "recovery_matrix(lang='id')",
        "recovery_matrix(lang='en', audience='clinician')",
    ]
    keys = [entry.key for entry in entries()]
    assert len(keys) == len(set(keys))
    assert {entry.name for entry in entries()} >= set(gallery_names())


def test_choices_begin_with_the_default() -> None:
    def figure(*, panel: bool = False, size: float = 1, lang: str = "en") -> None:
        """Take a choice and a number."""

    assert choices_of(figure) == {"panel": (False, True)}


def test_every_tag_closes_and_every_id_is_there_once(page: Page) -> None:
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))


def test_nothing_is_asked_of_the_network(html: str, page: Page) -> None:
    assert all(link.startswith(("#", "data:")) for link in page.links)
    assert {link[1:] for link in page.links if link.startswith("#")} <= set(page.ids)
    assert re.findall(r"url\((?!#|data:)", html) == []
    assert "@import" not in html
    assert "<script" not in html


def test_each_drawing_is_shown_wide_and_narrow_in_both_themes_and_in_grey(html: str) -> None:
    for label in (
        "Wide, light",
        "Wide, dark",
        "Narrow, light",
        "Narrow, dark",
        "Wide, printed in grey",
        "Narrow, in grey",
    ):
        assert html.count(f"<figcaption>{label}</figcaption>") == 6
    assert html.count('viewBox="0 0 720') == html.count('viewBox="0 0 350') == 18
    assert ".dark{--fig-paper:#11161e;" in html


def test_the_table_has_a_row_for_each_drawing(html: str, rows: list[dict[str, str]]) -> None:
    assert [row["name"] for row in rows] == [name for name in NAMES for _ in range(3)]
    assert html.count("<tr><td>") == 6
    assert tuple(rows[0]) == COLUMNS


def test_measures_are_those_of_the_drawing(rows: list[dict[str, str]]) -> None:
    row = rows[0]
    assert row["parameters"] == "lang=en"
    assert 0 < int(row["wide_bytes"]) < int(row["both_bytes"]) <= 12 * 1024
    assert float(row["smallest_text_px"]) == 12
    for theme in ("light", "dark"):
        assert float(row[f"text_contrast_{theme}"]) >= 4.5
        assert float(row[f"mark_contrast_{theme}"]) >= 3
    assert float(row["distance_normal"]) > float(row["distance_grey"]) >= 0
    assert row["told_apart_by"] == "colour labels"
    assert int(row["alt_characters"]) <= 125


def test_a_value_beyond_its_limit_is_marked() -> None:
    good = Measures("x", "lang=en", 1, 1, 2, None, 12, 4.5, 4.5, 3, 3, 9, 9, 9, 9, 9, "colour", 99)
    assert "low" not in render_table([good])
    bad = Measures(
        "x", "lang=en", 1, 1, 12289, None, 11.5, 4.5, 4.5, 2.9, 3, 9, 9, 9, 9, 9, "nothing", 126
    )
    found = re.findall(r'<td class="low">([^<]*)</td>', render_table([bad]))
    assert found == ["12289", "11.5", "2.9", "nothing", "126"]


def test_the_same_sheet_has_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write_sheet(tmp_path, only=NAMES)
    for name in ("index.html", "measures.csv"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_an_unknown_figure_is_refused_with_a_guess() -> None:
    with pytest.raises(FigureError) as error:
        entries(["recovery_matrx"])
    assert str(error.value) == (
        "there is no figure 'recovery_matrx'\nFix: Did you mean 'recovery_matrix'?"
    )


def test_the_command_writes_the_sheet_and_says_where(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "galley_figures.sheet", "--output", str(tmp_path)]
    run = subprocess.run(
        [*command, "--only", "recovery_matrix"], capture_output=True, text=True, check=True
    )
    assert run.stdout == f"3 drawings: {tmp_path / 'index.html'}\n"
    assert run.stderr == ""
    assert sorted(path.name for path in tmp_path.iterdir()) == ["index.html", "measures.csv"]


def test_the_command_refuses_an_unknown_figure_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["--output", str(tmp_path / "x"), "--only", "matrix"]) == 2
    assert capsys.readouterr().err.startswith("there is no figure 'matrix'\nFix: ")
    assert not (tmp_path / "x").exists()


@pytest.mark.browser
def test_pictures_show_each_way_to_see_a_figure(tmp_path: Path) -> None:
    if not any(map(shutil.which, BROWSERS)) and "CI" not in os.environ:
        pytest.skip("needs a Chromium; on Debian and Ubuntu: apt-get install chromium")
    write_pictures(tmp_path, [sheet_of(Entry("recovery_matrix", "gallery", {"lang": "en"}))])
    names = {f"recovery_matrix-en-{view.name}.png" for view in VIEWS}
    assert {path.name for path in tmp_path.iterdir()} == names
    pictures = {path.read_bytes() for path in tmp_path.iterdir()}
    assert len(pictures) == len(VIEWS)
