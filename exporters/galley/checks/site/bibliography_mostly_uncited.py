"""A bibliography of which articles cite only a small part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from galley.checks.rule import Cost, Group, Manuscript, Remark
from galley.checks.site.site_rule import SiteRule
from galley.checks.site.uncited import is_library, uncited_works
from galley.findings import Place, Severity
from galley.workspace import Workspace


def find(manuscripts: Sequence[Manuscript], workspace: Workspace) -> Iterator[Remark]:
    """Tell once that most entries of a large bibliography are not cited."""
    works = uncited_works(manuscripts, workspace)
    if works and is_library(works, workspace):
        count = len(workspace.bibliography.entries)
        yield Remark(
            Place(workspace.bibliography.file),
            f"{len(works)} of {count} entries are cited by no article",
            "nothing needs to be done if this is your whole library; readers see only what is "
            'cited. bibliography-mostly-uncited = "off" under [checks.severity] in site.toml '
            "ends this advice.",
        )


RULE = SiteRule(
    id="bibliography-mostly-uncited",
    severity=Severity.ADVICE,
    group=Group.CITATIONS,
    what="a bibliography of which articles cite only a small part",
    why="A source that was meant to back a claim is hard to miss among many.",
    harm=1,
    cost=Cost.WORD,
    find=find,
)
