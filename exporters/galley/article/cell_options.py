"""Cell options: ``#| key: value`` lines at the top of a code cell."""

from __future__ import annotations

import copy
import re
from functools import lru_cache
from typing import Any

from galley.article.yaml_text import YamlProblemError, parse_yaml
from galley.findings import Finding, Place, Severity

_OPTION_LINE = re.compile(r"#\|\s?(.*)")
_FIELD = re.compile(r"([A-Za-z][\w-]*)\s*:(?:\s+(.*))?")
_FLAG = re.compile(r"[A-Za-z][\w-]*")
_TIGHT = re.compile(r"([A-Za-z][\w-]*):(true|false)", re.IGNORECASE)
# nbdev's directives, whose words are for nbdev alone.
_DIRECTIVE = re.compile(
    r"(default_exp|default_cls_lvl|exports?i?|filter_stream|hide_line|eval|exec_doc)\s+\S.*"
)


def cell_options(source: str) -> tuple[dict[str, Any], str]:
    """Split a code cell into its options and the code after them.

    Lines that cannot be read are left out here; `cell_option_findings` tells of them.
    """
    lines, rest = split_cell_options(source)
    return copy.deepcopy(_parse(lines)[0]), rest


def split_cell_options(source: str) -> tuple[tuple[str, ...], str]:
    """Split a code cell into its option lines, unread, and the code after them."""
    if "#|" not in source:
        return (), source
    start, end = option_lines(source)
    lines = source.split("\n")
    return tuple(lines[start:end]), "\n".join(lines[end:]) if end > start else source


def cell_option_findings(source: str, place: Place) -> tuple[Finding, ...]:
    """Tell which option lines of a code cell cannot be read."""
    start, end = option_lines(source)
    lines = source.split("\n")[start:end]
    return tuple(
        Finding(
            "cell-option-broken",
            Severity.WARNING,
            Place(place.file, place.cell, start + index + 1),
            f"this cell option cannot be read: '{lines[index].strip()}'",
            "Write it as #| key: value, for example #| caption: Recovery in the first weeks.",
        )
        for index in _parse(tuple(lines))[1]
    )


def option_lines(source: str) -> tuple[int, int]:
    """Return the first option line, which may follow blank lines, and the line behind the last."""
    lines = source.split("\n")
    start = next((i for i, line in enumerate(lines) if line.strip()), len(lines))
    end = start
    while end < len(lines) and _OPTION_LINE.match(lines[end]):
        end += 1
    return start, end


# Planning, running and reading an article ask for the options of the same cells again and again.
@lru_cache(maxsize=4096)
def _parse(lines: tuple[str, ...]) -> tuple[dict[str, Any], list[int]]:
    """Return the options, and the indices of lines that cannot be read."""
    if not lines:
        return {}, []
    texts = [line.split("|", 1)[1].removeprefix(" ").rstrip() for line in lines]
    try:
        value = parse_yaml("\n".join(texts)).value
    except YamlProblemError:
        value = None
    return (value, []) if isinstance(value, dict) else _parse_each(texts)


def _parse_each(texts: list[str]) -> tuple[dict[str, Any], list[int]]:
    """Read line by line: a caption with a colon in it is meant as it stands."""
    options: dict[str, Any] = {}
    unread = []
    for index, text in enumerate(texts):
        if match := _FIELD.fullmatch(text):
            options[match[1]] = _value(match[2] or "")
        elif match := _TIGHT.fullmatch(text.strip()):
            options[match[1]] = match[2].lower() == "true"
        elif match := _DIRECTIVE.fullmatch(text):
            options[match[1]] = True
        elif _FLAG.fullmatch(text):
            # nbdev's `#| hide`: a word alone is switched on.
            options[text] = True
        elif text.strip():
            unread.append(index)
    return options, unread


def _value(text: str) -> Any:  # noqa: ANN401 — YAML holds anything
    try:
        value = parse_yaml(text).value
    except YamlProblemError:
        return text.strip()
    return text.strip() if isinstance(value, dict) and not text.startswith("{") else value
