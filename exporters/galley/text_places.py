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
