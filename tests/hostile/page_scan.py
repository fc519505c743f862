"""Looks for what no page may hold: code that runs, requests to other hosts, broken structure."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

from galley.html.page_script import page_script

_TAGS_TEXT = """
    applet audio base button embed foreignobject form frame frameset iframe input noscript object
    script style template textarea video animate set
"""
FORBIDDEN_TAGS = frozenset(_TAGS_TEXT.split())
# A button with no more than these is one of ours: it opens or closes what stands on the page, or
# gives the page's own script something to do.
_BUTTON_TEXT = "id class type hidden aria-label aria-pressed data-wear data-copy data-copied"
_BUTTON = frozenset([*_BUTTON_TEXT.split(), "popovertarget", "popovertargetaction"])
_OWN_SCRIPT = re.compile(re.escape(f"<script>{page_script()}</script>"))
# An article cannot have this address.
_SEARCH = re.compile(
    r'<form class="search__form".*?</form>|<script src="[\w./-]+"></script>', re.DOTALL
)
# `http-equiv` is ours for the policy alone; a redirect page is not among what is scanned.
_ATTRIBUTES_TEXT = "action background codebase formaction manifest ping poster srcdoc style"
FORBIDDEN_ATTRIBUTES = frozenset(_ATTRIBUTES_TEXT.split())
URL_ATTRIBUTES = frozenset({"href", "src", "xlink:href", "cite", "data", "longdesc"})
LOADING = {"img": "src", "image": "href", "use": "href", "source": "src", "track": "src"}
LOADING_LINKS = frozenset({"stylesheet", "icon", "preload", "prefetch", "modulepreload"})
_VOID_TEXT = "area br col hr img link meta source track wbr"
VOID = frozenset(_VOID_TEXT.split())
LEFT_OVER = re.compile(r":::|\[@\w|\$\$|\{cite|\\begin\{|\\eqref|```|\{\{<|!\[")


class Page(HTMLParser):
    """One page as a list of tags, ids and words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.headings: list[int] = []
        self._open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if not {"pre", "code", "head"} & set(self._open):
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    @property
    def ids(self) -> list[str]:
        return [attributes["id"] for _, attributes in self.tags if attributes.get("id")]


def read_page(path: Path) -> Page:
    """Read a page without the one script that every page has, and without what searching needs."""
    html = _OWN_SCRIPT.sub("", path.read_text(encoding="utf-8"), count=1)
    return Page(_SEARCH.sub("", html) if path.name == "search.html" else html)


def active_content(page: Page) -> list[str]:
    """Return every place where a page could run something."""
    return list(_active(page))


def _active(page: Page) -> Iterator[str]:
    for tag, attributes in page.tags:
        if tag in FORBIDDEN_TAGS and not _is_inert(tag, attributes):
            yield f"<{tag}>"
        if tag == "meta" and attributes.get("http-equiv", "").lower() == "refresh":
            yield "<meta refresh>"
        for name, value in attributes.items():
            if name.startswith("on") or name in FORBIDDEN_ATTRIBUTES:
                yield f"<{tag} {name}>"
            if name in URL_ATTRIBUTES and not _is_harmless(tag, value):
                yield f'<{tag} {name}="{value[:60]}">'
            if name == "srcset":
                each = [part.split()[0] for part in value.split(",")]
                yield from (f"<{tag} srcset>" for src in each if not _is_harmless(tag, src))


def _is_inert(tag: str, attributes: dict[str, str]) -> bool:
    """Tell whether it is data for search engines, a task's box, a figure's switch, a preview."""
    if tag == "input":
        is_box = attributes.get("type") == "checkbox" and "disabled" in attributes
        return is_box or attributes.get("type") == "radio"
    if tag == "button":
        opens = attributes.get("popovertarget", "see:")
        return attributes.keys() <= _BUTTON and opens.startswith(("see:", "term:"))
    return tag == "script" and attributes.get("type") == "application/ld+json"


def _is_harmless(tag: str, address: str) -> bool:
    # A browser drops blanks and controls from a scheme before it obeys it.
    scheme = urlsplit(re.sub(r"[\x00-\x20]", "", address)).scheme.lower()
    if scheme == "data":
        # An empty icon keeps browsers from asking for one.
        if address == "data:,":
            return tag == "link"
        return tag == "img" and bool(re.match(r"data:image/(png|jpeg|gif|webp);base64,", address))
    return scheme in {"", "http", "https", "mailto", "tel"}


def requests_elsewhere(page: Page) -> list[str]:
    """Return every address on another host that a browser would load by itself."""
    return [a for a in loaded(page) if urlsplit(a).netloc or a.startswith(("//", "file:"))]


def loaded(page: Page) -> Iterator[str]:
    for tag, attributes in page.tags:
        if tag in LOADING:
            yield from (attributes[n] for n in ("src", "href", "xlink:href") if n in attributes)
        if tag == "link" and LOADING_LINKS & set(attributes.get("rel", "").split()):
            yield attributes.get("href", "")


def missing_files(page: Page, own: str, files: set[str]) -> list[str]:
    """Return the addresses inside the site, linked or loaded, at which there is no file."""
    links = (a["href"] for tag, a in page.tags if tag == "a" and "href" in a)
    inside = (
        address
        for address in (*loaded(page), *links)
        if not urlsplit(address).scheme and not urlsplit(address).netloc
    )
    return [address for address in inside if not _is_there(address, own, files)]


def _is_there(address: str, own: str, files: set[str]) -> bool:
    path = unquote(urlsplit(address).path)
    # The page for unknown addresses is shown at any depth, so its links begin at the root.
    start = "" if own == "404.html" else posixpath.dirname(own)
    path = path.lstrip("/") if own == "404.html" else path
    target = posixpath.normpath(posixpath.join(start, path)) if path else own
    return target in files or f"{target}/index.html" in files


def broken_structure(page: Page) -> list[str]:
    """Return what is wrong with a page's headings and ids."""
    doubled = [name for name, count in Counter(page.ids).items() if count > 1]
    faults = [f"id {name} twice" for name in doubled]
    if page.headings.count(1) != 1:
        faults.append(f"{page.headings.count(1)} first-level headings")
    gaps = [b for a, b in zip(page.headings, page.headings[1:], strict=False) if b > a + 1]
    return faults + [f"heading level {level} after a gap" for level in gaps]


def left_over(page: Page) -> list[str]:
    """Return markup that readers see as it was written."""
    return LEFT_OVER.findall(page.text)


def active_svg(svg: str) -> list[str]:
    """Return what a drawing could run or load."""
    # What a drawing says in words runs nothing.
    lower = re.sub(r"<(title|desc)>[^<]*</\1>", "", svg.lower())
    words = ("<script", "<foreignobject", "<iframe", "javascript:", "@import", "<!entity")
    found = [word for word in words if word in lower]
    found += re.findall(r"\son\w+\s*=", lower)
    return found + re.findall(r"(?:href|url\()\s*[=\"'(]*\s*(?:https?:|//|file:)[^\s\"']*", lower)
