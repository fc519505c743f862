"""How inline tokens look: citations, references, formulas, pictures, roles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from markdown_it.token import Token

from galley.article.directions import without_directions
from galley.article.markdown import plain_text
from galley.article.model import Label
from galley.html.picture_words import marked_drawing
from galley.html.prose_renderer import ProseRenderer, Rule
from galley.html.rewrite import Attributes, start_tag

_DISPLAY = '<math display="block"'
_MATHS_SIGN = re.compile(r"<m(?:[ion]|text)\b")
# So many fit the width of a phone.
_WIDE_SIGNS = 20


def _citation(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    cluster = token.meta["cluster"]
    html = renderer.context.citations.get(cluster)
    name = "citation" if html else "citation citation--unknown"
    keys = "; ".join(citation.key for citation in cluster.citations)
    opening = start_tag("span", {"class": name, "id": token.meta["id"]})
    return renderer.keep(f"{opening}{html or escape(f'({keys})', quote=False)}</span>")


def _cross_reference(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    label = renderer.context.labels.get(token.meta["target"])
    words = renderer.render_all(token.children or ())
    if label is None:
        missing = words or escape(token.meta["target"], quote=False)
        return f'<span class="reference-unknown">{missing}</span>'
    if "%s" in words:
        words = words.replace("%s", escape(label.number, quote=False))
    text = words or escape(_label_text(renderer, label, token.meta.get("role", "")), quote=False)
    return f"{start_tag('a', {'href': f'#{label.anchor}'})}{text}</a>"


def _label_text(renderer: ProseRenderer, label: Label, role: str) -> str:
    """Return what a reference shows where the author gave no words: ``Figure 2``, ``(3)``."""
    words = renderer.context.words
    is_number = role == "number" or (role == "ref" and label.kind == "equation")
    if is_number and label.number:
        return label.number
    match label.kind:
        case "equation":
            return f"({label.number})" if label.number else words.equation
        case "figure":
            return _with_number(words.figure, label.number)
        case "table":
            return _with_number(words.table, label.number)
        case _:
            return label.text or label.name


def _with_number(word: str, number: str) -> str:
    """Join ``Figure`` and ``2`` so that no line breaks between them."""
    return f"{word}\u00a0{number}" if number else word


def _math_inline(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    html = formula(renderer, token)
    if not token.meta.get("display"):
        return html
    return f'<span class="equation">{html}{_equation_numbers(renderer, token)}</span>'


def formula(renderer: ProseRenderer, token: Token) -> str:
    """Return the MathML of a formula, or its TeX where there is none."""
    formulas = renderer.context.formulas
    is_display = bool(token.meta.get("display"))
    mathml = formulas.get((token.content, is_display)) or formulas.get(
        (token.content, not is_display)
    )
    source = escape(token.content, quote=False)
    shown = _reached_by_keys(mathml) if mathml else f'<code class="math-failed">{source}</code>'
    return renderer.keep(shown)


def _reached_by_keys(mathml: str) -> str:
    """Let the keyboard reach a display that may be wider than a phone, and so scrolls."""
    is_wide = len(_MATHS_SIGN.findall(mathml)) >= _WIDE_SIGNS
    return mathml.replace(_DISPLAY, f'{_DISPLAY} tabindex="0"', 1) if is_wide else mathml


def _equation_numbers(renderer: ProseRenderer, token: Token) -> str:
    """Return the numbers at a formula's end; those of its rows under each other."""
    numbers = _equation_labels(renderer, token)
    joined = "".join(numbers)
    return f'<span class="equation__rows">{joined}</span>' if len(numbers) > 1 else joined


def _equation_labels(renderer: ProseRenderer, token: Token) -> list[str]:
    """Return the numbers of an equation, each with the id that references lead to."""
    found = [renderer.context.labels.get(name) for name in token.meta.get("labels", ())]
    labels = [label for label in found if label]
    if not labels and token.meta.get("tag"):
        return [_equation_number(token.meta["tag"], "")]
    return [_equation_number(label.number, label.anchor) for label in labels]


def _equation_number(number: str, anchor: str) -> str:
    attributes: Attributes = {"class": "equation__number"}
    if anchor:
        attributes["id"] = anchor
    text = f"({escape(number, quote=False)})" if number else ""
    return f"{start_tag('span', attributes)}{text}</span>"


def _math_block(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    numbers = _equation_numbers(renderer, token)
    return f'<div class="equation">{formula(renderer, token)}{numbers}</div>\n'


def _image(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    html = renderer.image(tokens[index])
    is_drawing = index > 0 and tokens[index - 1].type in {"figcaption_close", "figure_open"}
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return marked_drawing(renderer, following, html) if is_drawing else html


def _link_open(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    renderer.link_depth += 1
    attributes: Attributes = {name: str(value) for name, value in tokens[index].attrs.items()}
    attributes["href"] = renderer.link(attributes.get("href") or "")
    if not attributes["href"]:
        # An empty address would lead to the page itself.
        del attributes["href"]
    elif _says_its_address(tokens, index):
        attributes["class"] = " ".join(filter(None, (attributes.get("class"), "is-address")))
    return start_tag("a", attributes)


def _says_its_address(tokens: Sequence[Token], index: int) -> bool:
    """Tell whether a link's text is where it leads; on paper that is written beside all others."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None or following.type != "text":
        return False
    bare = re.sub(r"^https?://(?:www\.)?|/$", "", str(tokens[index].attrs.get("href", "")))
    return bare == re.sub(r"^https?://(?:www\.)?|/$", "", following.content.strip())


def _link_close(renderer: ProseRenderer, _tokens: Sequence[Token], _index: int) -> str:
    renderer.link_depth -= 1
    return "</a>"


def _role(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    attributes: Attributes = {name: str(value) for name, value in token.attrs.items()}
    inner = renderer.render_all(token.children or ())
    return f"{start_tag(token.tag, attributes)}{inner}</{token.tag}>"


def _footnote_ref(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    meta = tokens[index].meta
    number = meta["id"] + 1
    link = start_tag(
        "a", {"href": f"#fn-{number}", "id": footnote_call_id(meta), "role": "doc-noteref"}
    )
    return renderer.keep(f'<sup class="footnote-ref">{link}{number}</a></sup>')


def footnote_call_id(meta: dict[str, int]) -> str:
    """Return the id of the place that calls a footnote; the first call has no number behind."""
    again = meta.get("subId", 0)
    return f"fnref-{meta['id'] + 1}" + (f"-{again + 1}" if again else "")


def _raw(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    return renderer.raw(tokens[index].content)


def _text(_renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    return escape(tokens[index].content, quote=False)


def _code(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    attributes: Attributes = {name: str(value) for name, value in token.attrs.items()}
    code = escape(without_directions(token.content), quote=False)
    return renderer.keep(f"{start_tag('code', attributes)}{code}</code>")


def inline_words(token: Token) -> str:
    """Return the words of an inline token."""
    return plain_text(token.children or ()).strip()


INLINE_RULES: dict[str, Rule] = {
    "citation": _citation,
    "code_inline": _code,
    "cross_reference": _cross_reference,
    "footnote_ref": _footnote_ref,
    "html_block": _raw,
    "html_inline": _raw,
    "image": _image,
    "link_close": _link_close,
    "link_open": _link_open,
    "math_block": _math_block,
    "math_inline": _math_inline,
    "role": _role,
    "text": _text,
}
