"""A notebook file as text: where each cell's source stands, and how to change nothing but it.

Editors, git and GitHub count the lines of the file, findings those of a cell; and a tool that
mends one line must leave all other bytes as the author's program wrote them.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from galley.article.json_spans import Span, read_spans
from galley.article.notebook_cells import unique_ids

_SOURCE_NAMES = ("source", "input")
_AFTER_BREAK = re.compile(r"(?<=\n)")
# A letter outside ASCII, written as its number.
_ESCAPE = re.compile(r"\\u(?!00[01])[0-9a-fA-F]{4}")
_INDENTED = re.compile(r"\ufeff?\{\r?\n([ \t]+)")


@dataclass(frozen=True)
class Replacement:
    """One piece of a text and what stands there instead."""

    start: int
    old: str
    new: str

    def apply(self, text: str) -> str:
        """Return the text with the new piece; the old one must stand where it is said to."""
        end = self.start + len(self.old)
        if text[self.start : end] != self.old:
            raise ValueError(self.start)
        return text[: self.start] + self.new + text[end:]

    def reversed(self) -> Replacement:
        """Return what takes this replacement back."""
        return Replacement(self.start, self.new, self.old)


def line_at(text: str, span: Span, line: int | None) -> int:
    """Return the line of a notebook's file at which a line of a cell's source stands.

    Parameters
    ----------
    line
        One-based line inside the cell; without it, the source's first line is meant.
    """
    return text.count("\n", 0, _start_of_line(span, line or 1)) + 1


def source_spans(text: str) -> dict[str, Span]:
    """Return where the source of each cell stands, by the id that Galley calls the cell."""
    root = read_spans(text)
    if root is None:
        return {}
    cells = [cell for cell in _cells(root) if cell.kind == "object"]
    ids = unique_ids([_string(cell.fields.get("id")) for cell in cells])
    found = ((name, _source(cell)) for name, cell in zip(ids, cells, strict=True))
    return {name: span for name, span in found if span is not None}


def source_of(span: Span) -> str:
    """Return the source that stands at a span, with the line breaks that findings count."""
    return _plain_breaks("".join(_parts(span)))


def replace_source(text: str, span: Span, source: str) -> Replacement:
    """Return the change of a notebook file that gives a cell another source.

    The form is kept: one string, or a list of strings with the file's own indentation; lines that
    stay are not written anew.
    """
    old = text[span.start : span.end]
    write = _writer(text, span)
    if span.kind == "string":
        return Replacement(span.start, old, write(source))
    literals = _literals(text, span, source, write)
    before, between, after = _layout(text, span)
    return Replacement(
        span.start, old, f"[{before}{between.join(literals)}{after}]" if literals else "[]"
    )


def _writer(text: str, span: Span) -> Callable[[str], str]:
    """Return what writes a string as the file's own program did."""
    is_escaped = text.removeprefix("\ufeff").isascii() and bool(_ESCAPE.search(text))
    ending = "\r\n" if "\r\n" in "".join(_parts(span)) else "\n"

    def write(source: str) -> str:
        return json.dumps(source.replace("\n", ending), ensure_ascii=is_escaped)

    return write


def _literals(text: str, span: Span, source: str, write: Callable[[str], str]) -> list[str]:
    """Write each line as a JSON string; a line that was there keeps the form it had."""
    old = [_plain_breaks(item.value or "") for item in span.items]
    lines = _split(source, like=old)
    matcher = difflib.SequenceMatcher(a=old, b=lines, autojunk=False)
    written: list[str] = []
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag == "equal":
            written += [text[item.start : item.end] for item in span.items[first:last]]
        else:
            written += [write(line) for line in lines[start:end]]
    return written


def _split(source: str, like: list[str]) -> list[str]:
    """Split into lines as nbformat does, at form feeds and their like too, or at line feeds."""
    if "".join(like).splitlines(keepends=True) == like:
        return source.splitlines(keepends=True)
    return [line for line in _AFTER_BREAK.split(source) if line]


def _layout(text: str, span: Span) -> tuple[str, str, str]:
    """Return what stands before the first string of a list, between two, and after the last."""
    if not span.items:
        return _layout_of_empty(text, span)
    first, last = span.items[0], span.items[-1]
    before, after = text[span.start + 1 : first.start], text[last.end : span.end - 1]
    between = text[first.end : span.items[1].start] if len(span.items) > 1 else f",{before or ' '}"
    return before, between, after


def _layout_of_empty(text: str, span: Span) -> tuple[str, str, str]:
    """Return the same of an empty list, from how the file indents everything else."""
    step = _INDENTED.match(text)
    if step is None:
        return "", ", ", ""
    line = text[text.rfind("\n", 0, span.start) + 1 : span.start]
    here = line[: len(line) - len(line.lstrip(" \t"))]
    before = f"\n{here}{step[1]}"
    return before, f",{before}", f"\n{here}"


def _start_of_line(span: Span, line: int) -> int:
    """Return where in the file the string begins in which a line of the source begins."""
    lines = "".join(_parts(span)).split("\n")[: line - 1]
    offset = sum(len(each) + 1 for each in lines)
    strings = [item for item in span.items if item.value] or [span]
    for item in strings:
        offset -= len(item.value or "")
        if offset < 0:
            return item.start
    return strings[-1].start


def _plain_breaks(source: str) -> str:
    return source.replace("\r\n", "\n").replace("\r", "\n")


def _parts(span: Span) -> Iterator[str]:
    if span.value is not None:
        yield span.value
    yield from (item.value for item in span.items if item.value is not None)


def _cells(root: Span) -> Iterator[Span]:
    if "cells" in root.fields:
        yield from _flat(root.fields["cells"].items)
        return
    # Notebooks of before 2015 kept their cells in sheets.
    for sheet in root.fields.get("worksheets", root).items:
        yield from _flat(sheet.fields.get("cells", sheet).items)


def _flat(cells: tuple[Span, ...]) -> Iterator[Span]:
    for cell in cells:
        yield from _flat(cell.items) if cell.kind == "list" else (cell,)


def _source(cell: Span) -> Span | None:
    return next((cell.fields[name] for name in _SOURCE_NAMES if name in cell.fields), None)


def _string(span: Span | None) -> object:
    return span.value if span else None
