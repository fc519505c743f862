"""An article's page as the content of a feed entry: plain HTML that stands anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import nh3
from markupsafe import Markup, escape

from galley.html.context import (
    ArticleContext,
    CellValue,
    FigureContext,
    RenderedBlock,
    TableContext,
)
from galley.html.evidence_line import evidence_line
from galley.html.words import Words

# The mark behind a heading that links to it; elsewhere it would be a stray sign.
_HEADING_LINK = re.compile(r' ?<a class="heading-anchor"[^>]*>[^<]*</a>')

_TEXT_TAGS = (
    "a abbr b blockquote br caption cite code dd del details dfn div dl dt em figcaption figure h2 "
    "h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp small span strong sub summary sup "
    "table tbody td tfoot th thead tr ul var"
)
_MATHS_TAGS = (
    "math mi mn mo ms mspace mtext menclose merror mfrac mpadded mphantom mroot mrow msqrt mstyle "
    "mmultiscripts mover mprescripts msub msubsup msup munder munderover mtable mtd mtr semantics"
)
_TAGS = frozenset(f"{_TEXT_TAGS} {_MATHS_TAGS}".split())
_ATTRIBUTES: dict[str, set[str]] = {
    "*": {"lang", "dir"},
    "a": {"href", "title"},
    "abbr": {"title"},
    "img": {"src", "alt", "width", "height"},
    "math": {"display", "xmlns"},
    "mo": {"stretchy", "fence", "form", "accent"},
    "ol": {"start"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
# Their text would be shown as prose by a reader that does not draw them.
_DROPPED_WITH_TEXT = {"svg", "script", "style", "annotation", "annotation-xml"}


def feed_content(
    article: ArticleContext,
    url: str,
    words: Words,
    pictures: Mapping[str, str],
) -> str:
    """Return the article for feed readers, which know no styles and no site around it.

    Parameters
    ----------
    url
        The page's absolute address; every relative address is resolved against it.
    pictures
        A figure's anchor → the picture file that stands for it, relative to the page.
    """
    parts = (str(part) for part in _parts(article, words, pictures))
    return nh3.clean(
        _HEADING_LINK.sub("", "\n".join(part for part in parts if part)),
        tags=set(_TAGS),
        clean_content_tags=_DROPPED_WITH_TEXT,
        attributes=_ATTRIBUTES,
        url_schemes={"http", "https", "mailto"},
        url_relative=("rewrite_with_base", url),
        link_rel=None,
    ).strip()


def _parts(article: ArticleContext, words: Words, pictures: Mapping[str, str]) -> Iterator[Markup]:
    if article.key_points:
        yield _section(words.key_points, _listed("ul", article.key_points))
    for block in article.blocks:
        yield _block(block, words, pictures)
    if article.footnotes_html:
        yield _section(words.footnotes, article.footnotes_html)
    if article.references:
        entries = tuple(reference.html for reference in article.references)
        tag = "ol" if article.references[0].number else "ul"
        yield _section(words.references, _listed(tag, entries))
    if article.kind == "article":
        text = article.disclaimer_html or escape(words.disclaimer)
        yield Markup("<p><em>{}</em></p>").format(text)


def _block(block: RenderedBlock, words: Words, pictures: Mapping[str, str]) -> Markup:
    if block.kind == "figure" and block.figure:
        return _figure(block.figure, words, pictures)
    if block.kind in {"stream", "error"}:
        return Markup("<pre>{}</pre>").format(block.html)
    if not block.caption_html and not block.number:
        return block.html
    name = f"{words.table} {block.number}" if block.number else ""
    return Markup("<figure><figcaption><strong>{}</strong> {}</figcaption>{}</figure>").format(
        name, block.caption_html, block.html
    )


def _figure(figure: FigureContext, words: Words, pictures: Mapping[str, str]) -> Markup:
    name = f"{words.figure} {figure.number}" if figure.number else ""
    return Markup(
        "<figure>{}<figcaption><strong>{}</strong> {}</figcaption>{}{}{}</figure>"
    ).format(
        _picture(figure, pictures),
        name,
        figure.caption_html,
        _evidence(figure, words),
        _states(figure, words),
        _details(figure, words),
    )


def _details(figure: FigureContext, words: Words) -> Markup:
    """Give the long form and the numbers, for whoever cannot see the picture or wants more."""
    if not figure.description and figure.table is None:
        return Markup()
    text = Markup("<p>{}</p>").format(figure.description) if figure.description else Markup()
    table = _table(figure.table, words) if figure.table else Markup()
    return Markup("<details><summary>{}</summary>{}{}</details>").format(
        words.figure_details, text, table
    )


def _table(table: TableContext, words: Words) -> Markup:
    head = Markup().join(Markup('<th scope="col">{}</th>').format(name) for name in table.columns)
    rows = Markup().join(
        Markup("<tr>{}</tr>").format(
            Markup().join(Markup("<td>{}</td>").format(_cell(value, words)) for value in row)
        )
        for row in table.rows
    )
    return Markup("<table><thead><tr>{}</tr></thead><tbody>{}</tbody></table>").format(head, rows)


def _cell(value: CellValue, words: Words) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else words.number(value)


def _states(figure: FigureContext, words: Words) -> Markup:
    """Say which state the picture shows, and that there are others to choose from."""
    if figure.shown_state is None:
        return Markup()
    text = words.figure_states.format(count=len(figure.states), state=figure.shown_state.label)
    return Markup("<p><small>{}</small></p>").format(text)


def _picture(figure: FigureContext, pictures: Mapping[str, str]) -> Markup:
    source = pictures.get(figure.anchor) or (figure.image.src if figure.image else "")
    return Markup('<img src="{}" alt="{}">').format(source, figure.alt) if source else Markup()


def _evidence(figure: FigureContext, words: Words) -> Markup:
    """Say what kind of drawing it is: a picture must not lose that on its way to a reader."""
    if figure.evidence is None:
        return Markup()
    return Markup("<p><small>{}</small></p>").format(evidence_line(figure.evidence, words))


def _section(title: str, body: Markup) -> Markup:
    return Markup("<h2>{}</h2>\n{}").format(title, body)


def _listed(tag: str, items: tuple[Markup, ...]) -> Markup:
    inside = Markup().join(Markup("<li>{}</li>").format(item) for item in items)
    return Markup("<{0}>{1}</{0}>").format(tag, inside)
