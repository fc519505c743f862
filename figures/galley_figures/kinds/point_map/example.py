"""The example of the contact sheet and of the guide: four trials by when people joined and size."""

from __future__ import annotations

from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.kinds.point_map import point_map
from galley_figures.locale import Lang

_TABLES: dict[Lang, str] = {
    "en": """
        | label | x | y | detail | meaning | shape | source |
        | --- | --- | --- | --- | --- | --- | --- |
        | AVERT | within a day | 2,104 | 2,104 people | time | circle | avert2015 |
        | TRANSPORT2 | 1 to 6 months | 129 | 129 people | dose | square | schlaug2025 |
        | Repetitions trial | 6 months or later | 85 | 85 people | time | circle | lang2016 |
        | VNS-REHAB | 6 months or later | 108 | 108 people | dose | square | dawson2021 |
    """,
    "id": """
        | nama | x | y | rincian | makna | bentuk | sumber |
        | --- | --- | --- | --- | --- | --- | --- |
        | AVERT | dalam sehari | 2.104 | 2.104 orang | time | lingkaran | avert2015 |
        | TRANSPORT2 | 1 sampai 6 bulan | 129 | 129 orang | dose | persegi | schlaug2025 |
        | Uji coba ulangan | 6 bulan atau lebih | 85 | 85 orang | time | lingkaran | lang2016 |
        | VNS-REHAB | 6 bulan atau lebih | 108 | 108 orang | dose | persegi | dawson2021 |
    """,
}
_AXES: dict[Lang, tuple[str, str, str]] = {
    "en": ("When people joined, after the stroke", "Size of the trial", "people"),
    "id": ("Saat peserta mulai, setelah stroke", "Besar uji coba", "orang"),
}
_WORDS: dict[Lang, tuple[str, ...]] = {
    "en": ("within a day", "1 to 6 months", "6 months or later"),
    "id": ("dalam sehari", "1 sampai 6 bulan", "6 bulan atau lebih"),
}
_SHAPES: dict[Lang, dict[str, str]] = {
    "en": {"circle": "training alone", "square": "training with stimulation"},
    "id": {"circle": "latihan saja", "square": "latihan dengan stimulasi"},
}
_NOTES: dict[Lang, str] = {
    "en": "Four trials of training after a stroke; there are many more.",
    "id": "Empat uji coba latihan setelah stroke; masih banyak yang lain.",
}


def example(*, lang: Lang = "en") -> ExplanatoryFigure:
    """Draw the example."""
    x_label, y_label, y_unit = _AXES[lang]
    return point_map(
        _TABLES[lang],
        x_label=x_label,
        x_words=_WORDS[lang],
        y_label=y_label,
        y_unit=y_unit,
        y_scale="log",
        shapes=_SHAPES[lang],
        evidence="data",
        note=_NOTES[lang],
        lang=lang,
    )
