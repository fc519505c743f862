"""Plain text: paragraphs between empty lines, and what looks like a heading or a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from galley.importing.decoding import decoded
from galley.importing.escaping import escape_starts, escape_text, one_line
from galley.importing.leads import lead_callout
from galley.importing.markdown_source import read_markdown
from galley.importing.post import Block, Post
from galley.importing.reading_parts import Draft, Source, finish, slug_of
from galley.importing.remarks import Remarks
from galley.importing.shaping import shape

_ITEM = re.compile(r"\s*(?:[-*+•‣◦▪▫●○∙]|\d{1,3}[.)])\s+(?=\S)")
_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVX]{1,5}\.|[A-Z]\.)\s+(?P<words>\S.{1,80})")
_UNDERLINE = re.compile(r"\s*([=\-~*])\1{2,}\s*")
_LINE = 60
"""A line shorter than this was ended by its author, a longer one by the margin."""


def read_text(source: Source) -> Post:
    """Return the post of a text file."""
    remarks = Remarks(source.file)
    text = decoded(source.data, remarks)
    if looks_like_markdown(text):
        return read_markdown(source)
    paragraphs = _paragraphs(text)
    blocks = [block for start, lines in paragraphs for block in _blocks(start, lines)]
    shaped = shape(blocks, {}, remarks, source.stem)
    slug = slug_of(source)
    return finish(source, Draft(shaped.blocks, shaped.fields, (), tuple(remarks.findings)), slug)


def _paragraphs(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield line number and lines of what stands between empty lines."""
    lines: list[str] = []
    for number, line in enumerate([*text.split("\n"), ""], start=1):
        if line.strip():
            lines.append(line.rstrip())
        elif lines:
            yield number - len(lines), lines
            lines = []


def _blocks(start: int, lines: Sequence[str]) -> Iterator[Block]:
    if len(lines) > 1 and _UNDERLINE.fullmatch(lines[1]):
        level = 1 if lines[1].strip()[0] == "=" else 2
        yield Block("heading", f"{'#' * level} {escape_text(one_line(lines[0]))}", level, start)
        if lines[2:]:
            yield from _blocks(start + 2, lines[2:])
        return
    if len(lines) == 1 and _UNDERLINE.fullmatch(lines[0]):
        return
    numbered = _NUMBERED.fullmatch(lines[0].strip()) if len(lines) == 1 else None
    if numbered and not numbered["words"].endswith((".", ";", ",")):
        yield Block("heading", f"## {escape_text(one_line(numbered['words']))}", 2, start)
        return
    yield from _text_and_lists(start, lines)


def _text_and_lists(start: int, lines: Sequence[str]) -> Iterator[Block]:
    """Yield a paragraph, then the list it leads to, as far as each line begins an item."""
    first = next((index for index, line in enumerate(lines) if _ITEM.match(line)), len(lines))
    if first:
        text = _joined(lines[:first])
        yield replace(lead_callout(text) or Block("paragraph", text), line=start)
    if first == len(lines):
        return
    items: list[list[str]] = []
    for line in lines[first:]:
        if _ITEM.match(line):
            items.append([line])
        else:
            items[-1].append(line)
    yield Block("list", "\n".join(map(_item, items)), line=start + first)


def _item(lines: Sequence[str]) -> str:
    number = re.match(r"\s*(\d{1,3})[.)]", lines[0])
    marker = f"{number[1]}." if number else "-"
    words = [_ITEM.sub("", lines[0], count=1), *lines[1:]]
    return f"{marker} {escape_starts(escape_text(one_line(' '.join(words))))}"


def _joined(lines: Sequence[str]) -> str:
    """Join lines that the margin ended; those that the author ended stay apart."""
    parts: list[str] = []
    for index, line in enumerate(lines):
        text = escape_text(one_line(line))
        is_ended = index + 1 < len(lines) and all(len(each) < _LINE for each in lines[:-1])
        parts.append(text + ("\\\n" if is_ended else " "))
    return escape_starts("".join(parts).strip())


def looks_like_markdown(text: str) -> bool:
    """Tell whether a text file is written in Markdown: headings with ``##``, or links."""
    headings = re.findall(r"^#{1,4} \S", text, re.MULTILINE)
    return len(headings) > 1 or text.startswith("---\n") or bool(re.search(r"\]\(https?://", text))
