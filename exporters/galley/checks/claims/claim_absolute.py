"""A promise that medicine cannot keep."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from galley.checks.claims.claims import claims_of
from galley.checks.claims.hearing import hits
from galley.checks.claims.words import Words, quoted
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity

_PROMISES: Mapping[str, tuple[str, str]] = {
    "lasting": ("that an effect never fades", "say how long it was seen to last"),
    "cure": ("a recovery that nobody can promise", "say what was seen, and in how many"),
    "certain": ("an outcome that is never certain", "say in how many people it came about"),
    "safe": ("a safety that no treatment has", "name the usual harms"),
    "everybody": ("everybody what only some can have", "say how many had it"),
}


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find promises; whoever denies, asks or criticises one makes none."""
    for claim in claims_of(manuscript):
        words, small = claim.words, claim.text.lower()
        heard = hits(claim.text, words.absolute, words, may_hedge=True)
        promises = {kind: _promises(kind, small, words) for kind in {hit.kind for hit in heard}}
        found = [hit for hit in heard if promises[hit.kind]]
        if not found or words.doubt.search(small):
            continue
        promise, mend = _PROMISES[found[0].kind]
        yield Remark(
            claim.place,
            f"{quoted(hit.text for hit in found)} promises {promise}",
            f"{mend}: {words.examples[found[0].kind]}.",
        )


def _promises(kind: str, small: str, words: Words) -> bool:
    # Sight may be lost for good, and a trial may count who was cured: neither is a promise.
    if kind == "lasting":
        return words.context["gain"].search(small) is not None
    return kind != "cure" or words.context["measured"].search(small) is None


RULE = Rule(
    id="claim-absolute",
    severity=Severity.ERROR,
    group=Group.CLAIMS,
    what="a promise that medicine cannot keep",
    why="A reader may stop a treatment that works, or pay for one that does not.",
    harm=5,
    cost=Cost.SENTENCE,
    find=find,
)
