"""A share of people that does not say of how many."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.claims.claims import Claim, claims_of
from galley.checks.claims.hearing import Hit, heard, is_order
from galley.checks.claims.words import quoted
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find percentages and fractions of people where nobody was counted."""
    for claim in claims_of(manuscript):
        found = tuple(_shares(claim))
        if not found or _is_counted(claim) or is_order(claim.text, claim.words):
            continue
        yield Remark(
            claim.place,
            f"{quoted(hit.text for hit in found)} does not say of how many people",
            f"give the count beside it: {claim.words.examples['percent-without-denominator']}.",
        )


def _shares(claim: Claim) -> Iterator[Hit]:
    words = claim.words
    found = heard(claim.text, words.rate)
    if not found and words.context["people"].search(claim.text.lower()):
        found = heard(claim.text, words.percent)
    changes = heard(claim.text, words.relative) if found else ()
    for hit in found:
        if not any(change.begin <= hit.begin < change.end for change in changes):
            yield hit


def _is_counted(claim: Claim) -> bool:
    context = claim.words.context
    around = context["no_number"].hushed(claim.around.lower())
    return claim.has_table or context["counted"].search(around) is not None


RULE = Rule(
    id="percent-without-denominator",
    severity=Severity.ADVICE,
    group=Group.CLAIMS,
    what="a share of people that does not say of how many",
    why="Half of four people says much less than half of four thousand.",
    harm=2,
    cost=Cost.SEARCH,
    find=find,
)
