"""The example of the contact sheet and of the guide: gain of the arm against planned practice."""

from __future__ import annotations

from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.kinds.curve import curve
from galley_figures.locale import Lang

_TABLES: dict[Lang, str] = {
    "en": """
        | x     | y     | low   | high | source   |
        |-------|-------|-------|------|----------|
        | 3,200 | 0.40  | 0.25  | 0.55 | lang2016 |
        | 6,400 | -0.05 | -0.20 | 0.10 | lang2016 |
        | 9,600 | 0.31  | 0.15  | 0.47 | lang2016 |
    """,
    "id": """
        | x     | y     | batas_bawah | batas_atas | sumber   |
        |-------|-------|-------------|------------|----------|
        | 3.200 | 0,40  | 0,25        | 0,55       | lang2016 |
        | 6.400 | -0,05 | -0,20       | 0,10       | lang2016 |
        | 9.600 | 0,31  | 0,15        | 0,47       | lang2016 |
    """,
}
_TICKS: dict[Lang, tuple[tuple[float, str], ...]] = {
    "en": ((3200, "3,200"), (6400, "6,400"), (9600, "9,600")),
    "id": ((3200, "3.200"), (6400, "6.400"), (9600, "9.600")),
}
_AXES: dict[Lang, tuple[str, str, str, str]] = {
    "en": ("Planned practice", "repetitions", "Change of the arm score", "ARAT points a week"),
    "id": ("Latihan yang direncanakan", "ulangan", "Perubahan skor lengan", "poin ARAT per minggu"),
}
_BANDS: dict[Lang, str] = {
    "en": "the error that the paper gives as ±",
    "id": "galat yang ditulis ± dalam artikel",
}
_ZERO: dict[Lang, str] = {"en": "no change", "id": "tidak berubah"}
_NOTES: dict[Lang, str] = {
    "en": (
        "Three of the four groups of a trial with 85 people at least 6 months after a stroke; the "
        "fourth trained up to a maximum of its own. The line joins the groups; no relation "
        "between practice and gain was found."
    ),
    "id": (
        "Tiga dari empat kelompok dalam uji coba pada 85 orang sekurangnya 6 bulan setelah "
        "stroke; kelompok keempat berlatih sampai batas masing-masing. Garis menghubungkan "
        "kelompok; tidak ditemukan hubungan antara latihan dan perbaikan."
    ),
}


def example(*, lang: Lang = "en") -> ExplanatoryFigure:
    """Draw the example."""
    x_label, x_unit, y_label, y_unit = _AXES[lang]
    return curve(
        _TABLES[lang],
        x_label=x_label,
        x_unit=x_unit,
        y_label=y_label,
        y_unit=y_unit,
        x_ticks=_TICKS[lang],
        band=_BANDS[lang],
        reference_lines=[{"axis": "y", "at": 0, "label": _ZERO[lang]}],
        evidence="data",
        note=_NOTES[lang],
        lang=lang,
    )
