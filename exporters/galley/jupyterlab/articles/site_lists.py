"""One more word in a list of ``site.toml``; every other character stays."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterable
from typing import Any

_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'[^\'\n]*\'|#[^\n]*')
_HEADER = re.compile(r"\s*\[\[?\s*([\w.\"-]+)\s*\]\]?\s*(?:#.*)?")


def with_listed(text: str, table: str, key: str, word: str) -> str | None:
    """Return the text with a word at the end of a list.

    Parameters
    ----------
    table
        The table that the list stands in, as in its header; empty for the beginning of the file.

    Returns
    -------
    str or None
        None where there is no such list, or it is written in a way that is better not touched.
    """
    start, end = _section(text, table)
    opening = re.compile(rf"^[ \t]*{re.escape(key)}[ \t]*=[ \t]*\[", re.MULTILINE)
    found = opening.search(text, start, end)
    close = _closing(text, found.end()) if found else None
    if found is None or close is None:
        return None
    changed = _inserted(text, found.end(), close, word)
    wanted = _with_value(text, table, key, word)
    return changed if wanted is not None and _value(changed) == wanted else None


def with_language(text: str, languages: Iterable[str], lang: str) -> str | None:
    """Return the text with one more language of the site; None where that is better not done."""
    listed = with_listed(text, "", "languages", lang)
    before = _value(text)
    if listed is not None or before is None or "languages" in before:
        return listed
    # A line of its own, below the one that names the first language.
    row = f"languages = {json.dumps([*languages, lang])}"
    line_break = "\r\n" if "\r\n" in text else "\n"
    own = re.compile(r"^[ \t]*language[ \t]*=[^\r\n]*", re.MULTILINE).search(
        text, *_section(text, "")
    )
    changed = (
        f"{text[: own.end()]}{line_break}{row}{text[own.end() :]}"
        if own
        else f"{row}{line_break}{text}"
    )
    return changed if _value(changed) == {**before, "languages": [*languages, lang]} else None


def _section(text: str, table: str) -> tuple[int, int]:
    """Return where the lines of a table begin and end."""
    lines = re.finditer(r"^[ \t]*\[.*$", text, re.MULTILINE)
    headers = [(match, line) for line in lines if (match := _HEADER.fullmatch(line[0].rstrip()))]
    starts = [line.start() for _, line in headers]
    if not table:
        return 0, min(starts, default=len(text))
    for match, line in headers:
        if match[1] == table:
            return line.end(), min((s for s in starts if s > line.start()), default=len(text))
    return len(text), len(text)


def _closing(text: str, start: int) -> int | None:
    """Return where the list ends that was opened just before `start`."""
    at = start
    while at < len(text) and text[at] != "]":
        if text[at] in "[{":
            return None
        skipped = _STRING.match(text, at)
        at = skipped.end() if skipped else at + 1
    return at if at < len(text) else None


def _inserted(text: str, start: int, close: int, word: str) -> str:
    inside = text[start:close]
    quoted = json.dumps(word, ensure_ascii=False)
    if "#" in _STRING.sub(lambda match: match[0][:1], inside):
        # Behind a remark, a comma would be part of it.
        return f"{text[:close]}, {quoted}{text[close:]}"
    kept = inside.rstrip()
    comma = "" if not kept.strip() else " " if kept.endswith(",") else ", "
    return f"{text[:start]}{kept}{comma}{quoted}{inside[len(kept) :]}{text[close:]}"


def _value(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text.removeprefix("\ufeff"))
    except tomllib.TOMLDecodeError:
        return None


def _with_value(text: str, table: str, key: str, word: str) -> dict[str, Any] | None:
    """Return what the file is to say; None where the list is something else."""
    whole = _value(text)
    try:
        around: Any = whole
        for name in filter(None, table.split(".")):
            around = around[name]
        around[key] = [*around[key], word]
    except (LookupError, TypeError):
        return None
    return whole
