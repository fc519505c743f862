"""What the end of an article says of a related one."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class RelatedItem:
    """An article to read next; `reason` says in a few words what the two have in common."""

    title: str
    href: str
    reason: str = ""
