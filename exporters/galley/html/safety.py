"""HTML that somebody else wrote, made safe for the page: an allow-list, and no style of its own.

Cleaning is nh3's work (a browser's own parser behind an allow-list). What comes out is well-formed
and is rewritten once: alignment becomes a class, pictures and links are led to the page's own,
tables learn which cells are headings.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import nh3

from galley.article.markdown.attributes import LANGUAGE
from galley.html.embeds import Keep, lost_embeds, replace_embeds
from galley.html.output_nesting import nested_well
from galley.html.output_tables import tidy_output
from galley.html.prose_context import ImageHtml
from galley.html.rewrite import Rewriter
from galley.html.strangers import OWN_MARK
from galley.html.words import Words, words_for

_TEXT = (
    "abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong"
)
_TEXT += " strike sub sup tt u var wbr a img"
_BLOCKS = "address article aside blockquote center dd details div dl dt figcaption figure footer"
_BLOCKS += " h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary ul"
_TABLES = "caption col colgroup table tbody td tfoot th thead tr"
TAGS = frozenset(f"{_TEXT} {_BLOCKS} {_TABLES}".split())

_ACTIVE = "applet button canvas embed frame frameset iframe math noembed noframes noscript object"
_ACTIVE += " script select style svg template textarea title audio video"
_DROPPED_WITH_CONTENT = frozenset(_ACTIVE.split())

_ATTRIBUTES = {
    "*": {
        "align",
        "aria-hidden",
        "aria-label",
        "aria-labelledby",
        "class",
        "dir",
        "id",
        "lang",
        "role",
        "style",
    }
    | {"tabindex", "title"},
    "a": {"href", "name"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime"},
    "details": {"open"},
    "img": {"alt", "height", "src", "width"},
    "ins": {"datetime"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "q": {"cite"},
    "td": {"colspan", "headers", "rowspan"},
    "th": {"abbr", "colspan", "headers", "rowspan", "scope"},
}
_SCHEMES = {"attachment", "data", "doi", "http", "https", "mailto", "tel"}
_DATA_IMAGE = re.compile(r"data:image/(?:gif|jpeg|png|webp);base64,[A-Za-z0-9+/=\s]*")
_NAME = re.compile(r"[\w:.-]+")
_DIRECTIONS = frozenset({"auto", "ltr", "rtl"})
_ROLES = frozenset({"doc-backlink", "doc-noteref", "group", "img", "list", "listitem", "note"})
_MISSED_TEXT = "applet button canvas form frame frameset input math script select svg textarea"
_MISSED = frozenset(_MISSED_TEXT.split())
_ENDS = ("", ">", '">', "'>")
_PROBE = "\ue002"
_WORDLESS = {"script", "style"}
_TAKEN_AWAY = re.compile(rf"<({'|'.join(_ACTIVE.split())}|form|input|link|meta)\b", re.IGNORECASE)


def _same_link(href: str) -> str:
    return href


def clean_html(
    html: str,
    *,
    image: Callable[[str], ImageHtml | None] | None = None,
    link: Callable[[str], str] = _same_link,
    words: Words | None = None,
    wraps_tables: bool = False,
    own_key: str = "",
    keep: Keep | None = None,
    is_output: bool = False,
) -> str:
    """Return HTML that can do nothing but be read.

    Parameters
    ----------
    image
        Source as written → picture on the page. A picture it does not know becomes a link to it,
        or its alternative text. Without it only pictures inside the HTML (``data:``) are shown.
    wraps_tables
        Put every table in a box that scrolls on its own.
    own_key
        The value of `OWN_MARK` on what Galley wrote itself: that keeps its classes, names and
        roles, which nothing of a stranger's may have.
    keep
        Name and content of a file → its address, for films and sounds inside the HTML.
    is_output
        A cell put it out: its tables are those of libraries, its ids and classes nobody's.
    """
    words = words or words_for("en")
    kept: set[str] = set()

    def remembered(name: str, data: bytes) -> str:
        href = keep(name, data) if keep else ""
        kept.add(href)
        return href

    cleaned = nh3.clean(
        replace_embeds(html, words, remembered if keep else None),
        tags=set(TAGS),
        clean_content_tags=set(_DROPPED_WITH_CONTENT),
        attributes={tag: set(names) for tag, names in _attributes(own_key).items()},
        attribute_filter=_filter_attribute,
        url_schemes=set(_SCHEMES),
        filter_style_properties={"text-align", "width"},
        link_rel=None,
    )
    rewriter = Rewriter(
        image=image or _inner_image,
        link=lambda href: href if href in kept else link(href),
        words=words,
        wraps_tables=wraps_tables,
        own_key=own_key,
    )
    written = rewriter.rewrite(cleaned)
    return tidy_output(nested_well(written), html) if is_output else written


def with_whole_tags(html: str) -> str:
    """Close a tag that a piece of HTML leaves unfinished: it would take in what follows.

    What follows a comment or a script without an end is lost, as it is in a browser.
    """
    return next((html + end for end in _ENDS if _is_finished(html + end)), html)


def _is_finished(html: str) -> bool:
    # A parser takes words everywhere, elements not in a list of choices.
    probe = html.replace(_PROBE, "") + _PROBE
    return _PROBE in nh3.clean(probe, tags=set(), clean_content_tags=_WORDLESS)


def _attributes(own_key: str) -> dict[str, set[str]]:
    return {**_ATTRIBUTES, "*": _ATTRIBUTES["*"] | {OWN_MARK}} if own_key else _ATTRIBUTES


def active_elements(html: str) -> tuple[str, ...]:
    """Return the names of elements that `clean_html` takes away, for a finding."""
    return tuple(sorted({match[1].lower() for match in _TAKEN_AWAY.finditer(html)}))


def lost_elements(html: str) -> tuple[str, ...]:
    """Return the names of elements whose content readers miss, for a finding.

    What never shows anything is not among them, nor are films that become links.
    """
    if "<" not in html:
        return ()
    return tuple(sorted(lost_embeds(html) | (set(active_elements(html)) & _MISSED)))


def _inner_image(src: str) -> ImageHtml | None:
    return ImageHtml(src) if src.startswith("data:") else None


def _filter_attribute(tag: str, name: str, value: str) -> str | None:
    """Keep an attribute, change its value, or drop it (None)."""
    if name == "class":
        return " ".join(_NAME.findall(value)) or None
    if name == "src" and tag != "img":
        return None
    allows = _ALLOWS.get(name)
    return value if allows is None or allows(value.strip()) else None


def _is_image_source(value: str) -> bool:
    return not value.lower().startswith("data:") or bool(_DATA_IMAGE.fullmatch(value))


def _is_address(value: str) -> bool:
    return not value.lower().startswith(("data:", "attachment:"))


_ALLOWS: dict[str, Callable[[str], object]] = {
    **dict.fromkeys(("headers", "id", "name"), _NAME.fullmatch),
    **dict.fromkeys(("href", "cite"), _is_address),
    "dir": _DIRECTIONS.__contains__,
    "lang": LANGUAGE.fullmatch,
    "role": _ROLES.__contains__,
    "src": _is_image_source,
    "tabindex": "0".__eq__,
}
