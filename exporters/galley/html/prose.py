"""Article tokens → HTML. Rules for blocks and for inlines lie in modules of their own.

Where an author wrote raw HTML, everything of that piece passes the allow-list of
`galley.html.safety` together, so that an element may open in one token and close in another, and
nothing that an author left open reaches the rest of the page. What we made ourselves and the
allow-list would not know (MathML, highlighted code) is kept aside meanwhile.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markdown_it.token import Token

from galley.article.markdown import walk
from galley.html.loose_words import in_paragraphs
from galley.html.prose_blocks import BLOCK_RULES
from galley.html.prose_context import ImageHtml, ProseContext
from galley.html.prose_inlines import INLINE_RULES
from galley.html.prose_renderer import ProseRenderer, Rule
from galley.html.safety import clean_html

__all__ = ["RULES", "ImageHtml", "ProseContext", "render_inline", "render_tokens"]

RULES: Mapping[str, Rule] = {**BLOCK_RULES, **INLINE_RULES}
"""Token type → how a page shows it."""
_RAW = frozenset({"html_block", "html_inline"})


def render_tokens(
    tokens: Sequence[Token], context: ProseContext, rules: Mapping[str, Rule] = RULES
) -> str:
    """Return the HTML of block tokens: one cell, or the footnotes (an ``<ol>``).

    Parameters
    ----------
    rules
        How tokens are written, where that is not for a page.
    """
    if not any(token.type in _RAW for token in walk(tokens)):
        return ProseRenderer(context, rules).render_all(tokens)
    return _render_with_raw_html(tokens, context, rules)


def render_inline(tokens: Sequence[Token], context: ProseContext) -> str:
    """Return the HTML of inline tokens: a caption, a key point."""
    return render_tokens(tokens, context)


def _render_with_raw_html(
    tokens: Sequence[Token], context: ProseContext, rules: Mapping[str, Rule]
) -> str:
    # All that an author can write, so that no part of it can hold the key that is made of it.
    everything = "\n".join(f"{t.content} {t.info} {t.attrs} {t.meta}" for t in walk(tokens))
    renderer = ProseRenderer(context, rules, is_raw=True, key=everything)
    cell = _cell_id(tokens)
    clean = context.own.let_through if context.own else clean_html
    cleaned = clean(
        renderer.render_for_cleaning(tokens),
        image=lambda src: context.image(src, cell),
        link=context.link,
        words=context.words,
        wraps_tables=True,
        own_key=renderer.own_key,
    )
    return in_paragraphs(renderer.restore(cleaned))


def _cell_id(tokens: Sequence[Token]) -> str:
    places = (token.meta.get("place") for token in walk(tokens))
    return next((place.cell for place in places if place and place.cell), "")
