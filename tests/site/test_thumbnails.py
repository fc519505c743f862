"""The small drawings beside the entries of a list: which figures become one, and what is left."""

from __future__ import annotations

from dataclasses import replace

import pytest

from galley.article.model import Evidence, Figure
from galley.site.thumbnails import small_drawing, wordless

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200" viewBox="0 0 400 200">'
CURVE = '<path d="M20 180C100 180 100 30 380 30" fill="none" stroke="var(--fig-gain, #2f6b2f)"/>'
GRID = '<path d="M0 100h400" fill="none" stroke="var(--fig-hairline, #d3cec2)"/>'


def figure(inside: str, anchor: str = "fig-a") -> Figure:
    return Figure("cell", "", anchor, "1", {"image/svg+xml": f"{HEAD}{inside}</svg>"})


def small(inside: str) -> str:
    return str(wordless(figure(inside), "a.html") or "")


def test_a_drawing_with_colours_of_its_own_stands_on_paper_in_the_dark() -> None:
    drawn = '<path d="M20 180L380 30" fill="none" stroke="#1f77b4"/>'
    assert 'class="on-paper"' in small(drawn)
    assert small(drawn.replace("#1f77b4", "#333333")) == ""


def test_a_drawing_that_follows_the_theme_does_not() -> None:
    assert small(CURVE)
    assert "on-paper" not in small(CURVE)


def test_words_grid_and_frame_are_left_out_and_the_rest_is_cut_out_close() -> None:
    frame = '<path d="M1 1h398v198h-398z" fill="none" stroke="var(--fig-ink-muted, #777)"/>'
    drawn = small(f'{frame}{GRID}<text x="1" y="8">12 weeks</text>{CURVE}')
    assert "12 weeks" not in drawn
    assert drawn.count("<path") == 1
    assert 'width="372" height="162" viewBox="14 24 372 162"' in drawn


def test_an_axis_is_kept_and_what_lies_far_from_the_colours_is_cut_off() -> None:
    curve = CURVE.replace("M20 180C100 180 100 30 380 30", "M40 120C100 120 100 30 340 30")
    axis, far = (f'<path d="M40 {y}h300" stroke="var(--fig-ink, #1a1a1a)"/>' for y in (126, 190))
    assert 'viewBox="34 24 312 108"' in small(f"{curve}{axis}{far}")


def test_the_dashed_frame_of_a_schematic_stays() -> None:
    frame = CURVE.replace("M20 180C100 180 100 30 380 30", "M1 1h398v198h-398z")
    dashed = frame.replace("/>", ' stroke-dasharray="4,3"/>')
    assert small(f"{dashed}{CURVE}").count("<path") == 2


@pytest.mark.parametrize(
    "inside",
    [
        # A row of intervals, boxes of a flow chart, a line without colour, a line that is flat.
        '<path d="M20 40h300" fill="none" stroke="var(--fig-gain, #2f6b2f)"/>',
        '<path d="M20 20h200v150h-200z" fill="var(--fig-gain, #2f6b2f)"/>',
        '<rect x="20" y="20" width="200" height="150" fill="var(--fig-gain, #2f6b2f)"/>',
        CURVE.replace("--fig-gain", "--fig-ink"),
        CURVE.replace("--fig-gain", "--fig-gain-tint"),
        CURVE.replace("100 30 380 30", "100 170 380 170") + '<path d="M0 20h9"/>',
        # A sign of warning in a corner of what is drawn in ink.
        '<path d="M20 190L40 160L60 190z" fill="var(--fig-caution, #8a5a00)"/>'
        + CURVE.replace("--fig-gain", "--fig-ink"),
        # Neither a tower nor a ribbon fits beside an entry.
        CURVE.replace("M20 180C100 180 100 30 380 30", "M20 190C30 190 30 10 60 10"),
        "",
    ],
)
def test_what_says_nothing_without_words_is_left_out(inside: str) -> None:
    assert small(inside) == ""


def test_people_in_colour_speak_as_marks_that_are_used_again_do() -> None:
    people = "".join(
        f"M{x} {y}c5 0 5 9 0 9z" for x in range(20, 380, 20) for y in range(20, 180, 20)
    )
    assert small(f'<path d="{people}" fill="var(--fig-harm, #a33)"/>')
    dot = '<defs><path id="d" d="M0 3C2 3 2 0 0 0z"/></defs>'
    used = "".join(f'<use href="#d" x="{x}" y="{x // 2}"/>' for x in range(20, 380, 20))
    assert "<use" in small(f'{dot}<g fill="var(--fig-gain, #2f6b2f)">{used}</g>{CURVE}')


def test_a_drawing_that_cannot_be_measured_or_is_heavy_is_left_out() -> None:
    assert small(f'<g transform="scale(2)">{CURVE}</g>') == ""
    assert small(CURVE * 400) == ""
    assert small("<path") == ""


def test_an_article_shows_the_first_figure_that_speaks() -> None:
    table, curve = figure(GRID, "fig-table"), figure(CURVE, "fig-curve")
    assert small_drawing([table, curve], "a.html") == wordless(curve, "a.html")
    assert small_drawing([table], "a.html") is None


def test_made_up_data_are_not_shown_without_the_word_that_says_so() -> None:
    made_up = replace(figure(CURVE), evidence=Evidence("synthetic"))
    assert small_drawing([made_up], "a.html") is None
    assert small_drawing([replace(made_up, evidence=Evidence("model"))], "a.html")
