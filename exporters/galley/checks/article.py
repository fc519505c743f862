"""Checking one article: every rule, each a pure function from an article to findings."""

from __future__ import annotations

from galley.article.model import Article
from galley.checks.cell_errors import check_cell_errors
from galley.checks.cross_references import check_cross_references
from galley.checks.figure_mark import check_figure_mark
from galley.checks.figure_words import check_figure_words
from galley.checks.front_matter_fields import check_front_matter_fields
from galley.checks.links_and_images import check_links_and_images
from galley.checks.picture_consent import check_picture_consent
from galley.checks.rule import CheckContext, Rule
from galley.checks.unknown_citation_key import check_citation_keys
from galley.findings import Finding, Severity

RULES: tuple[Rule, ...] = (
    check_front_matter_fields,
    check_citation_keys,
    check_cross_references,
    check_links_and_images,
    check_figure_words,
    check_figure_mark,
    check_picture_consent,
    check_cell_errors,
)


def check_article(article: Article, context: CheckContext) -> tuple[Finding, ...]:
    """Run every rule over one article; findings ignored in front matter are left out.

    Returns
    -------
    tuple of Finding
        Those of reading the article first, then by rule, each once.
    """
    found = (finding for rule in RULES for finding in rule(article, context))
    findings = dict.fromkeys((*article.findings, *found))
    return tuple(finding for finding in findings if finding.rule not in article.front_matter.ignore)


def has_error(findings: tuple[Finding, ...]) -> bool:
    """Tell whether any finding is an error."""
    return any(finding.severity is Severity.ERROR for finding in findings)
