"""An entry of the bibliography that no article of the site cites."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from galley.checks.citations.works import named
from galley.checks.rule import Cost, Group, Manuscript, Remark
from galley.checks.site.site_rule import SiteRule
from galley.checks.site.uncited import is_library, uncited_works
from galley.findings import Place, Severity
from galley.workspace import Workspace


def find(manuscripts: Sequence[Manuscript], workspace: Workspace) -> Iterator[Remark]:
    """Find uncited entries of a bibliography that was made for the site."""
    works = uncited_works(manuscripts, workspace)
    if is_library(works, workspace):
        return
    for entry in works:
        yield Remark(
            Place(workspace.bibliography.file, line=entry.line),
            f"no article cites {named(entry)}",
            f"cite it as [@{entry.key}] where it backs a claim, or remove the entry.",
        )


RULE = SiteRule(
    id="reference-uncited",
    severity=Severity.WARNING,
    group=Group.CITATIONS,
    what="an entry of the bibliography that no article cites",
    why="A claim may have lost its source, or the source was never used.",
    harm=1,
    cost=Cost.SENTENCE,
    find=find,
)
