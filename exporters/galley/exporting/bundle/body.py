"""The body of a bundle: the article's HTML, to be put into a page of the host."""

from __future__ import annotations

import re
from collections.abc import Mapping

from galley.exporting.bundle.addresses import BundleAddresses
from galley.exporting.bundle.pictures import FigurePictures
from galley.exporting.bundle.rendering import RenderedBundle
from galley.exporting.bundle.scoping import renamed_families
from galley.exporting.bundle.style import BundleStyle
from galley.exporting.request import BODY_LEVEL
from galley.html.environment import make_environment, own_templates

_TEMPLATE = "bundle/body.html.j2"
_PICTURES = "bundle/pictures.html.j2"
# A word that opens what it means, as `galley.html.explaining` marks it.
_OPENING = re.compile(
    r'<label class="cite term"><(?P<tag>a|span)\b[^>]*>(?P<shown>.*?)</(?P=tag)>'
    r"<button\b[^>]*></button></label>"
)
_HEADING_LINK = re.compile(r'\s*<a class="heading-anchor"[^>]*>.*?</a>')
_LABEL = re.compile(r'(<p class="callout__label"[^>]*>)(.*?)(</p>)')
_PREFORMATTED = re.compile(r"(<pre\b.*?</pre>)", re.DOTALL)
_LINE = re.compile(r"(?P<before><[^<>]*>)?\s*\n\s*(?=(?P<after><[^<>]*>)?)")
_BLOCK_TEXT = """
    aside blockquote caption dd details div dl dt figcaption figure h1 h2 h3 h4 h5 h6 hr li ol p pre
    section summary table tbody td tfoot th thead tr ul
"""
_BLOCK = re.compile(rf"</?(?:{'|'.join(_BLOCK_TEXT.split())})[\s>]")
_HEADING = re.compile(r"<(?P<end>/?)h(?P<level>[1-6])(?=[\s>])")
_DEEPEST = 6
_VARIABLE = re.compile(r"var\(\s*--(?!galley-)")
_TAG = re.compile(r"<[a-zA-Z][^<>]*>")


def render_body(
    rendered: RenderedBundle, addresses: BundleAddresses, style: BundleStyle, level: int
) -> str:
    """Return the HTML; its headings begin at `level`."""
    look = rendered.page.look
    with own_templates(look):
        template = make_environment(look).get_template(_TEMPLATE)
        html = template.render(page=rendered.page, article=rendered.context)
    led = addresses.led_html(html.lstrip("\r\n"))
    return with_own_names(with_headings_from(led, level), style)


def render_pictures(
    rendered: RenderedBundle,
    addresses: BundleAddresses,
    pictures: Mapping[str, FigurePictures],
    level: int,
) -> str:
    """Return the HTML for systems that strip drawings, scripts and styles.

    Its links to other pages are whole addresses, since nobody knows where it will stand.
    """
    look = rendered.page.look
    with own_templates(look):
        template = make_environment(look).get_template(_PICTURES)
        html = template.render(page=rendered.page, article=rendered.plain, pictures=pictures)
    plain = _HEADING_LINK.sub("", _OPENING.sub(r"\g<shown>", html.strip()))
    # Without a style sheet, a label would look like any other line.
    plain = _LABEL.sub(r"\1<strong>\2</strong>\3", plain)
    led = addresses.led_html(f"{plain}\n", addresses.absolute)
    return on_lines_of_blocks(with_headings_from(led, level, is_marked=False))


def on_lines_of_blocks(html: str) -> str:
    """Return HTML whose lines end at blocks only.

    WordPress makes a paragraph of each blank line, and a break of each line inside a paragraph.
    """

    def line(match: re.Match[str]) -> str:
        before, after = match["before"] or "", match["after"] or ""
        ends = any(_BLOCK.match(tag) for tag in (before, after))
        return f"{before}\n" if ends else f"{before} "

    parts = _PREFORMATTED.split(html)
    parts[::2] = [_LINE.sub(line, part) for part in parts[::2]]
    return "".join(parts)


def with_headings_from(html: str, level: int, *, is_marked: bool = True) -> str:
    """Return HTML whose headings begin at a level; marked, each says which it is among our own.

    Below the sixth level there is none, so what would be deeper stays there.
    """

    def moved(match: re.Match[str]) -> str:
        own = int(match["level"])
        tag = f"h{moved_level(own, level)}"
        mark = "" if match["end"] or not is_marked else f' data-level="{own}"'
        return f"<{match['end']}{tag}{mark}"

    return _HEADING.sub(moved, html)


def moved_level(own: int, first: int) -> int:
    """Return what a heading of the article's own page is where the body begins at `first`."""
    return min(_DEEPEST, max(1, own + first - BODY_LEVEL))


def with_own_names(html: str, style: BundleStyle) -> str:
    """Return HTML whose drawings ask for colours and faces by names that no host has."""

    def renamed(tag: re.Match[str]) -> str:
        return renamed_families(_VARIABLE.sub("var(--galley-", tag[0]), style.families)

    return _TAG.sub(renamed, html)
