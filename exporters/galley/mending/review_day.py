"""An article without a day of review gets one, two years after its date."""

from __future__ import annotations

import re
from datetime import date

from galley.findings import Finding
from galley.mending.desk import Desk, Piece
from galley.mending.mender import Surroundings

RULE = "front-matter-missing-review-by"
_YEARS = 2
_DATE_LINE = re.compile(r"date:\s")


def mend(finding: Finding, desk: Desk, around: Surroundings) -> Desk | None:
    """Write ``review_by:`` on the line after ``date:``."""
    source = around.source(finding.place.file)
    day = source.front_matter.date if source else None
    place = source.field_place(("date",)) if source else None
    if day is None or place is None or not place.cell or not place.line:
        return None
    piece = Piece(place.file, place.cell)
    lines = (desk.text(piece) or "").split("\n")
    if place.line > len(lines) or not _DATE_LINE.match(lines[place.line - 1]):
        # Between braces, or in another tool's form: better not touched.
        return None
    lines.insert(place.line, f"review_by: {_later(day).isoformat()}")
    return desk.with_text(piece, "\n".join(lines))


def _later(day: date) -> date:
    try:
        return day.replace(year=day.year + _YEARS)
    except ValueError:
        return day.replace(year=day.year + _YEARS, day=28)
