"""A share of people that does not say of how many."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.claims.claims import Claim, claims_of
from galley.checks.claims.hearing import Hit, heard, hushed, is_order
from galley.checks.claims.words import quoted
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find percentages and fractions of people where nobody was counted."""
    for claim in claims_of(manuscript):
        found = tuple(_shares(claim))
        if not found or _is_counted(claim):
            continue
        yield Remark(
            claim.place,
            f"{quoted(hit.text for hit in found)} does not say of how many people",
            f"give the count beside it: {claim.words.examples['percent-without-denominator']}.",
        )


def _shares(claim: Claim) -> Iterator[Hit]:
    words = claim.words
    if is_order(claim.text, words) or not words.context["people"].search(claim.text.lower()):
        return
    changes = tuple(heard(claim.text, words.relative))
    for hit in heard(claim.text, words.percent):
        if not any(change.begin <= hit.begin < change.end for change in changes):
            yield hit


def _is_counted(claim: Claim) -> bool:
    context = claim.words.context
    around = hushed(claim.around.lower(), context["no_number"])
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
