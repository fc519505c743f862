"""Lines of a typed list leave the text where the text cites their works; the others stay."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from galley.importing.post import Block
from galley.importing.references.lists import ListLine, ReferenceList, title_of_list


@dataclass(frozen=True)
class SettledLine:
    """A line of a list, and the work that it became.

    Attributes
    ----------
    key
        Empty where the line could not be read.
    is_new
        Whether the entry says no more than the line.
    """

    line: ListLine
    key: str = ""
    is_new: bool = False


def without_lines(
    blocks: Sequence[Block], lists: Iterable[ReferenceList], staying: Iterable[SettledLine]
) -> tuple[Block, ...]:
    """Return the blocks with those lines of their lists that stay."""
    stay = [each.line for each in staying]
    kept: dict[int, Block | None] = {}
    for each in lists:
        for at in each.blocks:
            lines = [line for line in each.lines if line.block == at]
            kept[at] = _with_lines(blocks[at], lines, [line for line in lines if line in stay])
        if each.title_block is not None and not any(line in stay for line in each.lines):
            kept[each.title_block] = None
    settled = (kept.get(at, block) for at, block in enumerate(blocks))
    return tuple(block for block in settled if block is not None)


def without_empty_titles(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Leave out the title of a list under which nothing stands: what is cited is listed anyway."""
    return tuple(
        block
        for block, following in zip(blocks, (*blocks[1:], None), strict=True)
        if not (title_of_list(block) and (following is None or following.kind == "heading"))
    )


def _with_lines(block: Block, lines: Sequence[ListLine], stay: Sequence[ListLine]) -> Block | None:
    if len(stay) == len(lines):
        return block
    if not stay:
        return None
    texts = (_numbered(line) for line in stay)
    separator = "" if all(line.text.endswith("\n") for line in stay[:-1]) else "\n"
    return replace(block, text=separator.join(texts).rstrip("\n"))


def _numbered(line: ListLine) -> str:
    """Keep the number of a line whose neighbours left, which Markdown would count anew."""
    number = line.work.number
    match = re.match(r"\s*\d{1,3}([.)])\s+", line.text)
    if number is None or match is None:
        return line.text
    return f"- ({number}) {line.text[match.end() :]}"
