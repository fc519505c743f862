"""What the recovery-matrix figure draws: two ways to get better, at three levels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from galley_figures.explanatory import DataTable
from galley_figures.locale import (
    CHECKED,
    NOT_CHECKED,
    SCHEMATIC,
    Audience,
    Lang,
)
from galley_figures.locale.recovery_matrix import WORDS, LevelKey, WayKey, Words
from galley_figures.parameters import validated

SOURCES: Final = ("levin2009", "kwakkel2023", "cortes2017")

_REFERENCES: Final[dict[tuple[LevelKey, WayKey], tuple[str, bool]]] = {
    ("brain", "restitution"): ("levin2009", True),
    ("brain", "compensation"): ("levin2009", True),
    ("movement", "restitution"): ("levin2009", True),
    ("movement", "compensation"): ("levin2009; kwakkel2023", True),
    ("task", "restitution"): ("levin2009", False),
    ("task", "compensation"): ("kwakkel2023", True),
}
"""Reference of each cell, and whether its wording was checked in a source that was read."""


@dataclass(frozen=True)
class Cell:
    """One meeting of a level and a way."""

    level: LevelKey
    way: WayKey
    text: str
    reference: str
    is_checked: bool


@dataclass(frozen=True)
class Level:
    """One row: a name, the name of the same level in the ICF, and its two cells."""

    key: LevelKey
    name: str
    icf_name: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Way:
    """One column."""

    key: WayKey
    name: str
    meaning: str


@dataclass(frozen=True)
class Data:
    """All that is drawn, words included."""

    lang: Lang
    audience: Audience
    words: Words
    ways: tuple[Way, ...]
    levels: tuple[Level, ...]
    schematic: str


@validated
def compute(*, lang: Lang = "en", audience: Audience = "patient") -> Data:
    """Return all that is drawn.

    Raises
    ------
    ValueError
        If the language or the audience is not known.
    """
    words = WORDS[lang]
    return Data(
        lang=lang,
        audience=audience,
        words=words,
        ways=tuple(Way(key, *names) for key, names in words.ways.items()),
        levels=tuple(
            Level(key, *names, cells=_cells(key, words, audience))
            for key, names in words.levels.items()
        ),
        schematic=SCHEMATIC[lang],
    )


def _cells(level: LevelKey, words: Words, audience: Audience) -> tuple[Cell, ...]:
    texts = words.cells[audience]
    return tuple(
        Cell(level, way, texts[level, way], *_REFERENCES[level, way]) for way in words.ways
    )


def describe(data: Data) -> tuple[str, str]:
    """Return the text alternative and the long description of what is drawn."""
    columns = "; ".join(f"{way.name} ({way.meaning})" for way in data.ways)
    names = {way.key: way.name for way in data.ways}
    rows = " ".join(
        f"{level.name} ({level.icf_name}): "
        + " ".join(f"{names[cell.way]}: {cell.text}" for cell in level.cells)
        for level in data.levels
    )
    alt = data.words.alt.format(count=len(data.levels))
    return alt, data.words.description.format(columns=columns, rows=rows)


def table(data: Data) -> DataTable:
    """Return every cell with its reference and whether it was checked."""
    names = {way.key: way.name for way in data.ways}
    marks = {True: CHECKED[data.lang], False: NOT_CHECKED[data.lang]}
    return DataTable(
        columns=data.words.columns,
        rows=tuple(
            (
                level.name,
                level.icf_name,
                names[cell.way],
                cell.text,
                cell.reference,
                marks[cell.is_checked],
            )
            for level in data.levels
            for cell in level.cells
        ),
    )
