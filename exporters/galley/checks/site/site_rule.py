"""A rule that needs more than one article."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from galley.checks.rule import Cost, Group, Manuscript, Remark
from galley.findings import Finding, Severity
from galley.workspace import Workspace

FindInSite = Callable[[Sequence[Manuscript], Workspace], Iterator[Remark]]


@dataclass(frozen=True)
class SiteRule:
    """One thing to look for between articles; the fields are those of `galley.checks.rule.Rule`."""

    id: str
    severity: Severity
    group: Group
    what: str
    why: str
    harm: int
    cost: Cost
    find: FindInSite

    def findings(
        self, manuscripts: Sequence[Manuscript], workspace: Workspace
    ) -> Iterator[Finding]:
        """Yield what the rule finds, with the severity that ``site.toml`` gives it."""
        severity = workspace.config.checks.severity_of(self.id, self.severity)
        if severity is None:
            return
        for remark in self.find(manuscripts, workspace):
            yield Finding(self.id, severity, remark.place, remark.message, remark.fix)
