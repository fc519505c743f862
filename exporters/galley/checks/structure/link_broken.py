"""A link inside the site that leads to nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.article.markdown.headings import PAGE_TOP
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.structure.pictures_and_links import links_with_places
from galley.content_files import REFUSED
from galley.findings import Place, Severity

# Endings by which an address without its https:// is known.
_DOMAIN = re.compile(
    r"(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|int|info|io|eu|uk|au|ca|ch|de|fr|id|nl)(?:/.*)?",
    re.IGNORECASE,
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find links to pages, files and places in the text that are not there."""
    article = manuscript.article
    anchors = {PAGE_TOP, "top", *(label.anchor for label in article.labels.values())}
    anchors |= {heading.anchor for heading in article.headings}
    for href, place in links_with_places(manuscript):
        is_own = href.startswith("#")
        is_there = (
            href[1:] in anchors or not href[1:] if is_own else manuscript.context.has_page(href)
        )
        if is_there:
            continue
        if not is_own and manuscript.context.find_file(href) is not None:
            yield Remark(
                place,
                f"the file '{href}' is not published, so the link leads to nothing",
                "link to a document (pdf, csv, xlsx, zip …), or to where the file lies on the web.",
            )
            continue
        yield _broken(href, place)


def _broken(href: str, place: Place) -> Remark:
    if href == REFUSED:
        return Remark(
            place,
            "the address of this link could run something, so readers see its words alone",
            "link to a page, a file or an address that begins with https://.",
        )
    return Remark(
        place,
        f"the link '{href}' leads to nothing on this site",
        f"write 'https://{href}', if that is an address on the web."
        if _DOMAIN.fullmatch(href)
        else "correct the address; a link to another article names its notebook.",
    )


RULE = Rule(
    id="link-broken",
    severity=Severity.ERROR,
    group=Group.STRUCTURE,
    what="a link inside the site that leads to nothing",
    why="A reader who follows it lands on an error page.",
    harm=2,
    cost=Cost.WORD,
    find=find,
)
