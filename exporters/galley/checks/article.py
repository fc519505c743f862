"""Checking one article: every rule, each a pure function from an article to remarks."""

from __future__ import annotations

from galley.article.model import Article
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
        Those of reading the article first, then by rule, each once.
    """
    article = manuscript.article
    found = (finding for rule in RULES for finding in rule.findings(manuscript))
    findings = dict.fromkeys((*article.findings, *found))
    return tuple(finding for finding in findings if finding.rule not in article.front_matter.ignore)


def has_error(findings: tuple[Finding, ...]) -> bool:
    """Tell whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
