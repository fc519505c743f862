"""Changing fields of a front matter; every line of another field stays as it is."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from galley.article.yaml_text import YamlProblemError, parse_yaml
from galley.findings import UsageError
from galley.jupyterlab.articles.field_lines import (
    KNOWN_FIELDS,
    FieldLines,
    FrontLines,
    read_front_lines,
)

_LONGEST_FLOW = 88
_BY_HAND = "change it in the first cell of the notebook"


def with_fields(source: str, changes: Mapping[str, Any]) -> str:
    """Return a cell's text with fields changed.

    Parameters
    ----------
    source
        A cell that begins with front matter; empty for one that is to be made.
    changes
        Galley's name of a field → its value as plain JSON; what is empty goes.

    Raises
    ------
    UsageError
        If the front matter cannot be changed without risk to the rest of it.
    """
    before = source or "---\n---"
    try:
        read_front_lines(before)
    except YamlProblemError as problem:
        raise UsageError(
            f"the front matter cannot be read: {problem.message}", problem.fix or _BY_HAND
        ) from None
    try:
        text = before
        for name, value in changes.items():
            text = _with_field(text, name, value)
        is_safe = _is_only_change(before, text, changes)
    except YamlProblemError:
        is_safe = False
    if not is_safe:
        raise UsageError("this field is written in an uncommon way", _BY_HAND)
    return text


def _with_field(text: str, name: str, value: Any) -> str:  # noqa: ANN401 - any JSON value
    front = read_front_lines(text)
    if front is None:
        raise UsageError("the front matter is not written line by line", _BY_HAND)
    present = front.field(name)
    rows = [] if _is_empty(value) else list(_rows(name, value, present))
    lines = list(front.lines)
    if present:
        lines[present.start : present.end] = rows
    else:
        at = _place_for(name, front)
        lines[at:at] = rows
    return "\n".join(lines)


def _is_empty(value: object) -> bool:
    return value is None or value is False or value in ("", [], {}, ())


def _place_for(name: str, front: FrontLines) -> int:
    """Return the line for a new field: below the nearest one that usually comes before it."""
    if name not in KNOWN_FIELDS:
        return front.close
    for earlier in reversed(KNOWN_FIELDS[: KNOWN_FIELDS.index(name)]):
        if field := front.field(earlier):
            return field.end
    return front.open + 1


def _rows(name: str, value: object, present: FieldLines | None) -> Iterator[str]:
    key = _scalar(present.written if present else name)
    remark = present.remark if present else ""
    if isinstance(value, list):
        flow = _flow(value)
        is_flow = present.style == "flow" if present else name != "key_points"
        if is_flow and len(f"{key}: {flow}") <= _LONGEST_FLOW:
            yield f"{key}: {flow}{remark}"
            return
        yield f"{key}:"
        yield from _items(value, present.indent if present else "  ")
    elif isinstance(value, dict):
        yield f"{key}:"
        yield from (f"  {_scalar(str(part))}: {_inside(item)}" for part, item in value.items())
    else:
        yield f"{key}: {_text(value, present.style if present else '')}{remark}"


def _items(values: Sequence[object], indent: str) -> Iterator[str]:
    for value in values:
        if isinstance(value, dict):
            parts = [f"{_scalar(str(key))}: {_inside(item)}" for key, item in value.items()]
            yield f"{indent}- {parts[0]}"
            yield from (f"{indent}  {part}" for part in parts[1:])
        else:
            yield f"{indent}- {_text(value, '')}"


def _flow(values: Sequence[object]) -> str:
    return f"[{', '.join(_inside(value, is_flow=True) for value in values)}]"


def _inside(value: object, *, is_flow: bool = False) -> str:
    """Write a value inside of another one."""
    if isinstance(value, list):
        return _flow(value)
    if isinstance(value, dict):
        parts = (
            f"{_scalar(str(key))}: {_inside(item, is_flow=True)}" for key, item in value.items()
        )
        return f"{{{', '.join(parts)}}}"
    return _scalar(value, is_flow=is_flow)


def _text(value: object, style: str) -> str:
    """Write a scalar; a text that stands in quotes keeps their kind."""
    if isinstance(value, str) and style == '"':
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, str) and style == "'" and "\n" not in value:
        doubled = value.replace("'", "''")
        return f"'{doubled}'"
    return _scalar(value)


def _scalar(value: object, *, is_flow: bool = False) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    return value if _is_plain(value, is_flow=is_flow) else json.dumps(value, ensure_ascii=False)


def _is_plain(text: str, *, is_flow: bool) -> bool:
    """Tell whether YAML reads a text as itself without quotes."""
    if not text or "\n" in text or text != text.strip():
        return False
    row = f"a: [{text}]" if is_flow else f"a: {text}"
    try:
        return bool(parse_yaml(row).value == {"a": [text] if is_flow else text})
    except YamlProblemError:
        return False


def _is_only_change(before: str, after: str, changes: Mapping[str, Any]) -> bool:
    """Prove by reading again that the fields say what was meant, and the others what they did."""
    old, new = read_front_lines(before), read_front_lines(after)
    if old is None or new is None:
        return False
    names = {field.written for field in (*old.fields, *new.fields) if field.name in changes}
    was, found = _values(old), _values(new)
    kept = {key: value for key, value in was.items() if key not in names}
    wanted = {name: value for name, value in changes.items() if not _is_empty(value)}
    told = {field.name: found[field.written] for field in new.fields if field.name in changes}
    rest = {key: value for key, value in found.items() if key not in names}
    return kept == rest and told == wanted and old.lines[old.close :] == new.lines[new.close :]


def _values(front: FrontLines) -> dict[str, Any]:
    text = "\n".join(front.lines[front.open + 1 : front.close])
    return dict(parse_yaml(text).value or {})
