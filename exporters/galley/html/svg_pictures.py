"""SVG files of others: kept as drawings, with everything that could act or ask removed.

An allow-list of elements; no scripts, no events, no animation, no addresses outside the file, no
editors' notes (which often hold the name and folders of whoever drew it).
"""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET
from xml.parsers import expat

from galley.html.svg_attributes import DRAWING
from galley.html.svg_copies import drawn_elements

SVG = "http://www.w3.org/2000/svg"
XLINK = "http://www.w3.org/1999/xlink"

# fmt: off
_SHAPES = (
    "svg", "g", "defs", "symbol", "use", "switch", "path", "rect", "circle", "ellipse", "line",
    "polyline", "polygon", "text", "tspan", "textPath", "title", "desc", "image", "marker",
    "linearGradient", "radialGradient", "stop", "pattern", "clipPath", "mask", "style",
    "filter",
)
_FILTER_STEPS = (
    "Blend", "ColorMatrix", "ComponentTransfer", "Composite", "ConvolveMatrix",
    "DiffuseLighting", "DisplacementMap", "DistantLight", "DropShadow", "Flood", "FuncA",
    "FuncB", "FuncG", "FuncR", "GaussianBlur", "Merge", "MergeNode", "Morphology", "Offset",
    "PointLight", "SpecularLighting", "SpotLight", "Tile", "Turbulence",
)
# fmt: on
_ELEMENTS = frozenset([*_SHAPES, *(f"fe{step}" for step in _FILTER_STEPS)])
# What stands in these, a page reads as HTML.
_HOLDS_WORDS = frozenset({"desc", "title"})
_IS_WRITTEN = frozenset({"text", "tspan", "textPath"})
_RASTER = re.compile(r"data:image/(png|jpeg|jpg|gif|webp);base64,(.*)", re.DOTALL | re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+(?:e[+-]?[0-9]+)?)\s*(px|pt|pc|mm|cm|in|em|ex)?\s*\Z")
_PIXELS = {"px": 1.0, "pt": 96 / 72, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0,
           "em": 16.0, "ex": 8.0}  # fmt: skip
_OUTSIDE_URL = re.compile(r"url\s*\(\s*(?![\"']?\s*#)[^)]*\)?", re.IGNORECASE)
# Functions that take an address as a plain string.
_ASKING = re.compile(
    r"(?<![\w-])(?:-webkit-)?(?:image-set|image|cross-fade|src)\s*\(", re.IGNORECASE
)
_MAX_BYTES = 20_000_000
_MAX_DRAWN = 1_000_000
_MAX_ENTITY = 1_000
_DEFAULT_SIZE = (300.0, 150.0)


class BrokenSvgError(Exception):
    """The file is not a drawing that can be published; the message says why."""


@dataclass(frozen=True)
class SvgPicture:
    """A cleaned drawing and its size in CSS pixels."""

    data: bytes = field(repr=False)
    width: float
    height: float


def is_svg(data: bytes) -> bool:
    """Tell whether the bytes are meant as an SVG file."""
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").lstrip()
    return start.startswith(b"<") and b"<svg" in data[:65536].replace(b"<svg:svg", b"<svg")


def clean_svg(data: bytes, clean_raster: Callable[[bytes], bytes]) -> SvgPicture:
    """Return the drawing with only what draws.

    Parameters
    ----------
    clean_raster
        Called with each picture inside the drawing; returns what may be published of it.

    Raises
    ------
    BrokenSvgError
        If it is not well-formed, has no ``<svg>`` at its root, or grows while it is read.
    """
    root = _parse(data)
    if root.tag != "svg":
        raise BrokenSvgError("its outermost element is not <svg>")
    _clean(root, clean_raster)
    if drawn_elements(root, _MAX_DRAWN) >= _MAX_DRAWN:
        raise BrokenSvgError("its copies of copies are more than a browser can draw")
    root.attrib = {"xmlns": SVG, "xmlns:xlink": XLINK, **root.attrib}
    width, height = _size(root)
    try:
        text = ET.tostring(root, encoding="unicode")
    except RecursionError as error:
        raise BrokenSvgError("its elements are nested too deeply") from error
    return SvgPicture(f"{text}\n".encode(), width, height)


def _parse(data: bytes) -> ET.Element:
    """Read the tree with names as they are written; refuse entities that could multiply."""
    if len(data) > _MAX_BYTES:
        raise BrokenSvgError("it is larger than 20 MB")
    builder = ET.TreeBuilder()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = lambda tag, attributes: builder.start(_local(tag), attributes)
    parser.EndElementHandler = lambda tag: builder.end(_local(tag))
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = _check_entity
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise BrokenSvgError(f"it is not well-formed (line {error.lineno})") from error
    return builder.close()


def _check_entity(name: str, is_parameter: bool, value: str | None, *_: object) -> None:  # noqa: FBT001 - expat's signature
    # Adobe Illustrator declares short ones; those that nest or load files are attacks.
    if is_parameter or value is None or len(value) > _MAX_ENTITY or "&" in value:
        raise BrokenSvgError(f"its entity '{name[:40]}' is not allowed")


def _local(tag: str) -> str:
    return tag.removeprefix("svg:")


def _clean(element: ET.Element, clean_raster: Callable[[bytes], bytes]) -> None:
    """Clean an element in place, and all below it, without recursion: files may nest deeply."""
    waiting = [element]
    while waiting:
        current = waiting.pop()
        current.attrib = _clean_attributes(current, clean_raster)
        holds_words = current.tag in _HOLDS_WORDS
        is_written = current.tag in _IS_WRITTEN
        for child in list(current):
            if child.tag == "a":
                child.tag = "tspan" if is_written else "g"
            if not holds_words and child.tag in _ELEMENTS and not _is_unsafe_style(child):
                waiting.append(child)
            else:
                _drop(current, child)
        if not (holds_words or is_written or current.tag == "style"):
            _drop_stray_words(current)


def _drop_stray_words(element: ET.Element) -> None:
    """Remove words that no program draws, and that a page with the drawing in it may not have."""
    if element.text and element.text.strip():
        element.text = None
    for child in element:
        if child.tail and child.tail.strip():
            child.tail = None


def _drop(parent: ET.Element, child: ET.Element) -> None:
    """Remove a child; the text after it belongs to its parent and stays."""
    position = list(parent).index(child)
    if child.tail and position:
        before = parent[position - 1]
        before.tail = (before.tail or "") + child.tail
    elif child.tail:
        parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def _clean_attributes(
    element: ET.Element,
    clean_raster: Callable[[bytes], bytes],
) -> dict[str, str]:
    kept = {}
    for name, value in element.attrib.items():
        if name in {"href", "xlink:href"}:
            address = _inner_address(element.tag, value, clean_raster)
            if address:
                kept[name] = address
        elif _is_kept(name):
            kept[name] = _without_outside(value)
    return kept


def _is_kept(name: str) -> bool:
    """Tell whether an attribute draws: not an event, a name space or an editor's own note."""
    return name.lower() in DRAWING


def _inner_address(tag: str, value: str, clean_raster: Callable[[bytes], bytes]) -> str:
    """Return an address inside the file, a picture inside it, cleaned, or nothing."""
    if value.startswith("#"):
        return value
    picture = _RASTER.match(value.strip()) if tag == "image" else None
    if picture is None:
        return ""
    try:
        data = clean_raster(base64.b64decode(picture[2]))
    except binascii.Error:
        return ""
    kind = "jpeg" if picture[1].lower() == "jpg" else picture[1].lower()
    return f"data:image/{kind};base64,{base64.b64encode(data).decode()}"


def _without_outside(value: str) -> str:
    """Remove addresses outside the file from an attribute, ``style`` included."""
    # A backslash can spell `url` so that no one recognises it, and draws nothing itself.
    value = value.replace("\\", "")
    return "" if _ASKING.search(value) else _OUTSIDE_URL.sub("none", value)


def _is_unsafe_style(element: ET.Element) -> bool:
    """Clean a style sheet in place; tell whether it has to go because it hides what it says."""
    if element.tag != "style":
        return False
    css = element.text or ""
    if "\\" in css or len(element) or _ASKING.search(css):
        return True
    css = re.sub(r"/\*.*?(\*/|\Z)", "", css, flags=re.DOTALL)
    css = re.sub(r"@import[^;]*(;|\Z)", "", css, flags=re.IGNORECASE)
    element.text = _OUTSIDE_URL.sub("none", css)
    return False


def _size(root: ET.Element) -> tuple[float, float]:
    """Return the size in pixels: from width and height, else from the view box."""
    width, height = (_pixels(root.get(side, "")) for side in ("width", "height"))
    box = [float(n) for n in re.findall(r"-?[0-9]*\.?[0-9]+", root.get("viewBox", ""))]
    ratio = box[3] / box[2] if len(box) == 4 and box[2] > 0 and box[3] > 0 else None  # noqa: PLR2004 - x, y, width, height
    if width and height:
        return width, height
    if ratio is None:
        return width or _DEFAULT_SIZE[0], height or _DEFAULT_SIZE[1]
    if height:
        return height / ratio, height
    width = width or box[2]
    return width, width * ratio


def _pixels(length: str) -> float:
    found = _LENGTH.match(length)
    return float(found[1]) * _PIXELS[found[2] or "px"] if found else 0.0
