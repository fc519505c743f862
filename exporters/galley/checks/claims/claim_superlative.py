"""A treatment, place or person that is ranked above all others."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.claims.claims import claims_of
from galley.checks.claims.hearing import hits
from galley.checks.claims.words import quoted
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find superlatives that judge; "at best" and "the most common cause" judge nobody."""
    for claim in claims_of(manuscript):
        words = claim.words
        found = hits(claim.text, words.superlative, words)
        if not found or words.doubt.search(claim.text.lower()):
            continue
        yield Remark(
            claim.place,
            f"{quoted(hit.text for hit in found)} is praise that no reader can check",
            "say what it was compared with and what was found, "
            f"or leave the word out: {words.examples['claim-superlative']}.",
        )


RULE = Rule(
    id="claim-superlative",
    severity=Severity.WARNING,
    group=Group.CLAIMS,
    what="praise above all others",
    why="It reads as advertising, and a reader may pass by something that suits better.",
    harm=3,
    cost=Cost.SENTENCE,
    find=find,
)
