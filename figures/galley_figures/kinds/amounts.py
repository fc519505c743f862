"""Numbers of any size as readers write them."""

from __future__ import annotations

from typing import Final

from galley_figures.locale import Lang

# Four digits read well unbroken, and may be a year.
_GROUPED_FROM: Final = 10_000


def amount(value: float, lang: Lang, *, decimals: int | None = None) -> str:
    """Write a number with a real minus sign, a decimal sign and thousands of the language.

    >>> amount(-12500.5, "en"), amount(-12500.5, "id"), amount(2024, "en")
    ('−12,500.5', '−12.500,5', '2024')
    """
    grouping = "," if abs(value) >= _GROUPED_FROM else ""
    form = f"{grouping}.12g" if decimals is None else f"{grouping}.{decimals}f"
    text = format(value + 0.0, form).replace("-", "−")
    return text.translate(str.maketrans(",.", ".,")) if lang == "id" else text


def span_of(low: str, high: str, lang: Lang) -> str:
    """Join two written numbers: with a dash, or with a word where a minus sign is near.

    >>> span_of("−2", "3", "en"), span_of("2", "3", "en")
    ('−2 to 3', '2–3')
    """
    if "−" in low + high:
        return f"{low} {'to' if lang == 'en' else 'sampai'} {high}"
    return f"{low}–{high}"
