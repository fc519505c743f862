"""A typed list of references that leaves out authors in one line and names them in the next."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.citations.works import typed_list
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find a typed list in which "et al." stands behind one author here, and not there."""
    works = typed_list(manuscript).works
    short = [work for work in works if work.has_et_al and len(work.authors) == 1]
    full = [work for work in works if not work.has_et_al and len(work.authors) > 1]
    if short and full:
        yield Remark(
            short[0].place,
            f"the list of references writes '{short[0].name}' with one author and \"et al.\", "
            f"and '{full[0].name}' with all authors",
            "put the works into references.bib and cite them as [@key]; "
            "the list is then made in one style.",
        )


RULE = Rule(
    id="reference-style-mixed",
    severity=Severity.ADVICE,
    group=Group.CITATIONS,
    what="a typed list of references in two styles",
    why="A reader cannot tell whether authors are missing.",
    harm=1,
    cost=Cost.WORK,
    find=find,
)
