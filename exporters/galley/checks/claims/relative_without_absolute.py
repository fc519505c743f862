"""A change of a risk without the risk itself."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.claims.claims import Claim, claims_of
from galley.checks.claims.hearing import heard
from galley.checks.claims.words import quoted
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find relative changes where the paragraph has no absolute numbers."""
    for claim in claims_of(manuscript):
        words = claim.words
        found = heard(claim.text, words.relative)
        if not found or _is_absolute(claim):
            continue
        if found[0].kind == "ratio" and words.context["definition"].search(claim.text.lower()):
            continue
        yield Remark(
            claim.place,
            f"{quoted(hit.text for hit in found[:1])} says how much a chance changes, "
            "but not how large it is",
            f"add the numbers of people: {words.examples['relative-without-absolute']}.",
        )


def _is_absolute(claim: Claim) -> bool:
    context = claim.words.context
    around = context["no_number"].hushed(claim.around.lower())
    return claim.has_table or context["absolute_numbers"].search(around) is not None


RULE = Rule(
    id="relative-without-absolute",
    severity=Severity.WARNING,
    group=Group.CLAIMS,
    what="a change of a risk without the risk itself",
    why="Twice a tiny risk is still tiny; a reader takes it for large.",
    harm=4,
    cost=Cost.SEARCH,
    find=find,
)
