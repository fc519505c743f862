"""What a timeline draws; `refusals` says what would mislead."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from galley_figures.kinds.meanings import Meaning
from galley_figures.kinds.timeline import refusals

EntryKind: TypeAlias = Literal["phase", "span", "event", "warning"]
AxisKind: TypeAlias = Literal["linear", "log", "segmented"]

_OWN_MEANING: Final[dict[EntryKind, Meaning]] = {
    "phase": "neutral",
    "span": "time",
    "event": "time",
    "warning": "caution",
}
_MARKS: Final[tuple[EntryKind, ...]] = ("warning", "span", "event")


@dataclass(frozen=True)
class Entry:
    """One thing on the axis.

    Attributes
    ----------
    kind
        ``phase``: a band behind everything; ``span``: a stretch of time; ``event``: a moment;
        ``warning``: a moment or a stretch of time to beware of.
    end
        None for an event, for a warning about a moment, and for a last phase without an end.
    detail
        A few words under the label; without them, a phase, span or warning says its times there.
    meaning
        What its colour says; None for the usual one of its kind.
    """

    label: str
    kind: EntryKind
    start: float
    end: float | None = None
    detail: str = ""
    meaning: Meaning | None = None
    source: str = ""

    def __post_init__(self) -> None:
        refusals.refuse_what_is_no_time(self)
        refusals.refuse_a_wrong_end(self)
        refusals.refuse_a_harmless_warning(self)

    @property
    def last(self) -> float:
        """Where it ends, or its one moment."""
        return self.start if self.end is None else self.end

    @property
    def shown_meaning(self) -> Meaning:
        """What its colour says."""
        return self.meaning or _OWN_MEANING[self.kind]


@dataclass(frozen=True)
class Timeline:
    """All that a timeline draws.

    Attributes
    ----------
    measure, unit
        What the axis measures, ``Time since the stroke``, and in what, ``days``.
    axis
        ``linear``; ``log``, for times above 0 only; ``segmented``, where each phase has its own
        scale and the drawing says so.
    begin, until
        Where the axis starts and ends; else with the phases, or the first and the last entry.
    """

    entries: tuple[Entry, ...]
    measure: str
    unit: str
    axis: AxisKind = "linear"
    begin: float | None = None
    until: float | None = None

    def __post_init__(self) -> None:
        refusals.refuse_an_empty_or_unknown_axis(self)
        refusals.refuse_open_phases(self)
        refusals.refuse_overlapping_phases(self)
        refusals.refuse_what_lies_outside(self)
        refusals.refuse_times_without_logarithm(self)
        refusals.refuse_times_without_scale(self)

    @property
    def phases(self) -> tuple[Entry, ...]:
        """The phases, by time."""
        return self._by_time("phase")

    @property
    def marks(self) -> tuple[Entry, ...]:
        """All that is not a phase: warnings, spans, events, each by time."""
        return tuple(entry for kind in _MARKS for entry in self._by_time(kind))

    def _by_time(self, kind: EntryKind) -> tuple[Entry, ...]:
        mine = [entry for entry in self.entries if entry.kind == kind]
        return tuple(sorted(mine, key=lambda entry: (entry.start, -entry.last)))

    @property
    def limits(self) -> tuple[float, float]:
        """Where the axis starts and ends."""
        framing = self.phases or self.entries
        low = min(entry.start for entry in framing) if self.begin is None else self.begin
        high = max(entry.last for entry in framing) if self.until is None else self.until
        is_moment = low == high and self.begin is None and self.until is None
        return self._around(low) if is_moment else (low, high)

    def _around(self, moment: float) -> tuple[float, float]:
        """Return an axis for one moment alone, which has no length of its own."""
        return (moment / 10, moment * 10) if self.axis == "log" else (moment - 1, moment + 1)

    def end_of(self, entry: Entry) -> float:
        """Return where an entry ends on the axis; a phase without an end, with the axis."""
        is_open = entry.kind == "phase" and entry.end is None
        return self.limits[1] if is_open else entry.last
