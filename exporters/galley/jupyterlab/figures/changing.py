"""A change in the form: checked by the library's own rules, then written into the cell."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Any, Final

from galley.jupyterlab.figures.article import SentArticle
from galley.jupyterlab.figures.calls import FigureCall
from galley.jupyterlab.figures.catalogue import Catalogue, FigureEntry
from galley.jupyterlab.figures.code import UnreadableCodeError
from galley.jupyterlab.figures.forms import OPTIONS, SHOWN, Chosen, lists_in, read_chosen
from galley.jupyterlab.figures.literals import literal_of
from galley.jupyterlab.figures.options import set_option
from galley.jupyterlab.figures.rewriting import RewritingError, set_argument
from galley_figures.errors import FigureError
from galley_figures.exploring import check_explored, first_shown
from galley_figures.parameters import ParameterInfo

_LABEL: Final = re.compile(r"[A-Za-z][\w:.-]*")
_NUMBER: Final = re.compile(r"[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)(?:[eE][+-]?\d+)?")


class RefusedError(ValueError):
    """The change is not made; the message tells an author why."""


@dataclass(frozen=True)
class Change:
    """What an author changes in the form.

    Attributes
    ----------
    call
        Which of the cell's calls gets the value; none for an option of the cell itself.
    """

    name: str
    value: object
    call: int | None = None


def changed(article: SentArticle, cell_id: str, catalogue: Catalogue, change: Change) -> str:
    """Return the cell's text with a change, every other character as it was.

    Raises
    ------
    RefusedError
        In the library's own words where the value is not legal.
    """
    try:
        chosen = read_chosen(article, cell_id, catalogue)
        if chosen is None or not chosen.calls:
            raise RefusedError("This cell draws no figure of the library.")
        if change.call is None:
            return _with_option(chosen, change)
        return _with_argument(chosen, catalogue, change, change.call)
    except (FigureError, RewritingError, UnreadableCodeError) as error:
        raise RefusedError(str(error)) from None


def _with_option(chosen: Chosen, change: Change) -> str:
    if change.name not in OPTIONS or not isinstance(change.value, str):
        raise RefusedError("A form changes the label and the caption of a figure.")
    text = " ".join(change.value.split())
    if change.name == "label":
        _check_label(text, chosen.article, chosen.cell.id)
    return set_option(chosen.cell.source, change.name, text)


def _check_label(label: str, article: SentArticle, cell_id: str) -> None:
    if not _LABEL.fullmatch(label):
        raise RefusedError(
            "A label is one word of letters, digits and hyphens, for example fig-window."
        )
    if label in article.labels_beside(cell_id):
        raise RefusedError(f"The label {label} is taken: another cell of this article has it.")


def _with_argument(chosen: Chosen, catalogue: Catalogue, change: Change, at: int) -> str:
    if not 0 <= at < len(chosen.calls):
        raise RefusedError("This figure is no longer in the cell.")
    call = chosen.calls[at]
    entry = catalogue[call.figure]
    value = _checked(call, entry, change.name, change.value)
    return set_argument(chosen.code, call, tuple(entry.parameters), change.name, value)


def _checked(call: FigureCall, entry: FigureEntry, name: str, value: object) -> Any:  # noqa: ANN401 - a plain value of any kind
    given = call.arguments(tuple(entry.parameters))
    if name not in given and call.hidden is not None:
        raise RewritingError(f"{name} may be passed on by another name. Change it in the cell.")
    explored = lists_in(entry, given) if call.is_explored else {}
    if name == SHOWN and call.is_explored:
        return _shown(entry, explored, value)
    if name not in entry.parameters:
        raise RefusedError(f"{entry.name} has no parameter {name}.")
    info = entry.parameters[name]
    if isinstance(value, str) and (name in explored or name == "sources"):
        values = [_number(each, info) for each in _listed(value)]
        if name in explored:
            _check_explored(entry, {**explored, name: values}, given)
        return values
    return _one_value(info, value)


def _shown(entry: FigureEntry, explored: dict[str, list[Any]], value: object) -> object:
    if len(explored) != 1 or not isinstance(value, str | float | int):
        raise RewritingError(f"{SHOWN} is changed in the cell itself.")
    return first_shown(entry.parameters, explored, value)[next(iter(explored))]


def _check_explored(entry: FigureEntry, explored: dict[str, list[Any]], given: Any) -> None:  # noqa: ANN401
    check_explored(entry.parameters, explored)
    is_plain, shown = literal_of(given[SHOWN]) if SHOWN in given else (True, None)
    if is_plain:
        first_shown(entry.parameters, explored, shown)


def _listed(text: str) -> list[str]:
    """Split at semicolons where there are any, so that a comma may be a decimal sign."""
    parts = text.split(";" if ";" in text else ",")
    return [part.strip().removeprefix("@") for part in parts if part.strip()]


def _number(text: str, info: ParameterInfo) -> str | int | float:
    if info.kind not in {int, float} or not _NUMBER.fullmatch(text):
        return text
    value = float(text.replace(",", "."))
    return int(value) if value.is_integer() else value


def _one_value(info: ParameterInfo, value: object) -> object:
    """Return a value that is legal, as the library counts it."""
    if isinstance(value, str):
        value = " ".join(value.split())
    if isinstance(value, float) and value.is_integer() and math.isfinite(value):
        value = int(value)
    info.check(value)
    if value is None and info.is_optional:
        return None
    if info.kind in {int, float} and not _is_number(value):
        raise FigureError(f"{info.name} must be a number, not {value!r}")
    if info.kind is int and not isinstance(value, int):
        raise FigureError(f"{info.name} must be a whole number, not {value!r}")
    if info.kind is str and not isinstance(value, str):
        raise FigureError(f"{info.name} must be text, not {value!r}")
    if info.kind is object:
        raise RewritingError(f"{info.name} is changed in the cell itself.")
    return value


def _is_number(value: object) -> bool:
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    # A whole number may be too large to be any quantity.
    return math.isfinite(float(str(value)))
