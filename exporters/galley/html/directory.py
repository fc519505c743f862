"""What the template of a directory is given: the archive, the index from A to Z, all topics."""

from __future__ import annotations

from dataclasses import dataclass

from galley.html.context import Day, Link


@dataclass(frozen=True)
class DirectoryEntry:
    """One line.

    Attributes
    ----------
    day
        Stands before the title.
    note
        A few quiet words behind it: what it is, or how many articles it leads to.
    """

    title: str
    href: str
    day: Day | None = None
    note: str = ""


@dataclass(frozen=True)
class DirectorySection:
    """A year, a letter, a kind of topic."""

    title: str
    anchor: str
    entries: tuple[DirectoryEntry, ...]


@dataclass(frozen=True)
class DirectoryContext:
    """A page of short lines in sections.

    Attributes
    ----------
    total
        How many articles there are in all; 0 where that is not said.
    ways, ways_label
        Ways to the sections, here and on further pages, and what they are together.
    """

    title: str
    sections: tuple[DirectorySection, ...]
    total: int = 0
    ways: tuple[Link, ...] = ()
    ways_label: str = ""
