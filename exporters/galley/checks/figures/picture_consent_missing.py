"""A person in a picture who is not said to have agreed to be shown."""

from __future__ import annotations

from collections.abc import Iterator

from galley.article.tokens import walk_article
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find figure directives that show a person and do not say how they agreed."""
    for token in walk_article(manuscript.article):
        said = token.meta.get("words") if token.type == "picture_words" else None
        if said and said.shows_person and not said.consent.strip():
            yield Remark(
                token.meta.get("place") or Place(manuscript.article.file),
                "a picture that shows a person needs their consent",
                "write ':consent: written consent, 2026' under the directive, without a name.",
            )


RULE = Rule(
    id="picture-consent-missing",
    severity=Severity.ERROR,
    group=Group.FIGURES,
    what="a person in a picture who is not said to have agreed",
    why="Showing a patient without consent harms the person shown.",
    harm=5,
    cost=Cost.SENTENCE,
    find=find,
)
