"""Findings as SARIF 2.1.0, which code hosts and editors show beside the line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

from galley.checks.rule_facts import RuleFacts, known_rules
from galley.console.file_lines import FileLines
from galley.console.findings_text import to_json
from galley.findings import Finding, Place, Severity

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_SAFE = "/:@!$&'()*+,;=~"


def findings_sarif(findings: Iterable[Finding], lines: FileLines, version: str) -> str:
    """Return one SARIF log with one run; rules that found nothing are left out."""
    told = tuple(findings)
    rules = {rule: index for index, rule in enumerate(dict.fromkeys(each.rule for each in told))}
    run = {
        "tool": {
            "driver": {
                "name": "Galley",
                "semanticVersion": version,
                "rules": [_rule(rule, known_rules().get(rule)) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, rules, lines) for finding in told],
    }
    return to_json({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(rule: str, facts: RuleFacts | None) -> dict[str, Any]:
    if facts is None:
        return {"id": rule}
    return {
        "id": rule,
        "shortDescription": {"text": f"{facts.what[:1].upper()}{facts.what[1:]}"},
        "fullDescription": {"text": facts.why},
        "help": {"text": _help(facts)},
        "defaultConfiguration": {"level": _LEVELS[facts.severity]},
        "properties": {"group": facts.group, "harm": facts.harm, "cost": facts.cost},
    }


def _help(facts: RuleFacts) -> str:
    return (
        f"{facts.why} Mending it costs {facts.cost}. To publish an article all the same, write "
        f"ignore: {{{facts.id}: the reason}} in its front matter."
    )


def _result(finding: Finding, rules: Mapping[str, int], lines: FileLines) -> dict[str, Any]:
    fix = f"\nFix: {finding.fix}" if finding.fix else ""
    return {
        "ruleId": finding.rule,
        "ruleIndex": rules[finding.rule],
        "level": _LEVELS[finding.severity],
        "message": {"text": f"{finding.message}{fix}"},
        "locations": [_location(finding.place, lines)],
    }


def _location(place: Place, lines: FileLines) -> dict[str, Any]:
    line = lines.line(place)
    physical: dict[str, Any] = {"artifactLocation": {"uri": quote(place.file, safe=_SAFE)}}
    if line:
        physical["region"] = {"startLine": line}
    location: dict[str, Any] = {"physicalLocation": physical}
    if place.cell:
        location["logicalLocations"] = [
            {"name": place.cell, "fullyQualifiedName": str(place), "kind": "cell"}
        ]
    return location
