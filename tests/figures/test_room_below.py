"""A drawing that is made higher keeps what it holds where it was."""

import pytest

from galley_figures.style.below import room_below
from galley_figures.style.canvas import WIDE, height_px, measured_area, new_figure, page_area, write


def test_what_a_drawing_holds_stays_where_it_was_from_the_top() -> None:
    figure = new_figure(WIDE, height_px=200)
    text = write(page_area(figure), 30, 50, "a word")
    axes = measured_area(figure, left=40, top=60, width=300, height=100)
    page = room_below(figure, bottom=320)
    below = write(page, 30, 300, "another")
    assert height_px(figure) == pytest.approx(320)
    assert text.get_transform().transform((30, 50)) == pytest.approx((30, 320 - 50))
    assert below.get_transform().transform((30, 300)) == pytest.approx((30, 320 - 300))
    assert axes.get_window_extent().bounds == pytest.approx((40, 320 - 160, 300, 100))


def test_a_drawing_is_never_cut() -> None:
    with pytest.raises(ValueError, match=r"^the drawing is 200 px high already, more than 150$"):
        room_below(new_figure(WIDE, height_px=200), bottom=150)
