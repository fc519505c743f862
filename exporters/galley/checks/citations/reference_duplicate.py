"""One work that stands twice in an article's list of references."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import combinations

from galley.article.bibliography import BibliographyEntry
from galley.checks.citations.names import plain
from galley.checks.citations.works import entry_place, named, used_works
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Severity

_NEARLY = 0.93
_TELLING_LENGTH = 20
"""Titles shorter than that ("Stroke rehabilitation") are shared by different works."""


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find two cited entries with one DOI, or with one year and nearly one title."""
    for first, second in combinations(used_works(manuscript), 2):
        why = sameness(first, second)
        if why:
            yield Remark(
                entry_place(manuscript, second),
                f"{named(second)} seems to be the same work as '{first.key}': {why}",
                f"cite [@{first.key}] in both places and remove the other entry.",
            )


def sameness(one: BibliographyEntry, other: BibliographyEntry) -> str:
    """Say why two entries seem to be one work; empty where they do not."""
    if one.doi and other.doi:
        return "the DOI is the same" if one.doi.lower() == other.doi.lower() else ""
    if one.year != other.year or _numbers(one.title) != _numbers(other.title):
        return ""
    return "year and title are nearly the same" if _is_near(one.title, other.title) else ""


def _numbers(title: str) -> list[str]:
    return re.findall(r"\d+|\b[IVX]+\b", title)


def _is_near(one: str, other: str) -> bool:
    first, second = plain(one), plain(other)
    if min(len(first), len(second)) < _TELLING_LENGTH:
        return first == second and first != ""
    matcher = SequenceMatcher(None, first, second, autojunk=False)
    return (
        matcher.real_quick_ratio() > _NEARLY
        and matcher.quick_ratio() > _NEARLY
        and (matcher.ratio() > _NEARLY)
    )


RULE = Rule(
    id="reference-duplicate",
    severity=Severity.WARNING,
    group=Group.CITATIONS,
    what="two entries for one work",
    why="One study looks like two, and evidence like more than there is.",
    harm=3,
    cost=Cost.WORD,
    find=find,
)
