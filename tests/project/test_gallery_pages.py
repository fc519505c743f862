"""The two pages of figures show every figure and every kind, alike in both languages."""

import re
from functools import cache
from pathlib import Path

import nbformat
import pytest

import galley_figures

GALLERY = Path(__file__).resolve().parents[2] / "notebooks" / "gallery"
PAGES = ("figures", "figures-from-a-table")


@cache
def source(name: str) -> str:
    notebook = nbformat.read(GALLERY / f"{name}.ipynb", as_version=4)
    return "\n".join(cell.source for cell in notebook.cells)


def names_in(folder: str) -> list[str]:
    return [
        name
        for name, home in galley_figures._HOMES.items()
        if home.startswith(f"galley_figures.{folder}.")
    ]


@pytest.mark.parametrize("name", names_in("gallery"))
@pytest.mark.parametrize("lang", ["", ".id"])
def test_every_ready_figure_is_shown(name: str, lang: str) -> None:
    assert re.search(rf"\b{name}[(,]", source(f"figures{lang}"))


# A picture needs a file of the author's own.
@pytest.mark.parametrize("name", [name for name in names_in("kinds") if name != "picture"])
@pytest.mark.parametrize("lang", ["", ".id"])
def test_every_kind_is_shown_with_its_table(name: str, lang: str) -> None:
    assert re.search(rf"^{name}\(", source(f"figures-from-a-table{lang}"), re.MULTILINE)


@pytest.mark.parametrize("page", PAGES)
def test_both_languages_cite_and_show_the_same(page: str) -> None:
    for pattern in (r"@([a-z]+\d{4})", r"#\| label: (\S+)", r"^(\w+)\("):
        english, indonesian = (
            re.findall(pattern, source(page + lang), re.MULTILINE) for lang in ("", ".id")
        )
        assert english
        assert english == indonesian
