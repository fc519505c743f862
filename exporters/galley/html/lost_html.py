"""Elements of HTML in a text that no page shows: each is named in a finding."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.markdown import walk
from galley.article.model import Article, Prose
from galley.findings import Finding, Place, Severity
from galley.html.safety import lost_elements

RULE = "html-not-shown"


def lost_html_findings(article: Article) -> Iterator[Finding]:
    """Find what of raw HTML readers do not see; of each element once in a cell."""
    for block in article.blocks:
        if isinstance(block, Prose):
            yield from _of_block(block, article.file)


def _of_block(block: Prose, file: str) -> Iterator[Finding]:
    found: dict[str, Place] = {}
    for token in walk(block.tokens):
        if token.type in {"html_block", "html_inline"}:
            place = token.meta.get("place") or Place(file, block.cell_id)
            for name in lost_elements(token.content):
                found.setdefault(name, place)
    for name, place in found.items():
        yield Finding(
            RULE,
            Severity.WARNING,
            place,
            f"the text holds <{name}>, which no page shows",
            "say in words what readers would see there, or show a picture.",
        )
