"""An effect that is called significant and has no size."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.claims.claims import Claim, claims_of
from galley.checks.claims.hearing import hits
from galley.checks.claims.words import quoted
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find "significantly" and the like where no number stands by it."""
    for claim in claims_of(manuscript):
        words = claim.words
        found = hits(claim.text, words.significant, words)
        if not found or _has_number(claim) or words.doubt.search(claim.text.lower()):
            continue
        yield Remark(
            claim.place,
            f"{quoted(hit.text for hit in found)} does not say how large the effect is; "
            "many readers take it for 'large'",
            f"give the size and its interval: {words.examples['claim-significant']}.",
        )


def _has_number(claim: Claim) -> bool:
    if claim.has_table:
        return True
    context = claim.words.context
    around = context["no_number"].hushed(claim.around.lower())
    return context["number"].search(around) is not None


RULE = Rule(
    id="claim-significant",
    severity=Severity.WARNING,
    group=Group.CLAIMS,
    what="an effect that is called significant and has no size",
    why="A difference that is not due to chance may still be too small to matter to anybody.",
    harm=3,
    cost=Cost.SEARCH,
    find=find,
)
