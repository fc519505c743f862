"""Words of the figures in each language: one module per figure, a typed table of its words."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias, get_args

Lang: TypeAlias = Literal["en", "id"]
Audience: TypeAlias = Literal["patient", "clinician"]

LANGS: Final = get_args(Lang)
AUDIENCES: Final = get_args(Audience)

SCHEMATIC: Final[dict[Lang, str]] = {"en": "schematic", "id": "skematis"}
SYNTHETIC: Final[dict[Lang, str]] = {
    "en": "Made-up data, not measured in anyone",
    "id": "Data buatan, tidak diukur pada siapa pun",
}
SYNTHETIC_WATERMARK: Final[dict[Lang, str]] = {"en": "SYNTHETIC", "id": "DATA BUATAN"}
CHECKED: Final[dict[Lang, str]] = {"en": "checked", "id": "diperiksa"}
CHECKED_SECONDARY: Final[dict[Lang, str]] = {
    "en": "checked in a secondary source",
    "id": "diperiksa pada sumber sekunder",
}
NOT_CHECKED: Final[dict[Lang, str]] = {"en": "not checked", "id": "belum diperiksa"}


# Four digits read well unbroken, and may be a year.
_GROUPED_FROM: Final = 10_000


def number(value: float, lang: Lang, *, decimals: int | None = None) -> str:
    """Write a number for readers: a real minus sign, decimal sign and thousands of the language.

    >>> number(-12500.5, "en"), number(-12500.5, "id"), number(2024, "en")
    ('−12,500.5', '−12.500,5', '2024')
    """
    grouping = "," if abs(value) >= _GROUPED_FROM else ""
    form = f"{grouping}.12g" if decimals is None else f"{grouping}.{decimals}f"
    text = format(value + 0.0, form).replace("-", "−")
    return text.translate(str.maketrans(",.", ".,")) if lang == "id" else text
