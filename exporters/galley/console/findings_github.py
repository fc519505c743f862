"""Findings as GitHub annotations: what a workflow prints, GitHub shows beside the line."""

from __future__ import annotations

from collections.abc import Iterable

from galley.console.file_lines import FileLines
from galley.findings import Finding, Severity

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}
_IN_MESSAGE = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_IN_PROPERTY = (*_IN_MESSAGE, (":", "%3A"), (",", "%2C"))


def findings_github(findings: Iterable[Finding], lines: FileLines) -> str:
    """Return a workflow command for each finding, one a line; nothing where there are none."""
    return "".join(f"{_command(finding, lines)}\n" for finding in findings)


def _command(finding: Finding, lines: FileLines) -> str:
    line = lines.line(finding.place)
    properties = {
        "file": finding.place.file,
        "line": str(line) if line else "",
        "title": finding.rule,
    }
    given = ",".join(
        f"{name}={_escape(value, _IN_PROPERTY)}" for name, value in properties.items() if value
    )
    return f"::{_LEVELS[finding.severity]} {given}::{_escape(_message(finding), _IN_MESSAGE)}"


def _message(finding: Finding) -> str:
    cell = f" (cell {finding.place.cell})" if finding.place.cell else ""
    fix = f"\nFix: {finding.fix}" if finding.fix else ""
    return f"{finding.message}{cell}{fix}"


def _escape(text: str, table: Iterable[tuple[str, str]]) -> str:
    for character, code in table:
        text = text.replace(character, code)
    return text
