"""What Galley tells while it reads, runs and publishes; no rule of its own makes these findings."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from importlib.resources import files

from galley.checks.rule import Cost, Group
from galley.checks.rule_facts import RuleFacts
from galley.findings import Severity


def read_reading_facts() -> Iterator[RuleFacts]:
    """Read the list from ``reading_rules.toml``, which is part of the package."""
    text = files("galley.checks").joinpath("reading_rules.toml").read_text(encoding="utf-8")
    for group, rules in tomllib.loads(text).items():
        for rule, fields in rules.items():
            yield RuleFacts(
                rule,
                Severity(fields["severity"]),
                Group(group),
                fields["what"],
                fields["why"],
                fields["harm"],
                Cost(fields["cost"]),
                needs_build=fields.get("needs_build", False),
            )
