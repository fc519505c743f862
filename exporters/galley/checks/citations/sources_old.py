"""An article whose newest source is old."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.citations.works import used_works
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Tell the year of the newest source where it is older than ``newest_source_years``."""
    years = [int(work.year) for work in used_works(manuscript) if work.year.isdigit()]
    allowed = manuscript.context.settings.newest_source_years
    year = manuscript.context.year
    if years and year and year - max(years) > allowed:
        yield Remark(
            Place(manuscript.article.file),
            f"the newest source is of {max(years)}, {year - max(years)} years ago",
            "look for a newer review or guideline; newest_source_years under [checks] in site.toml "
            "says how old the newest source may be.",
        )


RULE = Rule(
    id="sources-old",
    severity=Severity.ADVICE,
    group=Group.CITATIONS,
    what="an article whose newest source is old",
    why="Advice may have changed since.",
    harm=2,
    cost=Cost.SEARCH,
    find=find,
)
