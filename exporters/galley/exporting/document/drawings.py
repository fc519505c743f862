"""Drawings and pictures as documents carry them: SVG in the colours of paper, PNG beside it."""

from __future__ import annotations

import base64
import binascii
import io
import re
from collections.abc import Mapping
from xml.etree import ElementTree as ET

from galley.article.model import Figure
from galley.html.png_chunks import bare_png
from galley.html.svg_pictures import SVG, XLINK, BrokenSvgError, clean_svg

PAPER = "#ffffff"
"""What documents are printed on, whatever colour the site's pages have."""

_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,\s*((?:[^()]|\([^()]*\))*?)\s*)?\)")
_ON_PAPER = frozenset({"--fig-paper", "--paper"})
_XML = "http://www.w3.org/XML/1998/namespace"
_HOUSE_TYPE = re.compile(r"'?Source Sans'?\s*,\s*(?='Source Sans Pro')")


def print_svg(svg: str, colours: Mapping[str, str] | None = None) -> bytes | None:
    """Return a drawing for paper, which any program shows; None if it is not a drawing.

    Parameters
    ----------
    colours
        Style variable → colour, where the site has its own; else each variable has its fall-back.
    """
    if not svg:
        return None
    try:
        cleaned = clean_svg(svg.encode(), lambda data: data)
    except BrokenSvgError:
        return None
    text = resolved(cleaned.data.decode(), colours or {})
    root = ET.fromstring(_HOUSE_TYPE.sub("", text))  # noqa: S314 - rebuilt by `clean_svg`
    _name_as_written(root)
    if "viewBox" not in root.attrib:
        root.set("viewBox", f"0 0 {cleaned.width:g} {cleaned.height:g}")
    root.set("width", f"{cleaned.width:g}")
    root.set("height", f"{cleaned.height:g}")
    if _VARIABLE.search(svg):
        root.insert(0, ET.Element("rect", width="100%", height="100%", fill=PAPER))
    return ET.tostring(root, encoding="unicode").encode() + b"\n"


def resolved(text: str, colours: Mapping[str, str]) -> str:
    """Replace each ``var(--name, fall-back)`` by its colour, from the inside out."""
    own = {**colours, **dict.fromkeys(_ON_PAPER, PAPER)}
    while True:
        new = _VARIABLE.sub(lambda found: own.get(found[1]) or found[2] or "currentColor", text)
        if new == text:
            return text
        text = new


def _name_as_written(root: ET.Element) -> None:
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{SVG}}}")
        element.attrib = {
            name.replace(f"{{{XLINK}}}", "xlink:").replace(f"{{{_XML}}}", "xml:"): value
            for name, value in element.attrib.items()
            if name not in {"aria-label", "role"}
        }
    root.attrib = {"xmlns": SVG, "xmlns:xlink": XLINK, **root.attrib}


def figure_png(figure: Figure) -> bytes | None:
    """Return the picture of a figure that its cell gave beside the drawing, without metadata."""
    try:
        text = "".join(figure.drawings.get("image/png", "").split())
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        return None
    return bare_png(data)


def as_png(data: bytes) -> bytes | None:
    """Return a picture that does not move as PNG; None for what is no picture."""
    from PIL import Image

    out = io.BytesIO()
    try:
        with Image.open(io.BytesIO(data)) as picture:
            picture.seek(0)
            still = picture if picture.mode in {"RGB", "RGBA", "L"} else picture.convert("RGBA")
            still.save(out, format="PNG", optimize=True)
    except (OSError, ValueError):
        return None
    return out.getvalue()
