"""A finding of research that names no source."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.claims.claims import claims_of
from galley.checks.claims.hearing import hits, is_order
from galley.checks.claims.words import quoted
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find words that call on research where neither sentence nor paragraph cites."""
    for claim in claims_of(manuscript):
        words = claim.words
        if claim.is_backed:
            continue
        found = hits(claim.text, words.research, words)
        small = claim.text.lower()
        if not found or words.speech.search(small) or is_order(claim.text, words):
            continue
        if words.doubt.search(small):
            continue
        yield Remark(
            claim.place,
            f"{quoted(hit.text for hit in found[:1])} calls on research, "
            "but neither this sentence nor its paragraph names a source",
            f"cite the work: {words.examples['claim-uncited']}.",
        )


RULE = Rule(
    id="claim-uncited",
    severity=Severity.WARNING,
    group=Group.CLAIMS,
    what="a finding of research that names no source",
    why="A reader cannot tell a finding from an opinion.",
    harm=3,
    cost=Cost.SEARCH,
    find=find,
)
