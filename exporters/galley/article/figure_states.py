"""The states of a figure that readers can switch, out of the figure's JSON bundle."""

from __future__ import annotations

import itertools
import json
from typing import Annotated, Any

from pydantic import Field, ValidationError

from galley.article.figure_bundle import BundlePart, SaidBundle

Scalar = str | float | int | bool
Words = Annotated[str, Field(min_length=1)]

# The style sheet has a rule for each value of each control.
MOST_CHOICES = 2
MOST_VALUES = 12
MOST_STATES = 24


class ChoiceValueBundle(BundlePart):
    """One value of a control, and what readers see."""

    value: Scalar
    label: Words


class ChoiceBundle(BundlePart):
    """A control: the parameter that it sets, what it is called, its values."""

    name: str
    label: Words
    values: tuple[ChoiceValueBundle, ...] = Field(min_length=2, max_length=MOST_VALUES)


class StateBundle(SaidBundle):
    """The figure for one value of each control."""

    values: dict[str, Scalar]
    svg: str = ""
    png: str = ""

    def drawings(self) -> dict[str, str]:
        """Return the drawings by MIME type."""
        drawings = {"image/svg+xml": self.svg, "image/png": self.png}
        return {kind: drawing for kind, drawing in drawings.items() if drawing}


class StatesBundle(BundlePart):
    """Every state, and the controls between them."""

    choices: tuple[ChoiceBundle, ...] = Field(min_length=1, max_length=MOST_CHOICES)
    states: tuple[StateBundle, ...] = Field(max_length=MOST_STATES)
    shown: int = Field(ge=0)

    def places(self) -> tuple[tuple[int, ...], ...] | None:
        """Return which value of each control each state has, counted from 0.

        None unless there is exactly one state for each combination, and the one to be shown first
        is among them: else a reader could choose something that is not there.
        """
        known = [[_key(value.value) for value in choice.values] for choice in self.choices]
        found = [
            tuple(
                keys.index(key) if (key := _key(state.values.get(choice.name))) in keys else -1
                for choice, keys in zip(self.choices, known, strict=True)
            )
            for state in self.states
        ]
        wanted = itertools.product(*(range(len(keys)) for keys in known))
        is_whole = sorted(found) == sorted(wanted) and self.shown < len(found)
        return tuple(found) if is_whole else None


def parse_states(value: object) -> StatesBundle | None:
    """Read the states out of a figure's bundle; None where there are none, or they are damaged.

    The figure is then shown as it is without them.
    """
    try:
        if isinstance(value, str):
            bundle = StatesBundle.model_validate_json(value)
        else:
            bundle = StatesBundle.model_validate(value)
    except ValidationError:
        return None
    return bundle if bundle.places() else None


def _key(value: Any) -> str:  # noqa: ANN401 - what JSON holds
    """Tell 1 from true and from the text 1."""
    return json.dumps(value)
