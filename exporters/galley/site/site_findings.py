"""What is to be said of a site as a whole, and of addresses that two pages want."""

from __future__ import annotations

from collections.abc import Iterator

from galley.findings import Finding, Place, Severity
from galley.site.frame import Frame
from galley.site.model import SiteArticle
from galley.site.redirects import redirects_nowhere
from galley.site.search import indexer_findings
from galley.site.security_text import security_findings
from galley.site.site_maker import SiteMaker


def site_findings(frame: Frame, maker: SiteMaker) -> Iterator[Finding]:
    """Yield what is wrong with ``site.toml`` in view of the pages that there are."""
    if not maker.config.base_url:
        yield _base_url_missing(maker)
    yield from indexer_findings(maker.config, maker.indexing, maker.config_file)
    languages = frame.graph.languages
    broken = [item for lang in languages for item in frame.broken_navigation(lang)]
    for item in dict.fromkeys(item.href for item in broken):
        yield Finding(
            "site-navigation-broken",
            Severity.WARNING,
            Place(maker.config_file),
            f"the menu entry '{item}' leads to no page, so it is not shown",
            "Correct its href, or publish the page it names.",
        )
    for href in dict.fromkeys(href for lang in languages for href in frame.broken_words(lang)):
        yield Finding(
            "site-navigation-broken",
            Severity.WARNING,
            Place(maker.config_file),
            f"the link to '{href}' in footer or notice leads to no page, so only its words are "
            "shown",
            "Correct its address, or publish the page it names.",
        )
    for target in redirects_nowhere(frame):
        yield Finding(
            "site-redirect-nowhere",
            Severity.WARNING,
            Place(maker.config_file),
            f"the old addresses that [redirects] leads to '{target}' lead nowhere, since there is "
            "no such page",
            "Correct the entry, or publish the page it names.",
        )
    yield from security_findings(maker.config, maker.today, Place(maker.config_file))


def _base_url_missing(maker: SiteMaker) -> Finding:
    # A folder that was never made for Galley has nothing to be warned of.
    severity = Severity.WARNING if maker.config.title else Severity.ADVICE
    return Finding(
        "site-base-url-missing",
        severity,
        Place(maker.config_file),
        "base_url is not set, so there is no feed, no sitemap and no canonical address",
        'Add the site\'s address, for example base_url = "https://example.org/".',
    )


def address_finding(page: SiteArticle, reason: str) -> Finding:
    """Return the finding of a page that cannot have its address."""
    return Finding(
        "site-address-clash",
        Severity.ERROR,
        Place(page.article.file),
        f"the address '{page.path}' cannot be used: {reason}",
        "Change the slug or the file name it comes from.",
    )
