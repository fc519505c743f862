"""How the artefact is drawn: two scatters of the same people, then why the line appears.

The artists' gids are ``title``, ``says``, ``measure``, ``start``, ``person``, ``limit``,
``limit-label``, ``rule`` and ``rule-label``, and those of the asides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.gallery.proportional_recovery_artefact.data import HIGHEST, Data, Pair, Panel
from galley_figures.style.asides import bottom_of, columns, draw_asides, place_asides
from galley_figures.style.canvas import (
    Align,
    Layout,
    label_width,
    measured_area,
    new_figure,
    page_area,
    rule,
    write_lines,
)
from galley_figures.style.fonts import wrap
from galley_figures.style.marks import dots
from galley_figures.style.palette import ColourName

_LINE: Final = 16
_DOT: Final = 5
_HEIGHT: Final = 230
_TO_NUMBER: Final = 6
_UNDER_PLOT: Final = 40
_TO_MEASURE: Final = 13
_OVER_GRID: Final = 8
_SAMPLE: Final = 20
_TO_PANEL_BELOW: Final = 30


# Words stand between two lines of the grid, where nobody is.
_LIMIT_LABEL_OVER: Final = 40
_RULE_LABEL_OVER: Final = -40


@dataclass(frozen=True)
class _Place:
    """Where a panel lies: its words at the top, its plot below them."""

    panel: Panel
    left: float
    top: float
    width: float
    numbers: float
    title: str
    says: str
    head_lines: int

    @property
    def plot_left(self) -> float:
        return self.left + self.numbers + _TO_NUMBER

    @property
    def plot_width(self) -> float:
        return self.left + self.width - self.plot_left

    @property
    def plot_top(self) -> float:
        return self.top + _LINE * (self.head_lines + 1) + 28

    @property
    def plot_bottom(self) -> float:
        return self.plot_top + _HEIGHT

    def point(self, start: float, value: float) -> Pair:
        """Return the place of a start and what is drawn against it."""
        low, high = self.panel.range
        return (
            self.plot_left + self.plot_width * start / HIGHEST,
            self.plot_bottom - _HEIGHT * (value - low) / (high - low),
        )


def draw(data: Data, layout: Layout) -> Figure:
    """Draw both panels, then the asides."""
    places = _places(data, layout)
    below = max(place.plot_bottom for place in places) + _UNDER_PLOT
    asides = place_asides(data.words.asides, layout, top=below + 18)
    figure = new_figure(layout, height_px=bottom_of(asides))
    page = page_area(figure)
    for place in places:
        _write_head(page, place)
        _draw_axes(figure, place, data)
        _draw_people(page, place)
        _small(page, place.plot_left, place.plot_bottom + 37, data.words.start, "start")
    _draw_limit_of_ends(page, places[0])
    _draw_limit_of_changes(page, places[1])
    _draw_rule(page, places[1])
    draw_asides(page, asides, layout)
    return figure


def _places(data: Data, layout: Layout) -> list[_Place]:
    width, lefts = columns(len(data.panels), layout)
    numbers = max(label_width(label, 12) for panel in data.panels for _tick, label in panel.ticks)
    heads = [
        (wrap(panel.title, width, 14, "semibold"), wrap(panel.words.says, width, 12))
        for panel in data.panels
    ]
    most = max(_lines(title) + _lines(says) for title, says in heads)
    places: list[_Place] = []
    top = 6.0
    for left, panel, (title, says) in zip(lefts, data.panels, heads, strict=True):
        lines = _lines(title) + _lines(says) if layout.is_narrow else most
        places.append(_Place(panel, left, top, width, numbers, title, says, lines))
        if layout.is_narrow:
            top = places[-1].plot_bottom + _UNDER_PLOT + _TO_PANEL_BELOW
    return places


def _lines(text: str) -> int:
    return text.count("\n") + 1


def _write_head(page: Axes, place: _Place) -> None:
    y = write_lines(
        page, place.left, place.top + 14, place.title, size_px=14, weight="semibold", gid="title"
    )
    _small(page, place.left, y + 4, place.says, "says")
    _small(page, place.left, place.plot_top - _TO_MEASURE, place.panel.words.measure, "measure")


def _draw_axes(figure: Figure, place: _Place, data: Data) -> None:
    """Draw the scales; the dots lie on the page, where px are square."""
    axes = measured_area(
        figure,
        left=place.plot_left,
        top=place.plot_top,
        width=place.plot_width,
        height=_HEIGHT,
    )
    axes.set_xlim(0, HIGHEST)
    axes.set_ylim(*place.panel.range)
    axes.set_xticks([tick for tick, _ in data.start_ticks], [text for _, text in data.start_ticks])
    axes.set_yticks(
        [tick for tick, _ in place.panel.ticks], [text for _, text in place.panel.ticks]
    )
    axes.get_xticklabels()[0].set_horizontalalignment("left")
    for tick, _text in place.panel.ticks:
        strength: ColourName = "ink-muted" if tick == 0 else "hairline"
        rule(axes, (0, HIGHEST), (tick, tick), colour_name=strength, width=0.75, zorder=0.5)


def _draw_people(page: Axes, place: _Place) -> None:
    people = [place.point(*pair) for pair in place.panel.people]
    dots(page, people, diameter=_DOT, colour_name="ink-muted", gid="person")


def _draw_limit_of_ends(page: Axes, place: _Place) -> None:
    x, y = _line(place, place.panel.limit)
    rule(page, x, y, gid="limit")
    _write(page, x[1], y[1] - _TO_MEASURE, place.panel.limit_label, "limit-label", align="right")


def _draw_limit_of_changes(page: Axes, place: _Place) -> None:
    """Draw the slanting limit; above it nobody can be, so there is room for its words."""
    x, y = _line(place, place.panel.limit)
    rule(page, x, y, gid="limit")
    right, grid_y = place.point(HIGHEST, _LIMIT_LABEL_OVER)
    text = wrap(place.panel.limit_label, place.plot_width * 0.6, 12)
    first_y = grid_y - _OVER_GRID - _LINE * text.count("\n")
    _write(page, right, first_y, text, "limit-label", align="right")


def _draw_rule(page: Axes, place: _Place) -> None:
    if place.panel.rule is None:
        return
    x, y = _line(place, place.panel.rule)
    rule(page, x, y, colour_name="caution", width=2, gid="rule", zorder=3)
    text = wrap(place.panel.rule_label, place.plot_width * 0.72 - _SAMPLE, 13, "semibold")
    left, grid_y = place.point(1, _RULE_LABEL_OVER)
    first_y = grid_y - _OVER_GRID - _LINE * text.count("\n")
    sample_y = (first_y - 4, first_y - 4)
    rule(page, (left, left + _SAMPLE - 6), sample_y, colour_name="caution", width=2)
    write_lines(
        page,
        left + _SAMPLE,
        first_y,
        text,
        line_px=_LINE,
        colour_name="caution",
        weight="semibold",
        gid="rule-label",
    )


def _line(place: _Place, ends: tuple[Pair, Pair]) -> tuple[Pair, Pair]:
    """Return x and y of a line on the page."""
    (x0, y0), (x1, y1) = (place.point(*end) for end in ends)
    return (x0, x1), (y0, y1)


def _small(page: Axes, x: float, y: float, text: str, gid: str) -> float:
    return _write(page, x, y, text, gid, align="left")


def _write(page: Axes, x: float, y: float, text: str, gid: str, *, align: Align) -> float:
    return write_lines(
        page,
        x,
        y,
        text,
        line_px=_LINE,
        size_px=12,
        colour_name="ink-soft",
        align=align,
        gid=gid,
    )
