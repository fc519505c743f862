"""Writing the sheet's files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from galley_figures.sheet.catalogue import Entry, entries
from galley_figures.sheet.measures import measure, render_csv
from galley_figures.sheet.page import Sheet, render_page


def write_sheet(folder: Path, *, only: Sequence[str] = (), with_pictures: bool = False) -> int:
    """Draw, measure and write; return how many drawings there are.

    Parameters
    ----------
    folder
        Made if it is not there; files of the same names are written over.
    only
        Names of figures; none for all.
    with_pictures
        Whether to write a picture of each drawing too; needs playwright and a Chromium.

    Raises
    ------
    FigureError
        If there is no such figure, or pictures are wanted and there is no browser.
    """
    sheets = [sheet_of(entry) for entry in entries(only)]
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "index.html").write_text(render_page(sheets), encoding="utf-8", newline="\n")
    table = render_csv(sheet.measures for sheet in sheets)
    (folder / "measures.csv").write_text(table, encoding="utf-8", newline="\n")
    if with_pictures:
        # A browser is only needed here, so that the page can be made without one.
        from galley_figures.sheet.pictures import write_pictures

        write_pictures(folder / "pictures", sheets)
    return len(sheets)


def sheet_of(entry: Entry) -> Sheet:
    """Draw and measure one entry."""
    figure = entry.figure()
    return Sheet(entry, figure, measure(entry, figure))
