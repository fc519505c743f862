"""Checking one article: every rule, each a pure function from an article to remarks."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.model import Article
from galley.checks.exceptions import (
    exception_findings,
    not_ignored,
    settled,
    unneeded_exceptions,
)
from galley.checks.rule import CheckContext, Manuscript
from galley.checks.rules import RULES
from galley.findings import Finding, Severity


def check_article(article: Article, context: CheckContext) -> tuple[Finding, ...]:
    """Run every rule over one article; see `check_manuscript`."""
    return check_manuscript(Manuscript(article, context))


def check_manuscript(manuscript: Manuscript) -> tuple[Finding, ...]:
    """Run every rule over one article; findings ignored in front matter are left out.

    Returns
    -------
    tuple of Finding
        Those of reading the article first, then by rule, then those about its exceptions, each
        once.
    """
    article, settings = manuscript.article, manuscript.context.settings
    found = all_findings(manuscript)
    told = not_ignored(found, article.front_matter.ignore)
    of_exceptions = (*exception_findings(manuscript), *_unneeded(manuscript, found))
    return tuple(dict.fromkeys((*told, *settled(of_exceptions, settings))))


def all_findings(manuscript: Manuscript) -> tuple[Finding, ...]:
    """Return what is found in an article whether or not its front matter ignores it."""
    of_reading = settled(manuscript.article.findings, manuscript.context.settings)
    of_rules = (finding for rule in RULES for finding in rule.findings(manuscript))
    return tuple(dict.fromkeys((*of_reading, *of_rules)))


def has_error(findings: tuple[Finding, ...]) -> bool:
    """Tell whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)


def _unneeded(manuscript: Manuscript, found: tuple[Finding, ...]) -> Iterator[Finding]:
    """Find exceptions without use where this is the whole article, run and in its only edition."""
    front_matter = manuscript.article.front_matter
    if front_matter.ignore and manuscript.context.is_executed and len(front_matter.editions) <= 1:
        rules = {finding.rule for finding in found}
        yield from unneeded_exceptions([manuscript], rules, is_whole=True, compares_articles=False)
