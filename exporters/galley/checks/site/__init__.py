"""Rules that compare articles with each other or with the site; one file each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from galley.checks.exceptions import without_exceptions
from galley.checks.rule import Manuscript
from galley.checks.site import (
    bibliography_mostly_uncited,
    link_part_missing,
    reference_uncited,
    translation_differs,
)
from galley.checks.site.site_rule import SiteRule
from galley.findings import Finding
from galley.workspace import Workspace

SITE_RULES: tuple[SiteRule, ...] = (
    translation_differs.RULE,
    reference_uncited.RULE,
    bibliography_mostly_uncited.RULE,
    link_part_missing.RULE,
)


def check_site(manuscripts: Sequence[Manuscript], workspace: Workspace) -> Iterator[Finding]:
    """Yield what the rules find between articles; what an article ignores is left out."""
    ignored = {m.article.file: m.article.front_matter.ignore for m in manuscripts}
    return without_exceptions(site_findings(manuscripts, workspace), ignored)


def site_findings(manuscripts: Sequence[Manuscript], workspace: Workspace) -> Iterator[Finding]:
    """Yield what the rules find between articles, whether or not an article ignores it."""
    for rule in SITE_RULES:
        yield from rule.findings(manuscripts, workspace)
