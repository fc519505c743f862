"""Findings as the JSON object that programs read; ``checks/findings.schema.json`` describes it."""

from __future__ import annotations

from collections.abc import Iterable

from galley.checks.rule_facts import known_rules
from galley.console.findings_text import to_json
from galley.finding_records import finding_record, rule_record
from galley.findings import Finding


def findings_json(findings: Iterable[Finding]) -> str:
    """Return all findings, and what is known of their rules, as one JSON object."""
    told = tuple(findings)
    rules = sorted({finding.rule for finding in told} & set(known_rules()))
    return to_json(
        {
            "schema": 1,
            "rules": [rule_record(known_rules()[rule]) for rule in rules],
            "findings": [finding_record(finding) for finding in told],
        }
    )
