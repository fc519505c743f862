"""The walk over tokens: which rule writes which token, and what the rules may ask."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Mapping, Sequence

from markdown_it.presets import commonmark
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict

from galley.article.markdown import plain_text
from galley.content_files import is_machine_path
from galley.html.prose_context import ProseContext
from galley.html.rewrite import Attributes, absent_image, image_tag, local_source, start_tag
from galley.html.safety import with_whole_tags
from galley.html.strangers import OWN_MARK

_START = re.compile(r"<([a-z][a-z0-9]*)(?=[\s>])")
_WHOLE = re.compile(r"</?[A-Za-z][^\s<>\"'=`]*\s*/?>")
Rule = Callable[["ProseRenderer", Sequence[Token], int], str]


class ProseRenderer:
    """Writes one piece of prose.

    Parameters
    ----------
    rules
        Token type → rule; other tokens are written as markdown-it would.
    is_raw
        The piece holds raw HTML and will be cleaned: pictures and links are written as the author
        gave them, and finished parts are kept aside (see `keep`).
    """

    def __init__(
        self,
        context: ProseContext,
        rules: Mapping[str, Rule],
        *,
        is_raw: bool = False,
        key: str = "",
    ) -> None:
        self.context = context
        self.is_raw = is_raw
        self.closings: list[str] = []
        self.link_depth = 0
        self._prose_rules = rules
        self._usual = RendererHTML()
        self._options = OptionsDict({**commonmark.make()["options"], "xhtmlOut": False})
        self.own_key = hashlib.sha256(key.encode()).hexdigest()[:20]
        self._kept: list[str] = []
        self._raws: list[str] = []

    def render_all(self, tokens: Sequence[Token]) -> str:
        """Return the HTML of block or inline tokens."""
        return "".join(self._render_one(tokens, index) for index in range(len(tokens)))

    def _render_one(self, tokens: Sequence[Token], index: int) -> str:
        token = tokens[index]
        if token.type == "inline":
            return self.render_all(token.children or ())
        rule = self._prose_rules.get(token.type)
        if rule:
            return rule(self, tokens, index)
        return self.plain(tokens, index)

    def plain(self, tokens: Sequence[Token], index: int) -> str:
        """Write a token as markdown-it would."""
        write = self._usual.rules.get(tokens[index].type, self._usual.renderToken)
        html: str = write(tokens, index, self._options, {})
        return html

    def keep(self, html: str) -> str:
        """Put a finished part aside while the rest is cleaned; return what stands for it.

        The mark holds a digest of the whole piece, which no author can write into that piece.
        """
        if not self.is_raw:
            return html
        self._kept.append(html)
        return f"\ue000{self.own_key}.{len(self._kept) - 1}\ue001"

    def raw(self, html: str) -> str:
        """Take HTML of the author's; return what stands for it until all is to be cleaned."""
        if not self.is_raw:
            return html
        self._raws.append(html if _WHOLE.fullmatch(html) else with_whole_tags(html))
        return f"\ue000{self.own_key}.raw.{len(self._raws) - 1}\ue001"

    def render_for_cleaning(self, tokens: Sequence[Token]) -> str:
        """Return a piece with the author's HTML in it; all other elements bear the piece's key."""
        own = _START.sub(rf'<\1 {OWN_MARK}="{self.own_key}"', self.render_all(tokens))
        mark = f"\ue000{self.own_key}\\.raw\\.(\\d+)\ue001"
        return re.sub(mark, lambda match: self._raws[int(match[1])], own)

    def restore(self, html: str) -> str:
        """Put the parts back."""
        # What an author wrote as words in a browser's eyes (``<xmp>``) may show how we wrote it.
        html = html.replace(f' {OWN_MARK}="{self.own_key}"', "")
        return re.sub(
            f"\ue000{self.own_key}\\.(\\d+)\ue001", lambda match: self._kept[int(match[1])], html
        )

    def image(self, token: Token) -> str:
        """Write a picture."""
        alt = plain_text(token.children or ()) or token.content
        attributes: Attributes = {k: str(v) for k, v in token.attrs.items()}
        attributes["alt"] = attributes.get("alt") or alt
        src = str(token.attrs.get("src", ""))
        if self.is_raw:
            return start_tag("img", attributes)
        place = token.meta.get("place")
        found = self.context.image(local_source(src), (place and place.cell) or "") if src else None
        if found is None:
            return absent_image(src, attributes["alt"] or "", is_in_link=self.link_depth > 0)
        return image_tag(found, attributes)

    def link(self, href: str) -> str:
        """Return where a link leads on the page."""
        if is_machine_path(href):
            return ""
        return href if self.is_raw else self.context.link(href)
