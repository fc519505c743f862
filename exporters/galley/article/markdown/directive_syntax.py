"""How directives are written: ``:::{note} Title``, a fence with ``{note}``, Quarto's ``::: {.x}``.

Finds where a directive begins and ends and what its options are; knows no directive by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.rules_block import StateBlock

from galley.article.markdown.attributes import parse_attributes, read_loosely

_COLONS = re.compile(
    r"(?P<marks>:{3,})[ \t]*(?:\{(?P<name>[A-Za-z][\w:.+-]*)\}[ \t]*(?P<title>.*)"
    r"|(?P<braces>\{(?:\"(?:\\.|[^\"\\])*\"|[^{}\"])*\})[ \t]*:*|(?P<word>[A-Za-z][\w-]*)[ \t]*:*)"
)
_FENCE = re.compile(
    r"(?P<marks>`{3,}|~{3,})[ \t]*\{(?P<name>[A-Za-z][\w:.+-]*)\}[ \t]*(?P<title>[^`]*)"
)
_CLOSING_COLONS = re.compile(r"(:{3,})[ \t]*")
_CODE_FENCE = re.compile(r"(`{3,}|~{3,})(.*)")
_OPTION = re.compile(r":([\w-]+):[ \t]*(.*)")
_YAML_OPTION = re.compile(r"([\w-]+):[ \t]*(.*)")


@dataclass(frozen=True)
class Opening:
    """The first line of a directive."""

    name: str
    title: str
    marks: str
    classes: tuple[str, ...] = ()
    values: dict[str, str] = field(default_factory=dict)
    anchor: str = ""
    is_div: bool = False

    @property
    def is_fence(self) -> bool:
        """Whether it is written with backticks or tildes."""
        return not self.marks.startswith(":")


@dataclass(frozen=True)
class Extent:
    """Zero-based lines: the body, the line after the directive, and whether it was closed."""

    body: int
    body_end: int
    after: int
    is_closed: bool


def line_text(state: StateBlock, line: int) -> str:
    """Return a line without the indent of its container."""
    return state.src[state.bMarks[line] + state.tShift[line] : state.eMarks[line]].rstrip()


def parse_opening(text: str) -> Opening | None:
    """Parse a first line, or return None."""
    match = _FENCE.fullmatch(text)
    if match:
        return Opening(match["name"].lower(), match["title"].strip(), match["marks"])
    match = _COLONS.fullmatch(text)
    if match is None:
        return None
    if match["braces"]:
        return _quarto_opening(match["marks"], match["braces"][1:-1])
    name = match["name"] or match["word"]
    return Opening(name.lower(), (match["title"] or "").strip(), match["marks"])


def _quarto_opening(marks: str, braces: str) -> Opening | None:
    """``::: {.callout-note title="…"}``: the first class names it."""
    attributes = parse_attributes(braces) or read_loosely(braces)
    classes = attributes.classes or ("div",)
    title = attributes.values.get("title", "")
    return Opening(
        name=classes[0].lower(),
        title=title,
        marks=marks,
        classes=classes[1:],
        values=attributes.values,
        anchor=attributes.anchor,
        is_div=True,
    )


def find_extent(state: StateBlock, start: int, end: int, opening: Opening) -> Extent:
    """Find the line that closes the directive opened on line `start`."""
    closes = _closes_fence if opening.is_fence else _ColonDepth(len(opening.marks)).closes
    for line in _lines(state, start + 1, end):
        if closes(line_text(state, line), opening):
            return Extent(start + 1, line, line + 1, is_closed=True)
    last = max((*_lines(state, start + 1, end), start))
    return Extent(start + 1, last + 1, last + 1, is_closed=False)


def _lines(state: StateBlock, first: int, end: int) -> Iterator[int]:
    """Yield lines up to the end of the container; a line indented less ends a list item."""
    for line in range(first, end):
        if state.sCount[line] < state.blkIndent and not state.isEmpty(line):
            return
        yield line


def _closes_fence(text: str, opening: Opening) -> bool:
    sign = opening.marks[0]
    return len(text) >= len(opening.marks) and not text.strip(sign)


class _ColonDepth:
    """Counts colon directives inside, as pandoc and MyST both would; ignores code."""

    def __init__(self, count: int) -> None:
        self._open = [count]
        self._code = ""

    def closes(self, text: str, _opening: Opening) -> bool:
        """Take one line and tell whether it closes the outermost directive."""
        if self._is_code(text):
            return False
        closing = _CLOSING_COLONS.fullmatch(text)
        if closing:
            self._close(len(closing[1]))
        elif text.startswith(":::") and parse_opening(text):
            self._open.append(len(text) - len(text.lstrip(":")))
        return not self._open

    def _is_code(self, text: str) -> bool:
        fence = _CODE_FENCE.match(text)
        if self._code:
            if fence and fence[1].startswith(self._code) and not fence[2].strip():
                self._code = ""
            return True
        if fence and not parse_opening(text):
            self._code = fence[1]
        return bool(fence)

    def _close(self, count: int) -> None:
        """Close the innermost directive of the same length, else the innermost."""
        while self._open:
            if self._open.pop() == count or count not in self._open:
                return


def take_options(state: StateBlock, extent: Extent) -> tuple[dict[str, str], int]:
    """Return the options at the top of the body, and the line where the rest begins."""
    first = line_text(state, extent.body) if extent.body < extent.body_end else ""
    if first == "---":
        return _take_yaml(state, extent)
    options: dict[str, str] = {}
    line = extent.body
    while line < extent.body_end and (match := _OPTION.fullmatch(line_text(state, line))):
        options[match[1].lower()] = match[2].strip()
        line += 1
    return options, line


def _take_yaml(state: StateBlock, extent: Extent) -> tuple[dict[str, str], int]:
    options: dict[str, str] = {}
    for line in range(extent.body + 1, extent.body_end):
        text = line_text(state, line)
        if text == "---":
            return options, line + 1
        match = _YAML_OPTION.fullmatch(text)
        if match:
            options[match[1].lower()] = match[2].strip().strip("\"'")
    return {}, extent.body
