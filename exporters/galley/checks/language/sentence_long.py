"""A sentence that a reader has to read twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.checks.language.readability import readability, running_text, words_of
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.text import Sentence
from galley.findings import Severity

MOST_WORDS = 25
MOST_WORDS_ON_AVERAGE = 20
_STATISTICS = re.compile(r"\([^()]*[0-9][^()]*\)")
# A word in code may begin a sentence in small letters.
_STOP_BEFORE_SMALL_LETTER = re.compile(r"(?<=\w{4}[.!?]) (?=[a-z])")
_FIRST_WORDS = 6


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find long sentences; statistics in brackets, which readers skip, are not counted.

    No limit was validated for Indonesian: only where sentences are long throughout, the longest
    one is shown.
    """
    sentences = [each for passage in running_text(manuscript) for each in passage.sentences]
    if manuscript.lang == "en":
        yield from (_remark(each) for each in sentences if _length(each) > MOST_WORDS)
        return
    average = readability(manuscript).mean_sentence
    if average > MOST_WORDS_ON_AVERAGE:
        longest = max(sentences, key=_length)
        yield Remark(
            longest.place,
            f"this is the longest sentence, with {_length(longest)} words: {_beginning(longest)}",
            f"sentences here have {average:.0f} words on average; where that is more than "
            f"{MOST_WORDS_ON_AVERAGE}, look at the longest ones first.",
        )


def _remark(sentence: Sentence) -> Remark:
    return Remark(
        sentence.place,
        f"this sentence has {_length(sentence)} words: {_beginning(sentence)}",
        "make two of it, or a list.",
    )


def _length(sentence: Sentence) -> int:
    parts = _STOP_BEFORE_SMALL_LETTER.split(_STATISTICS.sub("", sentence.text))
    return max(len(words_of(part)) for part in parts)


def _beginning(sentence: Sentence) -> str:
    words = sentence.text.split()[:_FIRST_WORDS]
    return f'"{" ".join(words)} …"'


RULE = Rule(
    id="sentence-long",
    severity=Severity.ADVICE,
    group=Group.LANGUAGE,
    what="a long sentence",
    why="Who reads slowly, or on a phone, has forgotten the beginning at its end.",
    harm=1,
    cost=Cost.SENTENCE,
    find=find,
)
