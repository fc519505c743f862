"""A rule that asks what day it is, and therefore is never remembered from build to build."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from galley.article.front_matter import FrontMatter
from galley.checks.rule import Cost, Group, Remark
from galley.config import CheckSettings
from galley.findings import Finding, Place, Severity

FindOnDay = Callable[[FrontMatter, Place, date], Iterator[Remark]]


@dataclass(frozen=True)
class DatedRule:
    """One thing that comes true by itself on some day.

    The fields are those of `galley.checks.rule.Rule`; `find` sees only front matter, so that a
    build which remembers all pages can still ask it. A day on which its answer changes belongs
    to those of `galley.site.outside`.
    """

    id: str
    severity: Severity
    group: Group
    what: str
    why: str
    harm: int
    cost: Cost
    find: FindOnDay

    def findings(
        self, front_matter: FrontMatter, place: Place, settings: CheckSettings, today: date
    ) -> Iterator[Finding]:
        """Yield what the rule finds, with the severity that ``site.toml`` gives it."""
        severity = settings.severity_of(self.id, self.severity)
        if severity is None or self.id in front_matter.ignore:
            return
        for remark in self.find(front_matter, place, today):
            yield Finding(self.id, severity, remark.place, remark.message, remark.fix)
