"""How the words of a picture look that a figure directive shows."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from markdown_it.token import Token
from markupsafe import Markup

from galley.article.markdown.picture_words import PictureWords
from galley.article.model import EvidenceClass
from galley.html.context import EvidenceContext
from galley.html.evidence_line import evidence_line
from galley.html.prose_renderer import ProseRenderer
from galley_figures.credits import credit_sentences


def picture_words(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    """Write the evidence line and, where there is one, the description."""
    token = tokens[index]
    said: PictureWords = token.meta["words"]
    sources = renderer.render_all(token.children or ())
    evidence = _evidence(said, sources, renderer.context.words.lang)
    line = evidence_line(evidence, renderer.context.words)
    html = f'<p class="{_line_class(said)}">{line}</p>' if line else ""
    return "\n".join(filter(None, (html, _details(said, renderer)))) + "\n"


def marked_drawing(renderer: ProseRenderer, following: Token | None, image: str) -> str:
    """Write a picture in its box, with the mark of one that is drawn or made up."""
    kind = _kind(following)
    if kind not in {"schematic", "synthetic"}:
        return f'<div class="figure__drawing">{image}</div>\n'
    word = escape(renderer.context.words.mark(kind))
    mark = f'<p class="figure__mark" data-mark="{word}" aria-hidden="true">{word}</p>'
    box = f"figure__drawing figure__drawing--{kind}"
    return f'<div class="{box}">{renderer.keep(mark)}{image}</div>\n'


def _kind(following: Token | None) -> EvidenceClass | None:
    if following is None or following.type != "picture_words":
        return None
    said: PictureWords = following.meta["words"]
    return said.evidence.kind if said.evidence else None


def _evidence(said: PictureWords, sources: str, lang: str) -> EvidenceContext:
    kind = said.evidence.kind if said.evidence else None
    return EvidenceContext(
        kind,
        Markup(sources),  # noqa: S704 - citations, written by the renderer
        said.evidence.note if said.evidence else "",
        is_picture=True,
        credits=credit_sentences(
            credit=said.credit, consent=said.consent, evidence_kind=kind, lang=lang
        ),
    )


def _line_class(said: PictureWords) -> str:
    kind = f" figure__evidence--{said.evidence.kind}" if said.evidence else ""
    return f"figure__evidence{kind}"


def _details(said: PictureWords, renderer: ProseRenderer) -> str:
    if not said.description:
        return ""
    summary = escape(renderer.context.words.figure_details, quote=False)
    return (
        f'<details class="figure__details"><summary>{summary}</summary>'
        f"<p>{escape(said.description, quote=False)}</p></details>"
    )
