"""Rules about drawings and pictures; one file each."""

from __future__ import annotations

from galley.checks.figures import (
    figure_mark_missing,
    figure_missing_alt,
    figure_missing_caption,
    figure_missing_evidence,
    picture_consent_missing,
)
from galley.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    figure_mark_missing.RULE,
    figure_missing_alt.RULE,
    figure_missing_caption.RULE,
    figure_missing_evidence.RULE,
    picture_consent_missing.RULE,
)
