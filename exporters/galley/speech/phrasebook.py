"""English sentences, finished and full of an author's words, in another language.

Findings travel as finished English text: through the store, a cluster, JSON and every test. So they
are not marked where they are made; a phrasebook knows each English pattern and finds the words that
were filled in, which it carries over as they are.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files

_HOLE = re.compile(r"\{([a-z_]+\d?|[A-Z_]+\d?)\}")
_END_OF_SENTENCE = re.compile(r"""(?<=[.?!"'`)]) """)
# A notebook of a stranger may put anything into a sentence, to make us look for the holes in it
# until tomorrow. What is so long is compared with patterns of one hole only, or not at all.
_LONG, _LONGEST = 1_000, 5_000
_MOST_SENTENCES = 12
ANYWHERE = "ANYWHERE"
"""The list whose sentences may stand beside those of any other."""
FINDING = "FINDING"
"""Stands for the lists of all rules."""


@dataclass(frozen=True)
class _Reading:
    """A text in the other language.

    Attributes
    ----------
    left
        How many characters were carried over unread.
    """

    text: str
    left: int = 0


class Pattern:
    """An English sentence with holes, and the other language's sentence with the same holes.

    Parameters
    ----------
    english, other
        ``{word}`` is carried over; ``{LIST}`` is looked up in the list of that name.
    """

    def __init__(self, english: str, other: str) -> None:
        self.english = english
        self.other = other
        every = _HOLE.findall(english)
        self.holes = tuple(dict.fromkeys(every))
        self.is_simple = len(every) <= 1

    @cached_property
    def form(self) -> re.Pattern[str]:
        """What the whole English text has to match."""
        seen: set[str] = set()

        def hole(name: str) -> str:
            if name in seen:
                return f"(?P={name})"
            seen.add(name)
            return f"(?P<{name}>.*?)"

        parts = _HOLE.split(self.english)
        texts = [re.escape(part) if i % 2 == 0 else hole(part) for i, part in enumerate(parts)]
        return re.compile("".join(texts), re.DOTALL)

    def fill(self, values: Mapping[str, str]) -> str:
        """Return the other language's sentence with the holes filled."""
        return _HOLE.sub(lambda match: values[match[1]], self.other)


class Phrasebook:
    """The patterns of one language, in lists."""

    def __init__(self, lists: Mapping[str, Mapping[str, str]]) -> None:
        self.lists: dict[str, tuple[Pattern, ...]] = {
            name: tuple(Pattern(english, other) for english, other in entries.items())
            for name, entries in lists.items()
        }
        self._read = lru_cache(maxsize=4096)(self._read_afresh)

    def say(self, text: str, *names: str) -> str | None:
        """Return a text in the other language; None where no pattern fits.

        Parameters
        ----------
        names
            The lists to look into. Several sentences may stand behind each other.
        """
        reading = self._read(text, names) if len(text) <= _LONGEST else None
        return reading.text if reading else None

    def _read_afresh(self, text: str, names: tuple[str, ...]) -> _Reading | None:
        """Return the reading that carries the least over unread."""
        if not text:
            return _Reading("")
        readings = self._wholes(text, names)
        if not any(reading.left == 0 for reading in readings):
            readings += self._in_sentences(text, names)
        return min(readings, key=lambda reading: reading.left, default=None)

    def _matches(self, text: str, name: str) -> Sequence[_Reading]:
        tried = (self._match(text, pattern) for pattern in self.lists.get(name, ()))
        return [reading for reading in tried if reading]

    def _match(self, text: str, pattern: Pattern) -> _Reading | None:
        is_tried = pattern.is_simple or len(text) <= _LONG
        match = pattern.form.fullmatch(text) if is_tried else None
        if match is None:
            return None
        values, left = {}, 0
        for hole in pattern.holes:
            found = _Reading(match[hole], len(match[hole]))
            if hole.isupper():
                inner = self._read(match[hole], self._named_by(hole))
                if inner is None:
                    return None
                found = inner
            values[hole] = found.text
            left += found.left
        return _Reading(pattern.fill(values), left)

    def _named_by(self, hole: str) -> tuple[str, ...]:
        name = hole.rstrip("0123456789")
        if name != FINDING:
            return (name,)
        return tuple(rule for rule in self.lists if not rule.isupper())

    def _in_sentences(self, text: str, names: tuple[str, ...]) -> list[_Reading]:
        readings: list[_Reading] = []
        spaces = list(_END_OF_SENTENCE.finditer(text))
        if len(spaces) >= _MOST_SENTENCES:
            return readings
        for space in spaces:
            first = self._whole(text[: space.start()], names)
            rest = self._read(text[space.end() :], names) if first else None
            if first and rest:
                readings.append(_Reading(f"{first.text} {rest.text}", first.left + rest.left))
        return readings

    def _whole(self, text: str, names: tuple[str, ...]) -> _Reading | None:
        return min(self._wholes(text, names), key=lambda reading: reading.left, default=None)

    def _wholes(self, text: str, names: tuple[str, ...]) -> list[_Reading]:
        """Return the readings of a text as one sentence, for example in a dialog."""
        found = [reading for name in names for reading in self._matches(text, name)]
        if not found and text[:1].isupper() and text.endswith("."):
            clause = f"{text[:1].lower()}{text[1:-1]}"
            clauses = [reading for name in names for reading in self._matches(clause, name)]
            found = [_Reading(f"{_capital(each.text)}.", each.left) for each in clauses]
        return found


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


@lru_cache(maxsize=4)
def read_phrasebook(lang: str) -> Phrasebook:
    """Return the phrasebook of a language; an empty one where there is none."""
    folder = files("galley.speech").joinpath(lang)
    lists: dict[str, dict[str, str]] = {}
    for entry in sorted(folder.iterdir(), key=lambda each: each.name) if folder.is_dir() else ():
        if entry.name.endswith(".toml") and entry.name != "verbs.toml":
            for name, entries in tomllib.loads(entry.read_text(encoding="utf-8")).items():
                lists.setdefault(name, {}).update(entries)
    return Phrasebook(lists)
