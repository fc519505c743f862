"""Whether readers may see an article on a given day."""

from __future__ import annotations

from datetime import date
from typing import Literal

from galley.article.front_matter import FrontMatter

PublicationState = Literal["published", "draft", "scheduled", "withdrawn"]


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


def _is_withdrawn(front_matter: FrontMatter, today: date) -> bool:
    withdrawn = front_matter.withdrawn
    return withdrawn is not None and withdrawn.date <= today
