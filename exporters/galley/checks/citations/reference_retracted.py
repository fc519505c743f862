"""A retracted work, where it is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.article.bibliography import BibliographyEntry, NoticeKind
from galley.checks.citations.works import cited_places, named, typed_citations
from galley.checks.rule import CheckContext, Cost, Group, Manuscript, Remark, Rule
from galley.checks.text import Sentence
from galley.findings import Place, Severity

_SAYS_SO = re.compile(r"\b(?:retract\w+|withdrawn|ditarik|penarikan|dicabut)\b", re.IGNORECASE)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find every place at which a retracted work is cited as if nothing had happened."""
    for work, place in _citing(manuscript):
        notice = work.notice
        if notice and notice.kind is NoticeKind.RETRACTION:
            day = f" on {notice.date}" if notice.date else ""
            note = f" ({notice.note})" if notice.note else ""
            yield Remark(
                place,
                f"{named(work)} was retracted{day}{note}",
                "take another source and look at the claim again, "
                "or say in the sentence that the work was retracted.",
            )


def _citing(manuscript: Manuscript) -> Iterator[tuple[BibliographyEntry, Place]]:
    """Yield the works with the places that cite them and do not say that they were retracted."""
    seen = set[str]()
    for passage in manuscript.passages:
        for sentence in passage.sentences:
            seen.update(citation.key for citation in sentence.citations)
            yield from _in_sentence(sentence, manuscript.context)
    for found in typed_citations(manuscript):
        if not _SAYS_SO.search(found.sentence.text):
            yield from ((work, found.sentence.place) for work in found.entries)
    # Figures, and citations that are a whole paragraph, stand in no sentence.
    for key, place in cited_places(manuscript.article):
        work = manuscript.context.work(key)
        if work and (place.line is None or key not in seen):
            yield work, place


def _in_sentence(
    sentence: Sentence, context: CheckContext
) -> Iterator[tuple[BibliographyEntry, Place]]:
    if _SAYS_SO.search(sentence.text):
        return
    for key in dict.fromkeys(citation.key for citation in sentence.citations):
        work = context.work(key)
        if work:
            yield work, sentence.place


RULE = Rule(
    id="reference-retracted",
    severity=Severity.ERROR,
    group=Group.CITATIONS,
    what="a retracted work that is cited",
    why="A reader would trust what its journal no longer stands by.",
    harm=5,
    cost=Cost.SEARCH,
    find=find,
)
