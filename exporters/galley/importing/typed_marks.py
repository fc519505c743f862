"""Lists and headings that were typed as text: ``• one``, a short line that stands alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from galley.importing.escaping import escape_starts
from galley.importing.post import Block
from galley.importing.remarks import Remarks

BULLET = re.compile(r"[•‣◦▪▫●○∙·–]\s+(?=\S)")
_LONGEST_HEADING = 90
_LONGEST_WORDS = 14
_ENDS = tuple('.!?:;,…”"')


def with_typed_lists(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks, with paragraphs that begin with a bullet as lists."""
    items: list[Block] = []
    for block in blocks:
        if block.kind == "paragraph" and BULLET.match(block.text):
            items.append(block)
            continue
        if items:
            yield _list_of(items)
            items = []
        yield block
    if items:
        yield _list_of(items)


def _list_of(items: Sequence[Block]) -> Block:
    lines = [line for item in items for line in item.text.split("\\\n")]
    texts = [escape_starts(BULLET.sub("", line, count=1).strip()) for line in lines]
    return Block("list", "\n".join(f"- {text}" for text in texts), line=items[0].line)


def with_guessed_headings(blocks: Sequence[Block], remarks: Remarks) -> tuple[Block, ...]:
    """Take short lines for headings, in a document that has none; tell so."""
    if any(block.kind == "heading" for block in blocks[1:]):
        return tuple(blocks)
    is_bold = any(map(_is_bold_line, blocks))
    rule = _is_bold_line if is_bold else _is_short_line
    following = [*blocks[1:], None][: len(blocks)]
    shaped = [
        replace(block, kind="heading", level=2, text=f"## {block.text.strip('*')}")
        if rule(block) and after is not None and after.kind != "heading" and not rule(after)
        else block
        for block, after in zip(blocks, following, strict=True)
    ]
    count = sum(new is not old for new, old in zip(shaped, blocks, strict=True))
    if count:
        remarks.part = ""
        kind = "in bold" if is_bold else "that stand alone"
        remarks.guessed(
            f"no headings are marked; short lines {kind} are taken for headings: {count}",
            "Look whether each of them is one.",
        )
    return tuple(shaped)


def _is_bold_line(block: Block) -> bool:
    match = re.fullmatch(r"\*\*([^*\n]+)\*\*", block.text) if block.kind == "paragraph" else None
    return match is not None and _is_short(match[1])


def _is_short_line(block: Block) -> bool:
    is_line = block.kind == "paragraph" and "\n" not in block.text
    return is_line and _is_short(block.text) and not re.search(r"[\[\]`$*]|https?:", block.text)


def _is_short(text: str) -> bool:
    is_long = len(text) > _LONGEST_HEADING or len(text.split()) > _LONGEST_WORDS
    return not is_long and not text.rstrip().endswith(_ENDS) and text[:1].isupper()
