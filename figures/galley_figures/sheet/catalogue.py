"""Which figures there are, and with which parameters the sheet draws them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import cast

import galley_figures
from galley_figures.errors import FigureError, nearest
from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.listing import HOMES, Group, names_of
from galley_figures.locale import LANGS
from galley_figures.parameters import Value, parameters_of


@dataclass(frozen=True)
class Entry:
    """One drawing of the sheet.

    Attributes
    ----------
    name
        Of the public function.
    parameters
        What the function is called with.
    """

    name: str
    group: Group
    parameters: Mapping[str, Value]

    @property
    def key(self) -> str:
        """A name of its own, good for files and addresses."""
        return "-".join([self.name, *map(str, self.parameters.values())])

    @property
    def title(self) -> str:
        """The call, as an author would write it."""
        words = ", ".join(f"{name}={value!r}" for name, value in self.parameters.items())
        return f"{self.name}({words})"

    def figure(self) -> ExplanatoryFigure:
        """Draw it."""
        return _function(self.name, self.group)(**self.parameters)


def gallery_names() -> tuple[str, ...]:
    """Return the names of the ready figures."""
    return names_of("gallery")


def kind_names() -> tuple[str, ...]:
    """Return the names of the kinds that have an example."""
    return tuple(name for name in names_of("kinds") if find_spec(_example(name)) is not None)


def entries(only: Sequence[str] = ()) -> tuple[Entry, ...]:
    """Return what the sheet draws: each figure in each language, then with each other choice.

    Parameters
    ----------
    only
        Names to draw; none for all.

    Raises
    ------
    FigureError
        If there is no such figure.
    """
    groups: dict[str, Group] = {
        **dict.fromkeys(gallery_names(), "gallery"),
        **dict.fromkeys(kind_names(), "kinds"),
    }
    for name in only:
        if name not in groups:
            fix = nearest(name, groups) or f"The figures are {', '.join(groups)}."
            raise FigureError(f"there is no figure {name!r}", fix)
    wanted = only or tuple(groups)
    return tuple(entry for name in wanted for entry in _entries_of(name, groups[name]))


def _entries_of(name: str, group: Group) -> list[Entry]:
    calls: list[dict[str, Value]] = [{"lang": lang} for lang in LANGS]
    for parameter, values in choices_of(_function(name, group)).items():
        calls.extend({"lang": LANGS[0], parameter: value} for value in values[1:])
    return [Entry(name, group, call) for call in calls]


def choices_of(function: Callable[..., object]) -> dict[str, tuple[Value, ...]]:
    """Return a function's parameters that are a choice of words, the default's word first."""
    found: dict[str, tuple[Value, ...]] = {}
    for name, parameter in parameters_of(function).items():
        if name != "lang" and isinstance(parameter.legal, tuple):
            default = cast("Value", parameter.default)
            others = [value for value in parameter.legal if value != default]
            found[name] = (default, *others)
    return found


def _example(name: str) -> str:
    return f"{HOMES[name]}.example"


def _function(name: str, group: Group) -> Callable[..., ExplanatoryFigure]:
    if group == "kinds":
        return cast("Callable[..., ExplanatoryFigure]", import_module(_example(name)).example)
    return cast("Callable[..., ExplanatoryFigure]", getattr(galley_figures, name))
