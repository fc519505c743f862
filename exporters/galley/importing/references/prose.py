"""The citations that were typed into a paragraph, as keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from galley.checks.citations.not_names import NOT_NAMES
from galley.checks.citations.typed import Strength, find_typed
from galley.importing.references.authored import AuthoredCiter, merged
from galley.importing.references.known_works import KnownWork, Meant
from galley.importing.references.numbered import cite_numbers
from galley.importing.references.protected import hide, show


@dataclass(frozen=True)
class Unmatched:
    """A typed citation that stays as words.

    Attributes
    ----------
    meant
        Works between which the words do not decide, and those of another year.
    """

    text: str
    meant: Meant = field(default_factory=Meant)
    is_number: bool = False


@dataclass(frozen=True)
class CitedProse:
    """A paragraph with keys, the works that it cites now, and what stays as words."""

    text: str
    keys: tuple[str, ...] = ()
    unmatched: tuple[Unmatched, ...] = ()


def cite_prose(
    text: str, citer: AuthoredCiter, numbers: Mapping[int, str], *, is_round: bool = False
) -> CitedProse:
    """Write keys in place of the typed citations of a paragraph of Markdown.

    Parameters
    ----------
    numbers
        Number → key of a numbered list; empty where there is none.
    is_round
        Whether the post cites by numbers in round brackets.
    """
    words, hidden = hide(text)
    authored = citer.cite(words)
    numbered = cite_numbers(authored.text, numbers, is_round=is_round)
    cited = merged(show(numbered.text, hidden))
    unmatched = (
        *_left(hide(cited)[0], citer),
        *(Unmatched(each, is_number=True) for each in numbered.unknown),
    )
    keys = tuple(dict.fromkeys((*authored.keys, *numbered.keys)))
    return CitedProse(cited, keys, unmatched)


def _left(text: str, citer: AuthoredCiter) -> Iterator[Unmatched]:
    """Yield what still is a citation in words, as far as one can tell."""
    for each in find_typed(text):
        meant = citer.meant(" & ".join(each.names), each.year)
        is_word = bool(NOT_NAMES.intersection(each.names))
        is_near = bool(meant.works or meant.near) and not is_word
        if each.strength > Strength.WEAK or is_near:
            yield Unmatched(each.text, meant)


def numbers_of(works: tuple[KnownWork, ...]) -> Mapping[int, str]:
    """Return number → key of the works whose lines are numbered."""
    return {work.number: work.key for work in works if work.number is not None}
