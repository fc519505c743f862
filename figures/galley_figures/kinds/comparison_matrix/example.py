"""The example of the contact sheet and of the guide: four studies of training after stroke."""

from __future__ import annotations

from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.kinds.comparison_matrix import comparison_matrix
from galley_figures.locale import Lang

_HEADS: dict[Lang, tuple[str, ...]] = {
    "en": ("Study", "Start after stroke", "Training", "People", "Groups made by lot", "source"),
    "id": ("Studi", "Mulai setelah stroke", "Latihan", "Orang", "Kelompok diundi", "sumber"),
}
_ROWS: dict[Lang, tuple[tuple[str, ...], ...]] = {
    "en": (
        ("AVERT", "within 24 hours", "more often and more than usual care", "2,104", "Yes"),
        ("CPASS", "within 30 days, at 60–90 days, or after 6 months", "20 more hours", "72", "Yes"),
        (
            "Lang 2016",
            "6 months or later",
            "3,200, 6,400, 9,600 repetitions, or as many as possible",
            "85",
            "Yes: all trained, in different amounts",
        ),
        (
            "Queen Square",
            "half of them before 18 months, half after",
            "90 hours in 3 weeks",
            "224",
            "No: everyone had the same",
        ),
    ),
    "id": (
        (
            "AVERT",
            "dalam 24 jam",
            "lebih sering dan lebih banyak daripada perawatan biasa",
            "2.104",
            "Ya",
        ),
        (
            "CPASS",
            "dalam 30 hari, pada hari ke-60–90, atau setelah 6 bulan",
            "tambahan 20 jam",
            "72",
            "Ya",
        ),
        (
            "Lang 2016",
            "6 bulan atau lebih",
            "3.200, 6.400, 9.600 pengulangan, atau sebanyak mungkin",
            "85",
            "Ya: semua berlatih, jumlahnya berbeda",
        ),
        (
            "Queen Square",
            "separuh sebelum 18 bulan, separuh sesudahnya",
            "90 jam dalam 3 minggu",
            "224",
            "Tidak: semua mendapat hal yang sama",
        ),
    ),
}
_SOURCES = ("avert2015", "dromerick2021", "lang2016", "ward2019")
_NOTES: dict[Lang, str] = {
    "en": "Designs as published. Without groups made by lot, nobody can tell what the training did "
    "from what would have happened anyway.",
    "id": "Rancangan sesuai publikasi. Tanpa kelompok yang diundi, tidak ada yang tahu mana hasil "
    "latihan dan mana yang akan terjadi juga tanpa latihan.",
}


def example(*, lang: Lang = "en") -> ExplanatoryFigure:
    """Draw the example."""
    rows = [
        dict(zip(_HEADS[lang], (*cells, source), strict=True))
        for cells, source in zip(_ROWS[lang], _SOURCES, strict=True)
    ]
    return comparison_matrix(rows, evidence="data", note=_NOTES[lang], lang=lang)
