"""Mending what is mechanical: `galley check --fix`. One mender a file; nothing here is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from galley.findings import Finding
from galley.mending import alt_placeholder, citation_stub, long_form, plain_doi, review_day
from galley.mending.desk import Change, Desk, Piece, read_desk
from galley.mending.mender import Mend, Surroundings, from_below
from galley.mending.writing import Written, write_mended

__all__ = [
    "MENDERS",
    "Change",
    "Desk",
    "Mended",
    "Piece",
    "Surroundings",
    "Written",
    "from_below",
    "mend_findings",
    "mend_one",
    "read_desk",
    "write_mended",
]

MENDERS: Mapping[str, Mend] = {
    each.RULE: each.mend
    for each in (alt_placeholder, citation_stub, long_form, plain_doi, review_day)
}
"""Rule id → what mends its findings."""


@dataclass(frozen=True)
class Mended:
    """The texts as they would be, and the findings that are mended by that."""

    desk: Desk
    findings: tuple[Finding, ...] = ()


def mend_findings(findings: Iterable[Finding], desk: Desk, around: Surroundings) -> Mended:
    """Mend what can be mended without knowing better than the author."""
    mended: list[Finding] = []
    for finding in from_below(findings):
        changed = mend_one(finding, desk, around)
        if changed is not None:
            desk = changed
            mended.append(finding)
    # DOIs written as addresses are understood, so nothing is found; tidy is better all the same.
    return Mended(plain_doi.mend_all(desk, around.bibliography) or desk, tuple(mended))


def mend_one(finding: Finding, desk: Desk, around: Surroundings) -> Desk | None:
    """Return the desk with one finding mended; None where only the author can mend it."""
    mend = MENDERS.get(finding.rule)
    return mend(finding, desk, around) if mend else None
