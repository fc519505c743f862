"""Footnotes that are references: in Word many authors cite by them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from galley.importing.post import Block
from galley.importing.references.line import read_line
from galley.importing.references.lists import ListLine

_NOTE = re.compile(
    r"^\[\^(?P<name>[\w-]+)\]:[ \t]+(?P<text>.*(?:\n(?!\[\^[\w-]+\]:)(?:[ \t]+.*)?)*)", re.MULTILINE
)
_MARKS = re.compile(r"(?P<stop>[.,;:!?]?)(?P<space> ?)(?P<marks>(?:\[\^[\w-]+\](?!:))+)")
_MARK = re.compile(r"\[\^([\w-]+)\]")
_LONGEST = 700


@dataclass(frozen=True)
class Note:
    """A footnote that is one reference and nothing else."""

    name: str
    line: ListLine


def find_notes(blocks: Sequence[Block]) -> tuple[Note, ...]:
    """Find the footnotes that are references."""
    return tuple(note for note in _notes(blocks) if _is_reference(note.line))


def with_keys_for_notes(blocks: Sequence[Block], keys: Mapping[str, str]) -> tuple[Block, ...]:
    """Cite works where their notes were called, and leave the notes out.

    Parameters
    ----------
    keys
        Name of a note → key of its work.
    """
    if not keys:
        return tuple(blocks)
    cited = (_with_keys(block, keys) for block in blocks)
    return tuple(block for block in cited if block.text.strip())


def _notes(blocks: Sequence[Block]) -> Iterator[Note]:
    for at, block in enumerate(blocks):
        if block.kind == "notes":
            for match in _NOTE.finditer(block.text):
                text = " ".join(match["text"].split())
                if len(text) <= _LONGEST:
                    yield Note(match["name"], ListLine(at, text, read_line(text)))


def _is_reference(line: ListLine) -> bool:
    work = line.work
    holder = work.journal or work.publisher or work.doi or work.pmid
    is_whole = bool(work.authors and work.title and work.year and holder)
    is_number = work.is_bare and bool(work.doi or work.pmid)
    return is_whole or is_number


def _with_keys(block: Block, keys: Mapping[str, str]) -> Block:
    if block.kind in {"code", "cell"} or "[^" not in block.text:
        return block
    text = block.text
    if block.kind == "notes":
        text = _NOTE.sub(lambda match: "" if match["name"] in keys else match[0], text)
        text = re.sub(r"\n{3,}", "\n\n", text).strip("\n")
    return replace(block, text=_MARKS.sub(lambda match: _cited(match, keys), text))


def _cited(match: re.Match[str], keys: Mapping[str, str]) -> str:
    """Put the works before the full stop behind which their notes were called."""
    names = _MARK.findall(match["marks"])
    works = [f"@{keys[name]}" for name in names if name in keys]
    if not works:
        return match[0]
    left = "".join(f"[^{name}]" for name in names if name not in keys)
    cluster = f"[{'; '.join(dict.fromkeys(works))}]"
    return f" {cluster}{match['stop']}{left}" if match["stop"] else f" {cluster}{left}"
