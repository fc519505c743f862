"""Which cells readers see, and how."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell

from galley.article.cells import code_view, is_in_edition, shown_cells


def tagged(source: str, *tags: str):
    return new_code_cell(source, metadata={"tags": list(tags)})


def test_machine_cells_never_reach_readers():
    cells = [
        tagged("lang = 'en'", "parameters"),
        tagged("lang = 'id'", "injected-parameters"),
        tagged("import os", "remove-cell"),
        new_raw_cell("raw"),
        new_markdown_cell("  \n"),
        new_code_cell(""),
        new_markdown_cell("Seen."),
    ]

    assert [cell.source for cell in shown_cells(cells, "")] == ["Seen."]


@pytest.mark.parametrize(
    ("tags", "edition", "expected"),
    [
        ([], "patient", True),
        (["edition:patient"], "patient", True),
        (["edition:patient"], "clinician", False),
        (["edition:patient", "edition:clinician"], "clinician", True),
        (["edition:clinician"], "", False),
    ],
)
def test_a_cell_tagged_with_editions_is_in_those_only(tags, edition, expected):
    assert is_in_edition(tags, edition) is expected


@pytest.mark.parametrize(
    ("source", "tags", "show_code", "expected"),
    [
        ("x = 1", (), False, False),
        ("x = 1", (), True, True),
        ("#| echo: true\nx = 1", (), False, True),
        ("#| echo: false\nx = 1", (), True, False),
        ("x = 1", ("remove-input",), True, False),
        ("#| echo: true\nx = 1", ("remove_input",), True, True),
        ("#| include: false\nx = 1", (), True, False),
    ],
)
def test_code_is_shown_where_the_cell_or_the_site_says_so(source, tags, show_code, expected):
    view = code_view(tagged(source, *tags), show_code=show_code)

    assert view.shows_input is expected


def test_option_lines_are_no_part_of_the_code():
    view = code_view(tagged("#| label: fig-a\n#| fig-cap: Seen.\nplot()"), show_code=True)

    assert view.source.strip() == "plot()"
    assert view.options == {"label": "fig-a", "caption": "Seen."}
