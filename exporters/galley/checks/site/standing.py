"""What the front matter of a translation and of its original say differently."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from galley.article.front_matter import FrontMatter
from galley.checks.rule import Manuscript, Remark
from galley.findings import Place

_A_WHILE = timedelta(days=92)
"""A translation is often made, and then reviewed, some weeks after its original."""


def standing_remarks(original: Manuscript, translation: Manuscript) -> Iterator[Remark]:
    """Yield what has happened to the original and not to its translation."""
    there, here = original.article.front_matter, translation.article.front_matter
    file = original.article.file
    if there.withdrawn and not here.withdrawn:
        yield Remark(
            _place(translation, "withdrawn"),
            f"{file} was withdrawn, and this translation of it was not",
            "copy withdrawn: from there, with its reason in this language.",
        )
        return
    changed, seen = _latest_change(there), _last_touched(here)
    if changed and seen and changed > seen:
        yield Remark(
            _place(translation, "updated"),
            f"{file} was changed on {changed.isoformat()}, this translation of it is of "
            f"{seen.isoformat()}",
            "carry the change over, and write the day as updated:",
        )
    yield from _reviews(there, here, file, _place(translation, "review_by"))


def _reviews(there: FrontMatter, here: FrontMatter, file: str, place: Place) -> Iterator[Remark]:
    if there.review_by is None:
        return
    due = there.review_by.isoformat()
    if here.review_by is None:
        yield Remark(
            place,
            f"{file} is to be reviewed by {due}, this translation of it never",
            f"write review_by: {due}",
        )
    elif here.review_by > there.review_by + _A_WHILE:
        yield Remark(
            place,
            f"{file} is to be reviewed by {due}, this translation of it only by "
            f"{here.review_by.isoformat()}",
            "give both the same day, so that they stay alike.",
        )


def _latest_change(front_matter: FrontMatter) -> date | None:
    days = [*(change.date for change in front_matter.changes)]
    return max([*days, *filter(None, [front_matter.updated])], default=None)


def _last_touched(front_matter: FrontMatter) -> date | None:
    days = filter(None, [front_matter.date, _latest_change(front_matter)])
    return max(days, default=None)


def _place(manuscript: Manuscript, field: str) -> Place:
    return manuscript.context.field_place((field,)) or Place(manuscript.article.file)
