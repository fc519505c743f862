"""A number about people or disease that names no source."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.claims.claims import Claim, claims_of
from galley.checks.claims.hearing import Hit, heard, is_order
from galley.checks.claims.words import quoted
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find numbers where neither sentence nor paragraph cites; instructions may have theirs."""
    for claim in claims_of(manuscript):
        if claim.is_backed or is_order(claim.text, claim.words):
            continue
        found = sorted(_numbers(claim), key=lambda hit: hit.begin)
        if found:
            yield Remark(
                claim.place,
                f"the number in {quoted(hit.text for hit in found[:1])} has no source "
                "in its sentence or paragraph",
                f"cite where it comes from: {claim.words.examples['number-uncited']}.",
            )


def _numbers(claim: Claim) -> Iterator[Hit]:
    words, small = claim.words, claim.text.lower()
    context = words.context
    if not context["definition"].search(small):
        yield from heard(claim.text, words.relative)
    is_told = words.duty.search(small) or words.story.search(small)
    is_of_disease = context["outcome"].search(small)
    is_effect = context["change"].search(small)
    for hit in heard(claim.text, words.number):
        if (
            hit.kind in {"people", "decades"}
            or (hit.kind == "share" and (is_of_disease or is_effect))
            or (hit.kind == "size" and is_effect and not is_told)
            or (hit.kind == "time" and (is_of_disease or is_effect) and not is_told)
        ):
            yield hit


RULE = Rule(
    id="number-uncited",
    severity=Severity.WARNING,
    group=Group.CLAIMS,
    what="a number about people or disease that names no source",
    why="A number looks like knowledge; a reader cannot see where it comes from.",
    harm=3,
    cost=Cost.SEARCH,
    find=find,
)
