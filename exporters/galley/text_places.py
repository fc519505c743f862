"""Places in articles that are written as text: the line of the file instead of a cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from galley.findings import Finding, Place
from galley.sources import ArticleSource

_PLACE = re.compile(r"(?P<file>[^\s#'\"]+)#(?P<cell>cell-[\d-]+)(?::(?P<line>\d+))?")

Lines = Mapping[str, Mapping[str, int]]
"""File → cell id → line of the file at which the cell's source begins."""


def lines_of(sources: Iterable[ArticleSource]) -> Lines:
    """Return where the cells of texts stand; notebooks have no lines that anybody sees."""
    return {source.file: source.lines for source in sources if source.lines}


def place_in_file(place: Place, lines: Lines) -> Place:
    """Return the place as a line of the file, where the file is a text."""
    if place.cell is None or place.file not in lines:
        return place
    first = lines[place.file].get(place.cell)
    return Place(place.file, line=first + (place.line or 1) - 1 if first else place.line)


def in_files(findings: Iterable[Finding], lines: Lines) -> tuple[Finding, ...]:
    """Return findings that name lines of texts as an editor counts them."""
    return tuple(_in_file(each, lines) for each in findings) if lines else tuple(findings)


def in_cells(findings: Iterable[Finding], lines: Lines) -> tuple[Finding, ...]:
    """Return findings of texts as of notebooks: where a text is open as one, cells are seen."""
    return tuple(
        replace(each, place=place_in_cell(each.place, lines)) if each.place.file in lines else each
        for each in findings
    )


def place_in_cell(place: Place, lines: Lines) -> Place:
    """Return the cell of a text in which a line of the file stands; what `place_in_file` undoes."""
    starts = lines.get(place.file, {})
    above = [(first, cell) for cell, first in starts.items() if first <= (place.line or 0)]
    if place.cell is not None or not place.line or not above:
        return place
    first, cell = max(above)
    return Place(place.file, cell, place.line - first + 1)


def _in_file(finding: Finding, lines: Lines) -> Finding:
    place = place_in_file(finding.place, lines)
    message, fix = _words(finding.message, lines), _words(finding.fix, lines)
    return replace(finding, place=place, message=message, fix=fix)


def _words(text: str, lines: Lines) -> str:
    """Name lines in a sentence that speaks of another place."""

    def place(match: re.Match[str]) -> str:
        file, cell, line = match["file"], match["cell"], match["line"]
        if file not in lines:
            return match[0]
        return str(place_in_file(Place(file, cell, int(line) if line else None), lines))

    return _PLACE.sub(place, text) if "#cell-" in text else text
