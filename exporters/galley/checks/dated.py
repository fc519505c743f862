"""The rules that ask what day it is."""

from __future__ import annotations

from datetime import date

from galley.article.front_matter import FrontMatter
from galley.checks.dated_rule import DatedRule
from galley.checks.people import day_ahead, review_passed
from galley.config import CheckSettings
from galley.findings import Finding, Place

DATED_RULES: tuple[DatedRule, ...] = (review_passed.RULE, day_ahead.RULE)


def check_on_day(
    front_matter: FrontMatter, file: str, settings: CheckSettings, today: date
) -> tuple[Finding, ...]:
    """Return what has come true about an article by a day.

    Parameters
    ----------
    file
        The notebook's path as the author knows it.
    """
    return tuple(
        finding
        for rule in DATED_RULES
        for finding in rule.findings(front_matter, Place(file), settings, today)
    )
