"""Fields of the front matter that a reader would miss: one rule each, all of one shape."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from galley.article.front_matter import missing_field_findings
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity


def _find(rule: str, manuscript: Manuscript) -> Iterator[Remark]:
    article = manuscript.article
    # A field that is missing stands nowhere; the cell in which it could stand is known.
    near = manuscript.context.field_place(())
    for finding in missing_field_findings(
        article.front_matter,
        Place(article.file, near.cell if near else None),
        had_front_matter=manuscript.context.has_front_matter,
    ):
        if finding.rule == rule:
            yield Remark(finding.place, finding.message, finding.fix)


def _rule(name: str, severity: Severity, what: str, why: str, harm: int) -> Rule:
    rule = f"front-matter-missing{name}"
    return Rule(
        id=rule,
        severity=severity,
        group=Group.PEOPLE,
        what=what,
        why=why,
        harm=harm,
        cost=Cost.WORD if name != "-description" else Cost.SENTENCE,
        find=partial(_find, rule),
    )


RULES = (
    _rule(
        "",
        Severity.ADVICE,
        "a notebook without front matter",
        "Nobody can tell who wrote the page, and when.",
        1,
    ),
    _rule(
        "-date",
        Severity.ERROR,
        "an article without a date",
        "A reader cannot tell whether the advice is of this year or of the last century.",
        4,
    ),
    _rule(
        "-authors",
        Severity.ERROR,
        "an article without an author",
        "A reader cannot judge who is speaking.",
        4,
    ),
    _rule(
        "-disclosures",
        Severity.ERROR,
        "an article that does not say which interests its authors have",
        "A reader cannot tell advice from advertising.",
        4,
    ),
    _rule(
        "-description",
        Severity.WARNING,
        "an article without a description",
        "Search results and previews show words that say nothing.",
        1,
    ),
    _rule(
        "-review-by",
        Severity.ADVICE,
        "an article that does not say when it will be reviewed",
        "A reader cannot tell whether anybody still stands by it.",
        2,
    ),
)
