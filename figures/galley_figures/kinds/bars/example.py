"""The example of the contact sheet and of the guide: deaths in the AVERT trial, per 100 people."""

from __future__ import annotations

from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.kinds.bars import bars
from galley_figures.locale import Lang

_TABLES: dict[Lang, str] = {
    "en": """
        | label                                     | value | detail      | meaning |
        |-------------------------------------------|-------|-------------|---------|
        | Very early, frequent, higher-dose activity | 4.6   | 48 of 1,054 | harm    |
        | Usual care                                | 3.0   | 32 of 1,050 | neutral |
    """,
    "id": """
        | nama                                             | nilai | rincian        | makna   |
        |--------------------------------------------------|-------|----------------|---------|
        | Aktivitas sangat dini, sering, berdosis lebih tinggi | 4,6   | 48 dari 1.054  | harm    |
        | Perawatan biasa                                  | 3,0   | 32 dari 1.050  | neutral |
    """,
}
_MEASURES: dict[Lang, tuple[str, str]] = {
    "en": ("Deaths within 14 days after a stroke", "of 100 people"),
    "id": ("Kematian dalam 14 hari setelah stroke", "dari 100 orang"),
}
_NOTES: dict[Lang, str] = {
    "en": "Counts as published, not adjusted for age or severity of the stroke.",
    "id": "Hitungan sesuai publikasi, tidak disesuaikan menurut usia atau beratnya stroke.",
}


def example(*, lang: Lang = "en") -> ExplanatoryFigure:
    """Draw the example."""
    measure, unit = _MEASURES[lang]
    return bars(
        _TABLES[lang],
        measure=measure,
        unit=unit,
        evidence="data",
        sources=["bernhardt2021"],
        note=_NOTES[lang],
        decimals=1,
        limit=10,
        lang=lang,
    )
