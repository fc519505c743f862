"""All that a colleague said of an article in a Word file, as one list."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from galley.review.returned.comments import Comment, Reply, read_comments
from galley.review.returned.paragraphs import Paragraph, flat, read_paragraphs, texts_before
from galley.review.returned.parts import DOCUMENT, ENDNOTES, FOOTNOTES, DocxParts
from galley.review.returned.untracked import changed_texts, narrowed

Kind = Literal["comment", "change", "untracked"]
_TEXTS = (DOCUMENT, FOOTNOTES, ENDNOTES)
_DIGITS = 12


@dataclass(frozen=True)
class Note:
    """One thing that a colleague said or did.

    Attributes
    ----------
    kind
        A comment, a change that Word tracked, or one that was found by comparing.
    by, day
        Who and when; empty where the file does not say.
    words
        What a comment is about.
    text
        What a comment says.
    old, new
        What was replaced by what.
    is_settled
        Whether a comment was resolved in Word.
    anchor
        The bookmark of the cell; empty where there is none.
    context
        The paragraph as it was sent.
    """

    kind: Kind
    by: str = ""
    day: str = ""
    words: str = ""
    text: str = ""
    old: str = ""
    new: str = ""
    replies: tuple[Reply, ...] = ()
    is_settled: bool = False
    anchor: str = ""
    context: str = field(default="", repr=False)

    @property
    def key(self) -> str:
        """A short name for it, the same in each file in which it stands."""
        told = (self.kind, self.by, self.day, self.words, self.text, self.old, self.new)
        digest = hashlib.sha256(json.dumps([*told, self.context]).encode())
        return digest.hexdigest()[:_DIGITS]

    @property
    def date(self) -> date | None:
        """The day alone."""
        try:
            return date.fromisoformat(self.day[:10])
        except ValueError:
            return None


def read_notes(parts: DocxParts, sent: DocxParts | None = None) -> tuple[Note, ...]:
    """Return what stands in a file, in the order in which a reader meets it.

    Parameters
    ----------
    sent
        The file as it was sent; without it, changes that Word did not track are not seen.
    """
    paragraphs = _paragraphs(parts)
    comments = {comment.id: comment for comment in read_comments(parts)}
    placed = list(_placed(paragraphs, comments))
    known = {name for name, _ in placed if name}
    lost = (_note(each, None) for each in comments.values() if each.id not in known)
    untracked = _untracked(paragraphs, _paragraphs(sent)) if sent else ()
    return (*(note for _, note in placed), *untracked, *lost)


def _paragraphs(parts: DocxParts) -> tuple[Paragraph, ...]:
    return tuple(
        paragraph
        for name in _TEXTS
        if name in parts.roots
        for paragraph in read_paragraphs(parts.roots[name])
    )


def _placed(
    paragraphs: Iterable[Paragraph], comments: Mapping[str, Comment]
) -> Iterator[tuple[str, Note]]:
    """Yield each comment where its words begin, and each change, with the comment's number."""
    told: set[str] = set()
    where: list[Paragraph] = list(paragraphs)
    quotes = _quotes(where)
    for paragraph in where:
        for name, _ in paragraph.marked:
            if name in comments and name not in told:
                told.add(name)
                yield name, _note(comments[name], paragraph, quotes[name])
        for change in paragraph.changes:
            yield (
                "",
                Note(
                    "change",
                    flat(change.by),
                    change.day,
                    old=flat(change.old),
                    new=flat(change.new),
                    anchor=paragraph.anchor,
                    context=flat(paragraph.before),
                ),
            )


def _quotes(paragraphs: Iterable[Paragraph]) -> Mapping[str, str]:
    found: dict[str, list[str]] = {}
    for paragraph in paragraphs:
        for name, words in paragraph.marked:
            found.setdefault(name, []).append(words)
    return {name: flat(" ".join(words)) for name, words in found.items()}


def _note(comment: Comment, paragraph: Paragraph | None, words: str = "") -> Note:
    return Note(
        "comment",
        comment.by,
        comment.day,
        words=words,
        text=comment.text,
        replies=comment.replies,
        is_settled=comment.is_settled,
        anchor=paragraph.anchor if paragraph else "",
        context=flat(paragraph.before) if paragraph else "",
    )


def _untracked(now: tuple[Paragraph, ...], sent: tuple[Paragraph, ...]) -> Iterator[Note]:
    before, after = (tuple(texts_before(each)) for each in (sent, now))
    changed = changed_texts([flat(p.before) for p in before], [flat(p.before) for p in after])
    for one, other in changed:
        old = before[one] if one is not None else None
        new = after[other] if other is not None else None
        words = narrowed(flat(old.before) if old else "", flat(new.before) if new else "")
        yield Note(
            "untracked",
            old=words[0],
            new=words[1],
            anchor=next((each.anchor for each in (old, new) if each and each.anchor), ""),
            context=flat((old or new or Paragraph()).before),
        )


# -- records --------------------------------------------------------------------


def note_record(note: Note) -> dict[str, Any]:
    """Return a note as JSON values."""
    return {
        "kind": note.kind,
        "by": note.by,
        "day": note.day,
        "words": note.words,
        "text": note.text,
        "old": note.old,
        "new": note.new,
        "replies": [{"by": each.by, "day": each.day, "text": each.text} for each in note.replies],
        "is_settled": note.is_settled,
        "anchor": note.anchor,
        "context": note.context,
    }


def note_of(record: Mapping[str, Any]) -> Note:
    """Return the note of a record."""
    replies = (
        Reply(str(each["by"]), str(each["day"]), str(each["text"])) for each in record["replies"]
    )
    texts = ("by", "day", "words", "text", "old", "new", "anchor", "context")
    return Note(
        record["kind"],
        replies=tuple(replies),
        is_settled=bool(record["is_settled"]),
        **{name: str(record[name]) for name in texts},
    )
