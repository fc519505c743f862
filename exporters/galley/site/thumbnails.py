"""Small drawings beside the entries of a list: figures that speak without their words.

At this size no word can be read, so most figures are left out: a table, a flow chart or a row of
intervals says nothing without them. A curve, a scatter of points or a crowd of people in colour
does. Grid and frames go, and what is left is cut out close, so that it is not small and pale.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, reduce
from xml.etree import ElementTree as ET

from markupsafe import Markup
from slugify import slugify

from galley.article.model import Figure
from galley.html.inline_svg import UnusableDrawingError, follows_theme, inline_svg
from galley.site.drawing_extent import Extent, extent_of

# A list of heavy drawings would weigh more than the articles it leads to.
_MOST_BYTES = 20_000
_EDGE = 6
_WIDEST = 3.6
_TALLEST = 0.8
# So much of the drawing's width and height has something in colour to fill.
_LEAST_SHARE = 0.2
# A sign in the corner of a figure is not what the figure shows.
_LEAST_WIDTH = 0.4
_LEAST_HEIGHT = 0.25
_FRAME_SHARE = 0.9
# Axes and labels lie so near to what is in colour; what lies farther away is cut off.
_NEAR_SHARE = 0.1

_WORDS = frozenset({"text", "desc", "title"})
_APART = frozenset({"defs", "clipPath", "symbol", "marker"})
_QUIET = re.compile(
    r"var\(--fig-(?:ink|ink-soft|ink-muted|hairline|paper|band|band-strong|uncertainty|watermark|\w+-tint)\b(?!-)"
)
_HEX = re.compile(r"#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", re.IGNORECASE)
_LEAST_COLOUR = 48
# A box is drawn with straight lines along the edges of the page alone.
_BOX = re.compile(r"[\s\d.,mhvz+-]*", re.IGNORECASE)


def small_drawing(figures: Iterable[Figure], path: str) -> Markup | None:
    """Return the first figure that speaks without words, cut small; None where none does.

    Made-up data are never shown so, since the mark that says what they are is a word.
    """
    shown = (figure for figure in figures if not _is_made_up(figure))
    return next((small for figure in shown if (small := wordless(figure, path))), None)


def wordless(figure: Figure, path: str) -> Markup | None:
    """Return a drawing without text, with ids of its own, since a list holds many drawings."""
    svg = figure.drawings.get("image/svg+xml", "")
    try:
        prefix = f"thumb-{slugify(path)}-{slugify(figure.anchor)}"
        root = ET.fromstring(inline_svg(svg, prefix=prefix, alt=""))  # noqa: S314 - made by us
        drawing = _Drawing(root, _page_of(root))
    except (UnusableDrawingError, ET.ParseError, ValueError):
        return None
    _remove_words(root)
    if any(element.get("transform") for element in root.iter()):
        return None
    drawing.strip(root, {})
    if not drawing.speaks():
        return None
    drawing.cut_out()
    if not follows_theme(svg):
        root.set("class", "on-paper")
    text = ET.tostring(root, encoding="unicode")
    return Markup(text) if len(text) <= _MOST_BYTES else None  # noqa: S704 - cleaned by inline_svg


def _is_made_up(figure: Figure) -> bool:
    return figure.evidence is not None and figure.evidence.kind == "synthetic"


def _page_of(root: ET.Element) -> Extent:
    left, top, width, height = map(float, root.get("viewBox", "").replace(",", " ").split())
    return Extent(left, top, left + width, top + height)


def _remove_words(root: ET.Element) -> None:
    for parent in list(root.iter()):
        for child in [child for child in parent if child.tag in _WORDS]:
            parent.remove(child)


@dataclass
class _Mark:
    extent: Extent
    is_coloured: bool
    is_box: bool


@dataclass
class _Drawing:
    """A drawing without words, and the marks that are left of it."""

    root: ET.Element
    page: Extent
    marks: list[_Mark] = field(default_factory=list)

    def strip(self, parent: ET.Element, inherited: Mapping[str, str]) -> None:
        """Take away grid, frames and paper; note what is left."""
        for child in [child for child in parent if child.tag not in _APART]:
            paint = {**inherited, **_paint(child)}
            if child.tag == "g":
                self.strip(child, paint)
                continue
            extent = extent_of(child, self._symbols)
            if extent is None or self._is_ground(extent, paint):
                parent.remove(child)
            else:
                is_box = child.tag == "rect" or bool(_BOX.fullmatch(child.get("d", "L")))
                colours = (paint.get("fill", "black"), paint.get("stroke", "none"))
                self.marks.append(_Mark(extent, any(map(_is_coloured, colours)), is_box))

    def speaks(self) -> bool:
        """Tell whether something in colour takes up room in both directions."""
        whole = self._whole()
        if whole is None or not _TALLEST <= whole.width / whole.height <= _WIDEST:
            return False
        if whole.width < _LEAST_WIDTH * self.page.width:
            return False
        if whole.height < _LEAST_HEIGHT * self.page.height:
            return False
        return any(
            mark.is_coloured
            and not mark.is_box
            and mark.extent.width >= _LEAST_SHARE * whole.width
            and mark.extent.height >= _LEAST_SHARE * whole.height
            for mark in self.marks
        )

    def cut_out(self) -> None:
        """Leave nothing around what is drawn but a narrow edge."""
        whole = self._whole()
        if whole is not None:
            box = (whole.left - _EDGE, whole.top - _EDGE)
            size = (whole.width + 2 * _EDGE, whole.height + 2 * _EDGE)
            self.root.set("viewBox", " ".join(f"{value:.0f}" for value in (*box, *size)))
            self.root.set("width", f"{size[0]:.0f}")
            self.root.set("height", f"{size[1]:.0f}")

    def _whole(self) -> Extent | None:
        """Return the room that everything in colour takes up, with what is drawn around it."""
        coloured = _joined(mark.extent for mark in self.marks if mark.is_coloured)
        if coloured is None:
            return None
        near = coloured.wider(_NEAR_SHARE)
        around = (mark.extent for mark in self.marks if near.holds_most_of(mark.extent))
        whole = _joined((coloured, *around))
        whole = whole.within(self.page) if whole else None
        return whole if whole and whole.width > 0 and whole.height > 0 else None

    @cached_property
    def _symbols(self) -> dict[str, ET.Element]:
        return {name: element for element in self.root.iter() if (name := element.get("id"))}

    def _is_ground(self, extent: Extent, paint: Mapping[str, str]) -> bool:
        fill, stroke = paint.get("fill", "black"), paint.get("stroke", "none")
        is_paper = stroke == "none" and "--fig-paper" in fill
        is_grid = fill == "none" and "--fig-hairline" in stroke
        is_wide = extent.width >= _FRAME_SHARE * self.page.width
        is_frame = is_wide and extent.height >= _FRAME_SHARE * self.page.height
        # The frame of a schematic is dashed, and stays.
        return is_paper or is_grid or (is_frame and "stroke-dasharray" not in paint)


def _joined(extents: Iterable[Extent]) -> Extent | None:
    found = tuple(extents)
    return reduce(Extent.joined, found) if found else None


def _paint(element: ET.Element) -> dict[str, str]:
    names = ("fill", "stroke", "stroke-dasharray")
    return {name: value for name in names if (value := element.get(name))}


def _is_coloured(paint: str) -> bool:
    if paint.startswith("var("):
        return not _QUIET.match(paint)
    found = _HEX.fullmatch(paint)
    if not found:
        return False
    parts = [int(part, 16) for part in found.groups()]
    return max(parts) - min(parts) >= _LEAST_COLOUR
