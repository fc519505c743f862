"""The example of the contact sheet and of the guide: an intensive programme long after a stroke."""

from __future__ import annotations

from typing import TypedDict

from galley_figures.explanatory import ExplanatoryFigure
from galley_figures.kinds.before_after import before_after
from galley_figures.locale import Lang


class _Words(TypedDict):
    """The arguments that are words."""

    measure: str
    unit: str
    before: str
    after: str
    interval: str
    note: str


_LABELS: dict[Lang, str] = {
    "en": "224 people, 90 hours of arm training in 3 weeks",
    "id": "224 orang, 90 jam latihan lengan dalam 3 minggu",
}
_WORDS: dict[Lang, _Words] = {
    "en": {
        "measure": "Fugl-Meyer arm score, median",
        "unit": "points",
        "before": "Admission",
        "after": "6 months later",
        "interval": "the middle half of the people",
        "note": "A cohort of the Queen Square programme, a median of 18 months after the stroke. "
        "Nobody went without the training, so other causes of the change cannot be ruled out.",
    },
    "id": {
        "measure": "Skor lengan Fugl-Meyer, median",
        "unit": "poin",
        "before": "Saat masuk",
        "after": "6 bulan kemudian",
        "interval": "separuh orang yang di tengah",
        "note": "Kohort program Queen Square, median 18 bulan setelah stroke. Semua orang "
        "menjalani latihan, jadi penyebab lain dari perubahan itu tidak dapat disingkirkan.",
    },
}


def example(*, lang: Lang = "en") -> ExplanatoryFigure:
    """Draw the example."""
    row = {
        "label": _LABELS[lang],
        "before": 26,
        "before_low": 16,
        "before_high": 37,
        "after": 37,
        "after_low": 24,
        "after_high": 48,
        "meaning": "dose",
        "source": "ward2019",
    }
    return before_after(
        [row], comparison="none", evidence="data", limits=(0, 54), lang=lang, **_WORDS[lang]
    )
