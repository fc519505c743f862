"""Findings as JSON values, for reports and for what the store keeps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from galley.findings import Finding, Place, Severity


def finding_record(finding: Finding) -> dict[str, str | int | None]:
    """Return a finding as JSON values, in the form that ``--json`` and ``--report`` print."""
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "file": finding.place.file,
        "cell": finding.place.cell,
        "line": finding.place.line,
        "message": finding.message,
        "fix": finding.fix,
    }


def finding_of(record: Mapping[str, Any]) -> Finding:
    """Return the finding of a record; `KeyError` or `ValueError` where it is none."""
    return Finding(
        rule=record["rule"],
        severity=Severity(record["severity"]),
        place=Place(record["file"], record["cell"], record["line"]),
        message=record["message"],
        fix=record["fix"],
    )


class _Facts(Protocol):
    """What is known of a rule: a `galley.checks.rule_facts.RuleFacts`, which lies above."""

    @property
    def id(self) -> str: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def group(self) -> str: ...
    @property
    def what(self) -> str: ...
    @property
    def why(self) -> str: ...
    @property
    def harm(self) -> int: ...
    @property
    def cost(self) -> str: ...


def rule_record(rule: _Facts) -> dict[str, str | int]:
    """Return what is known of a rule as JSON values."""
    return {
        "id": rule.id,
        "severity": rule.severity.value,
        "group": str(rule.group),
        "what": rule.what,
        "why": rule.why,
        "harm": rule.harm,
        "cost": str(rule.cost),
    }
