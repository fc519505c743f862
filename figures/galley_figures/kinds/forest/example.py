"""The example of the contact sheet and of the guide: BDNF in blood after exercise and a stroke."""

from __future__ import annotations

from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.kinds.forest import forest
from galley_figures.locale import Lang

_TABLES: dict[Lang, str] = {
    "en": """
        | label                 | estimate | low  | high | source       |
        |-----------------------|----------|------|------|--------------|
        | After one session     | 2.49     | 1.10 | 3.88 | ashcroft2022 |
        | After a programme     | 3.42     | 1.92 | 4.92 | ashcroft2022 |
    """,
    "id": """
        | nama                  | taksiran | batas_bawah | batas_atas | sumber       |
        |-----------------------|----------|-------------|------------|--------------|
        | Setelah satu sesi     | 2,49     | 1,10        | 3,88       | ashcroft2022 |
        | Setelah satu program  | 3,42     | 1,92        | 4,92       | ashcroft2022 |
    """,
}
_MEASURES: dict[Lang, str] = {
    "en": "difference in BDNF, ng/mL of blood",
    "id": "selisih BDNF, ng/mL darah",
}
_SIDES: dict[Lang, tuple[str, str]] = {
    "en": ("less BDNF", "more BDNF"),
    "id": ("BDNF berkurang", "BDNF bertambah"),
}
_NO_EFFECT: dict[Lang, str] = {"en": "no change", "id": "tetap"}
_REMARKS: dict[Lang, str] = {
    "en": "High-intensity aerobic exercise after a stroke. More BDNF is not yet better recovery.",
    "id": "Latihan aerobik intensitas tinggi setelah stroke. BDNF yang bertambah belum berarti "
    "pemulihan yang lebih baik.",
}
_CAUTIONS: dict[Lang, str] = {"en": "Blood is not brain.", "id": "Darah bukan otak."}
_NOTES: dict[Lang, str] = {
    "en": "Pooled estimates as published, from a review of 17 studies with 687 people; 6 of the "
    "studies were randomised.",
    "id": "Taksiran gabungan sesuai publikasi, dari tinjauan atas 17 studi dengan 687 orang; 6 di "
    "antaranya uji acak.",
}


def example(*, lang: Lang = "en") -> ExplanatoryFigure:
    """Draw the example."""
    low_side, high_side = _SIDES[lang]
    return forest(
        _TABLES[lang],
        measure=_MEASURES[lang],
        no_effect=0,
        no_effect_label=_NO_EFFECT[lang],
        better="neither",
        low_side=low_side,
        high_side=high_side,
        evidence="data",
        note=_NOTES[lang],
        remark=_REMARKS[lang],
        caution=_CAUTIONS[lang],
        lang=lang,
    )
