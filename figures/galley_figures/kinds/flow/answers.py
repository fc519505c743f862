"""Where the answers stand: beside the end of their arrow, away from every other line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal

from galley_figures.style.fonts import text_width_px, wrap

SIZE: Final = 12
LINE: Final = 15.0
CLEAR: Final = 6.0
"""Between a line and the words beside it."""
_WIDEST_BESIDE: Final = 150.0
_WIDEST_ABOVE: Final = 88.0


@dataclass(frozen=True)
class Answer:
    """An answer broken into lines, and on which side of its arrow it stands.

    Attributes
    ----------
    side
        ``after``: right of an arrow down, below an arrow to the right; ``before``: the other side.
    """

    place: float
    lines: tuple[str, ...]
    side: Literal["before", "after"]

    @property
    def width(self) -> float:
        """Width of the longest line."""
        return max(text_width_px(line, SIZE) for line in self.lines)

    @property
    def height(self) -> float:
        """Height of all lines."""
        return LINE * len(self.lines)


def beside(
    answers: dict[float, str], upright: Sequence[float], extent: tuple[float, float]
) -> tuple[Answer, ...]:
    """Set each answer right or left of its arrow down, where it has the most room.

    Parameters
    ----------
    answers
        By the place of their arrow.
    upright
        Places of all lines that run down beside them.
    extent
        Left and right edge of what may be written on.
    """
    set_: list[Answer] = []
    taken = extent[0]
    for place in sorted(answers):
        left_edge = max([taken, *(line + CLEAR for line in upright if line < place)])
        right_edge = min([extent[1], *(line - CLEAR for line in upright if line > place)])
        left, right = place - CLEAR - left_edge, right_edge - place - CLEAR
        answer = _beside(answers[place], place, left, right)
        set_.append(answer)
        taken = place + CLEAR + (answer.width + CLEAR if answer.side == "after" else 0)
    return tuple(set_)


def _beside(text: str, place: float, left: float, right: float) -> Answer:
    needed = min(text_width_px(text, SIZE), _WIDEST_BESIDE)
    is_right = right >= needed or right >= left
    room = min(right if is_right else left, _WIDEST_BESIDE)
    return Answer(
        place, tuple(wrap(text, room, SIZE).split("\n")), "after" if is_right else "before"
    )


def above(
    answers: dict[float, str], level: Sequence[float], extent: tuple[float, float]
) -> tuple[Answer, ...] | None:
    """Set each answer over or under its arrow to the right; nothing if one has no room.

    Parameters
    ----------
    level
        Places of all lines that run to the right beside them.
    extent
        Upper and lower edge of what may be written on.
    """
    set_: list[Answer] = []
    taken = extent[0]
    for place in sorted(answers):
        lines = tuple(wrap(answers[place], _WIDEST_ABOVE, SIZE).split("\n"))
        needed = LINE * len(lines) + CLEAR
        over = place - max([taken, *(line + 2 for line in level if line < place)])
        under = min([extent[1], *(line - 2 for line in level if line > place)]) - place
        if max(over, under) < needed:
            return None
        side: Literal["before", "after"] = "before" if over >= needed else "after"
        answer = Answer(place, lines, side)
        set_.append(answer)
        taken = place + (needed if side == "after" else 2)
    return tuple(set_)
