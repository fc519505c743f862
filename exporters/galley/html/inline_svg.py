"""A drawing from a notebook as SVG that stands inside the page.

The page's policy allows no ``style``, and several drawings share one page: so styles become
presentation attributes, ids get the figure's anchor in front, and only what draws is kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from xml.etree import ElementTree as ET

from galley.html.images import process_image
from galley.html.svg_attributes import OF_THE_OUTERMOST
from galley.html.svg_pictures import SVG, XLINK, BrokenSvgError, clean_svg

_URL_REFERENCE = re.compile(r"url\(\s*[\"']?#([^)\"']+)[\"']?\s*\)")
_DECLARATION = re.compile(r"\s*([a-z-]+)\s*:\s*([^;]+?)\s*(?:!important\s*)?(?:;|\Z)")
# `font: 12px Arial` has no presentation attribute of its own, only its parts have.
_FONT = re.compile(
    r"(?:(?P<style>italic|oblique)\s+)?(?:(?P<weight>bold|[1-9]00)\s+)?"
    r"(?P<size>[\d.]+(?:px|pt)?)\s+(?P<family>.+)"
)
_PRESENTATION_NAMES = (
    "fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-dasharray "
    "stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit opacity color "
    "font-family font-size font-style font-weight text-anchor clip-path clip-rule mask "
    "stop-color stop-opacity visibility display dominant-baseline letter-spacing "
    "image-rendering shape-rendering text-decoration paint-order"
)
_PRESENTATION = frozenset(_PRESENTATION_NAMES.split())


class UnusableDrawingError(Exception):
    """The SVG cannot be shown inline; another form of the drawing should be."""


# Beside a notebook the same drawings are shown again after each word.
@lru_cache(maxsize=128)
def inline_svg(svg: str, *, prefix: str, alt: str) -> str:
    """Return safe SVG markup for the middle of a page.

    Parameters
    ----------
    prefix
        Goes before every id, so that two drawings on a page do not meet.
    alt
        What the drawing shows; its title and accessible name.

    Raises
    ------
    UnusableDrawingError
        If the text is not SVG.
    """
    root = _read(svg)
    for element in root.iter():
        element.attrib = dict(_page_attributes(element, prefix))
    for name in OF_THE_OUTERMOST & root.attrib.keys():
        del root.attrib[name]
    for parent in list(root.iter()):
        for child in [child for child in parent if child.tag in {"style", "title"}]:
            if child.tag == "style" or parent is root:
                parent.remove(child)
    _name(root, alt)
    return ET.tostring(root, encoding="unicode", short_empty_elements=True)


def follows_theme(svg: str) -> bool:
    """Tell whether a drawing takes its colours from the page, as those of the house style do."""
    return "var(--fig-" in svg


def _read(svg: str) -> ET.Element:
    try:
        cleaned = clean_svg(svg.encode(), lambda data: process_image(data, "picture").data)
    except BrokenSvgError as error:
        raise UnusableDrawingError(str(error)) from error
    text = cleaned.data.decode()
    root = ET.fromstring(text)  # noqa: S314 - already parsed safely and rebuilt by `clean_svg`
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{SVG}}}")
        element.attrib = {_plain(name): value for name, value in element.attrib.items()}
    if "viewBox" not in root.attrib:
        root.set("viewBox", f"0 0 {cleaned.width:g} {cleaned.height:g}")
    root.set("width", f"{cleaned.width:g}")
    root.set("height", f"{cleaned.height:g}")
    return root


def _plain(name: str) -> str:
    return name.replace(f"{{{XLINK}}}", "").removeprefix("{http://www.w3.org/XML/1998/namespace}")


def _page_attributes(element: ET.Element, prefix: str) -> Iterator[tuple[str, str]]:
    """Yield an element's attributes as the page may have them; a style's properties win."""
    attributes = {
        name: value
        for name, value in element.attrib.items()
        if name not in {"style", "class", "space"} and not name.startswith("data-")
    }
    attributes |= dict(_style_attributes(element.get("style", "")))
    for name, value in attributes.items():
        if name == "id":
            yield name, f"{prefix}-{value}"
        elif name == "href" and value.startswith("#"):
            yield name, f"#{prefix}-{value[1:]}"
        elif name in {"aria-labelledby", "aria-describedby"}:
            yield name, " ".join(f"{prefix}-{part}" for part in value.split())
        else:
            yield name, _URL_REFERENCE.sub(rf"url(#{prefix}-\1)", value)


def _style_attributes(style: str) -> Iterator[tuple[str, str]]:
    for name, value in _DECLARATION.findall(style):
        if name == "font" and (font := _FONT.match(value)):
            parts = {f"font-{part}": text for part, text in font.groupdict().items() if text}
            yield from parts.items()
        elif name in _PRESENTATION:
            yield name, value


def _name(root: ET.Element, alt: str) -> None:
    """Make the drawing one picture with a name; without one it is decoration."""
    for attribute in ("role", "aria-label", "aria-labelledby", "aria-hidden"):
        root.attrib.pop(attribute, None)
    if not alt:
        root.set("aria-hidden", "true")
        return
    root.set("role", "img")
    root.set("aria-label", alt)
