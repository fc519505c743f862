"""Findings as JSON values, for reports and for what the store keeps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

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
