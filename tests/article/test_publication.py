from datetime import date

import pytest

from galley.article.front_matter import FrontMatter
from galley.article.publication import Standing, is_visible, publication_state, standing_of

TODAY = date(2026, 11, 23)
WITHDRAWN = {"date": "2026-11-20", "reason": "Its main trial was retracted."}


@pytest.mark.parametrize(
    ("front_matter", "state"),
    [
        ({}, "published"),
        ({"date": "2026-11-23"}, "published"),
        ({"date": "2026-11-24"}, "scheduled"),
        ({"draft": True}, "draft"),
        ({"draft": True, "date": "2026-11-24"}, "draft"),
        ({"withdrawn": WITHDRAWN}, "withdrawn"),
        ({"withdrawn": WITHDRAWN | {"date": "2026-11-24"}}, "published"),
    ],
)
def test_the_state_follows_from_the_front_matter_and_the_day(
    front_matter: object, state: str
) -> None:
    assert publication_state(FrontMatter.model_validate(front_matter), TODAY) == state


def test_drafts_and_scheduled_articles_are_not_visible() -> None:
    assert not is_visible(FrontMatter(draft=True), TODAY)
    assert not is_visible(FrontMatter(date=date(2026, 11, 24)), TODAY)


def test_withdrawn_articles_keep_their_page() -> None:
    assert is_visible(FrontMatter.model_validate({"withdrawn": WITHDRAWN}), TODAY)


def test_a_review_is_due_from_its_day_on() -> None:
    front = FrontMatter.model_validate({"review_by": "2026-11-23"})
    assert standing_of(front, date(2026, 11, 22)) == Standing()
    assert standing_of(front, TODAY) == Standing(overdue=TODAY)


def test_nothing_is_due_where_nobody_knows_the_day() -> None:
    front = FrontMatter.model_validate({"review_by": "2000-01-01", "withdrawn": WITHDRAWN})
    assert standing_of(front, None) == Standing(withdrawn=front.withdrawn)


def test_a_withdrawn_article_is_not_due_for_review() -> None:
    front = FrontMatter.model_validate({"review_by": "2000-01-01", "withdrawn": WITHDRAWN})
    assert standing_of(front, TODAY) == Standing(withdrawn=front.withdrawn)
