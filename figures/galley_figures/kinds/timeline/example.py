"""The example of the contact sheet and of the guide: phases after a stroke and two trials."""

from __future__ import annotations

from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.kinds.timeline import timeline
from galley_figures.locale import Lang

_TABLES: dict[Lang, str] = {
    "en": """
        | label            | kind    | start | end | detail          | source        |
        |------------------|---------|-------|-----|-----------------|---------------|
        | Hyperacute       | phase   | 0     | 1   | 0–24 hours      | bernhardt2017 |
        | Acute            | phase   | 1     | 7   | 1–7 days        | bernhardt2017 |
        | Early subacute   | phase   | 7     | 91  | 7 days–3 months | bernhardt2017 |
        | Late subacute    | phase   | 91    | 183 | 3–6 months      | bernhardt2017 |
        | Chronic          | phase   | 183   |     | after 6 months  | bernhardt2017 |
        | AVERT: early, frequent, higher dose | warning | 0 | 1 | fewer good outcomes | avert2015 |
        | CPASS, first group  | span | 0     | 30  | smaller gain    | dromerick2021 |
        | CPASS, second group | span | 60    | 90  | largest gain    | dromerick2021 |
        | CPASS, third group  | span | 183   | 274 | no clear gain   | dromerick2021 |
    """,
    "id": """
        | nama             | jenis      | mulai | akhir | rincian         | sumber        |
        |------------------|------------|-------|-------|-----------------|---------------|
        | Hiperakut        | fase       | 0     | 1     | 0–24 jam        | bernhardt2017 |
        | Akut             | fase       | 1     | 7     | 1–7 hari        | bernhardt2017 |
        | Subakut awal     | fase       | 7     | 91    | 7 hari–3 bulan  | bernhardt2017 |
        | Subakut lanjut   | fase       | 91    | 183   | 3–6 bulan       | bernhardt2017 |
        | Kronis           | fase       | 183   |       | setelah 6 bulan | bernhardt2017 |
        |AVERT: dini, sering, dosis lebih tinggi|peringatan|0|1|hasil baik lebih sedikit|avert2015|
        | CPASS, kelompok pertama | rentang | 0 | 30 | manfaat lebih kecil | dromerick2021 |
        | CPASS, kelompok kedua | rentang | 60 | 90 | manfaat terbesar | dromerick2021 |
        | CPASS, kelompok ketiga | rentang | 183 | 274 | manfaat tidak jelas | dromerick2021 |
    """,
}
_MEASURES: dict[Lang, tuple[str, str]] = {
    "en": ("Time since the stroke", "days"),
    "id": ("Waktu sejak stroke", "hari"),
}
_NOTES: dict[Lang, str] = {
    "en": "Phases by consensus, read in secondary sources; when training began in each trial. "
    "Gains in CPASS are compared with people without extra training, not between the groups.",
    "id": "Fase menurut konsensus, dibaca dari sumber sekunder; waktu mulai latihan pada tiap uji "
    "klinis. Manfaat dalam CPASS dibandingkan dengan orang tanpa latihan tambahan, bukan "
    "antarkelompok.",
}


def example(*, lang: Lang = "en") -> ExplanatoryFigure:
    """Draw the example."""
    measure, unit = _MEASURES[lang]
    return timeline(
        _TABLES[lang],
        measure=measure,
        unit=unit,
        axis="segmented",
        until=365,
        evidence="data",
        note=_NOTES[lang],
        lang=lang,
    )
