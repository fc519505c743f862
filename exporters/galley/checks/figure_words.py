"""A figure without words: readers who cannot see it, or cannot interpret it, are left out."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.model import Article, Figure
from galley.checks.rule import CheckContext
from galley.findings import Finding, Place, Severity

ALT_RULE = "figure-missing-alt"
CAPTION_RULE = "figure-missing-caption"
EVIDENCE_RULE = "figure-missing-evidence"


def check_figure_words(article: Article, _context: CheckContext) -> Iterator[Finding]:
    """Find figures that lack an alternative text, a caption or an evidence class."""
    for block in article.blocks:
        if isinstance(block, Figure):
            yield from _missing_words(block, Place(article.file, block.cell_id))


def _missing_words(figure: Figure, place: Place) -> Iterator[Finding]:
    if not figure.alt.strip():
        yield Finding(
            ALT_RULE,
            Severity.WARNING,
            place,
            "this figure has no alternative text, so a screen reader has nothing to say",
            "write '#| alt: what the figure shows' at the top of the cell.",
        )
    if not figure.caption:
        yield Finding(
            CAPTION_RULE,
            Severity.WARNING,
            place,
            "this figure has no caption",
            "write '#| caption: one sentence that says what to see' at the top of the cell.",
        )
    if figure.evidence is None:
        yield Finding(
            EVIDENCE_RULE,
            Severity.WARNING,
            place,
            "this figure does not say whether it shows data, a model or a drawing",
            "write '#| evidence: data [@key]' (or model, schematic, synthetic) "
            "at the top of the cell.",
        )
