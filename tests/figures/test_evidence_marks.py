"""Where the watermark of made-up data stands."""

import math

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.transforms import Bbox

from galley_figures.inspection import text_box, with_gid
from galley_figures.style.canvas import WIDE, Layout, drawn, new_figure, page_area, write
from galley_figures.style.evidence_marks import _freest_place, marked

BAND = Bbox.from_bounds(0, 100, 720, 150)
AREA = Bbox.from_bounds(0, 0, 190, 34)


def boxes(seed: int) -> list[Bbox]:
    corners = np.random.default_rng(seed).uniform((0, 80), (700, 260), (25, 2))
    return [Bbox.from_bounds(x, y, 90, 18) for x, y in corners]


def shared(place: tuple[float, float], taken: list[Bbox]) -> float:
    """Add up what the watermark would cover, one box after the other."""
    x, y = place
    half_width, half_height = AREA.width / 2 + 8, AREA.height / 2
    around = Bbox.from_extents(x - half_width, y - half_height, x + half_width, y + half_height)
    parts = [Bbox.intersection(around, box) for box in taken]
    return sum(part.width * part.height for part in parts if part is not None)


@pytest.mark.parametrize("seed", range(5))
def test_no_place_in_its_band_covers_less(seed: int) -> None:
    taken = boxes(seed)
    found = shared(_freest_place(AREA, BAND, taken), taken)
    others = [(x, y) for x in np.linspace(103, 617, 13) for y in np.linspace(117, 233, 13)]
    assert found <= min(shared(place, taken) for place in others) + 1


def test_it_stands_in_the_middle_where_nothing_is_written() -> None:
    assert _freest_place(AREA, BAND, []) == (360, 175)


def test_it_stands_as_near_to_the_middle_as_it_can() -> None:
    word = Bbox.from_bounds(350, 165, 20, 20)
    place = _freest_place(AREA, BAND, [word])
    assert shared(place, [word]) == 0
    assert math.dist(place, (360, 175)) < 40


def test_it_keeps_off_the_words_of_a_drawing() -> None:
    def draw(_data: None, layout: Layout) -> Figure:
        figure = new_figure(layout, height_px=120)
        write(page_area(figure), 360, 60, "words in the middle", size_px=30, align="center")
        return figure

    figure = marked(drawn(draw, None, WIDE), "synthetic", "en")
    (mark,) = with_gid(figure, "watermark")
    words = next(text for axes in figure.axes for text in axes.texts if "words" in text.get_text())
    assert Bbox.intersection(text_box(mark), text_box(words)) is None
