"""Rules about whether readers can read it; one file each."""

from __future__ import annotations

from galley.checks.language import paragraph_long, reading_level, sentence_long, spelling_unknown
from galley.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    reading_level.RULE,
    sentence_long.RULE,
    paragraph_long.RULE,
    spelling_unknown.RULE,
)
