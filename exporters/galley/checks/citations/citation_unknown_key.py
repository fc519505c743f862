"""A citation whose key is in no bibliography: a reader would find no reference behind it."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.citations.works import cited_places
from galley.checks.rule import CheckContext, Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity, did_you_mean


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find every place that cites a key the bibliography does not have."""
    context = manuscript.context
    for key, place in cited_places(manuscript.article):
        if key not in context.known_keys:
            yield Remark(place, f"unknown citation key '{key}'", _fix(key, context))


def _fix(key: str, context: CheckContext) -> str:
    if not context.bibliography_file:
        return f"add a references.bib with an entry '{key}' beside the notebook."
    guess = did_you_mean(key, context.known_keys)
    where = f"Keys live in {context.bibliography_file}."
    return f"{guess} {where}" if guess else f"add an entry '{key}'. {where}"


RULE = Rule(
    id="citation-unknown-key",
    severity=Severity.ERROR,
    group=Group.CITATIONS,
    what="a citation of a work that the bibliography does not have",
    why="A reader who wants to check the claim finds no reference behind it.",
    harm=4,
    cost=Cost.SEARCH,
    find=find,
)
