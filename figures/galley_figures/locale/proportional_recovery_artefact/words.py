"""The words that `galley_figures.proportional_recovery_artefact` needs in each language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from galley_figures.locale import Lang

MADE_UP: Final[dict[Lang, str]] = {"en": "made up", "id": "data buatan"}
COLUMNS: Final[dict[Lang, tuple[str, ...]]] = {
    "en": (
        "row",
        "start_points",
        "end_points",
        "change_points",
        "value",
        "seed",
        "source",
        "status",
    ),
    "id": (
        "baris",
        "awal_poin",
        "akhir_poin",
        "perubahan_poin",
        "nilai",
        "seed",
        "sumber",
        "status",
    ),
}


@dataclass(frozen=True)
class RowWords:
    """What the table calls its rows; ``{number}`` is a person's."""

    start_and_end: str
    start_and_change: str
    share: str
    published_share: str
    person: str


ROWS: Final[Mapping[Lang, RowWords]] = MappingProxyType(
    {
        "en": RowWords(
            start_and_end="correlation r of start and end",
            start_and_change="correlation r of start and change",
            share="share of what is missing that seems to be regained",
            published_share="share in the published rule, not shown",
            person="made-up person {number}",
        ),
        "id": RowWords(
            start_and_end="korelasi r antara awal dan akhir",
            start_and_change="korelasi r antara awal dan perubahan",
            share="bagian dari kekurangan yang seolah-olah pulih",
            published_share="bagian dalam aturan yang diterbitkan, tidak ditampilkan",
            person="orang rekaan {number}",
        ),
    }
)


@dataclass(frozen=True)
class PanelWords:
    """Words of one panel; ``{r}`` is its correlation."""

    title: str
    says: str
    measure: str


@dataclass(frozen=True)
class Words:
    """Every word of the drawing and of what explains it.

    Attributes
    ----------
    end, change
        The panels: what is plotted against the start.
    highest
        Names the end of the scale in the first panel.
    most
        Names the same limit in the second, where it slants.
    line
        Beside the line that appears; ``{share}`` is its share.
    asides
        Headings and texts below the panels.
    """

    end: PanelWords
    change: PanelWords
    start: str
    highest: str
    most: str
    line: str
    asides: tuple[tuple[str, str], ...]
    caption: str
    alt: str
    description: str
    note: str
