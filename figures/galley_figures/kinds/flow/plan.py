"""How a flow is laid out: to the right where that fits a page, else downwards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from galley_figures.kinds.flow.answers import CLEAR, Answer, above, beside
from galley_figures.kinds.flow.boxes import height_of, lines_of, narrowest
from galley_figures.kinds.flow.grid import Grid, laid_across
from galley_figures.kinds.flow.layers import Layer, layers_of
from galley_figures.kinds.flow.placing import GAP, LANE_GAP
from galley_figures.kinds.flow.sheet import MARGIN, SHORTEST_CHANNEL, TRACK, Plan, Sheet
from galley_figures.kinds.flow.spec import Flow
from galley_figures.locale import Lang
from galley_figures.style.canvas import Layout

_EDGE: Final = 4.0
"""How near the page's edge words may come."""

_WIDEST_DOWN: Final = 210.0
_MOST_ACROSS: Final = {"wide": 4, "narrow": 2}

_MOST_LAYERS_TO_THE_RIGHT: Final = 5
_MOST_ACROSS_TO_THE_RIGHT: Final = 4
_WIDEST_TO_THE_RIGHT: Final = 170.0
_TALLEST_TO_THE_RIGHT: Final = 460.0
_ATTEMPTS: Final = 3


def plan_flow(flow: Flow, layout: Layout, lang: Lang) -> Plan:
    """Lay the flow out; on a phone always downwards."""
    to_the_right = None if layout.is_narrow else _to_the_right(flow, layout, lang)
    return to_the_right or _downwards(flow, layout, lang)


def _downwards(flow: Flow, layout: Layout, lang: Lang) -> Plan:
    extent = layout.width_px - 2 * MARGIN
    layers, widths = _layers_downwards(flow, layout, lang)
    lines = {step: lines_of(flow.steps[step], width, lang) for step, width in widths.items()}
    heights = {step: height_of(words) for step, words in lines.items()}
    grid = laid_across(flow, layers, widths, extent)
    answers = [
        beside(_answers_into(grid, at), _lines_into(grid, at), _edges(extent))
        for at in range(len(grid.channels))
    ]
    bands = [max((answer.height + 2 for answer in channel), default=0.0) for channel in answers]
    return Sheet(grid, heights, bands, answers, lines, is_down=True).plan()


def _layers_downwards(
    flow: Flow, layout: Layout, lang: Lang
) -> tuple[tuple[Layer, ...], dict[int, float]]:
    """Put as many steps side by side as have room for their longest words."""
    extent = layout.width_px - 2 * MARGIN
    needed = [narrowest(step, lang) for step in flow.steps]
    for most in range(_MOST_ACROSS[layout.name], 1, -1):
        layers = layers_of(flow, most)
        widths = _widths(layers, extent)
        if all(needed[step] <= width for step, width in widths.items()):
            return layers, widths
    layers = layers_of(flow, 1)
    return layers, {
        step: min(max(width, needed[step]), extent)
        for step, width in _widths(layers, extent).items()
    }


def _widths(layers: Sequence[Layer], extent: float) -> dict[int, float]:
    """Share the extent among the steps of each layer, lanes between them."""
    widths: dict[int, float] = {}
    for layer in layers:
        gaps = sum(
            LANE_GAP if layer[at].is_lane or layer[at + 1].is_lane else GAP
            for at in range(len(layer) - 1)
        )
        steps = [item.step for item in layer if not item.is_lane]
        widths |= dict.fromkeys(steps, min(_WIDEST_DOWN, (extent - gaps) / len(steps)))
    return widths


def _to_the_right(flow: Flow, layout: Layout, lang: Lang) -> Plan | None:
    """Lay the flow out to the right, if boxes wide enough for their words fit the page."""
    layers = layers_of(flow, len(flow.steps))
    is_long = len(layers) > _MOST_LAYERS_TO_THE_RIGHT
    if is_long or max(map(len, layers)) > _MOST_ACROSS_TO_THE_RIGHT:
        return None
    extent = layout.width_px - 2 * MARGIN
    channels = [SHORTEST_CHANNEL + TRACK] * (len(layers) - 1)
    sheet = None
    for _attempt in range(_ATTEMPTS):  # the boxes' width and the lines between depend on each other
        width = min(_WIDEST_TO_THE_RIGHT, (extent - sum(channels)) / len(layers))
        sheet = _sheet_to_the_right(flow, layers, width, lang)
        if sheet is None:
            return None
        channels = sheet.channel_lengths
    plan = sheet.plan() if sheet and sheet.length <= extent + 1 else None
    return plan if plan and plan.height <= _TALLEST_TO_THE_RIGHT else None


def _sheet_to_the_right(
    flow: Flow, layers: tuple[Layer, ...], width: float, lang: Lang
) -> Sheet | None:
    if max(narrowest(step, lang) for step in flow.steps) > width:
        return None
    lines = {at: lines_of(step, width, lang) for at, step in enumerate(flow.steps)}
    heights = {step: height_of(words) for step, words in lines.items()}
    extent = max(_extent(layer, heights) for layer in layers)
    grid = laid_across(flow, layers, heights, extent)
    answers: list[tuple[Answer, ...]] = []
    for at in range(len(grid.channels)):
        channel = above(_answers_into(grid, at), _lines_into(grid, at), _edges(extent))
        if channel is None:
            return None
        answers.append(channel)
    bands = [max((a.width + 2 * CLEAR for a in channel), default=0.0) for channel in answers]
    return Sheet(grid, dict.fromkeys(lines, width), bands, answers, lines, is_down=False)


def _extent(layer: Layer, heights: dict[int, float]) -> float:
    sizes = [0.0 if item.is_lane else heights[item.step] for item in layer]
    return sum(sizes) + GAP * (len(layer) - 1)


def _edges(extent: float) -> tuple[float, float]:
    return _EDGE - MARGIN, extent + MARGIN - _EDGE


def _answers_into(grid: Grid, at: int) -> dict[float, str]:
    """Return the answers of the arrows that end after a channel, by where they end."""
    found: dict[float, str] = {}
    for arrow in grid.flow.arrows:
        if arrow.answer and grid.layer_of(arrow.end) == at + 1:
            _channel, _wire, entry = grid.hops(arrow)[-1]
            found[grid.channels[at].enters(entry)] = arrow.answer
    return found


def _lines_into(grid: Grid, at: int) -> list[float]:
    return sorted({port.place for port in grid.channels[at].ports.values()})
