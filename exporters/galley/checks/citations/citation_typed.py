"""A citation typed as words, of a work that no list of references has."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.citations.works import Found, entry_name, typed_citations
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find typed citations that neither the bibliography nor a typed list backs."""
    for found in typed_citations(manuscript):
        if not found.is_backed:
            yield Remark(
                found.sentence.place,
                f"'{found.typed.text}' is cited, and no list of references has such a work",
                _fix(found, manuscript.context.bibliography_file or "references.bib"),
            )


def _fix(found: Found, file: str) -> str:
    add = f"put the work into {file} and cite it as [@key]."
    year = int(found.typed.year)
    if found.near_entries:
        entry = min(found.near_entries, key=lambda entry: abs(_year(entry.year) - year))
        meant = f"{entry_name(entry)} [@{entry.key}]"
    elif found.near_listed:
        meant = min(found.near_listed, key=lambda work: abs(_year(work.year) - year)).name
    else:
        return add
    return f"did you mean {meant}? The year differs. Otherwise {add}"


def _year(text: str) -> int:
    return int(text) if text.isdigit() else 0


RULE = Rule(
    id="citation-typed",
    severity=Severity.ERROR,
    group=Group.CITATIONS,
    what="a citation typed as words that no entry backs",
    why="A reader who wants to check the claim finds no reference behind it.",
    harm=4,
    cost=Cost.SEARCH,
    find=find,
)
