"""What the claim rules listen for in a language, and how its sentences take words back."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from galley.checks.claims import words_en, words_id


class Pattern:
    """The phrases of one table as an expression, made when a text asks for it first.

    Making one costs more than asking it of an article, and few articles need them all.
    """

    def __init__(self, table: str, parts: Mapping[str, str]) -> None:
        self._table, self._parts = table, parts

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        # A phrase may begin or end with a sign, where no word begins or ends.
        return re.compile(rf"(?<!\w)(?:{phrases(self._table, **self._parts)})(?!\w)")

    def search(self, small: str, begin: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Return the first phrase in a text."""
        return self._compiled.search(small, begin, end)

    def match(self, small: str, begin: int = 0) -> re.Match[str] | None:
        """Return the phrase with which a text goes on."""
        return self._compiled.match(small, begin)

    def finditer(
        self, small: str, begin: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Return the phrases of a text, one after the other."""
        return self._compiled.finditer(small, begin, end)

    def hushed(self, small: str) -> str:
        """Return a text in which the phrases are silent; nothing moves."""
        return self._compiled.sub(lambda match: _HUSHED * len(match[0]), small)


def phrases(table: str, **parts: str) -> str:
    """Return one expression for a table of phrases.

    One phrase a line; a line that ends with ``|`` goes on in the next, and ``<name>`` stands
    for a part.
    """
    table = _CONTINUED.sub("|", table)
    lines = [line.strip() for line in table.splitlines() if line.strip()]
    return _filled("|".join(lines), parts)


def _filled(expression: str, parts: Mapping[str, str]) -> str:
    # Parts may be made of parts.
    while (filled := _PART.sub(lambda part: f"(?:{parts[part[1]]})", expression)) != expression:
        expression = filled
    return expression


_HUSHED = "·"
_CONTINUED = re.compile(r"\|\n\s*")
_PART = re.compile(r"<([a-z_]+)>(?![=!])")


@dataclass(frozen=True)
class Terms:
    """Words that give a fault away, and phrases with the same words that are sound.

    Attributes
    ----------
    kinds
        Kind of fault → its expression; tried in order.
    needs
        Kind of fault → what a text must have, in short, to have one of its phrases.
    """

    kinds: Mapping[str, Pattern]
    sound: Pattern
    needs: Mapping[str, re.Pattern[str]]

    def kinds_in(self, small: str, end: int) -> Mapping[str, Pattern]:
        """Return the kinds that a text has before `end`, sound phrases not yet left out."""
        return {
            kind: pattern
            for kind, pattern in self.kinds.items()
            if (kind not in self.needs or self.needs[kind].match(small))
            and pattern.search(small, 0, end)
        }


@dataclass(frozen=True)
class Words:
    """A language, as far as the claim rules know it; every expression is for small letters.

    Attributes
    ----------
    negation, denial, breaks
        What takes back the words behind it up to a `break`; a denial reaches over commas.
    negation_after
        What takes back the words before it.
    hedge
        What makes a promise a possibility.
    doubt
        Words of a sentence that talks about promises instead of making them.
    order
        How an instruction begins.
    duty
        Words of an instruction anywhere in its sentence.
    speech
        Words of a supposition about what somebody says or hears.
    """

    negation: Pattern
    denial: Pattern
    breaks: Pattern
    negation_after: Pattern
    hedge: Pattern
    doubt: Pattern
    order: Pattern
    duty: Pattern
    speech: Pattern
    own: Pattern
    story: Pattern
    absolute: Terms
    superlative: Terms
    significant: Terms
    research: Terms
    number: Terms
    percent: Terms
    relative: Terms
    rate: Terms
    context: Mapping[str, Pattern]
    interventions: Mapping[str, Pattern]
    examples: Mapping[str, str]


@cache
def words_of(lang: str) -> Words | None:
    """Return the words of a language, None where the claim rules do not know it."""
    source = {"en": words_en, "id": words_id}.get(lang)
    if source is None:
        return None
    parts = source.PARTS
    fields: dict[str, Any] = {name: Pattern(table, parts) for name, table in source.SINGLE.items()}
    for name, kinds in source.TERMS.items():
        needs = {
            kind: source.NEEDS.get(f"{name}.{kind}") or source.NEEDS.get(name) for kind in kinds
        }
        fields[name] = Terms(
            {kind: Pattern(table, parts) for kind, table in kinds.items()},
            Pattern(source.SOUND.get(name) or r"(?!)", parts),
            {kind: _all_of(stems) for kind, stems in needs.items() if stems},
        )
    return Words(
        **fields,
        context={name: Pattern(table, parts) for name, table in source.CONTEXT.items()},
        interventions={name: Pattern(table, parts) for name, table in source.GIVEN.items()},
        examples=source.EXAMPLES,
    )


def _all_of(stems: Iterable[str]) -> re.Pattern[str]:
    return re.compile("".join(f"(?=.*(?:{stem}))" for stem in stems), re.DOTALL)


def quoted(hits: Iterable[str]) -> str:
    """Return the first words in quotation marks, the others behind "also"."""
    first, *others = dict.fromkeys(hits)
    also = ", ".join(f"'{other}'" for other in others[:3])
    return f"'{first}' (also {also})" if also else f"'{first}'"
