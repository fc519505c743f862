"""A text for patients that asks for more schooling than most readers have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from galley.checks.citations.works import typed_list
from galley.checks.language.readability import (
    RUNNING,
    Readability,
    readability,
    readability_of,
)
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.findings import Place, Severity

HARD_GRADE = 9.0
VERY_HARD_GRADE = 12.0
HARD_EASE = 50.0
_FEWEST_WORDS = 100
_FEWEST_WORDS_OF_A_PART = 40


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find English articles for patients above grade 9; clinicians' editions are not judged.

    Words of the glossary are counted as short, because an article explains them. There is no
    validated score for Indonesian; `galley.checks.language.readability` has its LIX.
    """
    if manuscript.lang != "en" or manuscript.audience == "clinician":
        return
    counts = readability(manuscript)
    grade = counts.grade_with_terms
    if grade is None or counts.words < _FEWEST_WORDS or grade <= HARD_GRADE:
        return
    yield Remark(
        Place(manuscript.article.file),
        f"{_verdict(grade)} ({_scores(counts)})",
        f"shorten sentences, which have {counts.mean_sentence:.0f} words on average, and take "
        f"common words for long ones.{_hardest(manuscript)}",
    )


def _verdict(grade: float) -> str:
    if grade > VERY_HARD_GRADE:
        return "the text reads as if it were for university, far above what patients are used to"
    return f"the text reads like grade {grade:.0f} of school, above what patients are used to"


def _scores(counts: Readability) -> str:
    ease = counts.ease or 0.0
    hard = f", reading ease {ease:.0f}" if ease < HARD_EASE else ""
    return (
        f"Flesch\N{EN DASH}Kincaid grade {counts.grade:.1f}, {counts.grade_with_terms:.1f} with "
        f"glossary words counted as short{hard}; syllables {counts.method}"
    )


def _hardest(manuscript: Manuscript) -> str:
    """Return a sentence that names the part under the hardest heading, if parts can be told."""
    parts = sorted(_parts(manuscript))
    return f' Begin with "{parts[-1][1]}", the hardest part.' if len(parts) > 1 else ""


def _parts(manuscript: Manuscript) -> Iterator[tuple[float, str]]:
    """Yield the grade and the heading of each part that is long enough to have a grade."""
    passages = typed_list(manuscript).body
    headings = [place for place, each in enumerate(passages) if each.kind == "heading"]
    for begin, end in pairwise([*headings, len(passages)]):
        running = (each for each in passages[begin:end] if each.kind in RUNNING)
        counts = readability_of(running, manuscript.lang, manuscript.context.terms)
        if counts.words >= _FEWEST_WORDS_OF_A_PART and counts.grade_with_terms is not None:
            yield counts.grade_with_terms, passages[begin].text


RULE = Rule(
    id="reading-level",
    severity=Severity.ADVICE,
    group=Group.LANGUAGE,
    what="a text for patients that is hard to read",
    why="A reader who cannot follow gives up, or takes away something else than was said.",
    harm=2,
    cost=Cost.WORK,
    find=find,
)
