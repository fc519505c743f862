"""How the learning rules are drawn: small panels side by side or one below the other, then words.

The artists' gids are ``title``, ``says``, ``measure``, ``grid``, ``curve``, ``curve-label`` and
``steps``, and those of the asides.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.gallery.learning_rules.data import Curve, Data, Panel
from galley_figures.style.asides import bottom_of, columns, draw_asides, place_asides
from galley_figures.style.canvas import (
    Layout,
    label_width,
    measured_area,
    new_figure,
    page_area,
    rule,
    write_lines,
)
from galley_figures.style.fonts import wrap
from galley_figures.style.palette import colour

_LINE: Final = 16
_TO_NUMBER: Final = 6
_HEIGHT: Final = 140
_HEIGHT_ALONE: Final = 230
_TO_PANEL_BELOW: Final = 28
_UNDER_PLOT: Final = 40
_ON_THE_LINE: Final = 5


@dataclass(frozen=True)
class _Place:
    """Where a panel lies: its words at the top, its plot below them."""

    panel: Panel
    left: float
    top: float
    width: float
    height: float
    numbers: float
    says: str
    says_lines: int

    @property
    def plot_left(self) -> float:
        return self.left + self.numbers + _TO_NUMBER

    @property
    def plot_width(self) -> float:
        return self.width - self.numbers - _TO_NUMBER

    @property
    def plot_top(self) -> float:
        return self.top + 18 + _LINE * (self.says_lines + 1) + 22

    @property
    def bottom(self) -> float:
        return self.plot_top + self.height + _UNDER_PLOT


def draw(data: Data, layout: Layout) -> Figure:
    """Draw the panels, then what is to be said of all of them."""
    places = _places(data, layout)
    asides = place_asides(data.asides, layout, top=max(p.bottom for p in places) + 18)
    figure = new_figure(layout, height_px=bottom_of(asides))
    page = page_area(figure)
    for place in places:
        _draw_panel(figure, page, place, data.words.steps)
    draw_asides(page, asides, layout)
    return figure


def _places(data: Data, layout: Layout) -> list[_Place]:
    width, lefts = columns(len(data.panels), layout)
    height = _HEIGHT if len(data.panels) > 1 else _HEIGHT_ALONE
    says = [wrap(panel.words.says, width, 12) for panel in data.panels]
    places: list[_Place] = []
    top = 6.0
    for left, panel, text in zip(lefts, data.panels, says, strict=True):
        numbers = max(label_width(label, 12) for _tick, label in panel.value_ticks)
        lines = _lines(text) if layout.is_narrow else max(map(_lines, says))
        places.append(_Place(panel, left, top, width, height, numbers, text, lines))
        if layout.is_narrow:
            top = places[-1].bottom + _TO_PANEL_BELOW
    return places


def _lines(text: str) -> int:
    return text.count("\n") + 1


def _draw_panel(figure: Figure, page: Axes, place: _Place, steps: str) -> None:
    words = place.panel.words
    write_lines(
        page, place.left, place.top + 14, words.title, size_px=14, weight="semibold", gid="title"
    )
    _small(page, place.left, place.top + 34, place.says, "says")
    _small(page, place.left, place.plot_top - 13, words.measure, "measure")
    axes = _axes(figure, place)
    _draw_scale(axes, place)
    for curve in place.panel.curves:
        _draw_curve(axes, curve)
        _write_label(page, place, curve)
    _small(page, place.plot_left, place.bottom - 4, steps, "steps")


def _axes(figure: Figure, place: _Place) -> Axes:
    axes = measured_area(
        figure,
        left=place.plot_left,
        top=place.plot_top,
        width=place.plot_width,
        height=place.height,
    )
    run = place.panel.run
    axes.set_xlim(0, run.steps)
    axes.set_ylim(0, run.value_end)
    for ticks, put in (
        (place.panel.step_ticks, axes.set_xticks),
        (place.panel.value_ticks, axes.set_yticks),
    ):
        put([tick for tick, _ in ticks], [label for _, label in ticks])
    first, *_others, last = axes.get_xticklabels()
    first.set_horizontalalignment("left")
    last.set_horizontalalignment("right")
    return axes


def _draw_scale(axes: Axes, place: _Place) -> None:
    run = place.panel.run
    for tick in run.value_ticks[1:]:
        rule(
            axes,
            (0, run.steps),
            (tick, tick),
            colour_name="hairline",
            width=0.75,
            gid="grid",
            zorder=0.5,
        )


def _draw_curve(axes: Axes, curve: Curve) -> None:
    axes.plot(
        curve.steps,
        curve.values,
        color=colour(curve.line.colour_name),
        ls=(0, (4, 2)) if curve.line.is_dashed else "-",
        clip_on=False,
        gid="curve",
        zorder=3,  # above the axis, where a response has died away
    )


def _write_label(page: Axes, place: _Place, curve: Curve) -> None:
    run = place.panel.run
    x = place.plot_left + place.plot_width * curve.line.label_step / run.steps
    y = place.plot_top + place.height * (1 - curve.line.label_value / run.value_end)
    text = wrap(curve.label, min(150, x - place.plot_left), 13)
    write_lines(
        page,
        x,
        y - _LINE * (_lines(text) - 1),
        text,
        line_px=_LINE,
        size_px=13,
        colour_name=curve.line.colour_name,
        align="right",
        gid="curve-label",
    )


def _small(page: Axes, x: float, y: float, text: str, gid: str) -> float:
    return write_lines(page, x, y, text, line_px=_LINE, size_px=12, colour_name="ink-soft", gid=gid)
