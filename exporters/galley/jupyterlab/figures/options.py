"""Options at the top of a code cell, ``#| label:`` and ``#| caption:``: read, and one changed."""

from __future__ import annotations

import json
import re
from typing import Any, Final

from galley.article.cell_options import cell_options, option_lines
from galley.article.yaml_text import YamlProblemError, parse_yaml
from galley.jupyterlab.figures.rewriting import RewritingError

_LINE: Final = re.compile(r"(#\|\s?)(.*?)(\r?)")
_FIELD: Final = re.compile(r"([A-Za-z][\w-]*)\s*:(?:\s|$)")
_FIRST: Final = ("label", "caption")
_REFUSED: Final = (
    "The lines at the top of this cell cannot be changed by a form. Change them there."
)


def read_option(text: str, key: str) -> str:
    """Return an option of a cell as text; "" where there is none."""
    value = cell_options(text)[0].get(key)
    return "" if value is None else str(value)


def set_option(text: str, key: str, value: str) -> str:
    """Return the cell with one option changed or added; the other lines stay as they are.

    Raises
    ------
    RewritingError
        If the lines are written in a way that leaves no room for that.
    """
    lines = text.split("\n")
    start, end = option_lines(text)
    if text.lstrip().startswith("%%"):
        # Such a line has to be the first of its cell.
        raise RewritingError(_REFUSED)
    at, behind = _place(lines[start:end], key)
    line = f"#| {key}: {as_yaml(key, value)}"
    ending = "\r" if at < behind and lines[start + at].endswith("\r") else ""
    if at < behind:
        line = f"{_prefix(lines[start + at])}{key}: {as_yaml(key, value)}{ending}"
    changed = "\n".join([*lines[: start + at], line, *lines[start + behind :]])
    _require_the_rest_unchanged(text, changed, key, value)
    return changed


def as_yaml(key: str, value: str) -> str:
    """Return a text as it stands after a colon: bare where YAML reads it so, else in quotes."""
    try:
        is_bare = parse_yaml(f"{key}: {value}").value == {key: value}
    except YamlProblemError:
        is_bare = False
    return value if is_bare else json.dumps(value, ensure_ascii=False)


def _place(lines: list[str], key: str) -> tuple[int, int]:
    """Return where the lines of an option begin and end; both the same where it should come in."""
    keys = [_key_of(line) for line in lines]
    if key not in keys:
        before = [keys.index(each) for each in _FIRST[: _FIRST.index(key)] if each in keys]
        at = _next_key(keys, before[-1]) if before else 0
        return at, at
    start = keys.index(key)
    return start, _next_key(keys, start)


def _next_key(keys: list[str], start: int) -> int:
    return next((at for at in range(start + 1, len(keys)) if keys[at]), len(keys))


def _key_of(line: str) -> str:
    match = _LINE.fullmatch(line)
    field = _FIELD.match(match[2]) if match else None
    return field[1] if field else ""


def _prefix(line: str) -> str:
    match = _LINE.fullmatch(line)
    return match[1] if match else "#| "


def _require_the_rest_unchanged(before: str, after: str, key: str, value: str) -> None:
    options, rest = cell_options(before)
    new_options, new_rest = cell_options(after)
    meant: dict[str, Any] = {**options, key: value}
    # Without options, empty lines at the top are counted among the code.
    if new_options != meant or new_rest.lstrip() != rest.lstrip():
        raise RewritingError(_REFUSED)
