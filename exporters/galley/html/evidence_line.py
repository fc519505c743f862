"""The line under a figure: in plain words what it is, what it rests on, and who made it."""

from __future__ import annotations

from collections.abc import Iterator

from markupsafe import Markup

from galley.html.context import EvidenceContext
from galley.html.words import Words


def evidence_line(evidence: EvidenceContext, words: Words) -> Markup:
    """Return the line without a paragraph around it."""
    return Markup(" ").join(_sentences(evidence, words))


def _sentences(evidence: EvidenceContext, words: Words) -> Iterator[Markup | str]:
    if evidence.kind:
        name = words.evidence(evidence.kind, is_picture=evidence.is_picture)
        yield Markup("<strong>{}.</strong>").format(name)
    if evidence.sources_html:
        before = words.evidence_from if evidence.kind == "data" else words.evidence_after
        yield Markup("{} {}.").format(before, evidence.sources_html)
    yield from evidence.credits
    if evidence.note:
        yield evidence.note
