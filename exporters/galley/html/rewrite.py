"""The second pass over cleaned HTML: classes for styles, the page's own pictures and links."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser
from urllib.parse import unquote, urlsplit

from galley.content_files import meant_address
from galley.html.picture_files import IN_TEXT
from galley.html.prose_context import ImageHtml
from galley.html.strangers import OWN_MARK, plain_attributes, plain_tag, spoken_name
from galley.html.words import Words

Attributes = dict[str, str | None]

VOID = frozenset({"br", "col", "embed", "hr", "img", "input", "source", "track", "wbr"})
_RENAMED = {"center": "div", "h1": "h2", "strike": "del", "tt": "code"}
_ALIGN = re.compile(r"text-align\s*:\s*(left|right|center|start|end)")
_ALIGN_CLASSES = {"left": "left", "start": "left", "right": "right", "end": "right"}
_BOXES = frozenset({"aside", "center", "div", "p", "section"})
_CALLOUTS = {
    **{name: name for name in ("note", "tip", "important", "warning", "caution", "danger")},
    **dict.fromkeys(("info", "primary", "secondary", "light", "dark"), "note"),
    **dict.fromkeys(("success", "hint"), "tip"),
    **dict.fromkeys(("error", "attention"), "danger"),
}
_NUMBER_CELL = re.compile(r"<td>(?=[-−+]?\d[\d.,]*(?:[eE][-+]?\d+)?\s?%?</td>)")
_EMPTY_HEADING = re.compile(r"<th(?P<rest>(?: [^>]*)?)>(?:\s|&nbsp;)*</th>")
_EMPTY_PARAGRAPH = re.compile(r"<p>\s*</p>\n?")
_SCOPE = re.compile(r' scope="[^"]*"')
_MARKS = re.compile("[\ue000\ue001]")
_TAG = re.compile(r"<[^>]*>")
# Browsers flatten what is nested deeper than 512 elements, each in a way of its own.
_DEEPEST = 120
_HEIGHT = re.compile(r"\s*([1-9]\d{0,3})(?:px)?\s*")
_STYLED_WIDTH = re.compile(r"(?<![\w-])width\s*:\s*(\d{1,4}(?:\.\d+)?(?:px|%))")
_SCROLLS = re.compile(r"(?:^|\s)scroll(?:\s|$)")


def start_tag(tag: str, attributes: Mapping[str, str | None]) -> str:
    """Return a start tag; an attribute with the value None stands alone."""
    parts = (
        f" {name}" if value is None else f' {name}="{escape(value)}"'
        for name, value in attributes.items()
    )
    return f"<{tag}{''.join(parts)}>"


def local_source(src: str) -> str:
    """Return a source as the author's folder knows it: decoded, unless it is a whole address."""
    scheme = urlsplit(src).scheme
    return unquote(src) if scheme in {"", "attachment"} and not src.startswith("//") else src


def is_remote(src: str) -> bool:
    """Tell whether a source lies on another host."""
    return src.startswith(("http://", "https://", "//"))


def image_tag(image: ImageHtml, attributes: Mapping[str, str | None]) -> str:
    """Return the ``<img>``, in a ``<picture>`` where there are lighter files of it.

    A size the author asked for keeps the picture's proportions.
    """
    wanted: Attributes = {"src": image.src, "alt": attributes.get("alt") or ""}
    sizes = IN_TEXT
    classes = (attributes.get("class") or "").split()
    width, height = image.width, image.height
    asked = re.fullmatch(r"\s*(\d{1,4})(?:px)?\s*", attributes.get("width") or "")
    if asked and int(asked[1]):
        height = round(height * int(asked[1]) / width) if width and height else None
        width = int(asked[1])
        sizes = f"{width}px"
    elif width and height and (high := _HEIGHT.fullmatch(attributes.get("height") or "")):
        width, height = max(1, round(width * int(high[1]) / height)), int(high[1])
        sizes = f"{width}px"
    share = re.fullmatch(r"\s*(\d{1,3})(?:\.\d+)?%\s*", attributes.get("width") or "")
    if share:
        # Steps of ten, because the style sheet has a class for each.
        classes.append(f"width-{min(100, max(10, round(int(share[1]) / 10) * 10))}")
    wanted.update({"width": str(width)} if width else {})
    wanted.update({"height": str(height)} if height else {})
    wanted |= {"loading": "lazy", "decoding": "async"}
    for name in ("title", "lang", "dir", "id"):
        if attributes.get(name):
            wanted[name] = attributes[name]
    if classes:
        wanted["class"] = " ".join(classes)
    if image.others.usual:
        wanted |= {"srcset": image.others.srcset, "sizes": sizes}
    sources = image.others.sources(sizes)
    tag = start_tag("img", wanted)
    return f"<picture>{sources}{tag}</picture>" if sources else tag


def absent_image(src: str, alt: str, *, is_in_link: bool) -> str:
    """Return what stands for a picture that cannot be shown: a link to it, or its words."""
    words = escape(alt or re.split(r"[/\\]", src)[-1], quote=False)
    if is_remote(src) and not is_in_link:
        return f'<a class="image-elsewhere" href="{escape(src)}">{words}</a>'
    return f'<span class="image-absent">{words}</span>'


class Rewriter(HTMLParser):
    """Reads what nh3 wrote and writes it again; never meets malformed HTML."""

    keeps_all = False
    """Whether what an author's elements say of themselves stays as it was written."""

    def __init__(
        self,
        *,
        image: Callable[[str], ImageHtml | None],
        link: Callable[[str], str],
        words: Words,
        wraps_tables: bool,
        own_key: str = "",
    ) -> None:
        super().__init__(convert_charrefs=False)
        self._own_key = own_key
        self._image, self._link, self._words = image, link, words
        self._wraps_tables = wraps_tables
        self._out: list[str] = []
        self._open: list[str] = []
        self._links: list[_Link] = []
        self._tables: list[_Table] = []
        self._divs: list[bool] = []

    def rewrite(self, html: str) -> str:
        """Return the HTML rewritten."""
        self.feed(html)
        self.close()
        html = _EMPTY_PARAGRAPH.sub("", "".join(self._out))
        html = _NUMBER_CELL.sub('<td class="number">', html)
        return _EMPTY_HEADING.sub(_plain_cell, html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Write a start tag."""
        attributes, words = {name: _unmarked(value) for name, value in attrs}, ""
        is_own = bool(self._own_key) and attributes.pop(OWN_MARK, "") == self._own_key
        if not is_own and not self.keeps_all:
            words = spoken_name(attributes)
            tag, attributes = plain_tag(tag), plain_attributes(attributes)
        style = attributes.get("style") if self.keeps_all else None
        attributes = _with_classes(tag, attributes) | ({"style": style} if style else {})
        if tag == "img":
            self._write_image(attributes)
            return
        if tag == "a":
            self._open_link(attributes, words)
        if tag == "div":
            self._divs.append(bool(_SCROLLS.search(attributes.get("class") or "")))
        self._enter_table(tag, attributes)
        tag = _RENAMED.get(tag, tag)
        is_too_deep = len(self._open) >= _DEEPEST
        if tag not in VOID:
            self._open.append("" if is_too_deep else tag)
        if not is_too_deep:
            self._out.append(start_tag(tag, attributes))

    def handle_endtag(self, tag: str) -> None:
        """Write an end tag."""
        if tag == "a":
            self._close_link()
        written = self._open.pop() if self._open else tag
        if written == "div" and self._divs:
            self._divs.pop()
        if written:
            self._out.append(f"</{written}>")
        if tag == "table" and self._tables and self._tables.pop().is_wrapped:
            self._out.append("</div>")
        if tag == "thead" and self._tables:
            self._tables[-1].is_in_head = False

    def handle_data(self, data: str) -> None:
        """Write text as it is: it is escaped already."""
        self._out.append(data)

    def handle_entityref(self, name: str) -> None:
        """Write ``&amp;`` and its kin as they are."""
        self._out.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        """Write a numeric reference as it is."""
        self._out.append(f"&#{name};")

    def _write_image(self, attributes: Attributes) -> None:
        src, alt = attributes.get("src") or "", attributes.get("alt") or ""
        image = self._image(local_source(src)) if src else None
        self._out.append(
            image_tag(image, attributes)
            if image
            else absent_image(src, alt, is_in_link=bool(self._links))
        )

    def _open_link(self, attributes: Attributes, words: str) -> None:
        self._links.append(_Link(len(self._out), words if attributes.get("href") else ""))
        href = attributes.get("href")
        if href is not None:
            attributes["href"] = self._link(meant_address(href))
            if not attributes["href"]:
                # An empty address would lead to the page itself.
                del attributes["href"]
        name = attributes.pop("name", None)
        if name:
            attributes.setdefault("id", name)

    def _close_link(self) -> None:
        """Give a link without words, such as one that was a sign, those it was named by."""
        link = self._links.pop() if self._links else _Link(0, "")
        if link.words and not _shows_words("".join(self._out[link.start + 1 :])):
            self._out.append(escape(link.words, quote=False))

    def _enter_table(self, tag: str, attributes: Attributes) -> None:
        if tag == "table":
            is_wrapped = self._wraps_tables and not any(self._divs)
            if is_wrapped:
                self._out.append(scroll_box(self._words.scrolling_table))
            self._tables.append(_Table(is_wrapped))
        elif self._tables:
            scope = self._tables[-1].enter(tag)
            if scope:
                attributes.setdefault("scope", scope)


def scroll_box(label: str) -> str:
    """Return the start of a box that scrolls on its own and can be reached with the keyboard."""
    return start_tag(
        "div", {"class": "scroll", "role": "group", "aria-label": label, "tabindex": "0"}
    )


@dataclass(frozen=True)
class _Link:
    """A link that is open: where it begins in what was written, and what it was called."""

    start: int
    words: str


class _Table:
    """Where in a table the pass is."""

    def __init__(self, is_wrapped: bool) -> None:  # noqa: FBT001
        self.is_wrapped = is_wrapped
        self.is_in_head = False
        self._has_head = False
        self._rows = 0

    def enter(self, tag: str) -> str:
        """Take a start tag; return the scope of a heading cell."""
        if tag == "thead":
            self.is_in_head = self._has_head = True
        elif tag == "tr":
            self._rows += 1
        elif tag == "th":
            is_column = self.is_in_head or (not self._has_head and self._rows <= 1)
            return "col" if is_column else "row"
        return ""


def _unmarked(value: str | None) -> str | None:
    """Return an attribute without the marks of kept parts: those are put back as HTML."""
    return value and _MARKS.sub("", value)


def _shows_words(html: str) -> bool:
    return "<img" in html or bool(_TAG.sub("", html).strip())


def _plain_cell(heading: re.Match[str]) -> str:
    """Return an empty heading as a plain cell: it heads nothing."""
    return f"<td{_SCOPE.sub('', heading['rest'])}></td>"


def _with_classes(tag: str, attributes: Attributes) -> Attributes:
    """Turn alignment into a class; nothing else of a style is left by now."""
    given = attributes.pop("style", None) or ""
    if tag == "img" and (styled := _STYLED_WIDTH.search(given)):
        attributes["width"] = styled[1]
    style = _ALIGN.search(given)
    align = (attributes.pop("align", None) or "").lower()
    side = style[1] if style else align
    name = "center" if tag == "center" or side == "center" else _ALIGN_CLASSES.get(side, "")
    if name:
        classes = (attributes.get("class") or "").split()
        attributes["class"] = " ".join(dict.fromkeys([*classes, name]))
    if tag in _BOXES and attributes.get("class"):
        attributes["class"] = _as_callout(attributes["class"] or "")
    return attributes


def _as_callout(classes: str) -> str:
    """Return the classes of a box of Bootstrap or Sphinx as those of a callout."""
    names = classes.split()
    if "admonition-title" in names:
        return "callout__label"
    if not {"alert", "admonition"} & set(names):
        return classes
    kinds = (_CALLOUTS.get(name.removeprefix("alert-")) for name in names)
    return f"callout callout--{next(filter(None, kinds), 'note')}"
