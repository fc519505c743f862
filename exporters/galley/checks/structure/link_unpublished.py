"""A link to an article that readers cannot see."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.structure.pictures_and_links import links_with_places
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find links to notebooks without a page; a draft may link to other drafts."""
    if manuscript.article.front_matter.draft:
        return
    for href, place in links_with_places(manuscript):
        if href and manuscript.context.is_unpublished(href):
            yield Remark(
                place,
                f"the link '{href}' leads to an article that is not published, "
                "so readers see its words and no link",
                "publish that article too (draft: false), or take the link out.",
            )


RULE = Rule(
    id="link-unpublished",
    severity=Severity.WARNING,
    group=Group.STRUCTURE,
    what="a link to a draft",
    why="A reader is promised more to read, and cannot get there.",
    harm=1,
    cost=Cost.WORD,
    find=find,
)
