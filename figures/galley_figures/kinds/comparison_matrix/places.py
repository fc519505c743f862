"""Where the words of a matrix stand: a table, or one block per row on a phone.

Lengths are px from the top left corner of the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

from galley_figures.kinds.comparison_matrix.spec import Mark, Matrix, MatrixCell, MatrixColumn
from galley_figures.style.canvas import Layout, label_width
from galley_figures.style.fonts import Weight, wrap
from galley_figures.style.palette import ColourName

MARGIN: Final = 12
LINE: Final = 17
"""From one baseline to the next."""
MARK_INDENT: Final = 20
"""Where words begin, from the left of the mark before them."""
MARK_RISE: Final = 4.5
"""How far the middle of a mark lies above the baseline of its word."""

_GAP: Final = 24
_ROW_TOP, _ROW_FOOT = 25, 14
_NARROWEST_COLUMN: Final = 84
_LABELS: Final = (64, 116)
"""The narrowest and the widest that the columns' names are at the left of a block."""


@dataclass(frozen=True)
class Text:
    """Words at a place; each line has a baseline of its own, `LINE` apart."""

    x: float
    y: float
    text: str
    size_px: float = 13
    colour_name: ColourName = "ink"
    weight: Weight = "regular"
    gid: str = ""

    @property
    def bottom(self) -> float:
        """The baseline of the last line."""
        return self.y + LINE * self.text.count("\n")


@dataclass(frozen=True)
class PlacedMark:
    """A mark with its middle."""

    x: float
    y: float
    mark: Mark


@dataclass(frozen=True)
class Rule:
    """A line across the figure; the one under the head is stronger."""

    y: float
    is_strong: bool = False


@dataclass(frozen=True)
class Placed:
    """Everything at its place.

    Attributes
    ----------
    across
        Where rules begin and end.
    baselines
        The first baseline of each row.
    """

    texts: tuple[Text, ...]
    marks: tuple[PlacedMark, ...]
    rules: tuple[Rule, ...]
    across: tuple[float, float]
    baselines: tuple[float, ...]
    height: float


def place_matrix(
    matrix: Matrix, layout: Layout, *, left: float = MARGIN, is_labelled: bool = True
) -> Placed:
    """Place a matrix for a layout; as blocks also where words are too long for columns.

    Parameters
    ----------
    left
        Where it begins, px from the left; a caller may draw before it.
    is_labelled
        Whether blocks name the columns; not needed where their words speak for themselves.
    """
    across = (left, float(layout.width_px - MARGIN))
    widths = None if layout.is_narrow else _column_widths(matrix, across[1] - left)
    if widths:
        return _place_table(matrix, widths, across)
    return _place_blocks(matrix, across, is_labelled=is_labelled)


# Wide: a table.


def _place_table(matrix: Matrix, widths: Sequence[float], across: tuple[float, float]) -> Placed:
    lefts = [across[0] + sum(widths[:place]) + _GAP * place for place in range(len(widths))]
    head = _head(matrix, lefts, widths)
    top = _bottom(head) + 12
    texts, marks, rules = [*head], list[PlacedMark](), [Rule(top, is_strong=True)]
    baselines: list[float] = []
    for row in matrix.rows:
        y = top + _ROW_TOP
        baselines.append(y)
        row_texts = _name_texts(row.name, row.detail, lefts[0], y, widths[0])
        for cell, left, width in zip(row.cells, lefts[1:], widths[1:], strict=True):
            cell_texts, cell_marks = _cell(cell, left, y, width)
            row_texts += cell_texts
            marks += cell_marks
        texts += row_texts
        top = _bottom(row_texts) + _ROW_FOOT
        rules.append(Rule(top))
    return Placed(tuple(texts), tuple(marks), tuple(rules[:-1]), across, tuple(baselines), top)


def _column_widths(matrix: Matrix, whole: float) -> list[float] | None:
    """Share the width, names included: more for more words; none where their words do not fit."""
    names = [matrix.corner, *(f"{row.name} {row.detail}" for row in matrix.rows)]
    columns = [_column_texts(matrix, place) for place in range(len(matrix.columns))]
    least = [max(_NARROWEST_COLUMN, _longest_word(texts)) for texts in (names, *columns)]
    wanted = [sqrt(max(map(len, texts))) for texts in (names, *columns)]
    free = whole - _GAP * len(columns)
    shares = [free * want / sum(wanted) for want in wanted]
    # A column that needs more takes it from those that have more than they need.
    over = [share - need for need, share in zip(least, shares, strict=True)]
    spare, missing = (sum(max(0.0, sign * room) for room in over) for sign in (1, -1))
    if missing > spare:
        return None
    kept = 1 - missing / spare if spare else 1
    return [need + max(0.0, room) * kept for need, room in zip(least, over, strict=True)]


def _column_texts(matrix: Matrix, place: int) -> list[str]:
    column = matrix.columns[place]
    cells = [row.cells[place] for row in matrix.rows]
    return [column.name, column.meaning, *(cell.in_words for cell in cells)]


def _longest_word(texts: Iterable[str]) -> float:
    """Return the room for the longest word, as if it were a name after a mark."""
    words = (word for text in texts for word in text.split())
    return max((label_width(word, 14, "semibold") for word in words), default=0) + MARK_INDENT


def _head(matrix: Matrix, lefts: Sequence[float], widths: Sequence[float]) -> list[Text]:
    texts = [Text(lefts[0], 24, wrap(matrix.corner, widths[0], 12), 12, "ink-muted", gid="corner")]
    for column, left, width in zip(matrix.columns, lefts[1:], widths[1:], strict=True):
        texts += _column_head(column, left, 24, width)
    return texts


def _column_head(column: MatrixColumn, left: float, y: float, width: float) -> list[Text]:
    name = wrap(column.name, width, 14, "semibold")
    texts = [Text(left, y, name, 14, column.colour_name, "semibold", "column-name")]
    if column.meaning:
        meaning = wrap(column.meaning, width, 12)
        texts.append(
            Text(left, _bottom(texts) + LINE, meaning, 12, "ink-soft", gid="column-meaning")
        )
    return texts


# Narrow: a block for each row.


def _place_blocks(matrix: Matrix, across: tuple[float, float], *, is_labelled: bool) -> Placed:
    left, whole = across[0], across[1] - across[0]
    texts = _key(matrix, left, whole)
    marks, rules, baselines = list[PlacedMark](), list[Rule](), list[float]()
    top = _bottom(texts) + 14 if texts else 2.0
    has_key, label = bool(texts), _label_width(matrix)
    for row in matrix.rows:
        if baselines or has_key:  # nothing stands above a first block without a key
            rules.append(Rule(top, is_strong=not baselines))
        baselines.append(top + _ROW_TOP)
        block = _name_texts(row.name, row.detail, left, baselines[-1], whole, size_px=14)
        for column, cell in zip(matrix.columns, row.cells, strict=True):
            place = (left, _bottom(block) + LINE + 5)
            if is_labelled:
                words, word_marks = _entry(column, cell, place, label, whole)
            else:
                words, word_marks = _cell(cell, *place, whole)
            block += words
            marks += word_marks
        texts += block
        top = _bottom(block) + _ROW_FOOT
    return Placed(tuple(texts), tuple(marks), tuple(rules), across, tuple(baselines), top)


def _key(matrix: Matrix, left: float, whole: float) -> list[Text]:
    """Say once, above the blocks, what the columns mean."""
    texts: list[Text] = []
    for column in matrix.columns:
        if column.meaning:
            y = _bottom(texts) + LINE + 6 if texts else 24
            texts += _column_head(column, left, y, whole)
    return texts


def _label_width(matrix: Matrix) -> float | None:
    """Return how wide names at the left of texts are; none where they stand above the texts."""
    words = [word for column in matrix.columns for word in column.name.split()]
    longest = max(label_width(word, 12, "semibold") for word in words)
    least, most = _LABELS
    if longest > most:
        return None
    whole_names = max(label_width(column.name, 12, "semibold") for column in matrix.columns)
    return min(max(least, longest, whole_names), most)


def _entry(
    column: MatrixColumn,
    cell: MatrixCell,
    place: tuple[float, float],
    label: float | None,
    whole: float,
) -> tuple[list[Text], list[PlacedMark]]:
    """Place a column's name and the row's cell: beside each other, or one above the other."""
    left, y = place
    colour_name = "ink-muted" if column.colour_name == "ink" else column.colour_name
    name = wrap(column.name, label or whole, 12, "semibold")
    head = Text(left, y, name, 12, colour_name, "semibold", "column-label")
    if label is None:
        texts, marks = _cell(cell, left, head.bottom + LINE, whole)
    else:
        texts, marks = _cell(cell, left + label + 14, y, whole - label - 14)
    return [head, *texts], marks


# Both.


def _name_texts(
    name: str, detail: str, left: float, y: float, width: float, *, size_px: float = 13
) -> list[Text]:
    words = wrap(name, width, size_px, "semibold")
    texts = [Text(left, y, words, size_px, weight="semibold", gid="row-name")]
    if detail:
        below = texts[0].bottom + LINE
        texts.append(Text(left, below, wrap(detail, width, 12), 12, "ink-muted", gid="row-detail"))
    return texts


def _cell(
    cell: MatrixCell, left: float, y: float, width: float
) -> tuple[list[Text], list[PlacedMark]]:
    if cell.mark is None:
        return [Text(left, y, wrap(cell.text, width, 13), gid="cell")], []
    mark = PlacedMark(left + 6, y - MARK_RISE, cell.mark)
    left, width = left + MARK_INDENT, width - MARK_INDENT
    word = wrap(cell.word, width, 13, "semibold")
    texts = [Text(left, y, word, weight="semibold", gid="mark-word")]
    if cell.text:
        below = texts[0].bottom + LINE
        texts.append(Text(left, below, wrap(cell.text, width, 13), gid="cell"))
    return texts, [mark]


def _bottom(texts: Sequence[Text]) -> float:
    return max((text.bottom for text in texts), default=0.0)
