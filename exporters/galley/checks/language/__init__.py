"""Rules about whether readers can read it; one file each."""

from __future__ import annotations

from galley.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
