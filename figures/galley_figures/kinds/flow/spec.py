"""What a flow draws: steps, which follow which, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal, TypeAlias, get_args

from galley_figures.errors import FigureError, nearest
from galley_figures.kinds.meanings import Meaning

StepKind: TypeAlias = Literal["step", "decision", "stop", "caution"]
STEP_KINDS: Final[tuple[StepKind, ...]] = get_args(StepKind)

MOST_STEPS: Final = 12
MOST_ARROWS: Final = 18
MOST_ANSWER_CHARACTERS: Final = 40
_WAYS_OUT_OF_A_DECISION: Final = 2


@dataclass(frozen=True)
class Step:
    """One box of a flow.

    Attributes
    ----------
    name
        By which other steps name it; it is written in the box unless it is a number.
    after
        The steps that it follows, by name or by number.
    answer
        What stands on the arrow into it; with several arrows, on those that leave a decision.
    meaning
        What its colour says.
    """

    name: str
    text: str = ""
    after: tuple[str, ...] = ()
    kind: StepKind = "step"
    answer: str = ""
    meaning: Meaning = "neutral"
    source: str = ""

    def __post_init__(self) -> None:
        if not (self.title or self.text):
            raise FigureError(f"flow: step {self.name} has no words", "Give it a name, or a text.")
        if len(self.answer) > MOST_ANSWER_CHARACTERS:
            raise FigureError(
                f"flow: the answer {self.answer!r} is too long for an arrow",
                f"Write {MOST_ANSWER_CHARACTERS} characters at most; the rest belongs into a text.",
            )

    @property
    def title(self) -> str:
        """The name, if it is more than a number."""
        return "" if self.name.strip(". ").isdigit() else self.name

    @property
    def heading(self) -> str:
        """What the step is called in words: its name, else its text."""
        return self.title or self.text


@dataclass(frozen=True)
class Arrow:
    """From one step to another, by their places in `Flow.steps`."""

    start: int
    end: int
    answer: str = ""


@dataclass(frozen=True)
class Flow:
    """All that a flow draws.

    Attributes
    ----------
    steps
        In the order in which they were written.
    """

    steps: tuple[Step, ...]

    def __post_init__(self) -> None:
        if len(self.steps) > MOST_STEPS:
            raise FigureError(
                f"flow: {len(self.steps)} steps are more than one figure can hold and be read",
                f"Split it into an overview and its parts; {MOST_STEPS} steps are the most.",
            )
        _refuse_equal_names(self.steps)
        _refuse_circles(self)
        if len(self.arrows) > MOST_ARROWS:
            raise FigureError(
                f"flow: {len(self.arrows)} arrows are a tangle that nobody can follow",
                f"Leave out arrows that say no more than a longer way does; {MOST_ARROWS} are the "
                "most.",
            )
        for number, step in enumerate(self.steps):
            _check_ways_out(self, number, step)
            if step.answer and not step.after:
                raise FigureError(
                    f"flow: {step.heading!r} has an answer, but follows no step",
                    "Say in the column after which decision it answers.",
                )

    @cached_property
    def arrows(self) -> tuple[Arrow, ...]:
        """Every arrow, in the order of the steps that they lead to."""
        return tuple(arrow for end in range(len(self.steps)) for arrow in self._arrows_into(end))

    def _arrows_into(self, end: int) -> tuple[Arrow, ...]:
        step = self.steps[end]
        starts = tuple(dict.fromkeys(_place_of(name, step, self.steps) for name in step.after))
        decisions = {start for start in starts if self.steps[start].kind == "decision"}
        answered = decisions or set(starts)
        return tuple(
            Arrow(start, end, step.answer if start in answered else "") for start in starts
        )

    def before(self, place: int) -> tuple[int, ...]:
        """Return the steps that one follows."""
        return tuple(arrow.start for arrow in self.arrows if arrow.end == place)

    def following(self, place: int) -> tuple[int, ...]:
        """Return the steps that follow one."""
        return tuple(arrow.end for arrow in self.arrows if arrow.start == place)

    @cached_property
    def order(self) -> tuple[int, ...]:
        """The steps so that none comes before one it follows; else as they were written."""
        placed: list[int] = []
        while len(placed) < len(self.steps):
            ready = (
                place
                for place in range(len(self.steps))
                if place not in placed and set(self.before(place)) <= set(placed)
            )
            placed.append(next(ready))
        return tuple(placed)


def _place_of(name: str, step: Step, steps: Sequence[Step]) -> int:
    """Find a step by its name, whatever its capitals, or else by its number."""
    wanted = name.strip().casefold()
    for place, other in enumerate(steps):
        if other.name.casefold() == wanted:
            return place
    number = re.fullmatch(r"(\d+)(?:\.0)?", wanted)
    if number and 1 <= int(number[1]) <= len(steps):
        return int(number[1]) - 1
    guess = nearest(name, [other.name for other in steps if other is not step])
    where = f"Steps are called by their name, or by the number of their row, 1 to {len(steps)}."
    raise FigureError(
        f"flow: {step.heading!r} follows {name!r}, which is no step", f"{guess} {where}".strip()
    )


def _refuse_equal_names(steps: Sequence[Step]) -> None:
    seen: set[str] = set()
    for step in steps:
        if step.name.casefold() in seen:
            raise FigureError(
                f"flow: two steps are called {step.name!r}", "Give each step a name of its own."
            )
        seen.add(step.name.casefold())


def _refuse_circles(flow: Flow) -> None:
    """Follow the steps backwards; who comes back to where they were goes round in a circle."""
    done: set[int] = set()

    def visit(place: int, path: tuple[int, ...]) -> None:
        if place in path:
            circle = (*path[path.index(place) :], place)
            names = " → ".join(flow.steps[part].heading for part in reversed(circle))
            raise FigureError(
                f"flow: the steps go round in a circle: {names}",
                "A flow has a first and a last step; say in a step's text what is repeated.",
            )
        if place not in done:
            for other in flow.before(place):
                visit(other, (*path, place))
            done.add(place)

    for place in range(len(flow.steps)):
        visit(place, ())


def _check_ways_out(flow: Flow, place: int, step: Step) -> None:
    following = [arrow for arrow in flow.arrows if arrow.start == place]
    if step.kind == "stop" and following:
        other = flow.steps[following[0].end].heading
        raise FigureError(
            f"flow: {step.heading!r} is a stop, but {other!r} follows it",
            "Write it as a step, or let the other one follow an earlier step.",
        )
    if step.kind != "decision":
        return
    if len(following) < _WAYS_OUT_OF_A_DECISION:
        ways = "one way" if following else "no way"
        raise FigureError(
            f"flow: the decision {step.heading!r} has {ways} out",
            "Give each answer a step of its own, or write the decision as a step.",
        )
    for arrow in following:
        if not arrow.answer:
            other = flow.steps[arrow.end].heading
            raise FigureError(
                f"flow: nothing says which answer leads from {step.heading!r} to {other!r}",
                f"Write it in the column answer of {other!r}, such as yes or no.",
            )
