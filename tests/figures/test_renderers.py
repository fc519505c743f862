"""Words and dots in the picture of a figure stand where its SVG has them."""

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.patches import PathPatch
from matplotlib.textpath import TextPath, text_to_path
from matplotlib.transforms import Affine2D

from galley_figures.compose import png_in_style
from galley_figures.style.canvas import WIDE, house_style, new_figure, page_area, write
from galley_figures.style.fonts import Weight, font_file, text_size_px
from galley_figures.style.marks import dots
from galley_figures.style.palette import colour
from galley_figures.style.renderers import MeasuringRenderer, pixels
from galley_figures.style.svg import svg_in_style

DPI = 144
LINES = [
    "",
    "p",
    "after 6 months, n = 224",
    "“≥ 2,104” – Åse fired after an office AVATAR",
    " two  spaces ",
    "– –",
]


def ink(figure: Figure) -> np.ndarray:
    """Return how dark each pixel is, 0 for paper."""
    found = pixels(figure, dpi=DPI, ground="#ffffff")
    return 255.0 - found[..., 0]


def page_with(text: str, **options: object) -> Figure:
    figure = new_figure(WIDE, height_px=80)
    write(page_area(figure), 100.3, 40.6, text, **options)
    return figure


def middle(darkness: np.ndarray) -> np.ndarray:
    rows, columns = np.indices(darkness.shape)
    return np.array([(darkness * rows).sum(), (darkness * columns).sum()]) / darkness.sum()


@pytest.mark.parametrize("weight", ["regular", "semibold"])
@pytest.mark.parametrize("line", LINES)
def test_a_line_is_exactly_as_wide_as_its_words_and_spaces(line: str, weight: Weight) -> None:
    file = font_file(weight)
    whole = text_to_path.get_text_width_height_descent(
        line, FontProperties(fname=file, size=13), ismath=False
    )
    assert text_size_px(line, 13, file) == pytest.approx(whole, abs=1e-9)


def outlined(text: str, size: int, align: str) -> Figure:
    """Return the page with the words as shapes, which no renderer of words can move."""
    prop = FontProperties(fname=font_file(), size=size)
    share = {"left": 0, "center": 0.5, "right": 1}[align]
    left = 100.3 - share * text_size_px(text, size, font_file())[0]
    figure = new_figure(WIDE, height_px=80)
    shape = TextPath((0, 0), text, prop=prop).transformed(Affine2D().scale(1, -1))
    path = shape.transformed(Affine2D().translate(left, 40.6))
    page_area(figure).add_patch(PathPatch(path, facecolor=colour("ink"), lw=0))
    return figure


@pytest.mark.parametrize("align", ["left", "center", "right"])
@pytest.mark.parametrize("size", [12, 13, 34])
@pytest.mark.parametrize("text", ["Acute", "jgypq lower", "Åg", "10"])
def test_words_are_painted_where_they_belong(text: str, size: int, align: str) -> None:
    with house_style():
        here = middle(ink(page_with(text, size_px=size, align=align)))
        there = middle(ink(outlined(text, size, align)))
    assert np.abs(here - there).max() < 0.7


def test_words_on_one_line_share_it_whatever_their_size_and_letters() -> None:
    with house_style():
        for size, text in ((12, "x"), (13, "xå"), (34, "xÅ")):
            rows = np.flatnonzero(ink(page_with(text, size_px=size)).max(axis=1) > 100)
            assert abs(rows.max() - round(40.6 * 2)) <= 1, text


def test_upright_words_are_painted_too() -> None:
    with house_style():
        darkness = ink(page_with("upright", rotation=90, align="center", baseline="center"))
    rows, columns = np.nonzero(darkness > 50)
    assert np.ptp(rows) > 2 * np.ptp(columns) > 0


def test_a_dot_is_painted_wherever_it_lies() -> None:
    places = [(20 + 30 * i + i / 8, 20 + i / 8) for i in range(9)] + [(600, 40), (650.5, 40.5)]
    with house_style():
        figure = new_figure(WIDE, height_px=60)
        dots(page_area(figure), places, diameter=6, colour_name="ink")
        found = pixels(figure, dpi=DPI, ground="#ffffff")
    wanted = tuple(int(colour("ink")[i : i + 2], 16) for i in (1, 3, 5))
    assert {tuple(found[round(2 * y), round(2 * x), :3].tolist()) for x, y in places} == {wanted}


def test_words_are_measured_without_painting() -> None:
    with house_style():
        figure = page_with("ten words")
        renderer = MeasuringRenderer(figure)
        figure.draw(renderer)
        box = figure.axes[0].texts[0].get_window_extent(renderer)
    assert box.width == pytest.approx(text_size_px("ten words", 13, font_file())[0])
    assert box.x0 == pytest.approx(100.3)


def test_a_picture_and_an_svg_of_one_figure_do_not_disturb_each_other() -> None:
    with house_style():
        figure, other = page_with("twice"), page_with("twice")
        before = svg_in_style(figure, alt="x", lang="en")
        picture = png_in_style(figure)
        assert svg_in_style(figure, alt="x", lang="en") == before
        assert png_in_style(other) == picture
