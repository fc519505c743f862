"""The words of the recovery curves: what there is to say, and the names that both readers share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from galley_figures.locale import Lang
from galley_figures.models.recovery_curves import Cluster
from galley_figures.parameters import Bilingual

START_LABEL: Final[Bilingual] = {"en": "Score at the start", "id": "Skor awal"}
POINTS: Final[Bilingual] = {"en": "points", "id": "poin"}
POINT: Final[Bilingual] = {"en": "point", "id": "poin"}

COLUMNS: Final[dict[Lang, tuple[str, ...]]] = {
    "en": (
        "item",
        "cluster",
        "week",
        "points",
        "regained_share",
        "time_constant_weeks",
        "source",
        "status",
    ),
    "id": (
        "butir",
        "klaster",
        "minggu",
        "poin",
        "bagian_yang_pulih",
        "tetapan_waktu_minggu",
        "sumber",
        "status",
    ),
}


@dataclass(frozen=True)
class RowNames:
    """What the rows of the table are called.

    Attributes
    ----------
    chosen
        Status of the start score.
    form
        Status of the scores that follow from the equation.
    """

    start: str
    group: str
    clusters: Mapping[Cluster, str]
    median: str
    lower: str
    upper: str
    chosen: str
    form: str


ROWS: Final[dict[Lang, RowNames]] = {
    "en": RowNames(
        start="score at the start",
        group="group {number}",
        clusters={"poor": "poor", "moderate": "moderate", "good": "good"},
        median="prediction error: median",
        lower="prediction error: lower quartile",
        upper="prediction error: upper quartile",
        chosen="chosen, not from the source",
        form="computed; that missing points count from the start score to 66: {not_checked}",
    ),
    "id": RowNames(
        start="skor awal",
        group="kelompok {number}",
        clusters={"poor": "buruk", "moderate": "sedang", "good": "baik"},
        median="galat prediksi: median",
        lower="galat prediksi: kuartil bawah",
        upper="galat prediksi: kuartil atas",
        chosen="dipilih, bukan dari sumber",
        form="dihitung; bahwa kekurangan dihitung dari skor awal sampai 66: {not_checked}",
    ),
}

# Formulas are not broken at the end of a line.
MISSING: Final = "66\u00a0−\u00a0FM₀"
EQUATION: Final = f"FM(t)\u00a0=\u00a0FM₀\u00a0+\u00a0r\u00a0({MISSING})(1\u00a0−\u00a0exp(−t/τ))"


@dataclass(frozen=True)
class Words:
    """Every word of the drawing and of what explains it.

    Attributes
    ----------
    groups
        What stands at the end of each curve, from group 1 to group 5.
    start
        Beside the point from which all curves start.
    asides
        Below the curves; the last one stands beside the ruler of errors.
    list
        How the final scores are joined.
    group_sentence
        What the long description says of each group.
    """

    time: str
    score: str
    score_unit: str
    groups: tuple[str, str, str, str, str]
    start: str
    asides: tuple[tuple[str, str], ...]
    caption: str
    alt: str
    list: str
    opening: str
    group_sentence: str
    note: str
