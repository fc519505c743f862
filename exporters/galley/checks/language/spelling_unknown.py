"""A word that no dictionary has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.article.markdown import walk
from galley.article.model import Prose
from galley.checks.language.english_variants import variants
from galley.checks.language.indonesian_stems import stems
from galley.checks.language.medical_words import MEDICAL_WORDS
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.text import Passage
from galley.findings import Place, Severity

# No part of an address, a file name, a key or a name with digits in it.
_WORD = re.compile(r"(?<![\w@./\\#_’'])[^\W\d_]+(?:['’][^\W\d_]+)*(?![\w@/\\_]|\.\w)")
_QUOTED = re.compile(r"[\"“«][^\"“”«»]*[\"”»]|\([^()]*\)")
_POSSESSIVE = re.compile(r"['’]s?$")
_REPEATED = re.compile(r"\b(\w+)-\1")
_SHORTEST = 3


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find words that nobody knows, each once; names, code and quotations are left alone.

    A speller is there only where this machine has a dictionary, and only in `galley check`.
    """
    speller = manuscript.context.speller
    if speller is None:
        return
    known = _known_words(manuscript)
    told: set[str] = set()
    for word, place in _words(manuscript):
        plain = _POSSESSIVE.sub("", word.replace("’", "'"))
        if plain.lower() in told | known:
            continue
        if not any(map(speller.knows, _forms(plain, manuscript.lang))):
            told.add(plain.lower())
            yield Remark(place, f"'{word}' is not in the dictionary", _fix(speller.nearest(plain)))


def _fix(nearest: str) -> str:
    meant = f"did you mean '{nearest}'? " if nearest else ""
    return f"{meant}A word that is right belongs into dictionaries/words.txt, on a line of its own."


def _forms(word: str, lang: str) -> Iterator[str]:
    """Yield the word, and what it may be a form of."""
    yield word
    if lang == "en":
        yield from variants(word)
    elif lang == "id":
        yield from stems(word)


def _words(manuscript: Manuscript) -> Iterator[tuple[str, Place]]:
    """Yield the words to look up, and where they stand."""
    code = _words_in_code(manuscript)
    for passage in manuscript.passages:
        if passage.kind == "cell":
            continue
        for word, place in _words_of(passage, keeps_quotations=manuscript.lang == "en"):
            if len(word) >= _SHORTEST and word not in code:
                yield word, place


def _words_of(passage: Passage, *, keeps_quotations: bool) -> Iterator[tuple[str, Place]]:
    for sentence in passage.sentences:
        # What is quoted, or explained in brackets, may well be in English.
        text = sentence.text if keeps_quotations else _QUOTED.sub(" ", sentence.text)
        # Of masing-masing there may be no half.
        text = _REPEATED.sub(" ", text)
        # A capital may begin a name, also at the beginning of a sentence.
        yield from ((word, sentence.place) for word in _WORD.findall(text) if word.islower())


def _words_in_code(manuscript: Manuscript) -> frozenset[str]:
    return frozenset(
        word
        for block in manuscript.article.blocks
        if isinstance(block, Prose)
        for token in walk(block.tokens)
        if token.type in {"code_inline", "math_inline"}
        for word in re.findall(r"[^\W\d_]+", token.content)
    )


def _known_words(manuscript: Manuscript) -> frozenset[str]:
    """Return the words of the glossary and of medicine, in small letters."""
    terms = (word for term in manuscript.context.terms for word in re.split(r"[\s-]+", term))
    return frozenset(terms) | MEDICAL_WORDS.get(manuscript.lang, frozenset())


RULE = Rule(
    id="spelling-unknown",
    severity=Severity.ADVICE,
    group=Group.LANGUAGE,
    what="a word that is not in the dictionary",
    why="A slip of the pen makes a reader doubt the rest.",
    harm=1,
    cost=Cost.WORD,
    find=find,
)
