"""What a figure's parameters may be, as JSON: for a form in a program that draws nothing itself."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from typing import Any, Final

from galley_figures.parameters import Bilingual, Choice, ParameterInfo, Range, Value

_KINDS: Final = {kind.__name__: kind for kind in (str, float, int, bool)}


def parameter_record(info: ParameterInfo) -> dict[str, Any]:
    """Return a parameter as JSON values; `parameter_of` makes the same of them again.

    A default that JSON does not know, such as an empty tuple, is told as none; ``is_required``
    tells a parameter that has none at all.
    """
    default = info.default
    return {
        "name": info.name,
        "kind": info.kind.__name__ if info.kind in _KINDS.values() else "object",
        "default": default if isinstance(default, str | float | int | bool) else None,
        "is_required": default is inspect.Parameter.empty,
        "is_optional": info.is_optional,
        "range": _range_record(info.legal) if isinstance(info.legal, Range) else None,
        "values": list(info.legal) if isinstance(info.legal, tuple) else None,
        "choice": _choice_record(info.choice) if info.choice else None,
    }


def parameter_of(record: Mapping[str, Any]) -> ParameterInfo:
    """Return the parameter of a record."""
    empty = inspect.Parameter.empty
    return ParameterInfo(
        name=record["name"],
        kind=_KINDS.get(record["kind"], object),
        legal=_legal(record),
        default=empty if record["is_required"] else record["default"],
        choice=Choice(**record["choice"]) if record["choice"] else None,
        is_optional=record["is_optional"],
    )


def _legal(record: Mapping[str, Any]) -> tuple[Value, ...] | Range | None:
    if record["range"]:
        return Range(**record["range"])
    return tuple(record["values"]) if record["values"] else None


def _range_record(legal: Range) -> dict[str, Any]:
    return {
        "low": legal.low,
        "high": legal.high,
        "unit": _words(legal.unit),
        "label": _words(legal.label),
        "unit_of_one": _words(legal.unit_of_one),
    }


def _choice_record(choice: Choice) -> dict[str, Any]:
    values = {value: _words(words) for value, words in choice.values.items()}
    return {"label": _words(choice.label), "values": values}


def _words(words: Bilingual) -> dict[str, str]:
    return {str(lang): text for lang, text in words.items()}
