"""Values that stand in code as they are: read from the tree, and written anew."""

from __future__ import annotations

import ast
import math
from typing import Any, Final

_QUOTES: Final = ('"', "'")
_ESCAPED: Final = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LONGEST_WHOLE: Final = 1e15
_NONE: Final = object()


def literal_of(node: ast.expr) -> tuple[bool, Any]:
    """Tell whether an expression is a plain value, and which: lists of them too, as lists."""
    found = _value(node)
    return found is not _NONE, None if found is _NONE else found


def _value(node: ast.expr) -> Any:  # noqa: ANN401 - a value of any plain kind
    if isinstance(node, ast.Constant) and isinstance(node.value, str | int | float | None):
        return node.value
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        return _signed(node)
    if isinstance(node, ast.List | ast.Tuple):
        values = [_value(each) for each in node.elts]
        return _NONE if any(value is _NONE for value in values) else values
    return _NONE


def _signed(node: ast.UnaryOp) -> Any:  # noqa: ANN401 - the same
    inside = node.operand
    if not isinstance(inside, ast.Constant) or isinstance(inside.value, bool):
        return _NONE
    if not isinstance(inside.value, int | float):
        return _NONE
    return -inside.value if isinstance(node.op, ast.USub) else inside.value


def written(value: Any, *, like: str = "") -> str:  # noqa: ANN401 - the same
    r"""Return a value as code; a text in the quotes of what it replaces, a list in its brackets.

    >>> written(7.0), written([1, 2.5]), written("a'b", like="'x'"), written(("a",), like="(1, 2)")
    ('7', '[1, 2.5]', '"a\'b"', '("a",)')
    """
    if isinstance(value, str):
        return _quoted(value, like)
    if isinstance(value, float) and math.isfinite(value):
        is_whole = value.is_integer() and abs(value) < _LONGEST_WHOLE
        return str(int(value)) if is_whole else repr(value)
    if isinstance(value, list | tuple):
        inside = ", ".join(written(each, like=like) for each in value)
        if like.startswith("("):
            return f"({inside}{',' if len(value) == 1 else ''})"
        return f"[{inside}]"
    return repr(value)


def _quoted(text: str, like: str) -> str:
    preferred, other = _QUOTES if not _is_single(like) else _QUOTES[::-1]
    quote = other if preferred in text and other not in text else preferred
    return f"{quote}{''.join(_escaped(each, quote) for each in text)}{quote}"


def _is_single(like: str) -> bool:
    """Tell whether a text stands in single quotes, which are not those of a long text."""
    return like.lstrip("[( ").startswith("'") and not like.startswith("'''")


def _escaped(character: str, quote: str) -> str:
    if character in _ESCAPED:
        return _ESCAPED[character]
    if character == quote:
        return f"\\{quote}"
    if character.isprintable():
        return character
    return character.encode("unicode_escape").decode("ascii")
