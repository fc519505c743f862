"""Where in a post its references are listed, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from galley.checks.citations.list_patterns import BULLETS, TITLE
from galley.importing.post import Block
from galley.importing.references.line import read_line
from galley.importing.references.typed_work import TypedWork

_MORE_TITLES = (
    r"sources?(?: and references)?|(?:selected|key|notes and) references|cited literature"
    r"|bibliografi|sumber(?: (?:bacaan|pustaka|rujukan|referensi))?|daftar (?:bacaan|acuan)|acuan"
)
_IS_TITLE = re.compile(
    rf"(?:\d{{1,2}}[.)]?\s+|[A-Z][.)]\s+)?(?:{TITLE}|{_MORE_TITLES})\s*[:：]?", re.IGNORECASE
)
# What is recommended to be read on backs nothing in the text.
_TO_READ = re.compile(r"further reading|daftar bacaan", re.IGNORECASE)
_MARKUP = re.compile(r"^#+\s*|\s*\{#[^}]*\}$|[*_`]+|^\([\w-]+\)=\s*")
_ITEM = re.compile(r"^(?P<indent> {0,3})(?:[-*+]|\d{1,3}[.)])\s+", re.MULTILINE)
_BEGINS_LINE = re.compile(r"^\s*(?:\\?\[\d{1,3}\\?\]|\d{1,3}\\?[.)]|[•▪◦‣●·–-])\s+")
_TELLING = re.compile(r"(?:1[89]|20)\d{2}|10\.\d{4}|PMID|https?://", re.IGNORECASE)


@dataclass(frozen=True)
class ListLine:
    """One line of a list.

    Attributes
    ----------
    block
        The number of its block in the post.
    text
        The line as Markdown, with its bullet or number.
    """

    block: int
    text: str
    work: TypedWork

    @property
    def is_read(self) -> bool:
        """Whether the line says enough to find the work by."""
        work = self.work
        holder = work.journal or work.publisher or work.url
        is_named = bool(work.authors and work.title and (work.year or holder))
        return is_named or bool(work.doi or work.pmid)


@dataclass(frozen=True)
class ReferenceList:
    """A list of references.

    Attributes
    ----------
    title
        Its heading's words; empty where it has none.
    title_block
        The number of the block that holds the heading; None where there is none.
    """

    title: str
    title_block: int | None
    lines: tuple[ListLine, ...]

    @property
    def blocks(self) -> tuple[int, ...]:
        """The numbers of the blocks that hold its lines."""
        return tuple(dict.fromkeys(line.block for line in self.lines))


def find_reference_lists(blocks: Sequence[Block]) -> tuple[ReferenceList, ...]:
    """Find the lists under a heading that names them, else one at the very end of a post."""
    titled = tuple(_titled_lists(blocks))
    return titled or tuple(_untitled_list(blocks))


def _titled_lists(blocks: Sequence[Block]) -> Iterator[ReferenceList]:
    for at, block in enumerate(blocks):
        title = title_of_list(block)
        if not title or _TO_READ.fullmatch(title.rstrip(":： ")):
            continue
        first, _, rest = block.text.partition("\n")
        own = tuple(_lines_of(at, rest)) if first and rest.strip() else ()
        lines = (*own, *_lines_below(blocks, at))
        if any(line.is_read for line in lines):
            yield ReferenceList(title, at, lines)


def title_of_list(block: Block) -> str:
    """Return a block's words where they are the title of a list."""
    if block.kind not in {"heading", "paragraph"}:
        return ""
    words = _MARKUP.sub("", block.text.split("\n", 1)[0]).rstrip("\\").strip()
    return words if _IS_TITLE.fullmatch(words) else ""


def _lines_below(blocks: Sequence[Block], title: int) -> Iterator[ListLine]:
    for at in range(title + 1, len(blocks)):
        block = blocks[at]
        if block.kind not in {"list", "paragraph", "quote"}:
            return
        lines = list(_lines_of(at, block.text))
        # A paragraph that is no reference at all ends the list: a note, who wrote the article.
        if block.kind != "list" and not any(
            line.is_read or _TELLING.search(line.text) for line in lines
        ):
            return
        yield from lines


def _untitled_list(blocks: Sequence[Block]) -> Iterator[ReferenceList]:
    """Take a post's last block for a list where each line is a work in a journal."""
    at = len(blocks) - 1
    if at < 0 or blocks[at].kind != "list":
        return
    lines = tuple(_lines_of(at, blocks[at].text))
    works = [line.work for line in lines]
    if len(works) > 1 and all(w.authors and w.year and w.title and w.journal for w in works):
        yield ReferenceList("", None, lines)


def _lines_of(at: int, text: str) -> Iterator[ListLine]:
    for part in _parts(text):
        if part.strip(" \t\n>*_-"):
            yield ListLine(at, part, read_line(_joined(part)))


def _parts(text: str) -> list[str]:
    """Part a block into the lines of a list: items, typed bullets, numbered lines."""
    text = re.sub(r"^> ?", "", text, flags=re.MULTILINE)
    starts = [match.start() for match in _ITEM.finditer(text) if not match["indent"]]
    if starts:
        ends = [*starts[1:], len(text)]
        return [text[start:end] for start, end in zip(starts, ends, strict=True)]
    lines = [line for line in re.split(r"\\?\n", text) if line.strip()]
    if len(lines) > 1 and _are_lines(lines):
        return lines
    if len(BULLETS.findall(text)) > 1:
        return [part for part in BULLETS.split(text) if part.strip()]
    return [text]


def _are_lines(lines: Sequence[str]) -> bool:
    """Tell whether each line of a paragraph is a reference, rather than a part of one."""
    if all(_BEGINS_LINE.match(line) for line in lines):
        return True
    works = [read_line(line) for line in lines]
    return all(w.doi or w.pmid or (w.authors and w.title and w.year) for w in works)


def _joined(text: str) -> str:
    return " ".join(text.replace("\\\n", " ").split())
