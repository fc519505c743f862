"""Whose own HTML and scripts are let through: the articles that ``site.toml`` or ``--trust`` name.

Never one that names itself: whoever wrote a notebook wrote its front matter too.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from galley.findings import Finding, Place, Severity, UsageError, did_you_mean

if TYPE_CHECKING:
    from galley.sources import ArticleSource, BrokenSource
    from galley.workspace import Workspace

UNKNOWN_RULE = "site-trusted-unknown"


def slugs_of(sources: Iterable[ArticleSource], broken: Iterable[BrokenSource]) -> frozenset[str]:
    """Return the slugs of all articles, also of those that cannot be read today."""
    return frozenset(
        {source.slug for source in sources} | {each.slug for each in broken if each.slug}
    )


def unknown_trusted(
    trusted: Sequence[str], slugs: Collection[str], place: Place
) -> Iterator[Finding]:
    """Tell of slugs under `trusted` that no article has."""
    for slug in dict.fromkeys(trusted):
        if slug not in slugs:
            yield Finding(
                UNKNOWN_RULE,
                Severity.WARNING,
                place,
                f"'trusted' names '{slug}', and there is no such article",
                did_you_mean(slug, slugs)
                or "Write its address without .html, or take it out of the list.",
            )


def with_trusted(workspace: Workspace, slugs: Sequence[str]) -> Workspace:
    """Return the workspace with further articles trusted, as ``--trust`` names them.

    Raises
    ------
    UsageError
        If there is no such article.
    """
    if not slugs:
        return workspace
    known = sorted(slugs_of(workspace.sources, workspace.broken))
    unknown = next((slug for slug in slugs if slug not in known), None)
    if unknown is not None:
        raise UsageError(
            f"there is no article '{unknown}' to trust",
            did_you_mean(unknown, known) or f"its articles are {', '.join(known)}",
        )
    config = workspace.config
    trusted = tuple(dict.fromkeys((*config.trusted, *slugs)))
    return replace(workspace, config=config.model_copy(update={"trusted": trusted}))
