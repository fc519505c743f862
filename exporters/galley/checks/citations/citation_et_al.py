"""An abbreviation for further authors, at a work of one or two authors."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.article.bibliography import BibliographyEntry
from galley.checks.citations.names import is_same_family, names_in_words
from galley.checks.citations.typed_list import ListedWork
from galley.checks.citations.works import (
    Found,
    has_many_authors,
    typed_citations,
    work_name,
)
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.text import Sentence
from galley.findings import Severity

_ET_AL = re.compile(r"(?P<name>[^\W\d_][\w’'\-]+),?\s+(?:et\.?\s+al\b|dkk\b)\.?")

_MEANING = '"et al." stands for a third author and further ones.'


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find "et al." and "dkk." where a work has no third author."""
    for found in typed_citations(manuscript):
        if found.typed.has_et_al:
            yield from _of_typed(found)
    for sentence in manuscript.sentences:
        yield from _beside_citations(sentence, manuscript)


def _of_typed(found: Found) -> Iterator[Remark]:
    exact: tuple[BibliographyEntry | ListedWork, ...] = (*found.entries, *found.listed)
    works = exact or (*found.near_entries, *found.near_listed)
    if not works or any(has_many_authors(work) for work in works):
        return
    work = works[0]
    meant = "" if exact else "if that is the work you mean, "
    yield Remark(
        found.sentence.place,
        f"'{found.typed.text}': {work_name(work)} has {_count(work)}",
        f"{meant}write {names_in_words(work.authors)}; {_MEANING}",
    )


def _beside_citations(sentence: Sentence, manuscript: Manuscript) -> Iterator[Remark]:
    cited = [manuscript.context.work(citation.key) for citation in sentence.citations]
    works = [work for work in cited if work and work.authors]
    for match in _ET_AL.finditer(sentence.text) if works else ():
        same = [work for work in works if is_same_family(match["name"], work.authors[0])]
        if same and not any(has_many_authors(work) for work in same):
            yield Remark(
                sentence.place,
                f"'{match[0]}': {work_name(same[0])} has {_count(same[0])}",
                f"write {names_in_words(same[0].authors)}; {_MEANING}",
            )


def _count(work: BibliographyEntry | ListedWork) -> str:
    return "one author" if len(work.authors) == 1 else "two authors"


RULE = Rule(
    id="citation-et-al",
    severity=Severity.ADVICE,
    group=Group.CITATIONS,
    what='"et al." for a work of one or two authors',
    why="A reader looks for a work with more authors and does not find it.",
    harm=1,
    cost=Cost.WORD,
    find=find,
)
