"""From Markdown cells to tokens: all cells in one `env`, so that notes and labels are global."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore, smartquotes, text_join
from markdown_it.token import Token
from mdit_py_plugins.footnote.index import footnote_tail

from galley.article.directions import plain_directions
from galley.article.markdown.anchors import RESERVED, add_label, heading_slug, is_own_id
from galley.article.markdown.bare_links import link_addresses
from galley.article.markdown.callouts import alerts_to_directives
from galley.article.markdown.code_links import without_code_links
from galley.article.markdown.cross_references import collapse_cross_references
from galley.article.markdown.equations import drop_empty_maths, finish_equations
from galley.article.markdown.figures import finish_figures, lone_images_to_figures
from galley.article.markdown.footnotes import (
    short_notes,
    split_footnotes,
    warn_undefined,
    warn_unused,
)
from galley.article.markdown.headings import (
    PAGE_TOP,
    drop_empty_headings,
    drop_first_title,
    finish_headings,
    heads_a_section,
    take_braces,
    title_places,
    without_pictures,
)
from galley.article.markdown.html_maths import html_with_maths
from galley.article.markdown.link_words import links_to_labels, with_link_words
from galley.article.markdown.macros import Macros
from galley.article.markdown.parsed import ParsedProse, ProseCell
from galley.article.markdown.parser import make_parser
from galley.article.markdown.plain_text import plain_text
from galley.article.markdown.raw_html import open_html_blocks, tags_to_text
from galley.article.markdown.shortcodes import in_our_spelling
from galley.article.markdown.state import Env, ProseState, new_env, prose_state
from galley.article.markdown.table_captions import tables_with_captions
from galley.article.markdown.table_maths import protect_bars
from galley.article.markdown.targets import attach_targets
from galley.article.markdown.typography import replace_marks
from galley.article.markdown.walk import collect_citations, walk
from galley.article.model import Label
from galley.findings import Place

_CELL = "cell_start"
"""A token between cells, so that one stream can be split again."""

_MAY_HAVE_TITLE = re.compile(r"#|^[^\w\n]*=|<h1", re.MULTILINE | re.IGNORECASE)

# A parser keeps nothing of what it parses, and takes longer to make than to parse a paragraph.
_parser = lru_cache(maxsize=32)(make_parser)

_HTML_ANCHOR = re.compile(r"<[a-z][^>]{0,400}?\s(?:id|name)\s*=\s*[\"']?([\w:.-]+)", re.IGNORECASE)


def parse_prose(
    cells: Sequence[ProseCell],
    *,
    lang: str = "en",
    known_keys: Collection[str] | None = None,
    drop_title: bool = False,
    reserved: Collection[str] = RESERVED,
    macros: Macros | None = None,
) -> ParsedProse:
    """Parse the Markdown cells of one article together.

    Parameters
    ----------
    lang
        Decides the quotation marks.
    known_keys
        The bibliography's keys. A bare ``@name`` that is none of them and does not look like one
        stays text; with None every ``@name`` is a citation.
    drop_title
        Leave out the first first-level heading, because the page shows it as its title.
    reserved
        Ids that the page's own parts use.
    macros
        Macros of TeX that were defined before.
    """
    file = cells[0].file if cells else ""
    state = ProseState(Place(file), known_keys, anchors=set(reserved), macros=dict(macros or {}))
    md, env = _parser(lang), new_env(state)
    tokens = list(_parse_blocks(cells, md, env))
    if drop_title:
        tokens = drop_first_title(tokens, state)
    tokens = _parse_inlines(tokens, md, env)
    body, footnotes = split_footnotes(_join_footnotes(tokens, md, env))
    body = drop_empty_headings(attach_targets(lone_images_to_figures(body)))
    headings = finish_headings(body, state)
    _finish((body, footnotes), state)
    return ParsedProse(
        cells=_split_cells(drop_empty_maths(body)),
        footnotes=tuple(drop_empty_maths(footnotes)),
        headings=headings,
        labels=tuple(state.labels.values()),
        clusters=tuple(use.cluster for use in collect_citations([*body, *footnotes])),
        findings=tuple(state.findings),
        macros=state.macros,
    )


def _parse_blocks(cells: Iterable[ProseCell], md: MarkdownIt, env: Env) -> Iterator[Token]:
    """Parse each cell's blocks; every token learns its place."""
    state = prose_state(env)
    for cell in cells:
        state.place = Place(cell.file, cell.cell_id)
        yield Token(_CELL, "", 0)
        tokens: list[Token] = []
        source = protect_bars(in_our_spelling(_normalised(cell.source), state))
        md.block.parse(source, md, env, tokens)
        tokens = _with_html_opened(tokens, md, env)
        for token in tokens:
            _set_place(token, Place(cell.file, cell.cell_id, _line(token)))
        mended = alerts_to_directives(list(_with_more_maths(tokens)))
        yield from tables_with_captions(mended)


def _with_html_opened(tokens: list[Token], md: MarkdownIt, env: Env) -> list[Token]:
    if not any(token.type == "html_block" or token.info.startswith("{=") for token in tokens):
        return tokens

    def parse(text: str) -> list[Token]:
        inner: list[Token] = []
        md.block.parse(text, md, env, inner)
        return inner

    return open_html_blocks(tokens, parse)


def _with_more_maths(tokens: Iterable[Token]) -> Iterator[Token]:
    """Find the maths that other spellings hide: in raw HTML, and in a fence that is called so."""
    for token in tokens:
        if token.type == "html_block":
            yield from html_with_maths(token)
        elif token.type == "fence" and token.info.strip() == "math":
            meta = {**token.meta, "display": True}
            yield Token("math_block", "math", 0, block=True, content=token.content, meta=meta)
        else:
            yield token


def _normalised(source: str) -> str:
    text = source.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    return plain_directions(text)


def _line(token: Token) -> int | None:
    return token.map[0] + 1 if token.map else None


def _set_place(token: Token, place: Place) -> None:
    token.meta.setdefault("place", place)


def _parse_inlines(tokens: list[Token], md: MarkdownIt, env: Env) -> list[Token]:
    """Parse the text of all blocks, then mend what spans several tokens."""
    state = prose_state(env)
    take_braces(tokens)
    for token in tokens:
        if token.type == "inline":
            state.place = token.meta["place"]
            token.children = []
            md.inline.parse(token.content, md, env, token.children)
    _finish_inlines(tokens, md, env)
    warn_unused(tokens, env, state)
    return tokens


def _finish_inlines(tokens: list[Token], md: MarkdownIt, env: Env) -> None:
    inlines = [token for token in tokens if token.type == "inline"]
    for token in inlines:
        tags_to_text(token.children or ())
        children = without_code_links(token.children or ())
        token.children = with_link_words(link_addresses(children, md))
        replace_marks(token.children)
        warn_undefined(token.children, token.meta["place"], prose_state(env))
        for child in token.children:
            _set_place(child, token.meta["place"])
    core = StateCore("", md, env, inlines)
    smartquotes(core)
    text_join(core)
    for token in inlines:
        token.children = collapse_cross_references(token.children or ())


def _join_footnotes(tokens: list[Token], md: MarkdownIt, env: Env) -> list[Token]:
    state = prose_state(env)
    core = StateCore("", md, env, tokens)
    footnote_tail(core)
    for token in core.tokens:
        _set_place(token, state.place)
    _finish_inlines(short_notes(core.tokens), md, env)
    return core.tokens


def _finish(parts: Iterable[Sequence[Token]], state: ProseState) -> None:
    """Register what can be referred to, then resolve references spelt like headings."""
    for tokens in parts:
        finish_figures(tokens, state)
        finish_equations(tokens, state)
        _register_anchors(tokens, state)
    for tokens in parts:
        for token in tokens:
            token.children = links_to_labels(token.children or (), state.labels) or token.children
        _resolve(tokens, state)


def _register_anchors(tokens: Iterable[Token], state: ProseState) -> None:
    """Register targets that stand alone and ids in raw HTML."""
    for token in walk(tokens):
        if token.type == "target":
            token.meta["anchor"] = add_label(state, token.content, "anchor", token.meta["place"])
        elif token.type in {"html_block", "html_inline"}:
            _register_html_ids(token, state)
        elif token.type in {"directive_open", "span_open", "code_inline", "link_open"}:
            _register_id(token, state)


def _register_html_ids(token: Token, state: ProseState) -> None:
    """Register ids that authors made by hand; one that the page uses itself gets another name."""
    for name in _HTML_ANCHOR.findall(token.content):
        if name in state.labels or (name in state.anchors and not is_own_id(name)):
            continue
        anchor = add_label(state, name, "anchor", token.meta["place"])
        if anchor != name:
            written = re.compile(rf"""(\s(?:id|name)\s*=\s*["']?){re.escape(name)}(?=["'\s/>])""")
            token.content = written.sub(rf"\g<1>{anchor}", token.content, count=1)


def _register_id(token: Token, state: ProseState) -> None:
    names = [*token.meta.get("labels", ()), *filter(None, [token.meta.get("anchor")])]
    anchors = [add_label(state, name, "anchor", token.meta["place"]) for name in names]
    anchor = next(filter(None, anchors), "")
    if anchor:
        token.attrSet("id", anchor)


def _resolve(tokens: Iterable[Token], state: ProseState) -> None:
    """Lead ``#Some-Heading``, as JupyterLab spells it, to the heading's label."""
    for token in walk(tokens):
        if token.type == "cross_reference" and token.meta["target"] not in state.labels:
            slug = heading_slug(token.meta["target"])
            if slug in state.labels:
                token.meta["target"] = slug
            elif slug == "top":
                state.labels[slug] = Label(slug, "anchor", PAGE_TOP)
                token.meta["target"] = slug


def _split_cells(tokens: Iterable[Token]) -> tuple[tuple[Token, ...], ...]:
    cells: list[list[Token]] = []
    for token in tokens:
        if token.type == _CELL:
            cells.append([])
        else:
            cells[-1].append(token)
    return tuple(tuple(cell) for cell in cells)


def parse_inline(
    text: str,
    place: Place,
    *,
    lang: str = "en",
    known_keys: Collection[str] | None = None,
    prefix: str = "",
) -> tuple[Token, ...]:
    """Parse one line of Markdown: a caption, a key point.

    Parameters
    ----------
    prefix
        Begins the ids of the citations in it; by default made from the place's cell and line.
    """
    own = prefix or "-".join(filter(None, ("cite", place.cell, str(place.line or ""))))
    state = ProseState(place, known_keys, prefix=own)
    md, env = _parser(lang, footnotes=False), new_env(state)
    token = Token("inline", "", 0, content=_normalised(text).strip(), meta={"place": place})
    _parse_inlines([token], md, env)
    finish_equations([token], state)
    return tuple(drop_empty_maths(token.children or ()))


def parse_html(html: str, place: Place, macros: Macros) -> tuple[Token, ...]:
    """Return HTML that a cell put out in pieces, formulas among them; nothing where it has none."""
    tokens = list(html_with_maths(Token("html_block", "", 0, content=html, meta={"place": place})))
    if len(tokens) == 1:
        return ()
    finish_equations(tokens, ProseState(place, macros=dict(macros)))
    return tuple(drop_empty_maths(tokens))


def first_title(cells: Iterable[ProseCell]) -> str | None:
    """Return the words of the first first-level heading, or None.

    Where there are several, one such as "1. Introduction" heads a section and not the article.
    """
    titles = _titles(cells)
    first = next(titles, None)
    if first and heads_a_section(first) and next(titles, None):
        return None
    return first


def _titles(cells: Iterable[ProseCell]) -> Iterator[str]:
    for cell in cells:
        place = Place(cell.file, cell.cell_id)
        if not _MAY_HAVE_TITLE.search(cell.source):
            continue
        state = ProseState(place)
        md, env = _parser(), new_env(state)
        tokens: list[Token] = []
        md.block.parse(in_our_spelling(_normalised(cell.source), state), md, env, tokens)
        tokens = _with_html_opened(tokens, md, env)
        for start in title_places(tokens):
            content = without_pictures(tokens[start + 1].content)
            if words := plain_text(parse_inline(content, place)).strip():
                yield " ".join(words.split())
