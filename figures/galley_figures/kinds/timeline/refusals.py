"""What a timeline refuses, each with its reason and a way out."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from galley_figures.errors import FigureError, nearest

if TYPE_CHECKING:
    from galley_figures.kinds.timeline.spec import Entry, Timeline

_AXES: Final = ("linear", "log", "segmented")
_WARNS: Final = frozenset({None, "caution", "harm"})


def _said(time: float) -> str:
    return f"{time:.12g}"


def refuse_what_is_no_time(entry: Entry) -> None:
    """Refuse a start or an end that is infinite or not a number."""
    for name, time in (("start", entry.start), ("end", entry.end)):
        if time is not None and not math.isfinite(time):
            raise FigureError(
                f"timeline: {entry.label!r}: its {name} is {time:g}, which is no time",
                "Give a number.",
            )


def refuse_a_wrong_end(entry: Entry) -> None:
    """Refuse an end that is missing, too many, or before the start."""
    if entry.kind == "span" and entry.end is None:
        raise FigureError(
            f"timeline: the span {entry.label!r} has no end",
            "Give its end, or make it an event.",
        )
    if entry.kind == "event" and entry.end is not None:
        raise FigureError(
            f"timeline: the event {entry.label!r} has an end",
            "Leave the end empty, or make it a span.",
        )
    if entry.last < entry.start:
        raise FigureError(
            f"timeline: {entry.label!r} ends at {_said(entry.last)}, before it starts, "
            f"at {_said(entry.start)}",
            "Look both times up again.",
        )
    if entry.end == entry.start and entry.kind in {"phase", "span"}:
        raise FigureError(
            f"timeline: the {entry.kind} {entry.label!r} starts and ends at {_said(entry.start)}",
            "Give a later end, or make it an event.",
        )


def refuse_a_harmless_warning(entry: Entry) -> None:
    """Refuse a warning in a colour that promises good."""
    if entry.kind == "warning" and entry.meaning not in _WARNS:
        raise FigureError(
            f"timeline: {entry.label!r} is a warning, so its colour cannot mean {entry.meaning}",
            "Leave meaning empty, or write caution or harm.",
        )


def refuse_an_empty_or_unknown_axis(timeline: Timeline) -> None:
    """Refuse no entries, an axis of a kind that there is not, or an end before its beginning."""
    if not timeline.entries:
        raise FigureError("timeline: there is nothing to draw", "Give it at least one row.")
    if timeline.axis not in _AXES:
        raise FigureError(
            f"timeline: axis must be one of {', '.join(_AXES)}, not {timeline.axis!r}",
            nearest(timeline.axis, _AXES),
        )
    low, high = timeline.limits
    if low >= high:
        raise FigureError(
            f"timeline: the axis would end at {_said(high)}, not after its beginning, {_said(low)}",
            "Give begin and until in the order of time.",
        )


def refuse_open_phases(timeline: Timeline) -> None:
    """Refuse a phase without an end, unless it is the last and the axis has one."""
    for phase in timeline.phases:
        if phase.end is not None:
            continue
        if phase != timeline.phases[-1]:
            raise FigureError(
                f"timeline: the phase {phase.label!r} has no end, but others follow it",
                "Give its end; only the last phase may stay open.",
            )
        if timeline.until is None:
            later = phase.start * 2 if phase.start > 0 else phase.start + 10
            raise FigureError(
                f"timeline: the phase {phase.label!r} has no end",
                f"Give its end, or say where the axis ends, for example until={_said(later)}.",
            )


def refuse_overlapping_phases(timeline: Timeline) -> None:
    """Refuse two phases at one time; which of them it is could not be seen."""
    for first, second in pairwise(timeline.phases):
        if first.last > second.start:
            raise FigureError(
                f"timeline: the phases {first.label!r} (to {_said(first.last)}) and "
                f"{second.label!r} (from {_said(second.start)}) overlap",
                "End each phase before the next begins, or make one of them a span.",
            )


def refuse_what_lies_outside(timeline: Timeline) -> None:
    """Refuse an entry that the axis does not reach."""
    low, high = timeline.limits
    for entry in timeline.entries:
        for time in (entry.start, timeline.end_of(entry)):
            if low <= time <= high:
                continue
            side, name = ("after", "until") if time > high else ("before", "begin")
            raise FigureError(
                f"timeline: {entry.label!r} ({_said(time)}) lies {side} the axis, "
                f"{_said(low)} to {_said(high)}",
                f"Correct its time, or make the axis longer with {name}={_said(time)}.",
            )


def refuse_times_without_logarithm(timeline: Timeline) -> None:
    """Refuse 0 and less on a log axis."""
    low = timeline.limits[0]
    if timeline.axis != "log" or low > 0:
        return
    first = min(timeline.entries, key=lambda entry: entry.start)
    who = f"{first.label!r} starts" if first.start <= 0 else "the axis begins"
    raise FigureError(
        f"timeline: {who} at {_said(min(low, first.start))}, but a log axis has no 0 and nothing "
        "below it",
        'Begin above 0, or use axis="segmented", which makes room for the first days too.',
    )


def refuse_times_without_scale(timeline: Timeline) -> None:
    """Refuse times without a phase on an axis where each phase brings its own scale."""
    if timeline.axis != "segmented":
        return
    if not timeline.phases:
        raise FigureError(
            "timeline: a segmented axis gives each phase its own scale, but there are no phases",
            'Add rows of kind phase, or use axis="linear".',
        )
    low, high = timeline.limits
    inner = [time for phase in timeline.phases for time in (phase.start, timeline.end_of(phase))]
    edges = iter((low, *inner, high))
    for end, start in zip(edges, edges, strict=True):
        if end != start:
            raise FigureError(
                f"timeline: no phase covers {_said(end)} to {_said(start)}, so a segmented axis "
                "has no scale there",
                'Add a phase for it, or use axis="linear".',
            )
