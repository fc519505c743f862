"""Rules for what Indonesian doctors may make public; one file each, on only where asked."""

from __future__ import annotations

from galley.checks.publicity import (
    publicity_booking,
    publicity_comparison,
    publicity_note,
    publicity_price,
    publicity_promise,
    publicity_superlative,
    publicity_technology,
    publicity_testimonial,
)
from galley.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    publicity_promise.RULE,
    publicity_superlative.RULE,
    publicity_comparison.RULE,
    publicity_testimonial.RULE,
    publicity_technology.RULE,
    publicity_price.RULE,
    publicity_booking.RULE,
    publicity_note.RULE,
)
