"""Front matter as it is written into an imported notebook."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from galley.article.front_matter_values import is_person_id

_ORDER_TEXT = """
    title description date updated changes reviewed review_by authors reviewers tags category
    disclosures funding draft key_points editions slug lang aliases kind image image_alt withdrawn
    cache inputs ignore noindex
"""
ORDER = tuple(_ORDER_TEXT.split())
"""In the order in which an author reads them; what else is given follows."""

# What YAML reads as a text without quotes, whatever comes after it.
_PLAIN = re.compile(r"[A-Za-z][\w'’()/-]*(?: [\w'’()/-]+)*")
_NOT_TEXT = frozenset(["true", "false", "null", "yes", "no", "on", "off", "y", "n"])


def render_fields(fields: Mapping[str, Any]) -> str:
    """Return front matter with its ``---`` lines; empty fields are left out."""
    known = [name for name in ORDER if name in fields]
    others = sorted(set(fields) - set(ORDER))
    lines = [line for name in (*known, *others) for line in _lines(name, fields[name])]
    return "\n".join(["---", *lines, "---"])


def _lines(name: str, value: Any) -> Iterator[str]:  # noqa: ANN401 - as YAML has it
    if value is None or value in ("", [], (), {}):
        return
    if name in {"authors", "reviewers"}:
        value = [_person(each) for each in value]
    if isinstance(value, list | tuple) and _is_long(value):
        yield f"{name}:"
        yield from (f"  - {_yaml(each)}" for each in value)
    else:
        yield f"{name}: {_yaml(value)}"


def _is_long(values: list[Any] | tuple[Any, ...]) -> bool:
    one_line = 70
    return sum(len(str(each)) + 2 for each in values) > one_line


def _person(value: Any) -> Any:  # noqa: ANN401 - as YAML has it
    """Write a name that looks like an id so that it stays a name, and an id as it is."""
    if isinstance(value, Mapping) and set(value) == {"id"}:
        return value["id"]
    return {"name": value} if isinstance(value, str) and is_person_id(value.strip()) else value


def _yaml(value: Any) -> str:  # noqa: ANN401 - as YAML has it
    if isinstance(value, date):
        return value.isoformat()[:10]
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_yaml(item)}' for key, item in value.items())}}}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(map(_yaml, value))}]"
    if isinstance(value, str):
        return _text(" ".join(value.split()))
    return json.dumps(value)


def _text(text: str) -> str:
    is_plain = _PLAIN.fullmatch(text) and text.lower() not in _NOT_TEXT
    return text if is_plain else json.dumps(text, ensure_ascii=False)
