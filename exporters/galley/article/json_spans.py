"""JSON with positions: where each value of a file stands, so that one of them can be changed."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

_BLANK = re.compile(r"[ \t\n\r]*")
_SCALAR = re.compile(r"[^\s,\]}]+")
_DECODER = json.JSONDecoder(strict=False)

Kind = Literal["string", "list", "object", "other"]


@dataclass(frozen=True)
class Span:
    """A JSON value and where it stands: ``text[start:end]``.

    Attributes
    ----------
    value
        Of a string, what it says; None of anything else.
    items, fields
        What a list and an object hold.
    """

    start: int
    end: int
    kind: Kind
    value: str | None = None
    items: tuple[Span, ...] = ()
    fields: dict[str, Span] = field(default_factory=dict)


def read_spans(text: str) -> Span | None:
    """Read a JSON text, with or without a byte-order mark; None where it is none."""
    try:
        return _read_value(text, _skip_blank(text, len(text) - len(text.lstrip("\ufeff"))))[0]
    except (ValueError, IndexError, RecursionError):
        return None


def _read_value(text: str, at: int) -> tuple[Span, int]:
    reader = _READERS.get(text[at], _read_scalar)
    span = reader(text, at)
    return span, span.end


def _read_string(text: str, at: int) -> Span:
    value, end = _DECODER.raw_decode(text, at)
    return Span(at, end, "string", str(value))


def _read_scalar(text: str, at: int) -> Span:
    match = _SCALAR.match(text, at)
    if match is None:
        raise ValueError(at)
    return Span(at, match.end(), "other")


def _read_list(text: str, at: int) -> Span:
    items: list[Span] = []
    here = _skip_blank(text, at + 1)
    while text[here] != "]":
        item, here = _read_value(text, here)
        items.append(item)
        here = _skip_comma(text, here, "]")
    return Span(at, here + 1, "list", items=tuple(items))


def _read_object(text: str, at: int) -> Span:
    fields: dict[str, Span] = {}
    here = _skip_blank(text, at + 1)
    while text[here] != "}":
        name = _read_string(text, here)
        here = _skip_blank(text, name.end)
        if text[here] != ":":
            raise ValueError(here)
        fields[name.value or ""], here = _read_value(text, _skip_blank(text, here + 1))
        here = _skip_comma(text, here, "}")
    return Span(at, here + 1, "object", fields=fields)


def _skip_blank(text: str, at: int) -> int:
    match = _BLANK.match(text, at)
    return match.end() if match else at


def _skip_comma(text: str, at: int, closing: str) -> int:
    here = _skip_blank(text, at)
    if text[here] == closing:
        return here
    if text[here] != ",":
        raise ValueError(here)
    return _skip_blank(text, here + 1)


_READERS: dict[str, Callable[[str, int], Span]] = {
    '"': _read_string,
    "[": _read_list,
    "{": _read_object,
}
