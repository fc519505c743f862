"""From an `Article` to the values its template prints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from markdown_it.token import Token
from markupsafe import Markup, escape

from galley.article.front_matter import Change
from galley.article.markdown import collect_formulas, parse_inline, walk
from galley.article.model import Article, Block, CitationCluster, Figure, Output
from galley.article.publication import Standing, standing_of
from galley.article.tokens import walk_article
from galley.findings import Finding, Place, Severity
from galley.html.blocks import BlockRenderer
from galley.html.context import (
    ArticleContext,
    ChangeContext,
    Day,
    Link,
    OwnCitation,
    RenderedBlock,
    TocEntry,
)
from galley.html.explaining import explain
from galley.html.figures import source_cluster
from galley.html.lost_html import lost_html_findings
from galley.html.markup import finished
from galley.html.meanings import Meaning
from galley.html.output_findings import is_empty, output_findings
from galley.html.own_citation import is_citable, own_tags, own_words, own_work
from galley.html.own_html import OwnHtml
from galley.html.own_policy import OwnPolicy, own_policy
from galley.html.pandoc_types import ExportedWorks, PandocRequest, PandocResult
from galley.html.prose import render_inline, render_tokens
from galley.html.prose_context import ProseContext
from galley.html.reference_files import FORMS, reference_files
from galley.html.reference_list import Style, listed
from galley.html.reviewing import Reviewed
from galley.html.surroundings import Surroundings
from galley.html.trust import Trust, trust_of
from galley.html.unique_ids import with_unique_ids
from galley.html.words import Words, reading_time_minutes, words_for

MATHS_RULE = "formula-unreadable"
ENTRY_RULE = "bibliography-entry-unreadable"

_LONGEST_QUOTE = 120
# Below this a table of contents is longer than the way to the thing itself.
_CONTENTS_FROM_HEADINGS = 4


@dataclass(frozen=True)
class RenderedArticle:
    """An article ready for its template, with what could not be rendered as meant.

    Attributes
    ----------
    context
        For lists, feeds and documents too, so without the author's own scripts and styles.
    works
        The cited works as CSL JSON.
    own
        What the page itself shows instead, where the article is trusted and has HTML of its own.
    """

    context: ArticleContext
    findings: tuple[Finding, ...] = ()
    works: str = ""
    own: OwnPage | None = None


@dataclass(frozen=True)
class OwnPage:
    """An article with its author's own HTML, for its page alone.

    Attributes
    ----------
    html
        Puts back on the printed page what was held back.
    """

    context: ArticleContext
    html: OwnHtml
    policy: OwnPolicy


Convert = Callable[[PandocRequest], PandocResult]


def render_article(
    article: Article, surroundings: Surroundings, style: Style, convert: Convert
) -> RenderedArticle:
    """Render everything of an article that its template prints.

    Parameters
    ----------
    convert
        Turns citations and formulas into HTML, in one go: `Pandoc.convert`.
    """
    key_points = key_point_tokens(article)
    own = own_work(article, surroundings) if is_citable(article, surroundings) else ""
    request = replace(pandoc_request(article, key_points, style), own=own)
    result = convert(request)
    prose = _prose_context(article, surroundings, request, result)
    points = tuple(finished(render_inline(tokens, prose)) for tokens in key_points)
    rendered = _rendered_blocks(article, surroundings, prose)
    context = replace(
        _with_body(
            _about(article, surroundings, prose.words), points, rendered, surroundings, article.lang
        ),
        footnotes_html=finished(render_tokens(article.footnotes, prose)),
        references=tuple(listed(r, style, prose.words, article.lang) for r in result.references),
        reference_downloads=_files("references", result.works, surroundings),
        own_citation=_own_citation(article, surroundings, style, result.own),
        trust=_trust(article, surroundings, rendered),
    )
    findings = (
        *_formula_findings(article, request, result),
        *_entry_findings(article, result),
        *output_findings(article, rendered, is_trusted=surroundings.is_trusted),
        *(() if surroundings.is_trusted else lost_html_findings(article)),
    )
    page = None
    if surroundings.is_trusted:
        page = _own_page(article, surroundings, prose, context, points)
    return RenderedArticle(context, findings, result.works.csl_json, page)


def _own_page(
    article: Article,
    surroundings: Surroundings,
    prose: ProseContext,
    context: ArticleContext,
    points: tuple[Markup, ...],
) -> OwnPage | None:
    """Return the page with its author's own HTML; None where that is no different."""
    html = OwnHtml(surroundings.read)
    rendered = _rendered_blocks(article, surroundings, prose, html)
    own = _with_body(context, points, rendered, surroundings, article.lang)
    if own == context:
        return None
    return OwnPage(own, html, own_policy(html.restore(str(block.html)) for block in own.blocks))


def _with_body(
    context: ArticleContext,
    key_points: tuple[Markup, ...],
    rendered: Iterable[RenderedBlock],
    surroundings: Surroundings,
    lang: str,
) -> ArticleContext:
    explained = _explained(
        key_points,
        tuple(with_unique_ids(block for block in rendered if not is_empty(block))),
        lang,
        surroundings,
    )
    return replace(
        context,
        key_points=explained.key_points,
        blocks=explained.blocks,
        meanings=explained.used,
    )


def _rendered_blocks(
    article: Article,
    surroundings: Surroundings,
    prose: ProseContext,
    own: OwnHtml | None = None,
) -> tuple[RenderedBlock, ...]:
    blocks = BlockRenderer(article, surroundings, prose, own)
    return tuple(_placed(blocks.render(block), block, article) for block in article.blocks)


def _placed(rendered: RenderedBlock, block: Block, article: Article) -> RenderedBlock:
    """Tell a block its cell, and whether readers open it first; code knows that of itself."""
    is_folded = rendered.is_folded or (
        rendered.kind != "code" and block.cell_id in article.folded_outputs
    )
    return replace(rendered, cell_id=block.cell_id, is_folded=is_folded)


def _about(article: Article, surroundings: Surroundings, words: Words) -> ArticleContext:
    """Return what is said of an article, as its front matter and the site around it have it."""
    front = article.front_matter
    standing = surroundings.standing or standing_of(front, None)
    reviewed = surroundings.reviewed or Reviewed(surroundings.reviewers, front.reviewed)
    return ArticleContext(
        title=article.title,
        description=front.description,
        kind=front.kind,
        category=surroundings.category,
        authors=surroundings.authors,
        reviewers=reviewed.reviewers,
        published=_day(front.date, words),
        updated=_day(front.updated, words),
        reviewed=None if standing.withdrawn else _day(reviewed.day, words),
        review_by=None if standing.withdrawn else _day(front.review_by, words),
        overdue=_day(standing.overdue, words),
        reading_minutes=reading_time_minutes(article.word_count, article.lang),
        editions=surroundings.editions,
        translations=surroundings.translations,
        toc=contents(article),
        glossary_href=surroundings.glossary_href,
        disclaimer_html=escape(surroundings.disclaimer),
        disclosures=front.disclosures,
        funding=front.funding,
        changes=_changes(standing.changes, words),
        tags=surroundings.tags,
        related=surroundings.related,
        previous=surroundings.previous,
        next=surroundings.next,
        withdrawn=_withdrawn(standing, words),
    )


def _trust(
    article: Article, surroundings: Surroundings, rendered: Sequence[RenderedBlock]
) -> Trust:
    return trust_of(
        article.title,
        surroundings.address,
        surroundings.licence,
        surroundings.corrections,
        rendered,
    )


@dataclass(frozen=True)
class _ExplainedText:
    key_points: tuple[Markup, ...]
    blocks: tuple[RenderedBlock, ...]
    used: tuple[Meaning, ...]


def _explained(
    key_points: tuple[Markup, ...],
    blocks: tuple[RenderedBlock, ...],
    lang: str,
    surroundings: Surroundings,
) -> _ExplainedText:
    """Mark the words that a reader may ask about, in the order in which they are read."""
    prose = [block.html for block in blocks if block.kind == "prose"]
    explained = explain(
        (*key_points, *prose), surroundings.meanings, lang, surroundings.glossary_href
    )
    marked = iter(explained.parts[len(key_points) :])
    return _ExplainedText(
        explained.parts[: len(key_points)],
        tuple(
            replace(block, html=next(marked)) if block.kind == "prose" else block
            for block in blocks
        ),
        explained.used,
    )


def pandoc_request(
    article: Article, key_points: Iterable[Sequence[Token]], style: Style
) -> PandocRequest:
    """Gather an article's citations in reading order, and each formula once."""
    first = [token for tokens in key_points for token in walk(tokens)]
    return PandocRequest(
        clusters=tuple(dict.fromkeys((*_clusters(first), *_clusters_by_block(article)))),
        formulas=collect_formulas([*first, *walk_article(article)]),
        bibliography=style.bibliography,
        lang=article.lang,
        style=style.citation_style,
        numbers={
            label.name: label.number
            for label in article.labels.values()
            if label.kind == "equation"
        },
    )


def contents(article: Article) -> tuple[TocEntry, ...]:
    """Return the table of contents; empty for an article that needs none."""
    entries = [
        TocEntry(heading.level, heading.text, heading.anchor)
        for heading in article.headings
        if heading.level <= 3  # noqa: PLR2004 - deeper headings are detail
    ]
    return tuple(entries) if len(entries) >= _CONTENTS_FROM_HEADINGS else ()


def key_point_tokens(article: Article) -> tuple[tuple[Token, ...], ...]:
    """Return an article's key points, read as inline Markdown."""
    place = Place(article.file)
    return tuple(
        parse_inline(text, place, lang=article.lang, prefix=f"cite-key-point-{number}")
        for number, text in enumerate(article.front_matter.key_points, start=1)
    )


def _clusters(tokens: Iterable[Token]) -> Iterator[CitationCluster]:
    return (token.meta["cluster"] for token in tokens if token.type == "citation")


def _clusters_by_block(article: Article) -> Iterator[CitationCluster]:
    """Yield citations in the order in which a reader meets them, evidence lines included."""
    for block in article.blocks:
        tokens = (
            block.caption if isinstance(block, Figure | Output) else getattr(block, "tokens", ())
        )
        yield from _clusters(walk(tokens))
        if isinstance(block, Figure):
            place = Place(article.file, block.cell_id)
            yield from (source_cluster(key, place) for key in block.sources)
    yield from _clusters(walk(article.footnotes))


def _prose_context(
    article: Article, surroundings: Surroundings, request: PandocRequest, result: PandocResult
) -> ProseContext:
    return ProseContext(
        citations=dict(zip(request.clusters, result.clusters, strict=True)),
        formulas=dict(zip(request.formulas, result.formulas, strict=True)),
        labels=article.labels,
        image=surroundings.image,
        link=surroundings.link,
        words=words_for(article.lang),
    )


def _day(day: date | None, words: Words) -> Day | None:
    return Day(day.isoformat(), words.day(day)) if day else None


def _changes(changes: Iterable[Change], words: Words) -> tuple[ChangeContext, ...]:
    return tuple(
        ChangeContext(Day(change.date.isoformat(), words.day(change.date)), change.note)
        for change in changes
    )


def _withdrawn(standing: Standing, words: Words) -> ChangeContext | None:
    withdrawn = standing.withdrawn
    if withdrawn is None:
        return None
    day = Day(withdrawn.date.isoformat(), words.day(withdrawn.date))
    return ChangeContext(day, withdrawn.reason)


def _files(name: str, works: ExportedWorks, surroundings: Surroundings) -> tuple[Link, ...]:
    """Keep files for reference managers and return the links to them."""
    kept = {
        suffix: surroundings.keep(f"{name}.{suffix}", data)
        for suffix, data in reference_files(works).items()
    }
    return tuple(Link(FORMS[suffix], href) for suffix, href in kept.items() if href)


def _own_citation(
    article: Article, surroundings: Surroundings, style: Style, works: ExportedWorks
) -> OwnCitation | None:
    if not is_citable(article, surroundings):
        return None
    words = words_for(article.lang)
    return OwnCitation(
        own_words(article, surroundings, words, style.citation_style),
        _files("cite", works, surroundings),
        tuple(own_tags(article, surroundings)),
    )


def _entry_findings(article: Article, result: PandocResult) -> Iterator[Finding]:
    """Tell of cited works whose entries could not be read, so that their reference is missing."""
    for key in result.unreadable:
        if key in article.cited:
            yield Finding(
                ENTRY_RULE,
                Severity.ERROR,
                Place(article.file),
                f"the bibliography entry '{key}' could not be read, so its reference is missing",
                "look for a bracket or a comma that is missing in the entry.",
            )


def _formula_findings(
    article: Article, request: PandocRequest, result: PandocResult
) -> Iterator[Finding]:
    failed = {
        formula
        for formula, mathml in zip(request.formulas, result.formulas, strict=True)
        if mathml is None
    }
    for token in walk_article(article):
        is_formula = token.type in {"math_inline", "math_block"}
        if is_formula and (token.content, bool(token.meta.get("display"))) in failed:
            yield Finding(
                MATHS_RULE,
                Severity.WARNING,
                token.meta.get("place") or Place(article.file),
                "this formula could not be read, so readers see its source: "
                f"{_shortened(token.content.strip())}",
                "look for a misspelt command or a bracket without its partner.",
            )


def _shortened(tex: str) -> str:
    return tex if len(tex) <= _LONGEST_QUOTE else f"{tex[:_LONGEST_QUOTE]} …"
