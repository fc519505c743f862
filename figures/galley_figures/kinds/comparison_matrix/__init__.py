"""A comparison in a few short texts or marks, from a table whose first column names the rows."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Final

from galley_figures.errors import FigureError, nearest
from galley_figures.explanatory import EvidenceClass, ExplanatoryFigure
from galley_figures.kinds.about import about_figure
from galley_figures.kinds.comparison_matrix.drawing import draw_matrix, paint_matrix
from galley_figures.kinds.comparison_matrix.marks import draw_mark
from galley_figures.kinds.comparison_matrix.places import MARK_INDENT, Placed, place_matrix
from galley_figures.kinds.comparison_matrix.reading import cell_of, read_matrix
from galley_figures.kinds.comparison_matrix.spec import (
    Mark,
    Matrix,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
)
from galley_figures.kinds.comparison_matrix.words import describe_matrix, table_of_matrix
from galley_figures.kinds.kind import Kind
from galley_figures.locale import LANGS, Lang
from galley_figures.tables import TableSource

__all__ = [
    "MARK_INDENT",
    "Mark",
    "Matrix",
    "MatrixCell",
    "MatrixColumn",
    "MatrixRow",
    "Placed",
    "cell_of",
    "comparison_matrix",
    "describe_matrix",
    "draw_mark",
    "draw_matrix",
    "paint_matrix",
    "place_matrix",
    "read_matrix",
    "table_of_matrix",
]

_NONE: Final[Mapping[str, str]] = MappingProxyType({})


COMPARISON_MATRIX: Final = Kind(
    "comparison_matrix",
    lambda spec, layout, _lang: draw_matrix(spec, layout),
    describe_matrix,
    table_of_matrix,
)


def comparison_matrix(
    table: TableSource,
    *,
    evidence: EvidenceClass,
    sources: Sequence[str] = (),
    note: str = "",
    caption: str = "",
    meanings: Mapping[str, str] = _NONE,
    colours: Mapping[str, str] = _NONE,
    lang: Lang = "en",
) -> ExplanatoryFigure:
    """Compare up to 8 things by up to 4 properties, in short texts or marks with words.

    Parameters
    ----------
    table
        The first column names the rows, the others are compared; a column ``source`` holds the
        citation keys of a row and is not drawn. A cell that says *yes*, *partly*, *no* or *not
        known*, alone or with more words after a colon, gets a mark.
    evidence, sources, note
        What the cells rest on.
    meanings
        What a column means, in a few words: ``{"Restitution": "a return towards how it was"}``.
    colours
        What a column's colour says: restoration, compensation, time, dose, caution, harm.
    lang
        Language of the words Galley adds.

    Raises
    ------
    FigureError
        If the table cannot be read, or holds more than a reader can compare.

    Examples
    --------
    >>> figure = comparison_matrix(
    ...     [{"Trial": "VNS-REHAB", "Blinded": "yes"}, {"Trial": "EXCITE", "Blinded": "partly"}],
    ...     evidence="data",
    ...     sources=["dawson2021", "wolf2006"],
    ... )
    >>> figure.alt
    'Table that compares VNS-REHAB and EXCITE by Blinded.'
    """
    if lang not in LANGS:
        legal = ", ".join(LANGS)
        raise FigureError(
            f"comparison_matrix: lang must be one of {legal}, not {lang!r}", nearest(lang, LANGS)
        )
    matrix = read_matrix(table, meanings=meanings, colours=colours, lang=lang)
    about = about_figure(
        "comparison_matrix",
        evidence=evidence,
        sources=sources,
        note=note,
        caption=caption,
        lang=lang,
        row_sources=[
            key.strip() for row in matrix.rows for key in row.source.split(";") if key.strip()
        ],
    )
    return COMPARISON_MATRIX.figure(matrix, about)
