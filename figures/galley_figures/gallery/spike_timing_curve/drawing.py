"""How the spike-timing curve is drawn: two sides, their words, and spikes in the free corners."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from galley_figures.gallery.spike_timing_curve.data import FARTHEST_MS, Data, Side
from galley_figures.locale.spike_timing_curve import Words
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
from galley_figures.style.palette import ColourName, colour

HEADROOM: Final = 1.12
"""Top of the plot, in shares of a side's largest change."""

LINE_PX: Final = 16
"""From one baseline of small words to the next."""

_COLOURS: Final[dict[str, ColourName]] = {"stronger": "gain", "weaker": "loss"}


@dataclass(frozen=True)
class _Plot:
    """Where the plot lies on the page, in px from the top left."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def x(self, lag_ms: float) -> float:
        return self.left + self.width * (lag_ms + FARTHEST_MS) / (2 * FARTHEST_MS)

    def y(self, share: float) -> float:
        return self.top + self.height * (HEADROOM - share) / (2 * HEADROOM)

    def room(self, x: float) -> float:
        """Return the width between a place and the edge on its side."""
        return self.width / 2 - abs(x - self.x(0))


def draw(data: Data, layout: Layout) -> Figure:
    """Draw both sides, their words beside them, and the order of the spikes in the free corners."""
    plot = _Plot(
        left=16, top=32, width=layout.width_px - 32, height=350 if layout.is_narrow else 270
    )
    origin = wrap(f"{data.words.origin} {data.words.scale}", plot.width, 12)
    figure = new_figure(layout, height_px=plot.bottom + 60 + LINE_PX * (1 + origin.count("\n")))
    page = page_area(figure)
    axes = _lag_axes(figure, plot, data)
    _draw_reference_lines(axes)
    _write_reference_words(page, plot, data.words)
    for side in (data.weaker, data.stronger):
        _draw_side(axes, side)
        _write_side(page, plot, side)
        _draw_spike_order(page, plot, side, data.words)
    _small(page, plot.x(0), plot.bottom + 37, data.words.axis, align="center", gid="axis-label")
    _small(page, plot.left, plot.bottom + 62, origin, gid="origin")
    return figure


def _lag_axes(figure: Figure, plot: _Plot, data: Data) -> Axes:
    axes = measured_area(figure, left=plot.left, top=plot.top, width=plot.width, height=plot.height)
    axes.set_xlim(-FARTHEST_MS, FARTHEST_MS)
    axes.set_ylim(-HEADROOM, HEADROOM)
    axes.set_xticks([lag_ms for lag_ms, _ in data.ticks], [label for _, label in data.ticks])
    axes.set_yticks([])
    return axes


def _draw_reference_lines(axes: Axes) -> None:
    """Draw no change, the same moment, and the largest change of each side."""
    rule(axes, (-FARTHEST_MS, FARTHEST_MS), (0, 0), colour_name="hairline", gid="no-change")
    rule(axes, (0, 0), (-HEADROOM, HEADROOM), colour_name="hairline", gid="same-moment")
    for share in (1, -1):
        rule(axes, (0, -2.5 * share), (share, share), gid="largest-change")


def _write_reference_words(page: Axes, plot: _Plot, words: Words) -> None:
    _small(page, plot.x(0), plot.top - 9, words.undefined, align="center", gid="undefined")
    _small(page, plot.x(-2.5) - 4, plot.y(1) + 4, words.largest_stronger, align="right")
    _small(page, plot.x(2.5) + 4, plot.y(-1) + 4, words.largest_weaker)


def _draw_side(axes: Axes, side: Side) -> None:
    """Draw the curve, its open end at lag 0 and the point one time constant away."""
    line = colour(_COLOURS[side.name])
    axes.plot(side.lag_ms, side.share, color=line, gid=f"curve-{side.name}")
    points = (
        ("open-end", side.lag_ms[0], side.share[0], colour("paper")),
        ("time-constant", side.tau_lag_ms, side.tau_share, line),
    )
    for name, lag_ms, share, fill in points:
        gid = f"{name}-{side.name}"
        axes.plot([lag_ms], [share], "o", ms=6, mew=1.5, mec=line, mfc=fill, gid=gid)


def _write_side(page: Axes, plot: _Plot, side: Side) -> None:
    """Write what a side does and how fast it fades, in the free space outside its curve."""
    x = plot.x(16 * side.sign)
    label = wrap(side.label, plot.room(x), 14, "semibold")
    write_lines(
        page,
        x,
        plot.y(0.92) if side.sign > 0 else plot.y(-0.98) - 18 * label.count("\n"),
        label,
        line_px=18,
        size_px=14,
        colour_name=_COLOURS[side.name],
        weight="semibold",
        align=_outward(side),
        gid=f"label-{side.name}",
    )
    dot_x, dot_y = plot.x(side.tau_lag_ms), plot.y(side.tau_share)
    x, y = dot_x + 22 * side.sign, plot.y(0.5 * side.sign)
    tau = wrap(side.tau_label, min(plot.room(x), 190), 12)
    first_y = y + 4 - LINE_PX * tau.count("\n") / 2
    _small(page, x, first_y, tau, align=_outward(side), gid=f"tau-{side.name}")
    rule(page, (dot_x + 5 * side.sign, x - 4 * side.sign), (dot_y - 4 * side.sign, y))


def _outward(side: Side) -> Align:
    return "left" if side.sign > 0 else "right"


def _draw_spike_order(page: Axes, plot: _Plot, side: Side, words: Words) -> None:
    """Draw which cell fires first, in the corner across from the side's curve."""
    is_sender_first = side.sign > 0
    left = plot.x(0) + 16 if is_sender_first else plot.left
    top = plot.y(0) + 25 if is_sender_first else plot.y(1) + 32
    order = words.sender_first if is_sender_first else words.receiver_first
    text = wrap(order, min(plot.width / 2 - 26, 250), 13)
    after = write_lines(page, left, top, text, line_px=17, gid=f"order-{side.name}")
    names = (words.sender, words.receiver)
    line_left = left + max(label_width(name, 12) for name in names) + 8
    for row, name in enumerate(names):
        y = after + 8 + 22 * row
        spike_x = line_left + (14 if is_sender_first == (row == 0) else 40)
        gid = f"spike-{side.name}-{('sender', 'receiver')[row]}"
        _small(page, left, y, name)
        rule(page, (line_left, line_left + 56), (y, y))
        rule(page, (spike_x, spike_x), (y, y - 13), colour_name="ink", width=2, gid=gid)


def _small(
    page: Axes, x: float, y: float, text: str, *, align: Align = "left", gid: str | None = None
) -> None:
    write_lines(
        page,
        x,
        y,
        text,
        line_px=LINE_PX,
        size_px=12,
        colour_name="ink-soft",
        align=align,
        gid=gid,
    )
