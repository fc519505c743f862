"""Rules about what an article says, and whether it may say it so; one file each."""

from __future__ import annotations

from galley.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
