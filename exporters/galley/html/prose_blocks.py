"""How block tokens look: headings, callouts, figures, tables, code, footnotes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import escape

from markdown_it.token import Token

from galley.html.highlight import highlight_code
from galley.html.picture_words import picture_words
from galley.html.prose_inlines import footnote_call_id, inline_words
from galley.html.prose_renderer import ProseRenderer, Rule
from galley.html.rewrite import Attributes, scroll_box, start_tag
from galley.html.words import Words

_LANGUAGE = re.compile(r"\{?\s*\.?([\w+#-]+)")
_MEANINGS = ("pearl", "uncertain", "help")
"""Classes of an admonition that say what it is, with words of their own."""


def _heading_open(_renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    attributes: Attributes = {}
    if token.attrs.get("id"):
        attributes["id"] = str(token.attrs["id"])
    if token.meta.get("classes"):
        attributes["class"] = " ".join(token.meta["classes"])
    return start_tag(token.tag, attributes)


def _heading_close(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    """Close a heading after a link to itself, which says in words where it leads."""
    opening = tokens[index - 2] if index > 1 else Token("", "", 0)
    anchor = str(opening.attrs.get("id", "")) if opening.type == "heading_open" else ""
    link = ""
    if anchor:
        label = f"{renderer.context.words.section}: {inline_words(tokens[index - 1])}"
        attributes: Attributes = {
            "class": "heading-anchor",
            "href": f"#{anchor}",
            "aria-label": label,
        }
        link = renderer.keep(f" {start_tag('a', attributes)}#</a>")
    return f"{link}</{tokens[index].tag}>\n"


def _directive_open(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    kind, options = token.meta["kind"], token.meta["options"]
    is_fold = kind == "dropdown" or (kind == "callout" and "dropdown" in token.meta["classes"])
    tag = "details" if is_fold else _TAGS.get(kind, "div")
    name = _callout_name(token)
    attributes: Attributes = {"class": " ".join(_directive_classes(token, name))}
    if token.attrs.get("id"):
        attributes["id"] = str(token.attrs["id"])
    if is_fold and "open" in (*token.meta["classes"], *options):
        attributes["open"] = None
    label, label_id = _label(renderer, tokens, index, tag, name), _label_id(token)
    if tag == "aside" and kind == "callout":
        # A note and no landmark: those are the few places to jump to on a page.
        attributes.update({"role": "note", "aria-labelledby": label_id})
    renderer.closings.append(tag)
    return f"{start_tag(tag, attributes)}\n{label}"


_TAGS = {"callout": "aside", "aside": "aside", "quote": "blockquote"}


def _callout_name(token: Token) -> str:
    """Return what a callout is: its directive's name, or the meaning its class gives it."""
    meaning = next((name for name in _MEANINGS if name in token.meta["classes"]), "")
    name = str(token.meta["name"])
    is_plain = name in {"admonition", "dropdown", "toggle"} or name.startswith("version")
    return meaning or ("note" if is_plain else name)


def _directive_classes(token: Token, name: str) -> list[str]:
    kind = token.meta["kind"]
    own = {
        "callout": ["callout", f"callout--{name}"],
        "dropdown": ["callout", "callout--fold"],
        "titled": ["callout", "callout--plain"],
        "aside": ["side-note"],
        "quote": ["pull-quote"],
    }.get(kind, ["group"])
    given = [c for c in token.meta["classes"] if c not in {"dropdown", "open", *_MEANINGS}]
    return list(dict.fromkeys([*own, *given]))


def _label_id(token: Token) -> str:
    place = token.meta["place"]
    return "-".join(filter(None, ("callout", place.cell, str(place.line or ""))))


def _label(
    renderer: ProseRenderer, tokens: Sequence[Token], index: int, tag: str, name: str
) -> str:
    """Return the label of a directive without a title; one with a title writes it itself."""
    token = tokens[index]
    following = tokens[index + 1].type if index + 1 < len(tokens) else ""
    has_label = token.meta["kind"] in {"callout", "dropdown"}
    if following == "directive_title_open" or not has_label:
        return ""
    words = renderer.context.words.callout(name)
    opening, closing = _label_tags(tag, _label_id(token))
    return f"{opening}{escape(words, quote=False)}{closing}\n"


def _label_tags(tag: str, label_id: str) -> tuple[str, str]:
    if tag == "details":
        return "<summary>", "</summary>"
    return start_tag("p", {"class": "callout__label", "id": label_id}), "</p>"


def _directive_title_open(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    tag = renderer.closings[-1] if renderer.closings else "div"
    return _label_tags(tag, _label_id(tokens[index - 1]))[0]


def _directive_title_close(renderer: ProseRenderer, _tokens: Sequence[Token], _index: int) -> str:
    tag = renderer.closings[-1] if renderer.closings else "div"
    return _label_tags(tag, "")[1] + "\n"


def _directive_close(renderer: ProseRenderer, _tokens: Sequence[Token], _index: int) -> str:
    return f"</{renderer.closings.pop()}>\n" if renderer.closings else ""


def _figure_open(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    label = renderer.context.labels.get(token.meta.get("label", ""))
    own = "output-block" if token.meta["kind"] == "table" else "figure"
    attributes: Attributes = {"class": " ".join([own, *token.meta["classes"]])}
    if label:
        attributes["id"] = label.anchor
    return start_tag("figure", attributes) + "\n"


def _figcaption_open(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    number = _figure_number(renderer, tokens, index)
    if not number and _is_empty_caption(tokens, index):
        return ""
    return start_tag("figcaption", {"class": "figure__caption"}) + number


def _figcaption_close(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    is_empty = index > 0 and tokens[index - 1].type == "figcaption_open"
    if is_empty and not _figure_number(renderer, tokens, index - 1):
        return ""
    return "</figcaption>\n"


def _is_empty_caption(tokens: Sequence[Token], index: int) -> bool:
    return tokens[index + 1 : index + 2] == [] or tokens[index + 1].type == "figcaption_close"


def _figure_number(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    """Return ``Figure 2`` for the figure whose caption opens at `index`; it opens just before."""
    opening = tokens[index - 1] if index else None
    if opening is None or opening.type != "figure_open":
        return ""
    label = renderer.context.labels.get(opening.meta.get("label", ""))
    if label is None or not label.number:
        return ""
    words = _kind_word(renderer.context.words, str(opening.meta["kind"]))
    return f'<span class="figure__number">{escape(words)} {escape(label.number)}</span> '


def _kind_word(words: Words, kind: str) -> str:
    return words.table if kind == "table" else words.figure


def _table_open(renderer: ProseRenderer, _tokens: Sequence[Token], _index: int) -> str:
    return f"{scroll_box(renderer.context.words.scrolling_table)}\n<table>\n"


def _table_close(_renderer: ProseRenderer, _tokens: Sequence[Token], _index: int) -> str:
    return "</table>\n</div>\n"


def _cell_open(_renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    tag = _cell_tag(token, tokens[index + 1])
    attributes: Attributes = {}
    if tag == "th":
        attributes["scope"] = "col" if _is_in_head(tokens, index) else "row"
    align = str(token.attrs.get("style", "")).removeprefix("text-align:")
    if align in {"left", "center", "right"}:
        attributes["class"] = align
    return start_tag(tag, attributes)


def _cell_close(_renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    return f"</{_cell_tag(tokens[index], tokens[index - 1])}>\n"


def _cell_tag(cell: Token, inside: Token) -> str:
    """Return the cell's tag; one that says nothing, as in a corner, heads nothing either."""
    is_empty = inside.type == "inline" and not inside.content.strip()
    return "td" if is_empty else cell.tag


def _is_in_head(tokens: Sequence[Token], index: int) -> bool:
    for token in reversed(tokens[:index]):
        if token.type in {"thead_open", "tbody_open", "thead_close"}:
            return token.type == "thead_open"
    return False


def _fence(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    token = tokens[index]
    match = _LANGUAGE.match(token.info or "")
    box: Attributes = {
        "class": "code scroll",
        "role": "group",
        "aria-label": renderer.context.words.code,
        "tabindex": "0",
    }
    html = highlight_code(token.content, match[1] if match else "")
    return renderer.keep(f"{start_tag('div', box)}{html}</div>") + "\n"


def _list_item_open(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    """Write a task's box as a kept part: boxes are not allowed in raw HTML."""
    html = renderer.plain(tokens, index)
    item, box, rest = html.partition("<input ")
    if not box:
        return html
    words = renderer.context.words
    state = escape(words.task_done if " checked" in rest else words.task_open)
    return item + renderer.keep(f'{box}aria-label="{state}" {rest}')


def _target(_renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    anchor = tokens[index].meta.get("anchor", "")
    return f"{start_tag('div', {'class': 'target', 'id': anchor})}</div>\n" if anchor else ""


def _footnote_block_open(_renderer: ProseRenderer, _tokens: Sequence[Token], _index: int) -> str:
    return "<ol>\n"


def _footnote_block_close(_renderer: ProseRenderer, _tokens: Sequence[Token], _index: int) -> str:
    return "</ol>\n"


def _footnote_open(_renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    return start_tag("li", {"id": f"fn-{tokens[index].meta['id'] + 1}"})


def _footnote_close(_renderer: ProseRenderer, _tokens: Sequence[Token], _index: int) -> str:
    return "</li>\n"


def _footnote_anchor(renderer: ProseRenderer, tokens: Sequence[Token], index: int) -> str:
    attributes: Attributes = {
        "href": f"#{footnote_call_id(tokens[index].meta)}",
        "class": "footnote-backref",
        "role": "doc-backlink",
        "aria-label": renderer.context.words.back_to_text,
    }
    # The second character keeps phones from drawing the arrow as an emoji.
    return renderer.keep(f" {start_tag('a', attributes)}\u21a9\ufe0e</a>")


BLOCK_RULES: dict[str, Rule] = {
    "code_block": _fence,
    "directive_close": _directive_close,
    "directive_open": _directive_open,
    "directive_title_close": _directive_title_close,
    "directive_title_open": _directive_title_open,
    "fence": _fence,
    "figcaption_close": _figcaption_close,
    "figcaption_open": _figcaption_open,
    "figure_open": _figure_open,
    "footnote_anchor": _footnote_anchor,
    "footnote_block_close": _footnote_block_close,
    "footnote_block_open": _footnote_block_open,
    "footnote_close": _footnote_close,
    "footnote_open": _footnote_open,
    "heading_close": _heading_close,
    "heading_open": _heading_open,
    "list_item_open": _list_item_open,
    "picture_words": picture_words,
    "table_close": _table_close,
    "table_open": _table_open,
    "target": _target,
    "td_close": _cell_close,
    "td_open": _cell_open,
    "th_close": _cell_close,
    "th_open": _cell_open,
}
