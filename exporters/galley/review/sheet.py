"""The editor's sheet as one value: each line with what is seen, and who has signed it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from galley.findings import Finding
from galley.review.observing import Desk, Seen
from galley.review.standards import STANDARDS, Item, Standard
from galley.signing.fingerprint import DATES, ORIGINAL, Fingerprint, changed_parts
from galley.signing.signatures import Signature, Signed
from galley.text_places import Lines, place_in_file

LineState = Literal["signed", "changed", "open"]


@dataclass(frozen=True)
class LineSignature:
    """A signature, and what has changed since; nothing where it still stands."""

    signature: Signature
    changed: tuple[str, ...] = ()

    @property
    def stands(self) -> bool:
        """Whether readers still see what was signed."""
        return not self.changed


@dataclass(frozen=True)
class Line:
    """One line of the sheet."""

    item: Item
    seen: tuple[Seen, ...] = ()
    signatures: tuple[LineSignature, ...] = ()

    @property
    def state(self) -> LineState:
        """``signed`` if any signature stands, ``changed`` if none of them does any more."""
        if any(each.stands for each in self.signatures):
            return "signed"
        return "changed" if self.signatures else "open"


@dataclass(frozen=True)
class Part:
    """A standard with its lines."""

    standard: Standard
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Sheet:
    """The sheet of one article in one language and edition.

    Attributes
    ----------
    text
        The digest of what readers see now.
    findings
        Those of the article that are open.
    """

    desk: Desk
    text: str
    parts: tuple[Part, ...]
    findings: tuple[Finding, ...] = ()


def make_sheet(
    desk: Desk, signed: Signed, now: Fingerprint, findings: tuple[Finding, ...] = ()
) -> Sheet:
    """Return the sheet of an article as it is now."""
    parts = tuple(
        Part(standard, tuple(_line(item, desk, signed, now) for item in standard.items))
        for standard in STANDARDS
    )
    return Sheet(desk, now.text, parts, findings)


def in_lines(sheet: Sheet, lines: Lines) -> Sheet:
    """Return a sheet that names lines of the file, where the article is a text."""

    def in_file(line: Line) -> Line:
        seen = (
            replace(each, place=place_in_file(each.place, lines)) if each.place else each
            for each in line.seen
        )
        return replace(line, seen=tuple(seen))

    parts = (replace(part, lines=tuple(map(in_file, part.lines))) for part in sheet.parts)
    return replace(sheet, parts=tuple(parts))


def judge_signature(
    item: Item, signature: Signature, signed: Signed, now: Fingerprint
) -> LineSignature:
    """Return a signature with what has changed since of that which it rests on."""
    before = signed.texts.get(signature.text)
    if before is None:
        # Somebody took the text out of the file: what was signed is not known.
        return LineSignature(signature, ("?",))
    return LineSignature(signature, tuple(_changed(item, before, now)))


def _line(item: Item, desk: Desk, signed: Signed, now: Fingerprint) -> Line:
    judged = (judge_signature(item, each, signed, now) for each in signed.of(item.id))
    return Line(item, tuple(item.seen(desk)), tuple(judged))


def _changed(item: Item, before: Fingerprint, now: Fingerprint) -> Iterator[str]:
    yield from changed_parts(before, now)
    if item.rests_on_dates and before.dates != now.dates:
        yield DATES
    if item.rests_on_original and before.original != now.original:
        yield ORIGINAL
