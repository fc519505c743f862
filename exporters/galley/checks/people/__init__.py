"""Rules about who is speaking, since when, and until when it holds; one file each."""

from __future__ import annotations

from galley.checks.people import missing_fields
from galley.checks.rule import Rule

RULES: tuple[Rule, ...] = (*missing_fields.RULES,)
