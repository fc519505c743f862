"""Measured or calculated, and nobody says by whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.checks.figures.drawn import Drawn, read_drawn
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity

_KINDS = {"data": "data", "model": "a model"}
# An author's own measurement or calculation has no entry in a bibliography.
_OWN = re.compile(
    r"\b(?:our|own|unpublished|we|authors?)\b|\b(?:kami|sendiri|penulis)\b|https?://|\b10\.\d{4,}/",
    re.IGNORECASE,
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find figures of data or of a model that name no work and are not said to be one's own."""
    for drawn in read_drawn(manuscript):
        if drawn.evidence and drawn.evidence.kind in _KINDS and not _has_source(drawn):
            kind = drawn.evidence.kind
            yield Remark(
                drawn.place,
                f"this figure shows {_KINDS[kind]} and does not say from which work",
                f"write 'evidence: {kind} [@key]' with the key of the work; "
                f"for your own, write 'evidence: {kind} Our own measurements, 2026'.",
            )


def _has_source(drawn: Drawn) -> bool:
    if drawn.evidence is None or drawn.evidence.sources or drawn.is_cited:
        return True
    return bool(_OWN.search(drawn.evidence.note) or _OWN.search(drawn.caption))


RULE = Rule(
    id="figure-without-source",
    severity=Severity.WARNING,
    group=Group.FIGURES,
    what="a figure of data or of a model without its source",
    why="A reader cannot tell where the numbers come from, nor look them up.",
    harm=4,
    cost=Cost.SEARCH,
    find=find,
)
