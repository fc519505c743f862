"""A work that nobody has reviewed yet."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.article.bibliography import BibliographyEntry
from galley.checks.citations.works import entry_place, named, used_works
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity

_SERVERS = re.compile(
    r"\b(?:bioRxiv|medRxiv|arXiv|SSRN|Research Square|PsyArXiv|OSF Preprints|preprints?)\b",
    re.IGNORECASE,
)
# 10.1101 is shared with journals, whose names begin with letters.
_DOIS = re.compile(
    r"10\.1101/\d|10\.48550/arxiv|10\.21203/rs|10\.2139/ssrn|10\.20944/preprints|10\.31234/osf"
    r"|10\.31219/osf",
    re.IGNORECASE,
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find cited preprints and unpublished works."""
    for entry in used_works(manuscript):
        if is_preprint(entry):
            yield Remark(
                entry_place(manuscript, entry),
                f"{named(entry)} is a preprint that no journal has reviewed",
                "cite the reviewed article if it has come out, or say in the sentence that "
                "it is a preprint.",
            )


def is_preprint(entry: BibliographyEntry) -> bool:
    """Tell whether no journal has reviewed a work, as far as its entry says so."""
    if entry.kind in {"unpublished", "manuscript"} or _DOIS.match(entry.doi):
        return True
    return bool(
        _SERVERS.search(entry.journal)
        or (not entry.journal and _SERVERS.search(f"{entry.publisher} {entry.url}"))
    )


RULE = Rule(
    id="reference-preprint",
    severity=Severity.ADVICE,
    group=Group.CITATIONS,
    what="a preprint",
    why="A reader takes for established what no journal has reviewed.",
    harm=2,
    cost=Cost.SEARCH,
    find=find,
)
