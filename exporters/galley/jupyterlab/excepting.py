"""``ignore:`` in front matter, written for the author: one entry more, all else as it was."""

from __future__ import annotations

import json
import re
from typing import Any

from ruamel.yaml.error import YAMLError

from galley.article.yaml_nodes import Node, compose
from galley.article.yaml_text import YamlProblemError, parse_yaml
from galley.checks.exceptions import OWN_RULES, says_why
from galley.checks.rule_facts import known_rules

NO_REASON = "Say in three words or more why it may stay."
NOT_THIS_RULE = "This problem cannot be set aside."
NO_FRONT_MATTER = (
    "The first cell has no front matter between two --- lines, so there is no place to write "
    "the reason."
)
NOT_READ = "The front matter cannot be read. Mend it first."
IS_THERE = "The front matter sets this problem aside already."
_FIELD = "ignore"
# What YAML reads as these very words; three words are never a number, a day or a truth.
_PLAIN = re.compile(r"[^\W\d_](?:[\w ./()%;'’–-]|,(?= ))*[\w.)%]")
_FENCE = re.compile(r"---\s*")
_CLOSING = re.compile(r"(?:---|\.\.\.)\s*")


class CannotExceptError(Exception):
    """Why the front matter is left as it is, in words for the author."""


def with_exception(source: str, rule: str, reason: str) -> str:
    """Return the text of the cell with the front matter, in which a rule is set aside.

    Raises
    ------
    CannotExceptError
        If the reason says nothing, the rule cannot be set aside, or there is no front matter
        between ``---`` lines that could be read.
    """
    reason = " ".join(reason.split())
    if rule in OWN_RULES or rule not in known_rules():
        raise CannotExceptError(NOT_THIS_RULE)
    if not says_why(reason):
        raise CannotExceptError(NO_REASON)
    lines = source.split("\n")
    first, last = _fences(lines)
    before = _read(lines, first, last)
    if rule in (before.get(_FIELD) or {}):
        raise CannotExceptError(IS_THERE)
    changed = _with_entry(lines, first, last, rule, reason)
    expected = {**before, _FIELD: {**(before.get(_FIELD) or {}), rule: reason}}
    if _read(changed, first, last + len(changed) - len(lines)) != expected:
        raise CannotExceptError(NOT_READ)
    return "\n".join(changed)


def _fences(lines: list[str]) -> tuple[int, int]:
    """Return the lines before and after the fields."""
    first = next((at for at, line in enumerate(lines) if line.strip()), 0)
    after = range(first + 1, len(lines))
    last = next((at for at in after if _CLOSING.fullmatch(lines[at])), None)
    if not _FENCE.fullmatch(lines[first]) or last is None:
        raise CannotExceptError(NO_FRONT_MATTER)
    return first, last


def _yaml(lines: list[str], first: int, last: int) -> str:
    """Return the fields with their lines numbered as in the cell."""
    return "\n".join([*[""] * (first + 1), *lines[first + 1 : last]])


def _read(lines: list[str], first: int, last: int) -> dict[str, Any]:
    try:
        value = parse_yaml(_yaml(lines, first, last)).value
    except YamlProblemError:
        raise CannotExceptError(NOT_READ) from None
    if not isinstance(value, dict) or not isinstance(value.get(_FIELD) or {}, dict):
        raise CannotExceptError(NOT_READ)
    return value


def _with_entry(lines: list[str], first: int, last: int, rule: str, reason: str) -> list[str]:
    value = _field(_yaml(lines, first, last))
    if value is None:
        return [*lines[:last], f"{_FIELD}:", f"  {rule}: {_block(reason)}", *lines[last:]]
    key, entries = value
    line, column = entries.start_mark.line, entries.start_mark.column
    if entries.id == "mapping" and lines[line][column : column + 1] == "{":
        gap = ", " if entries.value else ""
        head, tail = lines[line][: column + 1], lines[line][column + 1 :]
        entry = f"{head}{rule}: {json.dumps(reason, ensure_ascii=False)}{gap}{tail}"
        return [*lines[:line], entry, *lines[line + 1 :]]
    if entries.id == "mapping":
        entry = f"{' ' * column}{rule}: {_block(reason)}"
        return [*lines[:line], entry, *lines[line:]]
    # The field is there and empty.
    at = key.start_mark.line + 1
    return [*lines[:at], f"  {rule}: {_block(reason)}", *lines[at:]]


def _field(yaml: str) -> tuple[Node, Node] | None:
    try:
        root = compose(yaml)
    except (YAMLError, ValueError, TypeError, LookupError, AttributeError):
        raise CannotExceptError(NOT_READ) from None
    pairs = root.value if root and root.id == "mapping" else ()
    return next(((key, value) for key, value in pairs if key.value == _FIELD), None)


def _block(reason: str) -> str:
    plain = _PLAIN.fullmatch(reason) is not None
    return reason if plain else json.dumps(reason, ensure_ascii=False)
