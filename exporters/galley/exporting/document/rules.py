"""How tokens are written for a document: plain HTML that pandoc reads without loss.

What pandoc's reader of HTML has no word for stands as an element of a class that `tree` knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from markdown_it.token import Token
from markupsafe import Markup

from galley.article.markdown.picture_words import PictureWords
from galley.html.context import EvidenceContext
from galley.html.evidence_line import evidence_line
from galley.html.prose import RULES
from galley.html.prose_renderer import ProseRenderer, Rule
from galley.html.rewrite import start_tag
from galley_figures.credits import credit_sentences

_MEANINGS = ("pearl", "uncertain", "help")


def _heading_close(_renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    return f"</{tokens[index].tag}>\n"


# ------------------------------------------------------------------ callouts


def _directive_open(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    name = _name(token)
    classes = {
        "callout": f"callout callout--{name}",
        "dropdown": "callout callout--fold",
        "titled": "callout callout--plain",
        "aside": "side-note",
        "quote": "pull-quote",
    }.get(token.meta["kind"], "group")
    attributes: dict[str, str | None] = {"class": classes}
    if token.attrs.get("id"):
        attributes["id"] = str(token.attrs["id"])
    renderer.closings.append("div")
    return f"{start_tag('div', attributes)}\n{_label(renderer, tokens, index, name)}"


def _name(token: Token) -> str:
    name = str(token.meta["name"])
    meaning = next((name for name in _MEANINGS if name in token.meta["classes"]), "")
    is_plain = name in {"admonition", "dropdown", "toggle"} or name.startswith("version")
    return meaning or ("note" if is_plain else name)


def _label(renderer: ProseRenderer, tokens: Sequence[Token], index: int, name: str) -> str:
    following = tokens[index + 1].type if index + 1 < len(tokens) else ""
    if following == "directive_title_open" or tokens[index].meta["kind"] not in {
        "callout",
        "dropdown",
    }:
        return ""
    words = escape(renderer.context.words.callout(name), quote=False)
    return f'<div class="callout-label"><p>{words}</p></div>\n'


def _title_open(_renderer: ProseRenderer, _tokens: Sequence[Token], _index: int) -> str:
    return '<div class="callout-label"><p>'


def _title_close(_renderer: ProseRenderer, _tokens: Sequence[Token], _index: int) -> str:
    return "</p></div>\n"


# ------------------------------------------------------------------ figures, tables, code


def _figure_open(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    label = renderer.context.labels.get(token.meta.get("label", ""))
    is_table = token.meta["kind"] == "table"
    renderer.closings.append("div" if is_table else "figure")
    attributes: dict[str, str | None] = {"class": "table-block"} if is_table else {}
    if label:
        attributes["id"] = label.anchor
    return start_tag(renderer.closings[-1], attributes) + "\n"


def _figure_close(renderer: ProseRenderer, _tokens: Sequence[Token], _index: int) -> str:
    return f"</{renderer.closings.pop()}>\n" if renderer.closings else ""


def _caption_open(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    opening = tokens[index - 1] if index else None
    is_table = bool(renderer.closings) and renderer.closings[-1] == "div"
    number = _number(renderer, opening) if opening and opening.type == "figure_open" else ""
    return ('<div class="table-caption">' if is_table else "<figcaption>") + number


def _caption_close(renderer: ProseRenderer, _tokens: Sequence[Token], _index: int) -> str:
    is_table = bool(renderer.closings) and renderer.closings[-1] == "div"
    return "</div>\n" if is_table else "</figcaption>\n"


def _number(renderer: ProseRenderer, opening: Token) -> str:
    label = renderer.context.labels.get(opening.meta.get("label", ""))
    if label is None or not label.number:
        return ""
    words = renderer.context.words
    return numbered(words.table if opening.meta["kind"] == "table" else words.figure, label.number)


def numbered(word: str, number: str) -> str:
    """Return ``Figure 2`` before a caption."""
    return f"<strong>{escape(word)}\u00a0{escape(number)}</strong> " if number else ""


def _picture_words(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    said: PictureWords = token.meta["words"]
    return "".join(_said(renderer, said, renderer.render_all(token.children or ())))


def _said(renderer: ProseRenderer, said: PictureWords, sources: str) -> Iterator[str]:
    words = renderer.context.words
    kind = said.evidence.kind if said.evidence else None
    line = evidence_line(
        EvidenceContext(
            kind,
            Markup(sources),  # noqa: S704 - citations, written by the renderer
            said.evidence.note if said.evidence else "",
            is_picture=True,
            credits=credit_sentences(
                credit=said.credit, consent=said.consent, evidence_kind=kind, lang=words.lang
            ),
        ),
        words,
    )
    if line:
        yield f'<div class="evidence"><p>{line}</p></div>\n'
    if said.description:
        text = f"<p>{escape(said.description, quote=False)}</p>"
        yield f'<div class="figure-details"><div class="description">{text}</div></div>\n'


def _image(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    return renderer.image(tokens[index])


def _table_open(_renderer: ProseRenderer, _tokens: Sequence[Token], _index: int) -> str:
    return "<table>\n"


def _table_close(_renderer: ProseRenderer, _tokens: Sequence[Token], _index: int) -> str:
    return "</table>\n"


def _fence(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    return renderer.keep(code_block(tokens[index].content, tokens[index].info or "")) + "\n"


def code_block(text: str, info: str = "") -> str:
    """Return code as it stands; its language is the first word of `info`."""
    language = info.strip("{} .").partition(" ")[0]
    return f"{start_tag('pre', {'class': language or 'text'})}<code>{escape(text)}</code></pre>"


def _list_item_open(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    """Write a task's box as a sign: paper has nothing to tick."""
    item, box, rest = renderer.plain(tokens, index).partition("<input ")
    if not box:
        return item
    return f"{item}{'☑' if ' checked' in rest else '☐'} "


# ------------------------------------------------------------------ notes and formulas


def _footnote_ref(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    number = tokens[index].meta["id"] + 1
    return renderer.keep(f'<span class="galley-note">{number}</span>')


def _nothing(_renderer: ProseRenderer, _tokens: Sequence[Token], _index: int) -> str:
    return ""


def _math_block(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    return renderer.keep(
        f'<div class="equation"><p>{_formula(renderer, token)}</p>{_numbers(renderer, token)}</div>'
    )


def _math_inline(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    numbers = _numbers(renderer, token) if token.meta.get("display") else ""
    return renderer.keep(_formula(renderer, token) + numbers)


def _formula(renderer: ProseRenderer, token: Token) -> str:
    """Write what stands for a formula: `make_document` gives each such mark as its "MathML"."""
    formulas = renderer.context.formulas
    is_display = bool(token.meta.get("display"))
    mark = formulas.get((token.content, is_display)) or formulas.get(
        (token.content, not is_display)
    )
    return mark or f"<code>{escape(token.content, quote=False)}</code>"


def _numbers(renderer: ProseRenderer, token: Token) -> str:
    found = [renderer.context.labels.get(name) for name in token.meta.get("labels", ())]
    labels = [label for label in found if label]
    if not labels and token.meta.get("tag"):
        return _equation_number(str(token.meta["tag"]), "")
    return "".join(_equation_number(label.number, label.anchor) for label in labels)


def _equation_number(number: str, anchor: str) -> str:
    attributes: dict[str, str | None] = {"class": "equation-number"}
    if anchor:
        attributes["id"] = anchor
    text = f" ({escape(number, quote=False)})" if number else ""
    return f"{start_tag('span', attributes)}{text}</span>"


DOCUMENT_RULES: dict[str, Rule] = {
    **RULES,
    "code_block": _fence,
    "directive_open": _directive_open,
    "directive_title_close": _title_close,
    "directive_title_open": _title_open,
    "fence": _fence,
    "figcaption_close": _caption_close,
    "figcaption_open": _caption_open,
    "figure_close": _figure_close,
    "figure_open": _figure_open,
    "footnote_anchor": _nothing,
    "footnote_ref": _footnote_ref,
    "heading_close": _heading_close,
    "image": _image,
    "list_item_open": _list_item_open,
    "math_block": _math_block,
    "math_inline": _math_inline,
    "picture_words": _picture_words,
    "table_close": _table_close,
    "table_open": _table_open,
}
