"""How hard an article is to read, as far as counting can tell."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from math import ceil, sqrt
from typing import TYPE_CHECKING

from galley.checks.citations.works import typed_list
from galley.checks.rule import Manuscript
from galley.checks.text import Passage

if TYPE_CHECKING:
    from pyphen import Pyphen

WORDS_A_MINUTE = 238
"""Silent reading of English non-fiction (Brysbaert 2019); nothing of the kind is known here for
other languages."""

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_SIGN_OF_WORDS = re.compile(r"\w")
RUNNING = frozenset({"paragraph", "item", "quote"})
"""The kinds of passages that are read one after the other."""
_TERM_SYLLABLES = 2
_LONG_WORD_LETTERS = 7
_MANY_SYLLABLES = 3
_SMOG_SENTENCES = 30


@dataclass(frozen=True)
class Readability:
    """Counts and scores of an article's running text.

    Attributes
    ----------
    words, sentences
        Those of paragraphs, list items and quotations: no headings, tables or captions.
    longest_sentence
        Its number of words.
    lix
        Words per sentence plus the percentage of words of more than six letters; for any language,
        but without a limit that was validated for Indonesian.
    grade, grade_with_terms, ease, smog
        Flesch–Kincaid grade, the same with each word of the glossary counted as two syllables,
        Flesch reading ease and SMOG. For English alone, None elsewhere; SMOG only from 30
        sentences on, for which it is defined.
    minutes
        To read it in silence, at `WORDS_A_MINUTE`, rounded up.
    method
        How syllables were counted, for example ``by hyphenation, pyphen 0.18.1``.
    """

    words: int
    sentences: int
    longest_sentence: int
    lix: float
    minutes: int
    grade: float | None = None
    grade_with_terms: float | None = None
    ease: float | None = None
    smog: float | None = None
    method: str = ""

    @property
    def mean_sentence(self) -> float:
        """Words per sentence."""
        return self.words / self.sentences if self.sentences else 0.0


def readability(manuscript: Manuscript) -> Readability:
    """Count what can be counted in an article; one without words has zeros."""
    return readability_of(running_text(manuscript), manuscript.lang, manuscript.context.terms)


def readability_of(
    passages: Iterable[Passage], lang: str, terms: Collection[str] = ()
) -> Readability:
    """Count what can be counted in some passages.

    Parameters
    ----------
    lang
        Without its region.
    terms
        Words of the glossary, in small letters.
    """
    sentences = [
        words
        for passage in passages
        for sentence in passage.sentences
        if (words := words_of(sentence.text))
    ]
    words = [word for sentence in sentences for word in sentence]
    counts = Readability(
        words=len(words),
        sentences=len(sentences),
        longest_sentence=max(map(len, sentences), default=0),
        lix=_lix(words, len(sentences)),
        minutes=ceil(len(words) / WORDS_A_MINUTE),
    )
    if lang != "en" or not words:
        return counts
    return _scored(counts, words, _single_words(terms))


def running_text(manuscript: Manuscript) -> tuple[Passage, ...]:
    """Return what is read one after the other: no headings, tables, captions and footnotes.

    A list of sources that was typed is none of it.
    """
    passages = typed_list(manuscript).body
    return tuple(passage for passage in passages if passage.kind in RUNNING)


def words_of(text: str) -> list[str]:
    """Return the words of a text; numbers count, signs alone do not."""
    # One pattern for whole words would look at a long row of signs from each of them anew.
    return [token for token in text.split() if _SIGN_OF_WORDS.search(token)]


def _scored(counts: Readability, words: list[str], terms: Collection[str]) -> Readability:
    syllables = [_syllables_of_token(word) for word in words]
    eased = [
        min(count, _TERM_SYLLABLES) if _is_term(word, terms) else count
        for word, count in zip(words, syllables, strict=True)
    ]
    many = sum(count >= _MANY_SYLLABLES for count in syllables)
    return replace(
        counts,
        grade=_grade(counts, sum(syllables)),
        grade_with_terms=_grade(counts, sum(eased)),
        ease=206.835 - 1.015 * counts.mean_sentence - 84.6 * sum(syllables) / counts.words,
        smog=_smog(many, counts.sentences),
        method=f"by hyphenation, pyphen {_pyphen_version()}",
    )


def _grade(counts: Readability, syllables: int) -> float:
    return 0.39 * counts.mean_sentence + 11.8 * syllables / counts.words - 15.59


def _smog(words_of_many_syllables: int, sentences: int) -> float | None:
    if sentences < _SMOG_SENTENCES:
        return None
    return 1.043 * sqrt(words_of_many_syllables * 30 / sentences) + 3.1291


def _lix(words: list[str], sentences: int) -> float:
    if not words:
        return 0.0
    long = sum(len(_letters(word)) >= _LONG_WORD_LETTERS for word in words)
    return len(words) / sentences + 100 * long / len(words)


def _letters(word: str) -> str:
    return "".join(filter(str.isalpha, word))


def _single_words(terms: Iterable[str]) -> frozenset[str]:
    """Return the words of the glossary that stand alone; those of a phrase are common words."""
    return frozenset(term for term in terms if _WORD.fullmatch(term))


def _is_term(word: str, terms: Collection[str]) -> bool:
    plain = _letters(word).lower()
    return plain in terms or plain.removesuffix("s") in terms


def _syllables_of_token(token: str) -> int:
    """Return the syllables of what stands between two spaces; a number counts as one."""
    return sum(map(_syllables, _WORD.findall(token))) or 1


# What is longer is no word that anybody reads, and takes long to divide.
_LONGEST_WORD = 100


@lru_cache(maxsize=20_000)
def _syllables(word: str) -> int:
    # Hyphenation keeps two letters together at either end and so misses some syllables there:
    # grades come out half a year to a year too low, never too high.
    if len(word) > _LONGEST_WORD:
        return 1
    return len(_hyphenation().positions(word.lower())) + 1


@cache
def _hyphenation() -> Pyphen:
    # Late: a dictionary takes its time, and only English needs it.
    import pyphen

    return pyphen.Pyphen(lang="en_US")


def _pyphen_version() -> str:
    import pyphen

    return str(pyphen.VERSION)
