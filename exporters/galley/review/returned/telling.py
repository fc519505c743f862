"""What a colleague said as findings, which panels and reports can show at their cells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from galley.findings import Finding, Place, Severity
from galley.review.returned.notes import Note
from galley.review.returned.placing import Where, place_note

COMMENT, CHANGE = "colleague-comment", "colleague-change"
_LONGEST = 160
UNKNOWN = "?"
"""Stands for a name that a file does not tell."""


@dataclass(frozen=True)
class PlacedNote:
    """A note where it belongs, as it is told."""

    note: Note
    where: Where
    finding: Finding


def placed_notes(
    notes: Iterable[Note], cells: Mapping[str, str], file: str, article: str
) -> tuple[PlacedNote, ...]:
    """Return notes in the order of the cells; what belongs to none comes last.

    Parameters
    ----------
    cells
        Cell → its source.
    file
        How the author calls the notebook.
    article
        How the article is named in commands; empty where none is to be typed.
    """
    order = {cell: number for number, cell in enumerate(cells)}
    placed = [
        PlacedNote(note, where, _finding(note, Place(file, where.cell, where.line), article))
        for note in notes
        for where in (place_note(note, cells),)
    ]

    def key(each: PlacedNote) -> tuple[int, int]:
        return order.get(each.where.cell or "", len(order)), each.where.line or 0

    return tuple(sorted(placed, key=key))


def _finding(note: Note, place: Place, article: str) -> Finding:
    done = f": galley review {article} --done {note.key}" if article else "."
    match note.kind:
        case "comment":
            fix = f"Answer it in the text, then mark it as done{done}"
            return Finding(COMMENT, Severity.WARNING, place, _comment(note), fix)
        case "change":
            fix = f"Take it over or leave your text as it is, then mark it as done{done}"
            return Finding(CHANGE, Severity.WARNING, place, _change(note), fix)
        case "untracked":
            fix = (
                "Word did not track who changed it. "
                f"Take it over or leave your text as it is, then mark it as done{done}"
            )
            return Finding(CHANGE, Severity.WARNING, place, _untracked(note), fix)


def _comment(note: Note) -> str:
    answers = (f"{each.by or UNKNOWN}: {each.text}" for each in note.replies)
    said = " / ".join(" ".join(text.split()) for text in (note.text, *answers))
    if note.words:
        return f'{who_said(note)} comments on "{cut(note.words)}": {said}'
    return f"{who_said(note)} comments: {said}"


def _change(note: Note) -> str:
    who, old, new = who_said(note), cut(note.old), cut(note.new)
    if old and new:
        return f'{who} would replace "{old}" with "{new}"'
    return f'{who} would take out "{old}"' if old else f'{who} would put in "{new}"'


def _untracked(note: Note) -> str:
    old, new = cut(note.old), cut(note.new)
    if old and new:
        return f'"{old}" came back as "{new}"'
    return f'"{old}" did not come back' if old else f'"{new}" was not there before'


def who_said(note: Note) -> str:
    """Return who said it, and on which day where that is known."""
    by = note.by or UNKNOWN
    return f"{by} ({note.date})" if note.date else by


def cut(text: str) -> str:
    """Return as much of a text as a list has room for."""
    if len(text) <= _LONGEST:
        return text
    return text[: text.rfind(" ", 0, _LONGEST) if " " in text[:_LONGEST] else _LONGEST] + " …"
