"""What the evidence ladder draws: its rungs as a matrix, in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from galley_figures.explanatory import Cell, DataTable, Evidence
from galley_figures.gallery.evidence_ladder.rungs import HELD_BACK, RUNGS, Rung
from galley_figures.kinds.comparison_matrix import Matrix, MatrixCell, MatrixColumn, MatrixRow
from galley_figures.locale import CHECKED, CHECKED_SECONDARY, NOT_CHECKED, Audience, Lang
from galley_figures.locale.evidence_ladder import WORDS, Words
from galley_figures.parameters import validated

_STATUS = {"checked": CHECKED, "secondary": CHECKED_SECONDARY, "not checked": NOT_CHECKED}


@dataclass(frozen=True)
class Data:
    """All that is drawn, words included."""

    rungs: tuple[Rung, ...]
    matrix: Matrix
    words: Words
    lang: Lang


@validated
def compute(*, lang: Lang = "en", audience: Audience = "patient") -> Data:
    """Put the rungs into words."""
    words = WORDS[lang][audience]
    study, *columns = words.heads
    return Data(
        rungs=RUNGS,
        matrix=Matrix(
            columns=tuple(MatrixColumn(name) for name in columns),
            rows=tuple(_row(rung, words) for rung in RUNGS),
            corner=study,
        ),
        words=words,
        lang=lang,
    )


def _row(rung: Rung, words: Words) -> MatrixRow:
    said = words.rungs[rung.key]
    word = words.directions[rung.mark] if rung.mark else ""
    return MatrixRow(
        name=said.study,
        cells=(MatrixCell(said.tested), MatrixCell(said.finding, rung.mark, word)),
        detail=said.detail,
        source="; ".join(rung.sources),
    )


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    words = data.words
    counted = Counter(str(rung.mark) for rung in data.rungs)
    counts = ", ".join(
        text.format(n=counted[mark]) for mark, text in words.counts.items() if counted[mark]
    )
    rows = " ".join(
        f"{row.name} ({row.detail}). {row.cells[0].text}: {row.cells[1].in_words}."
        for row in data.matrix.rows
    )
    alt = words.alt.format(count=len(data.rungs), counts=counts)
    return alt, words.description.format(rows=rows, note=words.note)


def evidence(data: Data) -> Evidence:
    """Return what the drawn rungs rest on."""
    sources = tuple(dict.fromkeys(key for rung in data.rungs for key in rung.sources))
    return Evidence("data", sources, data.words.evidence)


def table(data: Data) -> DataTable:
    """Return every rung; works that were not checked are named without what they found."""
    drawn = tuple(_table_row(rung, place, data) for place, rung in enumerate(data.rungs, start=1))
    return DataTable(
        data.words.columns, (*drawn, *(_table_row(rung, None, data) for rung in HELD_BACK))
    )


def _table_row(rung: Rung, place: int | None, data: Data) -> tuple[Cell, ...]:
    said = data.words.rungs[rung.key]
    return (
        f"{said.study} ({said.detail})" if said.detail else said.study,
        place,
        said.tested,
        data.words.directions[rung.mark] if rung.mark else None,
        said.finding or None,
        "; ".join(rung.sources),
        _STATUS[rung.status][data.lang],
    )
