"""Links to parts of other articles."""

from __future__ import annotations

from datetime import date

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

from galley.checks import check_workspace
from galley.workspace import read_workspace

FIXES = {
    "dose": "did you mean 'doses'?",
    "Doses": "write '#doses'.",
    "zzzzz": "name a heading or a label of that article.",
}


@pytest.fixture
def told(tmp_path):
    """Write two articles in two languages and return what is said of one link."""

    def write(name, text):
        cells = [
            new_raw_cell("---\ntitle: X\n---"),
            new_markdown_cell(text),
            new_code_cell("#| label: fig-a\nplot()"),
        ]
        nbformat.write(new_notebook(cells=cells), tmp_path / name)

    def tell(name, part):
        (tmp_path / "site.toml").write_text('languages = ["en", "id"]\n')
        write("other.ipynb", "## Doses")
        write("other.id.ipynb", "## Dosis")
        write("home.ipynb", "Text.")
        write(name, f"[words](other.ipynb#{part})")
        found = check_workspace(read_workspace(tmp_path, "n"), date(2026, 11, 20))
        return [
            f"{each.message}\n  Fix: {each.fix}"
            for each in found
            if each.rule == "link-part-missing"
        ]

    return tell


@pytest.mark.parametrize("part", FIXES)
def test_a_part_that_the_other_article_does_not_have(told, part):
    assert told("home.ipynb", part) == [
        f"'n/other.ipynb' has no part '{part}', so the link 'other.ipynb#{part}' leads to its top\n"
        f"  Fix: {FIXES[part]}"
    ]


def test_a_translation_links_to_the_translation(told):
    assert told("home.id.ipynb", "dosis") == []
    assert told("home.id.ipynb", "doses") == [
        "'n/other.id.ipynb' has no part 'doses', so the link 'other.ipynb#doses' leads to its top\n"
        "  Fix: did you mean 'dosis'?"
    ]


@pytest.mark.parametrize("part", ["doses", "fig-a", "references"])
def test_headings_labels_and_the_pages_own_parts(told, part):
    assert told("home.ipynb", part) == []
