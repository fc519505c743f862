"""Fields of the front matter that a reader would miss."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.front_matter import missing_field_findings
from galley.article.model import Article
from galley.checks.rule import CheckContext
from galley.findings import Finding, Place


def check_front_matter_fields(article: Article, context: CheckContext) -> Iterator[Finding]:
    """Find what the front matter leaves unsaid; a notebook without one is asked for nothing."""
    yield from missing_field_findings(
        article.front_matter,
        Place(article.file),
        had_front_matter=context.has_front_matter,
    )
