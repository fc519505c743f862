"""Rules about rules for what Indonesian doctors may make public; one file each."""

from __future__ import annotations

from galley.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
