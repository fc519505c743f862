"""How an article stands on a given day: whether readers may see it, and what they must be told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from galley.article.front_matter import Change, FrontMatter, Withdrawn

PublicationState = Literal["published", "draft", "scheduled", "withdrawn"]


@dataclass(frozen=True)
class Standing:
    """What readers must be told of an article besides what it says.

    Attributes
    ----------
    withdrawn
        Since when it no longer stands, and why.
    overdue
        The day on which somebody was to look at it again, once that day is there.
    changes
        What was changed after publication, the newest first.
    """

    withdrawn: Withdrawn | None = None
    overdue: date | None = None
    changes: tuple[Change, ...] = ()


def publication_state(front_matter: FrontMatter, today: date) -> PublicationState:
    """Tell what readers may see of an article today.

    Parameters
    ----------
    today
        A day in the site's time zone; the command line reads it once.

    Returns
    -------
    str
        ``draft`` and ``scheduled`` articles appear nowhere. A ``withdrawn`` article keeps its
        address, where a notice says so. An article without a date is published.
    """
    if front_matter.draft:
        return "draft"
    if front_matter.date is not None and front_matter.date > today:
        return "scheduled"
    if _is_withdrawn(front_matter, today):
        return "withdrawn"
    return "published"


def is_visible(front_matter: FrontMatter, today: date) -> bool:
    """Tell whether the article has a page today: published, or withdrawn with a notice."""
    return publication_state(front_matter, today) in {"published", "withdrawn"}


def standing_of(front_matter: FrontMatter, today: date | None) -> Standing:
    """Return how an article stands today; what lies ahead is not told yet.

    Parameters
    ----------
    today
        None where nobody knows the day: then nothing is due, and all that is written holds.
    """
    changes = sorted(front_matter.changes, key=lambda change: change.date, reverse=True)
    if today is None:
        return Standing(front_matter.withdrawn, None, tuple(changes))
    is_withdrawn = _is_withdrawn(front_matter, today)
    due = front_matter.review_by
    return Standing(
        withdrawn=front_matter.withdrawn if is_withdrawn else None,
        # A withdrawn article will not be looked at again.
        overdue=due if due and due <= today and not is_withdrawn else None,
        changes=tuple(change for change in changes if change.date <= today),
    )


def _is_withdrawn(front_matter: FrontMatter, today: date) -> bool:
    withdrawn = front_matter.withdrawn
    return withdrawn is not None and withdrawn.date <= today
