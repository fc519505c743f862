"""``[words](My notebook.ipynb)``: addresses with spaces, which notebooks once understood."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt
from markdown_it.helpers import parseLinkLabel
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from galley.article.markdown.state import inline_place

# An address and no remark in brackets: of another host, or a file with its kind behind a dot.
_ADDRESS = re.compile(
    r"\([ ]*(?P<address>(?:https?://)?[^()<>\n\"'`|]*[^\s()<>\"'`|](?:\([^()<>\n\"'`|]*\)[^()<>\n\"'`|]*)?)"
    r"(?P<title>[ ]+\"[^\"\n]*\")?[ ]*\)"
)
_IS_ADDRESS = re.compile(r"https?://\S|.*\.[A-Za-z]\w{1,5}(?:[?#].*)?$")


def spaced_links_plugin(md: MarkdownIt) -> None:
    """Add the rules for links and for pictures, before those that take no space."""
    md.inline.ruler.before("link", "spaced_link", spaced_link_rule)
    md.inline.ruler.before("image", "spaced_image", spaced_image_rule)


def spaced_link_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Parse a link whose address has spaces."""
    if state.src[state.pos] != "[" or state.src.find("](", state.pos, state.posMax) < 0:
        return False
    found = _find(state, state.pos)
    if found is None:
        return False
    label_end, address, title, end = found
    if not silent:
        start, maximum = state.pos + 1, state.posMax
        opening = state.push("link_open", "a", 1)
        opening.attrs = {"href": address}
        _set_title(opening, title)
        opening.meta = {"place": inline_place(state)}
        state.linkLevel += 1
        state.pos, state.posMax = start, label_end
        state.md.inline.tokenize(state)
        state.posMax = maximum
        state.linkLevel -= 1
        state.push("link_close", "a", -1)
    state.pos = end
    return True


def spaced_image_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Parse a picture whose address has spaces."""
    if not state.src.startswith("![", state.pos):
        return False
    found = _find(state, state.pos + 1)
    if found is None:
        return False
    label_end, address, title, end = found
    if not silent:
        alt = state.src[state.pos + 2 : label_end]
        token = state.push("image", "img", 0)
        token.attrs = {"src": address, "alt": ""}
        _set_title(token, title)
        token.content = alt
        token.children = [Token("text", "", 0, content=alt)] if alt else []
    state.pos = end
    return True


def _set_title(token: Token, title: str) -> None:
    if title:
        token.attrSet("title", title)


def _find(state: StateInline, position: int) -> tuple[int, str, str, int] | None:
    """Return where the words end, the address, its title and where all ends."""
    label_end = parseLinkLabel(state, position)
    if label_end < 0:
        return None
    match = _ADDRESS.match(state.src, label_end + 1, state.posMax)
    written = match["address"].strip() if match else ""
    if match is None or " " not in written or not _IS_ADDRESS.match(written):
        return None
    if re.search(r"\s=\d*x\d*$", written):
        return None
    address = state.md.normalizeLink(re.sub(r"\s", "%20", written))
    title = (match["title"] or "").strip().strip('"')
    return label_end, address, title, match.end()
