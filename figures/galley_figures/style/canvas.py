"""Where figures are drawn: two layouts, areas in px, and the marks every figure shares.

A figure is drawn twice, for a page column of 720 px and for a phone of 350 px, and laid out anew
each time. Lengths are px: a drawing has 72 dots per inch, so one matplotlib point is one px.

    def draw(data: Data, layout: Layout) -> Figure:
        figure = new_figure(layout, height_px=300 if layout.is_narrow else 240)
        page = page_area(figure)                        # px from the top left, y downwards
        write(page, 12, 20, "a label", size_px=13, colour_name="restoration")
        axes = measured_area(figure, left=40, top=30, width=280, height=150)
        axes.plot(data.x, data.y, color=colour("restoration"), lw=2, clip_on=False)
        return figure
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from typing import Any, Final, Literal, TypeAlias, TypeVar

import matplotlib.style
from matplotlib import rc_params_from_file
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from galley_figures.style.fonts import Weight, font, text_width_px, use_house_font
from galley_figures.style.page import PageAxes
from galley_figures.style.palette import ColourName, colour

DPI: Final = 72
MIN_TEXT_PX: Final = 12
"""Smallest size of words in a drawing, in both layouts."""

Align: TypeAlias = Literal["left", "center", "right"]
Baseline: TypeAlias = Literal["baseline", "center", "top", "bottom"]

_DataT = TypeVar("_DataT")


@dataclass(frozen=True)
class Layout:
    """A width to draw for."""

    name: Literal["wide", "narrow"]
    width_px: int

    @property
    def is_narrow(self) -> bool:
        """Whether this is the phone's layout."""
        return self.name == "narrow"


WIDE: Final = Layout("wide", 720)
NARROW: Final = Layout("narrow", 350)
LAYOUTS: Final = (WIDE, NARROW)


@contextmanager
def house_style() -> Iterator[None]:
    """Draw in the house style, whatever the notebook has set, and give its settings back after."""
    with matplotlib.style.context(_style_sheet(), after_reset=True):
        yield


@cache
def _style_sheet() -> dict[str, Any]:
    with as_file(files("galley_figures.style") / "galley.mplstyle") as path:
        return dict[str, Any](rc_params_from_file(path, use_default_template=False).items())


def drawn(draw: Callable[[_DataT, Layout], Figure], data: _DataT, layout: Layout) -> Figure:
    """Call `draw(data, layout)` in the house style and finish its fonts; tests use this too."""
    with house_style():
        return drawn_in_style(draw, data, layout)


def drawn_in_style(
    draw: Callable[[_DataT, Layout], Figure], data: _DataT, layout: Layout
) -> Figure:
    """Do what `drawn` does where the house style is in force already."""
    figure = draw(data, layout)
    use_house_font(figure)
    return figure


def new_figure(layout: Layout, *, height_px: float) -> Figure:
    """Return an empty, see-through figure of the layout's width."""
    return Figure(figsize=(layout.width_px / DPI, height_px / DPI), dpi=DPI, facecolor="none")


def width_px(figure: Figure) -> float:
    """Return the figure's width."""
    return float(figure.get_figwidth()) * DPI


def height_px(figure: Figure) -> float:
    """Return the figure's height."""
    return float(figure.get_figheight()) * DPI


def page_area(figure: Figure) -> Axes:
    """Return an invisible area over the whole figure whose unit is the px, y downwards."""
    axes = figure.add_axes((0, 0, 1, 1), axes_class=PageAxes)
    axes.set_xlim(0, width_px(figure))
    axes.set_ylim(height_px(figure), 0)
    return axes


def measured_area(figure: Figure, *, left: float, top: float, width: float, height: float) -> Axes:
    """Return see-through axes at a place in px from the figure's top left corner."""
    whole_width, whole_height = width_px(figure), height_px(figure)
    bottom = whole_height - top - height
    axes = figure.add_axes(
        (left / whole_width, bottom / whole_height, width / whole_width, height / whole_height)
    )
    axes.patch.set_visible(False)
    return axes


def write(
    axes: Axes,
    x: float,
    y: float,
    text: str,
    *,
    size_px: float = 13,
    colour_name: ColourName = "ink",
    weight: Weight = "regular",
    align: Align = "left",
    baseline: Baseline = "baseline",
    gid: str | None = None,
    **options: Any,  # noqa: ANN401 - matplotlib's own, such as `transform` and `rotation`
) -> Text:
    """Write text at a place in the area's own units, in the house font.

    Raises
    ------
    ValueError
        If the size is below `MIN_TEXT_PX`.
    """
    if size_px < MIN_TEXT_PX:
        raise ValueError(f"text must be at least {MIN_TEXT_PX} px, not {size_px}")
    return axes.text(
        x,
        y,
        text,
        color=colour(colour_name),
        fontproperties=font(size_px, weight),
        ha=align,
        va=baseline,
        gid=gid,
        **options,
    )


def write_lines(
    axes: Axes,
    x: float,
    first_y: float,
    text: str,
    *,
    line_px: float = 16,
    size_px: float = 13,
    colour_name: ColourName = "ink",
    weight: Weight = "regular",
    align: Align = "left",
    gid: str | None = None,
) -> float:
    """Write each line of a text on a baseline of its own, `line_px` apart, down a `page_area`.

    matplotlib sets the lines of one text apart by their letters, so they come out uneven.

    Returns
    -------
    float
        The baseline after the last line, where more could be written.
    """
    y = first_y
    for line in text.split("\n"):
        write(
            axes,
            x,
            y,
            line,
            size_px=size_px,
            colour_name=colour_name,
            weight=weight,
            align=align,
            gid=gid,
        )
        y += line_px
    return y


def rule(
    axes: Axes,
    x: tuple[float, ...],
    y: tuple[float, ...],
    *,
    colour_name: ColourName = "ink-muted",
    width: float = 1,
    gid: str | None = None,
    **options: Any,  # noqa: ANN401 - matplotlib's own, such as `linestyle`
) -> Line2D:
    """Draw a thin line through points in the area's own units: a leader, an axis, a hairline."""
    line = Line2D(x, y, color=colour(colour_name), lw=width, gid=gid, clip_on=False, **options)
    axes.add_artist(line)
    return line


def box(
    axes: Axes,
    left: float,
    top: float,
    width: float,
    height: float,
    *,
    fill: ColourName | None = None,
    edge: ColourName | None = None,
    gid: str | None = None,
    **options: Any,  # noqa: ANN401 - matplotlib's own, such as `linestyle` and `lw`
) -> Rectangle:
    """Draw a rectangle in the area's own units."""
    patch = Rectangle(
        (left, top),
        width,
        height,
        facecolor=colour(fill) if fill else "none",
        edgecolor=colour(edge) if edge else "none",
        gid=gid,
        clip_on=False,
        **options,
    )
    axes.add_patch(patch)
    return patch


def label_width(text: str, size_px: float, weight: Weight = "regular") -> float:
    """Return the width of the longest line of a text."""
    return max(text_width_px(line, size_px, weight) for line in text.split("\n"))
