"""What drawn figures can be asked: where words are, what crosses them, what is painted."""

from collections.abc import Callable

import numpy as np
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.inspection import (
    Shape,
    Word,
    overlapping_texts,
    painted,
    texts_leaving_the_canvas,
    texts_over_marks,
    visible_texts,
    with_gid,
)
from galley_figures.style.canvas import (
    NARROW,
    box,
    drawn,
    measured_area,
    new_figure,
    page_area,
    rule,
    write,
)
from galley_figures.style.fonts import text_width_px
from galley_figures.style.marks import dots
from galley_figures.style.palette import colour


def draw(*steps: Callable[[Axes], object]) -> Figure:
    def page(_data: None, layout: object) -> Figure:
        figure = new_figure(layout, height_px=100)
        area = page_area(figure)
        for step in steps:
            step(area)
        return figure

    return drawn(page, None, NARROW)


def word(page: Axes) -> None:
    write(page, 100, 50, "some words", gid="label")


def line_at(y: float, order: float = 2) -> Callable[[Axes], object]:
    return lambda page: rule(page, (0, 350), (y, y), colour_name="time", gid="curve", zorder=order)


def test_a_line_through_words_is_found_with_its_name() -> None:
    assert texts_over_marks(draw(line_at(46), word)) == [("some words", "curve")]


def test_a_line_drawn_over_words_is_found_too() -> None:
    assert texts_over_marks(draw(word, line_at(46, order=9))) == [("some words", "curve")]


@pytest.mark.parametrize("y", [36, 55])
def test_a_line_above_or_below_the_letters_crosses_nothing(y: float) -> None:
    assert texts_over_marks(draw(line_at(y), word)) == []


def test_a_line_between_two_words_crosses_none() -> None:
    gap = 100 + text_width_px("some ", 13) - 1
    upright = lambda page: rule(page, (gap, gap), (0, 100), width=1)  # noqa: E731
    assert texts_over_marks(draw(upright, word)) == []
    letter = lambda page: rule(page, (110, 110), (0, 100), width=1, gid="axis")  # noqa: E731
    assert texts_over_marks(draw(letter, word)) == [("some words", "axis")]


def test_a_quiet_area_under_words_crosses_nothing_even_at_its_border() -> None:
    tint = lambda page: box(page, 0, 0, 120, 100, fill="time-tint")  # noqa: E731
    assert texts_over_marks(draw(tint, word)) == []


def test_words_inside_a_bar_are_its_label_but_its_border_crosses_them() -> None:
    def bar(width: float) -> Callable[[Axes], object]:
        return lambda page: box(page, 90, 30, width, 30, fill="time", gid="bar")

    assert texts_over_marks(draw(bar(150), word)) == []
    assert texts_over_marks(draw(bar(30), word)) == [("some words", "bar")]


def test_words_on_a_ground_of_their_own_hide_the_line() -> None:
    ground = lambda page: box(page, 95, 35, 90, 22, fill="paper", zorder=2.5)  # noqa: E731
    assert texts_over_marks(draw(line_at(46), ground, word)) == []
    assert texts_over_marks(draw(ground, line_at(46, order=2.7), word)) == [("some words", "curve")]


def test_words_that_something_covers_are_found() -> None:
    cover = lambda page: box(page, 0, 0, 350, 100, fill="band", gid="cover", zorder=9)  # noqa: E731
    assert texts_over_marks(draw(word, cover)) == [("some words", "cover")]


def test_dots_under_words_are_found() -> None:
    spots = lambda page: dots(page, [(10, 10), (110, 46)], diameter=6, colour_name="harm")  # noqa: E731
    assert texts_over_marks(draw(spots, word)) == [("some words", "patch")]


def test_a_mark_or_a_word_can_be_excused_by_its_gid() -> None:
    figure = draw(line_at(46), word)
    assert texts_over_marks(figure, excused=["curve"]) == []
    assert texts_over_marks(figure, excused=["label"]) == []


def test_a_watermark_may_be_crossed_and_overlapped() -> None:
    mark = lambda page: write(page, 100, 52, "watermark", size_px=30, gid="watermark")  # noqa: E731
    figure = draw(mark, line_at(46), lambda page: write(page, 110, 90, "apart"))
    assert texts_over_marks(figure) == []
    assert overlapping_texts(draw(mark, word)) == []


def test_overlapping_words_and_words_outside_are_found() -> None:
    figure = draw(
        word, lambda page: write(page, 120, 53, "more"), lambda page: write(page, 340, 90, "out")
    )
    assert overlapping_texts(figure) == [("some words", "more")]
    assert texts_leaving_the_canvas(figure) == ["out"]


def test_what_is_painted_comes_in_drawing_order_with_its_paint() -> None:
    figure = draw(word, lambda page: box(page, 5, 10, 20, 30, fill="time", edge="ink", gid="bar"))
    bar, first, second = painted(figure)
    assert isinstance(bar, Shape)
    assert (bar.gid, bar.kind, bar.width_px) == ("bar", "patch", 1)
    assert (bar.fill.colour, bar.stroke.colour) == (colour("time"), colour("ink"))
    assert bar.path.get_extents().bounds == pytest.approx((5, 60, 20, 30))
    assert isinstance(first, Word)
    assert [first.word, second.word] == ["some", "words"]
    assert first.box.x1 < second.box.x0
    assert first.box.y0 == pytest.approx(50, abs=0.5)
    assert first.box.height == pytest.approx(7, abs=1)


def test_a_line_and_its_markers_belong_to_one_artist() -> None:
    def page(_data: None, layout: object) -> Figure:
        figure = new_figure(layout, height_px=100)
        axes = measured_area(figure, left=20, top=10, width=100, height=60)
        axes.set_axis_off()
        axes.plot([0, 1], [0, 1], "--", color=colour("time"))
        axes.plot([0, 1], [1, 0], "-s", color=colour("dose"))
        return figure

    dashed, solid, *squares = painted(drawn(page, None, NARROW))
    assert len(squares) == 2
    assert {shape.artist for shape in squares} == {solid.artist} != {dashed.artist}
    assert len({shape.marker for shape in squares}) == 1
    assert dashed.dashes
    assert not solid.dashes
    assert not solid.marker


def test_an_area_between_curves_is_no_marker_and_a_scatter_is() -> None:
    def page(_data: None, layout: object) -> Figure:
        figure = new_figure(layout, height_px=100)
        area = page_area(figure)
        area.fill_between([10, 60], [20, 30], [60, 80], color=colour("time-tint"))
        area.scatter([80, 90], [20, 30], color=colour("time"))
        return figure

    band, *spots = painted(drawn(page, None, NARROW))
    assert not band.marker
    assert len(spots) == 2
    assert all(spot.marker for spot in spots)


def test_what_is_hidden_is_not_painted() -> None:
    figure = draw(word, line_at(46))
    for artist in with_gid(figure, "curve"):
        artist.set_visible(False)
    assert all(isinstance(thing, Word) for thing in painted(figure))
    assert [text.get_text() for text in visible_texts(figure)] == ["some words"]


def test_upright_words_are_measured_as_they_stand() -> None:
    figure = draw(lambda page: write(page, 50, 90, "upright", rotation=90))
    (upright,) = painted(figure)
    assert isinstance(upright, Word)
    assert upright.box.height > 3 * upright.box.width


def test_curves_become_short_pieces() -> None:
    def page(_data: None, layout: object) -> Figure:
        figure = new_figure(layout, height_px=100)
        page_area(figure).plot([50], [50], "o", ms=20, color=colour("time"))
        return figure

    (disc,) = painted(drawn(page, None, NARROW))
    (outline,) = disc.polylines
    assert np.hypot(*(outline - (50, 50)).T) == pytest.approx(10, abs=0.1)
