"""What an author is told about the references of an imported post."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from typing import TYPE_CHECKING

from galley.article.bibliography_entry import BibliographyEntry
from galley.checks.citations.names import names_in_words
from galley.findings import Finding
from galley.importing.post import Post
from galley.importing.references.known_works import KnownWork
from galley.importing.references.leaving import SettledLine
from galley.importing.references.prose import Unmatched
from galley.importing.remarks import Remarks

if TYPE_CHECKING:
    from galley.importing.references.post_references import PostReferences

_LONGEST = 70
_MOST_NEAR = 2


def tell_of_post(
    post: Post, outcome: PostReferences, works: Iterable[BibliographyEntry]
) -> tuple[Finding, ...]:
    """Tell which entries were read from a typed list, what stays as text, and why."""
    remarks = Remarks(post.source)
    _tell_of_entries(outcome.lines, remarks)
    entries = {entry.key: entry for entry in works}
    for each in outcome.lists:
        remarks.enter(each.title)
        for line in outcome.staying:
            if line.line in each.lines:
                _tell_of_line(line, entries, remarks)
    unread = {line.line.work.number for line in outcome.staying if not line.key}
    for heading, unmatched in outcome.unmatched:
        remarks.enter(heading.lstrip("# ").split("{#")[0])
        if unmatched.is_number:
            _tell_of_number(unmatched.text, unread, remarks)
        else:
            _tell_of_citation(unmatched, remarks)
    return tuple(remarks.findings)


def _tell_of_entries(lines: Iterable[SettledLine], remarks: Remarks) -> None:
    new = tuple(dict.fromkeys(line.key for line in lines if line.is_new))
    if new:
        keys = ", ".join(new)
        remarks.guessed(
            f"1 work was read from typed references: {keys}"
            if len(new) == 1
            else f"{len(new)} works were read from typed references: {keys}",
            "Compare each entry with its line, which it keeps as its note; 'galley check --online' "
            "compares those that have a DOI with what is registered.",
        )


def _tell_of_line(
    line: SettledLine, entries: Mapping[str, BibliographyEntry], remarks: Remarks
) -> None:
    words = _short(line.line.work.text)
    if line.key:
        name = _name(entries[line.key])
        remarks.simplified(
            f"'{words}' stays in the list of references, because the text cites it nowhere",
            f"Write [@{line.key}] into the sentence that rests on {name} and remove the line; "
            "what is cited is listed by itself.",
        )
    else:
        remarks.simplified(
            f"'{words}' stays in the list of references, because no work could be read from it",
            "Put the work into the bibliography, cite it as [@key] and remove the line.",
        )


def _tell_of_number(text: str, unread: Container[int | None], remarks: Remarks) -> None:
    is_there = any(int(number) in unread for number in re.findall(r"\d+", text))
    remarks.simplified(
        f"'{text}' stays as words: no work could be read from its line in the list of references"
        if is_there
        else f"'{text}' stays as words: the list of references has no such number",
        "Put the work into the bibliography and cite it as [@key].",
    )


def _tell_of_citation(unmatched: Unmatched, remarks: Remarks) -> None:
    text, meant = unmatched.text, unmatched.meant
    keys = " or ".join(f"[@{work.key}]" for work in meant.works)
    near = "; ".join(_near(work) for work in meant.near[:_MOST_NEAR])
    if keys:
        remarks.simplified(
            f"'{text}' stays as words: it may mean several works", f"Write {keys} in its place."
        )
    else:
        remarks.simplified(
            f"'{text}' stays as words: no work of that name and year is known",
            f"Did you mean {near}? Otherwise put the work into the bibliography and cite it as "
            "[@key]."
            if near
            else "Put the work into the bibliography and cite it as [@key].",
        )


def _near(work: KnownWork) -> str:
    return f"{work.name} [@{work.key}]"


def _name(entry: BibliographyEntry) -> str:
    names = names_in_words(entry.authors, has_more=entry.has_more_authors)
    return f"{names} {entry.year}".strip() or f"'{entry.title}'"


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rstrip()}…"
