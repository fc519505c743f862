"""What readers may take away from a figure: its data as CSV, its drawing as SVG and PNG."""

from __future__ import annotations

import base64
import binascii
import csv
import io
import math
import re
from dataclasses import dataclass, field
from typing import Literal

from galley.article.model import DataTable, Figure
from galley.html.png_chunks import bare_png
from galley.html.svg_pictures import BrokenSvgError, clean_svg
from galley.slugs import safe_name

DownloadKind = Literal["csv", "svg", "png"]

_VARIABLE = re.compile(r"var\(\s*--[\w-]+\s*(?:,\s*((?:[^()]|\([^()]*\))*?)\s*)?\)")
# A spreadsheet would run such a text; numbers with a sign stay as they are.
_FORMULA = re.compile(r"[=@\t\r]|[+-].*[(|!]", re.DOTALL)


@dataclass(frozen=True)
class Download:
    """A file that goes with a figure; `name` is unique among the figures of one article."""

    kind: DownloadKind
    name: str
    data: bytes = field(repr=False)


def figure_downloads(figure: Figure) -> tuple[Download, ...]:
    """Return what a figure has to give: table, drawing, picture, in this order.

    A drawing or picture that is damaged is left out; the figure itself says so on the page. A photo
    or a drawn picture is not given away: who made it and who is in it agreed to be shown.
    """
    if figure.origin == "picture":
        return ()
    stem = safe_name(figure.anchor)
    made: tuple[tuple[DownloadKind, bytes | None], ...] = (
        ("csv", table_csv(figure.data) if figure.data else None),
        ("svg", standalone_svg(figure.drawings.get("image/svg+xml", ""))),
        ("png", _decoded(figure.drawings.get("image/png", ""))),
    )
    return tuple(Download(kind, f"{stem}.{kind}", data) for kind, data in made if data)


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


def standalone_svg(svg: str) -> bytes | None:
    """Return a drawing that any viewer shows alone; None if it is not a drawing.

    Viewers outside browsers know no CSS variables, so each is replaced by its fall-back, which is
    the colour on white paper.
    """
    if not svg:
        return None
    try:
        cleaned = clean_svg(svg.encode(), lambda data: data).data
    except BrokenSvgError:
        return None
    return resolve_variables(cleaned.decode()).encode()


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
