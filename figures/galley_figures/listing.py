"""Every public figure as a list shows it, with the parameters that a form may offer."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Final, Literal, TypeAlias

import galley_figures
from galley_figures.locale.figure_list import LIST, ListWords
from galley_figures.parameters import ParameterInfo, parameters_of

Group: TypeAlias = Literal["gallery", "kinds"]
"""Ready figures, and those that an author fills from a table of her own."""

HOMES: Final[Mapping[str, str]] = galley_figures._HOMES  # noqa: SLF001 - the package's own table


@dataclass(frozen=True)
class Listed:
    """A public figure function with its words and parameters."""

    name: str
    group: Group
    words: ListWords
    parameters: Mapping[str, ParameterInfo]


def names_of(group: Group) -> tuple[str, ...]:
    """Return the names of a group's public functions."""
    home = f"galley_figures.{group}."
    return tuple(name for name in galley_figures.__all__ if HOMES[name].startswith(home))


def list_figures() -> tuple[Listed, ...]:
    """Return every public figure; each is imported for it, none is drawn."""
    groups: tuple[Group, ...] = ("gallery", "kinds")
    return tuple(_listed(name, group) for group in groups for name in names_of(group))


def _listed(name: str, group: Group) -> Listed:
    function: Callable[..., Any] = getattr(import_module(HOMES[name]), name)
    return Listed(name, group, LIST[name], parameters_of(function))
