"""What colleagues said of an article, for people and for programs."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from typing import Any

from galley.console.findings_text import to_json
from galley.review.returned.notes import Note, note_record
from galley.review.returned.telling import UNKNOWN, PlacedNote, cut
from galley.speech.say import mark, say

_COUNTED = {
    "comment": (mark("{count} comment"), mark("{count} comments")),
    "change": (mark("{count} tracked change"), mark("{count} tracked changes")),
    "untracked": (
        mark("{count} change without a trace of who made it"),
        mark("{count} changes without a trace of who made them"),
    ),
}
_INDENT = "  "


def review_text(placed: Sequence[PlacedNote], file: str, width: int) -> str:
    """Return the notes cell by cell."""
    if not placed:
        return say("{file}: nothing is said of it, and nothing was changed.", file=file)
    lines, last = [f"{file}: {counted(placed)}."], ""
    for each in placed:
        place = str(each.finding.place)
        if place != last:
            lines += ["", place]
        last = place
        lines += _note_lines(each.note, width)
    return "\n".join(lines)


def counted(placed: Sequence[PlacedNote]) -> str:
    """Return how many notes of each kind there are."""
    kinds = [each.note.kind for each in placed]
    return ", ".join(
        say(words[kinds.count(kind) != 1], count=kinds.count(kind))
        for kind, words in _COUNTED.items()
        if kind in kinds
    )


def review_json(placed: Sequence[PlacedNote], file: str, done: frozenset[str]) -> str:
    """Return the notes as one JSON object, ready for stdout."""
    records = [_record(each, each.note.key in done) for each in placed]
    return to_json({"schema": 1, "file": file, "notes": records})


def _record(each: PlacedNote, is_done: bool) -> dict[str, Any]:  # noqa: FBT001 - a column of its record
    place = each.finding.place
    known = {name: value for name, value in note_record(each.note).items() if name != "anchor"}
    where = {"file": place.file, "cell": place.cell, "line": place.line}
    return {"key": each.note.key, **where, **known, "is_done": is_done}


def _note_lines(note: Note, width: int) -> Iterator[str]:
    what = _what(note)
    head = f"{_who(note)} {what}" if what else f"{_who(note)}:"
    yield from _wrapped(head, _INDENT, width)
    for paragraph in note.text.splitlines():
        yield from _wrapped(paragraph, 2 * _INDENT, width)
    for reply in note.replies:
        yield from _wrapped(f"{reply.by or UNKNOWN}: {reply.text}", 3 * _INDENT, width)
    settled = say("resolved in Word") if note.is_settled else ""
    yield f"{2 * _INDENT}[{note.key}]" + (f" {settled}" if settled else "")


def _who(note: Note) -> str:
    if note.kind == "untracked":
        return say("not tracked:")
    by = note.by or UNKNOWN
    return f"{by}, {note.date}" if note.date else by


def _what(note: Note) -> str:
    old, new = cut(note.old), cut(note.new)
    if note.kind == "comment":
        return say('on "{quoted}":', quoted=cut(note.words)) if note.words else ""
    if old and new:
        return say('"{old}" → "{new}"', old=old, new=new)
    return say('takes out "{old}"', old=old) if old else say('puts in "{new}"', new=new)


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent)
