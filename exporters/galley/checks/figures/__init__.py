"""Rules about drawings and pictures; one file each."""

from __future__ import annotations

from galley.checks.figures import (
    axis_without_unit,
    figure_alt_filler,
    figure_mark_missing,
    figure_missing_alt,
    figure_missing_caption,
    figure_missing_evidence,
    figure_missing_label,
    figure_unmentioned,
    figure_without_source,
    image_of_text,
    picture_consent_missing,
)
from galley.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    axis_without_unit.RULE,
    figure_alt_filler.RULE,
    figure_mark_missing.RULE,
    figure_missing_alt.RULE,
    figure_missing_caption.RULE,
    figure_missing_evidence.RULE,
    figure_missing_label.RULE,
    figure_unmentioned.RULE,
    figure_without_source.RULE,
    image_of_text.RULE,
    picture_consent_missing.RULE,
)
