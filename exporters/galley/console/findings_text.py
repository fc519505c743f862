"""Findings as text, counted and in order; one form, used by every verb."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from galley.console.repeats import Repeats, join_files, join_repeats, more_text, others_text
from galley.findings import Finding, Severity
from galley.speech.findings import findings_in
from galley.speech.language import spoken_language
from galley.speech.say import mark, say

# Errors are all told; of the rest so many lines, and the way to the others.
_MOST_SHOWN = 12

_COUNTS = {
    Severity.ERROR: (mark("{count} error"), mark("{count} errors")),
    Severity.WARNING: (mark("{count} warning"), mark("{count} warnings")),
    Severity.ADVICE: (mark("{count} piece of advice"), mark("{count} pieces of advice")),
}


def to_json(value: object) -> str:
    """Return readable JSON with a closing line break, accents kept."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return each finding once: errors first, then by file, and by line where the cell is one."""
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda found: (ranks[found.severity], found.place.file)))


def findings_text(findings: Sequence[Finding]) -> str:
    """Return findings under a heading for each severity, repeats joined; empty without any."""
    told = findings_in(spoken_language(), findings)
    groups = [_group_text(severity, told) for severity in Severity]
    return "\n\n".join(group for group in groups if group)


def count_text(findings: Iterable[Finding]) -> str:
    """Return for example ``2 errors, 1 warning``; ``nothing to mend`` where there is nothing."""
    severities = [finding.severity for finding in findings]
    counts = [_count(severity, severities.count(severity)) for severity in Severity]
    return ", ".join(count for count in counts if count) or say("nothing to mend")


def _group_text(severity: Severity, findings: Sequence[Finding]) -> str:
    group = [finding for finding in findings if finding.severity is severity]
    if not group:
        return ""
    told = join_files(join_repeats(group))
    most = len(told) if severity is Severity.ERROR else _MOST_SHOWN
    lines = [_repeats_text(*each) for each in told[:most]]
    left = sum(len(repeats) for each in told[most:] for repeats in each)
    also = say("and {left} more; galley check shows them", left=_count(severity, left))
    rest = [also] if left else []
    return "\n".join([f"{_count(severity, len(group)).capitalize()}:", *lines, *rest])


def _repeats_text(repeats: Repeats, *others: Repeats) -> str:
    finding = repeats.first
    lines = (
        f"{finding.place}: {finding.message}",
        more_text(repeats, "  "),
        others_text(others),
        say("Fix: {fix}", fix=finding.fix) if finding.fix else "",
        say("Rule: {rule}", rule=finding.rule),
    )
    return "\n  ".join(line for line in lines if line)


def _count(severity: Severity, count: int) -> str:
    one, many = _COUNTS[severity]
    return say(one if count == 1 else many, count=count) if count else ""
