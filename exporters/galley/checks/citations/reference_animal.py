"""A study of animals or cells that is cited for people."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.article.bibliography import BibliographyEntry
from galley.checks.citations.works import named
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.text import Sentence
from galley.findings import Severity

_ANIMALS = (
    r"animals?|rats?|mice|mouse|murine|rodents?|rabbits?|monkeys?|primates?|cats?|ferrets?|pigs?"
    r"|zebrafish|in[ -]?vitro|slices?|cell culture|cultured (?:cells|neurons)|hewan|tikus|mencit"
    r"|kelinci|monyet|kera|kucing|kultur sel|irisan(?: otak)?"
)
_TAG = re.compile(rf"\b(?:{_ANIMALS})\b", re.IGNORECASE)
_HUMANS = re.compile(r"\b(?:humans?|patients?|people|manusia|pasien|orang)\b", re.IGNORECASE)
_DENIED = re.compile(
    r"\b(?:no|not|never|without|bukan|tidak|tanpa|belum)\b[^.;,]{0,30}"
    r"\b(?:humans?|patients?|people|manusia|pasien|orang)\b",
    re.IGNORECASE,
)
_ABOUT_PEOPLE = re.compile(
    r"\b(?:patients?|people|persons?|survivors?|adults?|children|recover\w*|rehabilitat\w*|therap\w+"
    r"|treatments?|pasien\w*|penderita|penyintas|orang|anak|pulih|pemulihan|terapi|rehabilitasi"
    r"|pengobatan|perawatan)\b",
    re.IGNORECASE,
)
_SAYS_SO = re.compile(
    rf"\b(?:{_ANIMALS}|cells?|neurons?|dish|laborator\w+|sel|neuron|cawan|laboratorium|percobaan)\b",
    re.IGNORECASE,
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find sentences about people that rest on works tagged as animal or in-vitro studies."""
    works = {work.key: work for work in manuscript.cited_works if is_of_animals(work)}
    for sentence in _about_people(manuscript) if works else ():
        for key in dict.fromkeys(citation.key for citation in sentence.citations):
            if key in works:
                name = named(works[key])
                yield Remark(
                    sentence.place,
                    f"{name} studied animals or cells, and the sentence speaks of people",
                    "say that it was seen in animals or cells, or cite a study of people as well.",
                )


def _about_people(manuscript: Manuscript) -> Iterator[Sentence]:
    """Yield cited sentences about people that do not say that it was in animals or cells."""
    for passage in manuscript.prose:
        before = ""
        for sentence in passage.sentences:
            # A sentence may go on from one that named the animals.
            said = f"{before} {sentence.text}"
            is_cited = bool(sentence.citations) and bool(_ABOUT_PEOPLE.search(sentence.text))
            if is_cited and not _SAYS_SO.search(said):
                yield sentence
            before = sentence.text


def is_of_animals(work: BibliographyEntry) -> bool:
    """Tell whether a work's tags or the author's note say that it studied animals or cells."""
    tags = "; ".join(work.keywords)
    note = _DENIED.sub("", work.note)
    if _TAG.search(tags):
        return not _HUMANS.search(tags)
    return bool(_TAG.search(note)) and not _HUMANS.search(f"{note} {tags}")


RULE = Rule(
    id="reference-animal",
    severity=Severity.WARNING,
    group=Group.CITATIONS,
    what="a study of animals or cells that is cited for people",
    why="A patient may hope for what was only seen in animals.",
    harm=4,
    cost=Cost.SENTENCE,
    find=find,
)
