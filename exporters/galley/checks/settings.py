"""What ``site.toml`` says about rules that do not exist."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from galley.checks.rule_facts import known_rules
from galley.config import CONFIG_FILE, field_line
from galley.findings import Finding, Place, Severity, did_you_mean
from galley.workspace import Workspace


def setting_findings(workspace: Workspace) -> Iterator[Finding]:
    """Find severities given to rules that do not exist."""
    file = posixpath.join(workspace.name, CONFIG_FILE)
    for rule in workspace.config.checks.severity:
        if rule not in known_rules():
            yield Finding(
                "site-unknown-rule",
                Severity.WARNING,
                Place(file, line=field_line(workspace.root, ("checks", "severity", rule))),
                f"'checks.severity' names the rule '{rule}', which does not exist",
                f"{did_you_mean(rule, known_rules())} All rules: galley check --rules".strip(),
            )
