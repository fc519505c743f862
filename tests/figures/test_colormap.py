"""A map's levels: colours of the palette, drawn as areas that follow the theme."""

import re

import numpy as np
import pytest
from matplotlib.figure import Figure

from galley_figures.inspection import Shape, painted
from galley_figures.style.canvas import WIDE, Layout, drawn, measured_area, new_figure
from galley_figures.style.colormap import (
    HEAT,
    draw_levels,
    legend_of,
    level_edges,
    level_names,
)
from galley_figures.style.palette import PALETTE, colour
from galley_figures.style.svg import render_svg

GRID = np.linspace(-1, 1, 21)
EDGES = level_edges(0, 1)


def a_map(values: np.ndarray) -> Figure:
    def draw(_data: None, layout: Layout) -> Figure:
        figure = new_figure(layout, height_px=220)
        axes = measured_area(figure, left=10, top=10, width=200, height=200)
        axes.set_axis_off()
        draw_levels(axes, GRID, GRID, values, edges=EDGES)
        return figure

    return drawn(draw, None, WIDE)


def fills(figure: Figure) -> list[str]:
    return [thing.fill.colour for thing in painted(figure) if isinstance(thing, Shape)]


def test_each_level_is_drawn_on_the_one_below_in_its_colour() -> None:
    slope = np.tile(np.linspace(0, 1, 21), (21, 1))
    figure = a_map(slope)
    assert fills(figure) == [colour(name) for name in HEAT]
    areas = [thing.path.get_extents() for thing in painted(figure)]
    assert [area.x1 for area in areas] == pytest.approx([210] * 7)
    assert [area.x0 for area in areas] == pytest.approx([10 + 200 * low for low in EDGES[:-1]])


def test_values_beyond_the_ends_are_drawn_as_the_outermost_levels() -> None:
    assert fills(a_map(np.full((21, 21), -3.0))) == [colour("heat-1")]
    assert fills(a_map(np.full((21, 21), 9.0)))[-1] == colour("heat-7")


def test_where_there_is_nothing_nothing_is_drawn() -> None:
    half = np.where(GRID < 0, np.nan, 0.0) * np.ones((21, 1))
    (area,) = painted(a_map(half))
    assert area.path.get_extents().x0 == pytest.approx(110)


def test_the_levels_follow_the_theme_and_need_no_raster() -> None:
    svg = render_svg(a_map(GRID[:, np.newaxis] ** 2 + GRID**2), alt="x", lang="en")
    assert "<image" not in svg
    assert re.findall(r'fill="var\(--fig-(heat-\d)', svg) == list(HEAT)
    assert len({PALETTE[name].dark for name in HEAT}) == 7


def test_a_key_names_the_levels_that_are_drawn() -> None:
    assert legend_of((0, 2, 4, 8)) == ((0, 2, "heat-1"), (2, 4, "heat-4"), (4, 8, "heat-7"))


def test_impossible_levels_are_refused() -> None:
    with pytest.raises(ValueError, match=r"^a map has 2 to 7 levels, not 8$"):
        level_names(8)
    with pytest.raises(ValueError, match=r"^a map's range must rise, not go from 3 to 3$"):
        level_edges(3, 3)
