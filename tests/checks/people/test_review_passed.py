"""An article whose day of review has come."""

from __future__ import annotations

from datetime import date

import pytest

from galley.article.front_matter import FrontMatter
from galley.checks.dated import check_on_day
from galley.config import CheckSettings

DAY = date(2026, 11, 20)


def told(today, front=None, settings=None):
    fields = {"review_by": DAY, **(front or {})}
    front_matter = FrontMatter.model_validate(fields)
    found = check_on_day(front_matter, "x.id.ipynb", settings or CheckSettings(), today)
    return [str(finding) for finding in found]


@pytest.mark.parametrize("today", [DAY, date(2026, 11, 21), date(2028, 11, 20)])
def test_the_day_has_come(today):
    assert told(today) == [
        "x.id.ipynb: the article was to be reviewed by 2026-11-20, and that day has come\n"
        "  Fix: Read it and its sources again, write what you changed under changes:, "
        "and set a new review_by:"
    ]


def test_there_is_nothing_to_say_before_or_of_what_is_withdrawn_or_never_due():
    assert told(date(2026, 11, 19)) == []
    assert told(DAY, {"withdrawn": {"date": DAY, "reason": "Wrong."}}) == []
    assert told(DAY, {"review_by": None}) == []


def test_site_and_article_may_think_otherwise():
    assert told(DAY, {"ignore": {"review-passed": "under way"}}) == []
    assert told(DAY, settings=CheckSettings(severity={"review-passed": "off"})) == []
