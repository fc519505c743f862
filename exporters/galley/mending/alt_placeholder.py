"""A figure without alternative text gets a line for it, which is still to be filled in.

The line says that it is to be written, so that `figure-alt-filler` goes on asking for it.
"""

from __future__ import annotations

from galley.article.cell_options import split_cell_options
from galley.findings import Finding
from galley.mending.desk import Desk, Piece
from galley.mending.mender import Surroundings

RULE = "figure-missing-alt"
LINE = "#| alt: TODO: say what the figure shows"


def mend(finding: Finding, desk: Desk, around: Surroundings) -> Desk | None:
    """Write the line under the cell's other options."""
    piece = Piece(finding.place.file, finding.place.cell or "")
    text = desk.text(piece)
    if text is None or not _is_code(piece, around):
        return None
    options, rest = split_cell_options(text)
    if rest.lstrip().startswith("%%") or any(line.startswith("#| alt:") for line in options):
        # What a cell magic begins must begin with it.
        return None
    head = text[: len(text) - len(rest)] if options else ""
    gap = "" if head.endswith("\n") or not head else "\n"
    return desk.with_text(piece, f"{head}{gap}{LINE}\n{rest}")


def _is_code(piece: Piece, around: Surroundings) -> bool:
    source = around.source(piece.file)
    cells = source.notebook.cells if source else ()
    return any(cell.id == piece.cell and cell.cell_type == "code" for cell in cells)
