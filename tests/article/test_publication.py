from datetime import date

import pytest

from galley.article.front_matter import FrontMatter
from galley.article.publication import is_visible, publication_state

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
