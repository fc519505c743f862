"""What the claim rules listen for in a language, and how its sentences take words back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from galley.checks.claims import words_en, words_id

Pattern = re.Pattern[str]


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


_CONTINUED = re.compile(r"\|\n\s*")
_PART = re.compile(r"<([a-z_]+)>(?![=!])")


@dataclass(frozen=True)
class Terms:
    """Words that give a fault away, and phrases with the same words that are sound.

    Attributes
    ----------
    kinds
        Kind of fault → its expression; tried in order.
    """

    kinds: Mapping[str, Pattern]
    sound: Pattern


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
    fields: dict[str, Any] = {
        name: _compiled(table, parts) for name, table in source.SINGLE.items()
    }
    for name, kinds in source.TERMS.items():
        fields[name] = _terms(kinds, source.SOUND.get(name, ""), parts)
    return Words(
        **fields,
        context={name: _compiled(table, parts) for name, table in source.CONTEXT.items()},
        interventions={name: _compiled(table, parts) for name, table in source.GIVEN.items()},
        examples=source.EXAMPLES,
    )


def _terms(kinds: Mapping[str, str], sound: str, parts: Mapping[str, str]) -> Terms:
    return Terms(
        {kind: _compiled(table, parts) for kind, table in kinds.items()},
        _compiled(sound or r"(?!)", parts),
    )


def _compiled(table: str, parts: Mapping[str, str]) -> Pattern:
    # A phrase may begin or end with a sign, where no word begins or ends.
    return re.compile(rf"(?<!\w)(?:{phrases(table, **parts)})(?!\w)")


def quoted(hits: Iterable[str]) -> str:
    """Return the first words in quotation marks, the others behind "also"."""
    first, *others = dict.fromkeys(hits)
    also = ", ".join(f"'{other}'" for other in others[:3])
    return f"'{first}' (also {also})" if also else f"'{first}'"
