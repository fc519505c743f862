"""What a form shows of the chosen cell: its figures, and each of their parameters as it stands."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from galley.jupyterlab.figures.article import SentArticle, SentCell
from galley.jupyterlab.figures.calls import FigureCall, find_calls
from galley.jupyterlab.figures.catalogue import Catalogue, FigureEntry
from galley.jupyterlab.figures.code import Code, UnreadableCodeError, read_code
from galley.jupyterlab.figures.literals import literal_of, written
from galley.jupyterlab.figures.names import EXPLORE, cells_needed
from galley.jupyterlab.figures.options import read_option
from galley_figures.locale import Lang
from galley_figures.locale.parameter_names import name_in_words
from galley_figures.parameters import ParameterInfo, Range, Value

OPTIONS: Final = ("label", "caption")
SHOWN: Final = "shown"
_LONG_TEXTS: Final = frozenset({"alt", "caution", "consent", "description", "note", "remark"})
# The article's own caption stands below a figure; of the others, one value only is ever drawn.
_NOT_OFFERED: Final = frozenset({"caption", "pooled", "start"})
_STEPS: Final = 100
"""How many places a slider has at least, where its numbers have decimals."""


@dataclass(frozen=True)
class Chosen:
    """The chosen cell with the calls in it."""

    article: SentArticle
    cell: SentCell
    code: Code
    calls: tuple[FigureCall, ...]


def read_chosen(article: SentArticle, cell_id: str, catalogue: Catalogue) -> Chosen | None:
    """Return the calls in a cell; nothing where there is no such code cell.

    Raises
    ------
    UnreadableCodeError
        If the cell is not Python.
    """
    index = article.index_of(cell_id)
    cell = article.cells[index] if index is not None else None
    if cell is None or not cell.is_code:
        return None
    code = read_code(cell.source)
    names = article.names((*catalogue, EXPLORE))
    return Chosen(article, cell, code, tuple(find_calls(code, names, catalogue)))


def form_of(article: SentArticle, cell_id: str, catalogue: Catalogue, lang: Lang) -> dict[str, Any]:
    """Return the form of the chosen cell as JSON values; a cell without a figure has no calls."""
    try:
        chosen = read_chosen(article, cell_id, catalogue)
    except UnreadableCodeError as error:
        return {"calls": [], "options": {}, "needs": [], "problem": str(error)}
    if chosen is None or not chosen.calls:
        return {"calls": [], "options": {}, "needs": [], "problem": ""}
    return {
        "calls": [_call(chosen, call, catalogue[call.figure], lang) for call in chosen.calls],
        "options": {key: read_option(chosen.cell.source, key) for key in OPTIONS},
        "needs": needed(article, cell_id),
        "problem": "",
    }


def needed(article: SentArticle, cell_id: str) -> list[str]:
    """Return the cells that have to run before a cell, in order."""
    index = article.index_of(cell_id)
    if index is None:
        return []
    codes = [cell.code for cell in article.cells]
    return [article.cells[at].id for at in cells_needed(codes, index)]


def _call(chosen: Chosen, call: FigureCall, entry: FigureEntry, lang: Lang) -> dict[str, Any]:
    return {
        "figure": entry.name,
        "title": entry.title[lang],
        "shows": entry.shows[lang],
        "evidence": entry.evidence,
        "is_explored": call.is_explored,
        "fields": list(_fields(chosen, call, entry, lang)),
    }


def _fields(
    chosen: Chosen, call: FigureCall, entry: FigureEntry, lang: Lang
) -> Iterator[dict[str, Any]]:
    given = call.arguments(tuple(entry.parameters))
    for info in sorted(entry.parameters.values(), key=_for_whom):
        node = given.get(info.name)
        field = _field(chosen.code, call, info, node, lang)
        has_anything = field["control"] != "code" or field["code"]
        if has_anything and (info.name not in _NOT_OFFERED or node is not None):
            yield field
    if call.is_explored and SHOWN in given:
        yield _shown(chosen.code, entry, given, lang)


def _for_whom(info: ParameterInfo) -> int:
    """Put last what says for whom a figure is written, in which language."""
    return ("", "audience", "lang").index(info.name) if info.name in {"audience", "lang"} else 0


def _field(
    code: Code, call: FigureCall, info: ParameterInfo, node: ast.expr | None, lang: Lang
) -> dict[str, Any]:
    is_plain, value = literal_of(node) if node is not None else (True, _default(info))
    is_list = isinstance(value, list)
    # What is passed on as a whole may hold it, and who knows what else.
    passed_on = call.hidden if node is None else None
    is_known = is_plain and passed_on is None
    fits = is_known and fits_a_form(info, value, is_explored=call.is_explored)
    shown = node if passed_on is None else passed_on
    return {
        "name": info.name,
        "label": info.label(lang),
        "control": _control(info, is_list=is_list) if fits else "code",
        "value": value if fits else None,
        "text": _as_text(value) if fits and is_list else "",
        "code": code.of(shown) if shown is not None else "",
        "is_given": node is not None,
        "is_optional": info.is_optional and not is_list,
        "default": _default(info),
        "unit": dict(info.legal.unit).get(lang, "") if isinstance(info.legal, Range) else "",
        **_limits(info),
        "choices": [[each, info.value_label(each, lang)] for each in _words(info)],
    }


def _shown(
    code: Code, entry: FigureEntry, given: Mapping[str, ast.expr], lang: Lang
) -> dict[str, Any]:
    """Return the field of the value that readers see first: one of those that were given."""
    is_plain, value = literal_of(given[SHOWN])
    explored = lists_in(entry, given)
    can_choose = is_plain and len(explored) == 1 and value in next(iter(explored.values()))
    choices = [
        [each, entry.parameters[name].value_label(each, lang)]
        for name, values in explored.items()
        for each in values
        if can_choose
    ]
    return {
        "name": SHOWN,
        "label": name_in_words(SHOWN, lang),
        "control": "choice" if can_choose else "code",
        "value": value if can_choose else None,
        "text": "",
        "code": code.of(given[SHOWN]),
        "is_given": True,
        "is_optional": False,
        "default": None,
        "unit": "",
        "low": None,
        "high": None,
        "step": None,
        "choices": choices,
    }


def lists_in(entry: FigureEntry, given: Mapping[str, ast.expr]) -> dict[str, list[Any]]:
    """Return the parameters for which several values are written."""
    values = {name: literal_of(node)[1] for name, node in given.items() if name in entry.parameters}
    return {name: value for name, value in values.items() if isinstance(value, list)}


def fits_a_form(info: ParameterInfo, value: object, *, is_explored: bool) -> bool:
    """Tell whether a control can show a value, legal or not."""
    if isinstance(value, list):
        plain = all(isinstance(each, str | int | float) for each in value)
        is_words = info.name == "sources" and all(isinstance(each, str) for each in value)
        return is_words or (is_explored and plain and info.kind is not object)
    if value is None:
        return info.kind is not object
    if info.kind in {int, float}:
        return isinstance(value, int | float) and not isinstance(value, bool)
    return isinstance(value, info.kind) and info.kind is not object


def _control(info: ParameterInfo, *, is_list: bool) -> str:
    if is_list:
        return "list"
    if info.kind is bool:
        return "switch"
    if _words(info):
        return "choice"
    if info.kind in {int, float}:
        return "number"
    return "long-text" if info.name in _LONG_TEXTS else "text"


def _words(info: ParameterInfo) -> tuple[Value, ...]:
    return info.legal if isinstance(info.legal, tuple) else ()


def _limits(info: ParameterInfo) -> dict[str, float | None]:
    whole = 1 if info.kind is int else None
    if not isinstance(info.legal, Range):
        return {"low": None, "high": None, "step": whole}
    return {
        "low": info.legal.low,
        "high": info.legal.high,
        "step": whole or _round_step(info.legal.high - info.legal.low),
    }


def _round_step(span: float) -> float:
    """Return 1, 0.5, 0.1, 0.05 …: the largest that gives a slider places enough."""
    steps = (base * 10.0**power for power in range(3, -7, -1) for base in (1, 0.5))
    return next((round(step, 7) for step in steps if span / step >= _STEPS / 2), span / _STEPS)


def _default(info: ParameterInfo) -> Any:  # noqa: ANN401 - a plain value of any kind
    if info.name == "sources":
        return []
    return None if info.default is inspect.Parameter.empty else info.default


def _as_text(values: list[Any]) -> str:
    """Return a list as an author writes one in a box."""
    return ", ".join(each if isinstance(each, str) else written(each) for each in values)
