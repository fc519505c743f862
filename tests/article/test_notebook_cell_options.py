"""Cell options: the lines at the top of a code cell."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from galley.article.notebook import cell_option_findings, cell_options
from galley.findings import Place

PLACE = Place("x.ipynb", "a")


def test_options_are_read_as_yaml_and_taken_off_the_code() -> None:
    source = "#| label: fig-window\n#| caption: The first weeks.\n#| echo: true\nplot()\n"
    assert cell_options(source) == (
        {"label": "fig-window", "caption": "The first weeks.", "echo": True},
        "plot()\n",
    )


def test_a_value_can_go_over_several_lines() -> None:
    assert cell_options("#| caption: >-\n#|   Two\n#|   lines\n1") == (
        {"caption": "Two lines"},
        "1",
    )


def test_a_caption_with_a_colon_in_it_is_meant_as_it_stands() -> None:
    options, _ = cell_options("#| caption: Windows: when training works\n#| echo: false")
    assert options == {"caption": "Windows: when training works", "echo": False}
    assert cell_option_findings("#| caption: Windows: when training works", PLACE) == ()


def test_a_word_alone_is_switched_on() -> None:
    assert cell_options("#|hide\nx")[0] == {"hide": True}


def test_options_further_down_are_comments() -> None:
    assert cell_options("x = 1\n#| echo: true") == ({}, "x = 1\n#| echo: true")


def test_a_line_that_cannot_be_read_is_a_finding_with_its_line() -> None:
    source = "\n#| label: fig-a\n#| ??\nplot()"
    assert cell_options(source) == ({"label": "fig-a"}, "plot()")
    assert [str(finding) for finding in cell_option_findings(source, PLACE)] == [
        (
            "x.ipynb#a:3: this cell option cannot be read: '#| ??'\n"
            "  Fix: Write it as #| key: value, for example #| caption: Recovery in the first weeks."
        )
    ]


@given(st.text())
def test_any_source_is_split_without_an_error(text: str) -> None:
    cell_options(text)
    cell_option_findings("#| " + text, PLACE)
