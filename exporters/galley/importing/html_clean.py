"""HTML without anything that runs: parsed as browsers do, with the elements of texts alone."""

from __future__ import annotations

import re

import nh3
from bs4 import BeautifulSoup

from galley.importing.pandoc_reading import UnreadableError

_TEXT_TAGS = """
    a abbr address article aside b blockquote body br caption center cite code col colgroup dd del
    details dfn div dl dt em fieldset figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i
    iframe img ins kbd legend li main mark nav ol p picture pre q s samp section small source span
    strike strong sub summary sup table tbody td tfoot th thead time tr tt u ul var video audio wbr
"""
_MATHS_TAGS = """
    annotation math menclose merror mfenced mfrac mi mmultiscripts mn mo mover mpadded mphantom
    mprescripts mroot mrow ms mspace msqrt mstyle msub msubsup msup mtable mtd mtext mtr munder
    munderover none semantics
"""
_FORM_TAGS = "button form input label select textarea"
_SVG_TAGS = """
    svg g path rect circle ellipse line polyline polygon text tspan defs use marker title desc
    lineargradient radialgradient stop clippath mask pattern symbol
"""
_DROPPED = frozenset(["script", "style", "noscript", "template", "head", "object", "embed"])
_ATTRIBUTES = """
    class id lang dir title alt src href name rel role hidden aria-hidden aria-label itemprop
    datetime colspan rowspan width height style data-src data-lazy-src data-original srcset type
    start encoding align data-name data-title data-key display scope value
"""
_SVG_ATTRIBUTES = """
    viewBox x y x1 x2 y1 y2 cx cy r rx ry d points fill stroke stroke-width transform opacity
    text-anchor font-size font-family font-weight offset stop-color gradientUnits xmlns
    stroke-dasharray stroke-linecap stroke-linejoin fill-opacity stroke-opacity fill-rule
"""
_TAGS = set((_TEXT_TAGS + _MATHS_TAGS + _FORM_TAGS).split())
_SVG = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
_TITLE = re.compile(r"<title[^>]*>([^<]*)</title>")
_TEX = re.compile(
    r"<script[^>]*type\s*=\s*[\"']?math/tex(?P<display>;\s*mode=display)?[^>]*>(?P<tex>.*?)</script\s*>",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)")
_VOID = frozenset(["br", "col", "hr", "img", "source", "wbr"])
_DEEPEST = 300
SVG_SCHEME = "galley-svg:"


def clean_html(html: str) -> tuple[BeautifulSoup, tuple[bytes, ...]]:
    """Return a page as a tree, and the drawings in it, each replaced by an image that names it.

    Raises
    ------
    UnreadableError
        If it is nested far deeper than any page that somebody wrote.
    """
    html = _TEX.sub(_tex_span, html)
    cleaned = nh3.clean(
        html,
        tags=_TAGS | set(_SVG_TAGS.split()),
        clean_content_tags=set(_DROPPED),
        attributes={"*": set((_ATTRIBUTES + _SVG_ATTRIBUTES).split())},
        url_schemes={"http", "https", "mailto", "tel", "data", "doi"},
        link_rel=None,
        strip_comments=True,
    )
    _check_depth(cleaned)
    drawings: list[bytes] = []

    def kept(match: re.Match[str]) -> str:
        drawing = match[0]
        if "xmlns=" not in drawing.split(">", 1)[0]:
            drawing = drawing.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1)
        drawings.append(drawing.encode())
        title = _TITLE.search(drawing)
        alt = title[1].strip().replace('"', "&quot;") if title else ""
        return f'<img src="{SVG_SCHEME}{len(drawings) - 1}" alt="{alt}">'

    return BeautifulSoup(_SVG.sub(kept, cleaned), "html.parser"), tuple(drawings)


def _check_depth(html: str) -> None:
    depth = 0
    for tag in _TAG.finditer(html):
        depth += -1 if tag[1] else int(tag[2] not in _VOID)
        if depth > _DEEPEST:
            raise UnreadableError("it is nested too deeply")


def _tex_span(match: re.Match[str]) -> str:
    opening, closing = (r"\[", r"\]") if match["display"] else (r"\(", r"\)")
    tex = match["tex"].replace("<![CDATA[", "").replace("]]>", "")
    tex = tex.replace("&", "&amp;").replace("<", "&lt;").strip()
    return f'<span class="math">{opening}{tex}{closing}</span>'
