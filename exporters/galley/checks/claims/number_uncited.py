"""A number about people or disease that names no source."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.claims.claims import Claim, claims_of
from galley.checks.claims.hearing import Hit, heard, is_order
from galley.checks.claims.words import Words, quoted
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find numbers where neither sentence nor paragraph cites; instructions may have theirs."""
    for claim in claims_of(manuscript):
        if claim.is_backed:
            continue
        found = sorted(_numbers(claim), key=lambda hit: hit.begin)
        if found and not is_order(claim.text, claim.words):
            yield Remark(
                claim.place,
                f"the number in {quoted(hit.text for hit in found[:1])} has no source "
                "in its sentence or paragraph",
                f"cite where it comes from: {claim.words.examples['number-uncited']}.",
            )


def _numbers(claim: Claim) -> Iterator[Hit]:
    words, small = claim.words, claim.text.lower()
    is_defined = words.context["definition"].search(small) is not None
    if not is_defined:
        yield from heard(claim.text, words.relative)
    found = heard(claim.text, words.number)
    if not found:
        return
    kinds = _telling_kinds(words, small)
    yield from (
        hit for hit in found if hit.kind in kinds and not (is_defined and hit.kind == "size")
    )


def _telling_kinds(words: Words, small: str) -> frozenset[str]:
    """Return the kinds of numbers that in this sentence are about people, disease or effects."""
    context = words.context
    is_told = words.duty.search(small) or words.story.search(small)
    is_course, is_effect = context["course"].search(small), context["change"].search(small)
    kinds = {"people", "sessions"}
    if is_course or is_effect or context["people"].search(small):
        kinds |= {"share", "decades"}
    if is_told:
        return frozenset(kinds)
    kinds.add("score")
    if is_effect:
        kinds.add("size")
    # A queue may be longer than three months, and a lesson shorter: those are no findings.
    if is_course or (is_effect and not context["service"].search(small)):
        kinds.add("time")
    return frozenset(kinds)


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
