"""Images that stand alone and have a label become figures with a number and a caption."""

from __future__ import annotations

import re
from collections.abc import Sequence

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from galley.article.markdown.anchors import add_label
from galley.article.markdown.state import ProseState

_NAME_SIGN = r"(?:[^()<>\n\[\]\"]|\([^()<>\n\[\]\"]{0,100}\))"
_PICTURE = r"(?:png|jpe?g|gif|svg|webp|tiff?|bmp)"
_SIZED = re.compile(
    r"!\[(?P<alt>[^\[\]\n]*)\]\("
    r"(?:(?P<src>[^()\s]+)(?:[ ]+\"(?P<title>[^\"\n]*)\")?[ ]+=(?P<width>\d+%?)?x(?P<height>\d+%?)?"
    # Names with spaces, which other tools ask to be put in angle brackets.
    rf"|(?P<spaced>(?![<\s]){_NAME_SIGN}{{1,200}}[ ]{_NAME_SIGN}{{1,200}}?\.{_PICTURE}))[ ]*\)",
    re.IGNORECASE,
)


def figures_plugin(md: MarkdownIt) -> None:
    """Add the rule for ``![alt](src =400x300)``."""
    md.inline.ruler.before("image", "sized_image", sized_image_rule)


def sized_image_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Parse an image with its size behind the address."""
    if state.src[state.pos] != "!":
        return False
    match = _SIZED.match(state.src, state.pos, state.posMax)
    src = state.md.normalizeLink(match["src"] or match["spaced"]) if match else ""
    if match is None or not state.md.validateLink(src):
        return False
    if not silent:
        token = state.push("image", "img", 0)
        token.attrs, token.content = {"src": src, "alt": ""}, match["alt"]
        token.children = [Token("text", "", 0, content=match["alt"])] if match["alt"] else []
        for key in ("width", "height", "title"):
            if match[key]:
                token.attrSet(key, match[key])
    state.pos = match.end()
    return True


def caption_first(body: Sequence[Token]) -> list[Token]:
    """Return the blocks of a figure with their last paragraph in front, as its caption."""
    closing = len(body) - 3
    is_caption = (
        closing > 0
        and body[-3].type == "paragraph_open"
        and body[-3].level == body[0].level
        and not body[-2].content.startswith("![")
    )
    if not is_caption:
        return list(body)
    return [
        Token("figcaption_open", "figcaption", 1, block=True),
        body[-2],
        Token("figcaption_close", "figcaption", -1, block=True),
        *body[:-3],
    ]


def lone_images_to_figures(tokens: Sequence[Token]) -> list[Token]:
    """Rewrite a paragraph that is one image, where a label stands before or behind it."""
    result: list[Token] = []
    index = 0
    while index < len(tokens):
        image = _lone_image(tokens, index)
        is_labelled = image and (
            image.meta.get("anchor") or (result and result[-1].type == "target")
        )
        is_in_figure = result and result[-1].type in {"figure_open", "figcaption_close"}
        if image is not None and is_in_figure:
            result.append(image)
            index += 3
        elif image is not None and is_labelled:
            result += _figure(image)
            index += 3
        else:
            result.append(tokens[index])
            index += 1
    return result


def _lone_image(tokens: Sequence[Token], index: int) -> Token | None:
    if tokens[index].type != "paragraph_open":
        return None
    children = tokens[index + 1].children or []
    return children[0] if len(children) == 1 and children[0].type == "image" else None


def _figure(image: Token) -> list[Token]:
    """Return a figure whose caption is the image's title, else its alternative text."""
    anchor = image.meta.pop("anchor", "")
    title = str(image.attrs.pop("title", ""))
    caption = [Token("text", "", 0, content=title)] if title else list(image.children or ())
    opening = Token("figure_open", "figure", 1, block=True)
    opening.meta = {
        "kind": "figure",
        "labels": [anchor] if anchor else [],
        "classes": (),
        "place": image.meta.get("place"),
    }
    inline = Token("inline", "", 0, children=caption, block=True)
    return [
        opening,
        Token("figcaption_open", "figcaption", 1, block=True),
        inline,
        Token("figcaption_close", "figcaption", -1, block=True),
        image,
        Token("figure_close", "figure", -1, block=True),
    ]


def finish_figures(tokens: Sequence[Token], state: ProseState) -> None:
    """Register figures and tables; those without a label get one, so that they can be numbered."""
    count = 0
    for index, token in enumerate(tokens):
        if token.type != "figure_open":
            continue
        kind, place = token.meta["kind"], token.meta["place"]
        names = [n for n in token.meta["labels"] if add_label(state, n, kind, place)]
        if not names and _has_caption(tokens, index):
            count += 1
            names = [f"{kind}-in-text-{count}"]
            add_label(state, names[0], kind, place)
        token.meta.update(labels=names, label=names[0] if names else "")


def _has_caption(tokens: Sequence[Token], index: int) -> bool:
    for token, following in zip(tokens[index + 1 :], tokens[index + 2 :], strict=False):
        if token.type in {"figure_close", "figure_open"}:
            return False
        if token.type == "figcaption_open":
            return following.type != "figcaption_close"
    return False
