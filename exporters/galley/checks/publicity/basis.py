"""What the rules on publicity rest on, as each of their findings says."""

from __future__ import annotations

from enum import StrEnum


class Basis(StrEnum):
    """A text that Indonesian doctors are bound by; none of them was read in full here."""

    SELF_PRAISE = "KODEKI 2012, article 4"
    NO_PROMISE = "MKEK's rulings 20 and 29 on promotion"
    ADVERTISING = "Permenkes 1787/2010 on advertising for health services"
    TESTIMONIALS = "Permenkes 1787/2010, article 5"
    SOCIAL_MEDIA = "MKEK decree 029/PB/K/MKEK/04/2021 on social media"


def with_basis(fix: str, *bases: Basis) -> str:
    """Return a fix that says what it rests on, and how little that means in court."""
    return f"{fix} This rests on {' and '.join(bases)}; it is not legal advice."
