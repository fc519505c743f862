"""Intervals as readers write them."""

from __future__ import annotations

from galley_figures.locale import Lang


def span_of(low: str, high: str, lang: Lang) -> str:
    """Join two written numbers: with a dash, or with a word where a minus sign is near.

    >>> span_of("−2", "3", "en"), span_of("2", "3", "en")
    ('−2 to 3', '2–3')
    """
    if "−" in low + high:
        return f"{low} {'to' if lang == 'en' else 'sampai'} {high}"
    return f"{low}–{high}"
