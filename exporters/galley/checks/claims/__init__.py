"""Rules about what an article says, and whether it may say it so; one file each."""

from __future__ import annotations

from galley.checks.claims import (
    alternatives_unsaid,
    claim_absolute,
    claim_significant,
    claim_superlative,
    claim_uncited,
    number_contradicts_figure,
    number_uncited,
    percent_without_denominator,
    relative_without_absolute,
    risks_unsaid,
)
from galley.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    claim_absolute.RULE,
    risks_unsaid.RULE,
    number_contradicts_figure.RULE,
    claim_uncited.RULE,
    number_uncited.RULE,
    claim_superlative.RULE,
    claim_significant.RULE,
    percent_without_denominator.RULE,
    relative_without_absolute.RULE,
    alternatives_unsaid.RULE,
)
