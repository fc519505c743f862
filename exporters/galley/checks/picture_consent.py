"""A person in a picture who is not said to have agreed to be shown."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.model import Article
from galley.article.tokens import walk_article
from galley.checks.rule import CheckContext
from galley.findings import Finding, Place, Severity

RULE = "picture-consent-missing"


def check_picture_consent(article: Article, _context: CheckContext) -> Iterator[Finding]:
    """Find figure directives that show a person and do not say how they agreed."""
    for token in walk_article(article):
        said = token.meta.get("words") if token.type == "picture_words" else None
        if said and said.shows_person and not said.consent.strip():
            yield Finding(
                RULE,
                Severity.ERROR,
                token.meta.get("place") or Place(article.file),
                "a picture that shows a person needs their consent",
                "write ':consent: written consent, 2026' under the directive, without a name.",
            )
