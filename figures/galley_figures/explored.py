"""A figure in several states, all of them drawn, between which a reader switches.

It displays itself like the one figure that is shown first. Its JSON bundle holds all states
besides, so that a page can offer them without a script.
"""

from __future__ import annotations

import base64
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from galley_figures.explanatory import FIGURE_BUNDLE, ExplanatoryFigure
from galley_figures.parameters import Value


@dataclass(frozen=True)
class ChoiceValue:
    """One value of a control, and what readers see."""

    value: Value
    label: str


@dataclass(frozen=True)
class ReaderChoice:
    """A control of the reader's: the parameter it sets, what it is called, its values."""

    name: str
    label: str
    values: tuple[ChoiceValue, ...]


@dataclass(frozen=True)
class FigureState:
    """What is drawn for one value of each control."""

    values: Mapping[str, Value]
    figure: ExplanatoryFigure

    def bundle(self) -> dict[str, Any]:
        """Return the state ready for JSON, drawings included."""
        said = self.figure.bundle()
        return {
            "values": dict(self.values),
            "svg": self.figure.wide_svg,
            "narrow_svg": self.figure.narrow_svg,
            "png": base64.b64encode(self.figure.png).decode("ascii"),
            **{name: said[name] for name in _SAID},
        }


_SAID = ("alt", "description", "caption", "data", "evidence", "made_by")


@dataclass(frozen=True)
class ExploredFigure:
    """Every state of a figure.

    Attributes
    ----------
    choices
        The reader's controls, one or two.
    states
        One for each combination of values, those of the last control changing first.
    shown
        Which state is shown first, printed, and sent where nothing can be switched.
    """

    choices: tuple[ReaderChoice, ...]
    states: tuple[FigureState, ...]
    shown: int = 0

    @property
    def figure(self) -> ExplanatoryFigure:
        """The state that is shown first."""
        return self.states[self.shown].figure

    def bundle(self) -> dict[str, Any]:
        """Return the figure that is shown first, and all states, ready for JSON."""
        return {
            **self.figure.bundle(),
            "choices": [
                {
                    "name": choice.name,
                    "label": choice.label,
                    "values": [{"value": v.value, "label": v.label} for v in choice.values],
                }
                for choice in self.choices
            ],
            "states": [state.bundle() for state in self.states],
            "shown": self.shown,
        }

    def _repr_mimebundle_(
        self, include: object = None, exclude: object = None
    ) -> tuple[dict[str, Any], dict[str, dict[str, str]]]:
        """Return data and metadata for a notebook's output."""
        data, metadata = self.figure._repr_mimebundle_(include, exclude)
        return {**data, FIGURE_BUNDLE: self.bundle()}, metadata
