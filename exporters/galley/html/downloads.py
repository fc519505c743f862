"""What readers may take away from a figure: its data as CSV, its drawing as SVG and PNG."""

from __future__ import annotations

import base64
import binascii
import csv
import io
import math
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal
from xml.etree import ElementTree as ET

from galley.article.model import DataTable, Figure
from galley.html.png_chunks import bare_png, png_width
from galley.html.svg_pictures import SVG, XLINK, BrokenSvgError, clean_svg
from galley.html.words import Words
from galley.slugs import safe_name
from galley_figures.style.palette import css_variables

DownloadKind = Literal["csv", "svg", "png"]

_VARIABLE = re.compile(r"var\(\s*--[\w-]+\s*(?:,\s*((?:[^()]|\([^()]*\))*?)\s*)?\)")
_PAPER = css_variables("light")["--fig-paper"]
_XML = "http://www.w3.org/XML/1998/namespace"
# A spreadsheet would run such a text; numbers with a sign stay as they are.
_FORMULA = re.compile(r"[=@＝＠\t\r]|[+-].*[(|!]", re.DOTALL)


@dataclass(frozen=True)
class Download:
    """A file that goes with a figure; `name` is unique among the figures of one article.

    Attributes
    ----------
    width_px
        For a picture; 0 for the others.
    """

    kind: DownloadKind
    name: str
    data: bytes = field(repr=False)
    width_px: int = 0

    def label(self, words: Words) -> str:
        """Return what a link to it says: ``Picture (PNG, 1440 px)``."""
        return words.download(self.kind, self.width_px)


def picture_elsewhere(downloads: Iterable[Download]) -> Download | None:
    """Return the picture that stands for a figure where no page is, if it has one.

    A PNG is shown everywhere; feed readers and messengers rarely draw SVG.
    """
    kinds = {download.kind: download for download in downloads}
    return kinds.get("png") or kinds.get("svg")


def figure_downloads(figure: Figure, words: Words) -> tuple[Download, ...]:
    """Return what a figure has to give: table, drawing, picture, in this order.

    A drawing or picture that is damaged is left out; the figure itself says so on the page. A photo
    or a drawn picture is not given away: who made it and who is in it agreed to be shown.
    """
    if figure.origin == "picture":
        return ()
    stem = safe_name(figure.anchor)
    svg = figure.drawings.get("image/svg+xml", "")
    png = _decoded(figure.drawings.get("image/png", ""))
    made: tuple[tuple[DownloadKind, bytes | None, int], ...] = (
        ("csv", table_csv(figure.data) if figure.data else None, 0),
        ("svg", standalone_svg(svg, figure.alt, _in_words(figure, words)), 0),
        ("png", png, png_width(png) if png else 0),
    )
    return tuple(
        Download(kind, f"{stem}.{kind}", data, width_px) for kind, data, width_px in made if data
    )


def _in_words(figure: Figure, words: Words) -> str:
    """Return what goes with a drawing wherever it is copied: what it is and what it shows."""
    evidence = figure.evidence
    kind = f"{words.evidence(evidence.kind)}." if evidence else ""
    note = evidence.note if evidence else ""
    return " ".join(text for text in (kind, note, figure.description) if text)


def table_csv(table: DataTable) -> bytes:
    """Return a table as CSV; units are in the column names, numbers have a decimal point.

    It begins with a byte-order mark, without which Excel reads µ and – as two wrong letters each;
    pandas and R skip it.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_cell(column) for column in table.columns])
    writer.writerows([_cell(value) for value in row] for row in table.rows)
    return out.getvalue().encode("utf-8-sig")


def standalone_svg(svg: str, title: str = "", description: str = "") -> bytes | None:
    """Return a drawing that any viewer shows alone; None if it is not a drawing.

    Viewers outside browsers know no CSS variables, so each is replaced by its fall-back, which is
    the colour on paper; a drawing that takes its colours from the page gets that paper with it.
    """
    if not svg:
        return None
    try:
        cleaned = clean_svg(svg.encode(), lambda data: data).data.decode()
    except BrokenSvgError:
        return None
    root = _read(cleaned)
    if _VARIABLE.search(cleaned):
        root.insert(0, ET.Element("rect", width="100%", height="100%", fill=_PAPER))
    for place, (tag, text) in enumerate((("title", title), ("desc", description))):
        _say(root, place, tag, text)
    return resolve_variables(ET.tostring(root, encoding="unicode")).encode() + b"\n"


def _read(cleaned: str) -> ET.Element:
    """Read a cleaned drawing with names as they are written."""
    root = ET.fromstring(cleaned)  # noqa: S314 - parsed safely and rebuilt by `clean_svg`
    for element in root.iter():
        element.tag = element.tag.removeprefix(f"{{{SVG}}}")
        element.attrib = {
            name.replace(f"{{{XLINK}}}", "xlink:").replace(f"{{{_XML}}}", "xml:"): value
            for name, value in element.attrib.items()
        }
    root.attrib = {"xmlns": SVG, "xmlns:xlink": XLINK, **root.attrib}
    return root


def _say(root: ET.Element, place: int, tag: str, text: str) -> None:
    """Put words where programs look for them, in place of those that were there."""
    if not text:
        return
    for old in root.findall(tag):
        root.remove(old)
    words = ET.Element(tag)
    words.text = text
    root.insert(place, words)
    if tag == "title" and "aria-label" in root.attrib:
        root.set("aria-label", text)


def resolve_variables(text: str) -> str:
    """Replace each ``var(--name, fall-back)`` by its fall-back, from the inside out."""
    while True:
        resolved = _VARIABLE.sub(lambda found: found[1] or "currentColor", text)
        if resolved == text:
            return text
        text = resolved


def _cell(value: str | float | None) -> str | int:
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, str):
        return f"'{value}" if _FORMULA.match(value) else value
    return repr(value) if isinstance(value, float) else value


def _decoded(text: str) -> bytes | None:
    try:
        data = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError):
        return None
    return bare_png(data)
