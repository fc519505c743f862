"""Rules about who is speaking, since when, and until when it holds; one file each."""

from __future__ import annotations

from galley.checks.people import (
    abbreviation_unexpanded,
    author_affiliation_missing,
    author_credentials_missing,
    credentials_unexplained,
    funding_missing,
    missing_fields,
)
from galley.checks.rule import Rule

RULES: tuple[Rule, ...] = (
    *missing_fields.RULES,
    author_credentials_missing.RULE,
    author_affiliation_missing.RULE,
    credentials_unexplained.RULE,
    funding_missing.RULE,
    abbreviation_unexpanded.RULE,
)
