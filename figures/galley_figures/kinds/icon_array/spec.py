"""What an icon array draws, and what it refuses because it would mislead."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from galley_figures.errors import FigureError
from galley_figures.kinds.meanings import Meaning

SIZES: Final = (100, 1000)
"""How many people an array may have: whole blocks of ten that can be counted."""

MOST_GROUPS: Final = 6

_RATIO: Final = re.compile(
    r"\b(?:odds|risk|rate|hazard) ratio\b|\brelative risk\b"
    r"|\brasio (?:odds|risiko|laju|hazard)\b|\brisiko relatif\b",
    re.IGNORECASE,
)
_CHANGE: Final = re.compile(
    r"\d+(?:[.,]\d+)?\s*(?:%|per ?cent|persen)\s*"
    r"(?:more|less|fewer|lower|higher|greater|smaller|reduction|increase|decrease|lebih)\b"
    r"|\b(?:twice|half) as\b|\btimes (?:as|more|less|higher|lower)\b|\bkali (?:lebih|lipat)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class PeopleGroup:
    """A number of people, and to how many of them it happened.

    Attributes
    ----------
    detail
        A few words under the number, such as ``48 of 1,054``.
    meaning
        What the colour of the filled people says.
    """

    label: str
    count: float
    of: float = 100
    detail: str = ""
    meaning: Meaning = "neutral"
    source: str = ""

    @property
    def filled(self) -> int:
        """How many people are drawn filled; halves are rounded up."""
        return math.floor(self.count + 0.5)

    @property
    def outlined(self) -> int:
        """How many people are drawn as outlines."""
        return round(self.of) - self.filled


@dataclass(frozen=True)
class IconArray:
    """All that an icon array draws: groups of equally many people.

    Attributes
    ----------
    event
        What happened to the filled people: ``died within 14 days``.
    otherwise
        What holds for the others: ``alive after 14 days``.
    is_rounded
        Whether the counts were rounded; then every number says "about".
    """

    groups: tuple[PeopleGroup, ...]
    event: str
    otherwise: str
    is_rounded: bool = False

    def __post_init__(self) -> None:
        _check_number_of_groups(self.groups)
        _check_same_size(self.groups)
        _check_size(self.groups[0])
        for group in self.groups:
            _check_count(group)
            _check_whole(group, is_rounded=self.is_rounded)
        _check_words(self)

    @property
    def out_of(self) -> int:
        """How many people every group has."""
        return round(self.groups[0].of)


def _check_number_of_groups(groups: Sequence[PeopleGroup]) -> None:
    if not groups:
        raise FigureError("icon_array: there are no groups", "Give the table at least one row.")
    if len(groups) > MOST_GROUPS:
        raise FigureError(
            f"icon_array: {len(groups)} groups are more than a reader can compare by counting "
            f"people; {MOST_GROUPS} are the most",
            "Choose the groups that matter, or draw all of them with bars().",
        )


def _check_same_size(groups: Sequence[PeopleGroup]) -> None:
    first = groups[0]
    for other in groups[1:]:
        if other.of != first.of:
            raise FigureError(
                f"icon_array: {first.label!r} counts of {first.of:,g} people and {other.label!r} "
                f"of {other.of:,g}: unlike denominators cannot be compared, because a larger "
                "number looks like more even where it is not",
                "Write every count of the same number of people, 100 or 1,000.",
            )


def _check_size(group: PeopleGroup) -> None:
    if group.of in SIZES:
        return
    fix = "Write how many of 100 or 1,000 people it is."
    if group.of > 0 and 0 <= group.count <= group.of:
        share = group.count / group.of * 100
        fix = (
            f"{group.count:,g} of {group.of:,g} is {share:.3g} of 100: write that as the count, "
            f"and “{group.count:,g} of {group.of:,g}” as the detail."
        )
    raise FigureError(f"icon_array draws 100 or 1,000 people, not {group.of:,g}", fix)


def _check_count(group: PeopleGroup) -> None:
    if not 0 <= group.count <= group.of:
        raise FigureError(
            f"icon_array: {group.label!r}: {group.count:g} of {group.of:g} people is not possible",
            f"Write how many of the {group.of:g} it happened to, 0 to {group.of:g}.",
        )


def _check_whole(group: PeopleGroup, *, is_rounded: bool) -> None:
    if float(group.count).is_integer():
        return
    if not is_rounded:
        raise FigureError(
            f"icon_array: {group.label!r}: {group.count:g} people cannot be drawn, only whole ones",
            f"Write rounded=True to draw {group.filled} and say “about {group.filled}”.",
        )
    if group.filled in {0, group.of}:
        nobody = "nobody" if group.filled == 0 else "everybody"
        raise FigureError(
            f"icon_array: {group.label!r}: {group.count:g} of {group.of:,g} would be drawn as "
            f"{nobody}, which is not true",
            "Draw it of 1,000 people: out_of=1000, and every count times 10."
            if group.of == SIZES[0]
            else "Say the number in words; it is too small to be drawn as people.",
        )


def _check_words(array: IconArray) -> None:
    if not array.event.strip():
        raise FigureError(
            "icon_array: nothing says what happened to the filled people",
            'Say it, for example event="died within 14 days".',
        )
    words = [array.event, array.otherwise, *(f"{g.label}. {g.detail}" for g in array.groups)]
    for text in words:
        _check_relative(text, is_alone=len(array.groups) == 1)


def _check_relative(text: str, *, is_alone: bool) -> None:
    ratio, change = _RATIO.search(text), _CHANGE.search(text)
    if ratio:
        raise FigureError(
            f"icon_array: {ratio[0]!r} is a relative number, and people cannot be counted in it",
            "Write how many of 100 people it happened to in each group; draw ratios with forest().",
        )
    if change and is_alone:
        raise FigureError(
            f"icon_array: {change[0]!r} compares with people who are not drawn: a relative number "
            "without the absolute ones makes a small difference look large",
            "Add the row of the group it is compared with.",
        )
