"""Citation keys in the manner of the folder: ``huang2001``, ``Huang_2001``, ``huang2001bdnf``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator
from itertools import count
from string import ascii_lowercase

from galley.article.bibliography import BibliographyEntry
from galley.checks.citations.names import family, plain

_ALLOWED = re.compile(r"[^\W_](?:[\w.:+/-]*\w)?")
_WORD = re.compile(r"[^\W\d_]+")
_SMALL_WORDS = re.compile(
    r"an?|the|o[nf]|in|and|for|to|is|are|do(?:es)?|how|wh(?:at|en|o|y)|with|from|at|by"
    r"|yang|dan|di|ke|dari|pada|untuk|dalam|dengan|apa|bagaimana"
)

_LEGAL = (
    "write letters, digits and the signs - _ : . + / only; begin and end with a letter or a digit"
)

_Parts = tuple[str, str, str]
"""Name, year and first word that says something, in small letters."""

_MANNERS: tuple[Callable[[_Parts], str], ...] = (
    lambda parts: f"{parts[0]}{parts[1]}",
    lambda parts: f"{parts[0].capitalize()}{parts[1]}",
    lambda parts: f"{parts[0]}_{parts[1]}",
    lambda parts: f"{parts[0].capitalize()}_{parts[1]}",
    lambda parts: f"{parts[0]}-{parts[1]}",
    lambda parts: f"{parts[0].capitalize()}-{parts[1]}",
    lambda parts: f"{parts[0]}:{parts[1]}",
    lambda parts: f"{parts[0].capitalize()}:{parts[1]}",
    lambda parts: f"{parts[0]}{parts[1]}{parts[2]}",
    lambda parts: f"{parts[0].capitalize()}{parts[1]}{parts[2]}",
    lambda parts: f"{parts[0]}_{parts[2]}_{parts[1]}",
    lambda parts: f"{parts[0]}{parts[2].capitalize()}{parts[1]}",
    lambda parts: f"{parts[0].upper()}{parts[1]}",
)


class KeyMaker:
    """Makes keys that are free, as most of a folder's keys are made.

    Parameters
    ----------
    others
        The works of the folder.
    """

    def __init__(self, others: Iterable[BibliographyEntry]) -> None:
        known = list(others)
        self._taken = {entry.key for entry in known}
        self._manner = _manner(known)

    def take(self, key: str) -> None:
        """Let no other work have a key."""
        self._taken.add(key)

    def propose(self, work: BibliographyEntry) -> str:
        """Return a key that no work has."""
        stem = self._manner(_parts(work)).strip("_-:")
        return next(key for key in _free_keys(stem, self._taken) if key not in self._taken)


def propose_key(work: BibliographyEntry, others: Iterable[BibliographyEntry]) -> str:
    """Return a key that is free, made as most of the folder's keys are made."""
    return KeyMaker(others).propose(work)


def why_not_key(key: str, taken: Collection[str]) -> str:
    """Say why a work cannot have a key; empty where it can."""
    if not _ALLOWED.fullmatch(key):
        return _LEGAL
    if key in taken:
        return f"another work has the key '{key}' already"
    return ""


def _manner(entries: Iterable[BibliographyEntry]) -> Callable[[_Parts], str]:
    """Return the manner of which most keys are; of equals the simpler one."""
    votes: Counter[int] = Counter()
    for entry in entries:
        parts = _parts(entry)
        bare = re.sub(r"(?<=\d)[a-z]\Z", "", entry.key)
        for number, manner in enumerate(_MANNERS):
            if entry.year and manner(parts) in {entry.key, bare}:
                votes[number] += 1
    most = max(range(len(_MANNERS)), key=lambda number: (votes[number], -number))
    return _MANNERS[most]


def _parts(entry: BibliographyEntry) -> _Parts:
    return _name(entry), entry.year, _first_word(entry.title)


def _name(entry: BibliographyEntry) -> str:
    """Return the first author's surname; an organisation goes by its first word."""
    if not entry.authors:
        return _first_word(entry.title) or "work"
    first = entry.authors[0]
    name = family(first)
    return plain(name if "," in first else name.split(maxsplit=1)[0]) or "work"


def _first_word(title: str) -> str:
    words = (plain(word) for word in _WORD.findall(title))
    return next((word for word in words if word and not _SMALL_WORDS.fullmatch(word)), "")


def _free_keys(stem: str, taken: Collection[str]) -> Iterator[str]:
    """Yield the stem, then with the letters that follow those in use, then with numbers.

    Beside ``smith2018`` the next is ``smith2018b``, as a reader of years would expect.
    """
    used = [letter for letter in ascii_lowercase if f"{stem}{letter}" in taken]
    if not used:
        yield stem
    after = ascii_lowercase.index(used[-1]) + 1 if used else 1
    yield from (f"{stem}{letter}" for letter in ascii_lowercase[after:])
    yield from (f"{stem}-{number}" for number in count(2))
