"""A review or a change on a day that has not come: the rule `day-ahead`."""

from __future__ import annotations

from datetime import date

import pytest

from galley.article.front_matter import FrontMatter
from galley.checks.dated import check_on_day
from galley.config import CheckSettings

TODAY = date(2026, 11, 20)


def told(**fields):
    front_matter = FrontMatter.model_validate(fields)
    return [str(each) for each in check_on_day(front_matter, "x.ipynb", CheckSettings(), TODAY)]


@pytest.mark.parametrize("name", ["reviewed", "updated"])
def test_what_was_done_was_done_by_today(name):
    assert told(**{name: TODAY}) == []
    assert told(**{name: date(2026, 11, 21)}) == [
        f"x.ipynb: '{name}' is 2026-11-21, and that day has not come\n"
        f"  Fix: Write the day on which it was done under {name}:, or leave it out until then."
    ]


def test_a_day_to_be_published_on_may_lie_ahead():
    assert told(date=date(2027, 1, 1), review_by=date(2028, 1, 1)) == []


def test_an_article_may_be_excepted():
    assert told(reviewed=date(2027, 1, 1), ignore={"day-ahead": "signed by post"}) == []
