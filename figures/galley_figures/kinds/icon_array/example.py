"""The example of the contact sheet and the guide: deaths in the AVERT trial, of 1,000 people."""

from __future__ import annotations

from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.kinds.icon_array import icon_array
from galley_figures.locale import Lang

_TABLES: dict[Lang, str] = {
    "en": """
        | label                                      | count | detail      | meaning |
        |--------------------------------------------|-------|-------------|---------|
        | Very early, frequent, higher-dose activity | 45.54 | 48 of 1,054 | harm    |
        | Usual care                                 | 30.48 | 32 of 1,050 | harm    |
    """,
    "id": """
        | nama                                                 | jumlah | rincian       | makna   |
        |------------------------------------------------------|--------|---------------|---------|
        | Aktivitas sangat dini, sering, berdosis lebih tinggi | 45,54  | 48 dari 1.054 | harm    |
        | Perawatan biasa                                      | 30,48  | 32 dari 1.050 | harm    |
    """,
}
_EVENTS: dict[Lang, tuple[str, str]] = {
    "en": ("died within 14 days of the stroke", "alive after 14 days"),
    "id": ("meninggal dalam 14 hari setelah stroke", "hidup setelah 14 hari"),
}
_NOTES: dict[Lang, str] = {
    "en": "Counts as published, not adjusted for age or severity of the stroke; of 1,000, rounded.",
    "id": "Hitungan sesuai publikasi, tidak disesuaikan menurut usia atau beratnya stroke; "
    "dibulatkan menjadi dari 1.000 orang.",
}


def example(*, lang: Lang = "en") -> ExplanatoryFigure:
    """Draw the example."""
    event, otherwise = _EVENTS[lang]
    return icon_array(
        _TABLES[lang],
        event=event,
        otherwise=otherwise,
        evidence="data",
        sources=["bernhardt2021"],
        note=_NOTES[lang],
        out_of=1000,
        rounded=True,
        lang=lang,
    )
