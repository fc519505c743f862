"""An entry that was only begun: the form that `galley check --fix` leaves to be filled in."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.citations.works import is_only_begun
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find cited works whose title is still to be written."""
    for work in manuscript.cited_works:
        if is_only_begun(work):
            yield Remark(
                Place(manuscript.context.bibliography_file, line=work.line),
                f"the entry '{work.key}' is only begun, so readers see no reference",
                "fill in authors, title, journal, year, volume, pages and DOI, "
                "or remove the citation.",
            )


RULE = Rule(
    id="reference-stub",
    severity=Severity.ERROR,
    group=Group.CITATIONS,
    what="a cited entry that is still to be written",
    why="A reader who wants to check the claim finds an empty reference behind it.",
    harm=4,
    cost=Cost.SEARCH,
    find=find,
)
