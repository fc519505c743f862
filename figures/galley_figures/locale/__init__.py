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


def number(value: float, lang: Lang, *, decimals: int | None = None) -> str:
    """Write a number for readers: a real minus sign, and a decimal comma in Indonesian.

    >>> number(-2.5, "id")
    '−2,5'
    """
    text = f"{value:g}" if decimals is None else f"{value:.{decimals}f}"
    text = text.replace("-", "−")
    return text.replace(".", ",") if lang == "id" else text
