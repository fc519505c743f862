"""A link to a part of another article that this article does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import unquote

from galley.article.markdown.anchors import heading_slug, is_own_id
from galley.article.model import Article
from galley.checks.rule import Cost, Group, Manuscript, Remark
from galley.checks.site.site_rule import SiteRule
from galley.checks.structure.pictures_and_links import tokens_with_places
from galley.content_files import bare_path, real_path
from galley.discovery import is_article_name
from galley.findings import Severity, did_you_mean
from galley.workspace import ArticleSource, Workspace


def find(manuscripts: Sequence[Manuscript], workspace: Workspace) -> Iterator[Remark]:
    """Find links such as ``other.ipynb#doses`` where no edition of the other has such a part."""
    by_path = {real_path(source.path): source for source in workspace.sources}
    parts = _parts_by_file(manuscripts)
    for manuscript in manuscripts:
        for token, place in tokens_with_places(manuscript):
            href = str(token.attrs.get("href", "")) if token.type == "link_open" else ""
            part = unquote(href.partition("#")[2])
            if not part or is_own_id(part) or not is_article_name(bare_path(href)):
                continue
            path = manuscript.context.find_file(href)
            source = by_path.get(path) if path else None
            meant = _in_language(source, manuscript, workspace) if source else None
            if meant and part not in parts.get(meant.file, {part}):
                yield Remark(
                    place,
                    f"'{meant.file}' has no part '{part}', so the link '{href}' leads to its top",
                    _fix(part, parts[meant.file]),
                )


def _parts_by_file(manuscripts: Sequence[Manuscript]) -> Mapping[str, set[str]]:
    parts: dict[str, set[str]] = {}
    for manuscript in manuscripts:
        parts.setdefault(manuscript.article.file, set()).update(_parts(manuscript.article))
    return parts


def _parts(article: Article) -> Iterator[str]:
    yield from (label.anchor for label in article.labels.values())
    yield from (heading.anchor for heading in article.headings)
    # What code has not shown yet will have its label as its place.
    yield from article.declared_labels


def _in_language(
    source: ArticleSource, manuscript: Manuscript, workspace: Workspace
) -> ArticleSource:
    """Return the translation to which a page in another language links."""
    original = source.translation_of or source.slug
    pages = (each for each in workspace.sources if (each.translation_of or each.slug) == original)
    return next((each for each in pages if each.lang == manuscript.article.lang), source)


def _fix(part: str, legal: set[str]) -> str:
    if heading_slug(part) in legal:
        return f"write '#{heading_slug(part)}'."
    return did_you_mean(part, sorted(legal)) or "name a heading or a label of that article."


RULE = SiteRule(
    id="link-part-missing",
    severity=Severity.WARNING,
    group=Group.STRUCTURE,
    what="a link to a part that the other article does not have",
    why="A reader lands at the top of a long page and has to search.",
    harm=1,
    cost=Cost.WORD,
    find=find,
)
