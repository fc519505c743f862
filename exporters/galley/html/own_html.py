"""An author's own HTML and scripts, let through where ``site.toml`` trusts the article.

nh3 still puts it in order, so that nothing left open reaches the rest of the page, and pictures and
links are led to the page's own. What is no running text (scripts, styles, drawings) is held back
behind a mark until the page is printed, so that nothing on the way there changes a byte of it: its
digest stands in the policy. Lists, feeds, the search and documents never see any of it; they take
the article as if it were not trusted.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import nh3

from galley.html.embeds import replace_embeds
from galley.html.own_vocabulary import OWN_ATTRIBUTES, OWN_SCHEMES, OWN_TAGS
from galley.html.prose_context import ImageHtml
from galley.html.rewrite import VOID, Attributes, Rewriter, is_remote, start_tag
from galley.html.words import Words, words_for

_HELD = frozenset({"script", "style", "svg", "math"})
_RAW_TEXT = frozenset({"script", "style"})
_TAG = re.compile(r"<(?P<end>/?)(?P<name>[A-Za-z][\w-]*)(?P<rest>(?:\"[^\"]*\"|[^<>\"])*)>")
_SOURCE = re.compile(r' src="([^"]*)"')
_MARK = re.compile("\ue000own\\.([0-9a-f]{20})\ue001")
_FILES = frozenset({"audio", "source", "track", "video"})

ReadText = Callable[[str], str | None]
"""An address as the author wrote it → the text of the file beside the notebook, None for none."""


@dataclass
class OwnHtml:
    """Lets the HTML of one article through, and keeps what is not to be touched on its way.

    Attributes
    ----------
    read
        Reads a script or a page beside the notebook, which then stands inside this page.
    held
        Digest → what stands on the page in place of the mark.
    """

    read: ReadText
    held: dict[str, str] = field(default_factory=dict)

    def let_through(
        self,
        html: str,
        *,
        image: Callable[[str], ImageHtml | None] | None = None,
        link: Callable[[str], str] | None = None,
        words: Words | None = None,
        wraps_tables: bool = False,
        own_key: str = "",
    ) -> str:
        """Return HTML as its author wrote it, in order; parameters are those of `clean_html`."""
        ordered = nh3.clean(
            _remote_embeds_to_links(html, words or words_for("en")),
            tags=set(OWN_TAGS),
            clean_content_tags=set(),
            attributes={"*": set(OWN_ATTRIBUTES)},
            generic_attribute_prefixes={"aria-", "data-", "on"},
            url_schemes=set(OWN_SCHEMES),
            link_rel=None,
        )
        rewriter = _OwnRewriter(
            image=image or (lambda src: ImageHtml(src) if src.startswith("data:") else None),
            link=link or (lambda href: href),
            words=words or words_for("en"),
            wraps_tables=wraps_tables,
            own_key=own_key,
            own=self,
        )
        return rewriter.rewrite("".join(self._held_back(ordered)))

    def restore(self, page: str) -> str:
        """Put what was held back in its place on the printed page."""
        return _MARK.sub(lambda mark: self.held.get(mark[1], ""), page)

    def hold(self, html: str) -> str:
        """Hold a finished piece back; return the mark that stands for it."""
        digest = hashlib.sha256(html.encode()).hexdigest()[:20]
        self.held[digest] = html
        return f"\ue000own.{digest}\ue001"

    def _held_back(self, html: str) -> Iterator[str]:
        """Yield ordered HTML with a mark in place of each script, style and drawing."""
        done = 0
        while (start := _next_held(html, done)) is not None:
            end = _end_of(html, start)
            yield html[done : start.start()]
            yield self._marked(start, html[start.start() : end])
            done = end
        yield html[done:]

    def _marked(self, start: re.Match[str], whole: str) -> str:
        source = _SOURCE.search(start["rest"]) if start["name"] == "script" else None
        if source is None:
            return self.hold(_with_one_end(start, whole))
        text = None if is_remote(source[1]) else self.read(source[1])
        if text is None:
            # The policy would stop it; that is told as a finding.
            return ""
        # What a browser's parser makes of a script's lines, so that the digest fits.
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("</script", "<\\/script")
        whole = f"<script{_SOURCE.sub('', start['rest'])}>{text}</script>"
        return self.hold(_with_one_end(start, whole))


class _OwnRewriter(Rewriter):
    """Leads pictures, films and pages to the site's own, and leaves styles and the rest alone."""

    keeps_all = True

    def __init__(
        self,
        *,
        image: Callable[[str], ImageHtml | None],
        link: Callable[[str], str],
        words: Words,
        wraps_tables: bool,
        own_key: str,
        own: OwnHtml,
    ) -> None:
        super().__init__(
            image=image, link=link, words=words, wraps_tables=wraps_tables, own_key=own_key
        )
        self._own = own

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write a start tag; the sources of films and frames lie in the content folder."""
        attributes = dict(attrs)
        if tag == "iframe":
            self._open.append(tag)
            self._out.append(self._own.hold(start_tag(tag, self._frame(attributes))))
        elif tag in _FILES:
            for name in ("src", "poster"):
                if attributes.get(name) and not str(attributes[name]).startswith("data:"):
                    attributes[name] = self._link(str(attributes[name]))
            if tag not in VOID:
                self._open.append(tag)
            self._out.append(start_tag(tag, attributes))
        else:
            super().handle_starttag(tag, attrs)

    def _write_image(self, attributes: Attributes) -> None:
        super()._write_image(attributes)
        kept = {
            name: value
            for name, value in attributes.items()
            if name == "style" or name.startswith(("on", "data-"))
        }
        if kept:
            self._out[-1] = self._out[-1].replace("<img", start_tag("img", kept)[:-1], 1)

    def _frame(self, attributes: Attributes) -> Attributes:
        """Return a frame's attributes: a page beside the notebook stands in the frame itself."""
        source = attributes.pop("src", None)
        if source and "srcdoc" not in attributes:
            attributes["srcdoc"] = self._own.read(source) or ""
        if attributes.get("srcdoc"):
            inside = self._own.let_through(
                str(attributes["srcdoc"]), image=self._image, link=self._link, words=self._words
            )
            attributes["srcdoc"] = self._own.restore(inside)
        return {"title": self._words.figure} | attributes


def _with_one_end(start: re.Match[str], whole: str) -> str:
    """Return a script that ends where it says: after ``<!--<script`` browsers look for two ends."""
    if start["name"] != "script" or "<!--" not in whole:
        return whole
    return whole[:7] + re.sub("<(?=script)", r"\\x3C", whole[7:], flags=re.IGNORECASE)


def _next_held(html: str, begin: int) -> re.Match[str] | None:
    for tag in _TAG.finditer(html, begin):
        if not tag["end"] and tag["name"] in _HELD:
            return tag
    return None


def _end_of(html: str, start: re.Match[str]) -> int:
    """Return where an element ends."""
    if start["name"] in _RAW_TEXT:
        ending = f"</{start['name']}>"
        return html.index(ending, start.end()) + len(ending)
    depth = 1
    for tag in _TAG.finditer(html, start.end()):
        if tag["name"] == start["name"]:
            depth += -1 if tag["end"] else 1
        if depth == 0:
            return tag.end()
    return len(html)


_EMBED_START = re.compile(r"<(?:iframe|video|audio|embed|object)\b[^>]*>", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\b(?:src|data)\s*=\s*[\"']?\s*(?:https?:)?//", re.IGNORECASE)


def _remote_embeds_to_links(html: str, words: Words) -> str:
    """Turn films and pages of other hosts into links; what lies here, or inside, stays."""
    has_remote = any(_ELSEWHERE.search(tag[0]) for tag in _EMBED_START.finditer(html))
    return replace_embeds(html, words, keeps_local=True) if has_remote else html
