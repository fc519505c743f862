"""A list of references that was typed at the end of an article, read as far as it can be."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from galley.checks.citations.list_patterns import (
    APA_YEAR,
    BEGINS,
    BINDING,
    BOOK,
    BULLETS,
    DOI,
    ET_AL,
    FAMILY,
    INITIALS,
    IS_TITLE,
    JOINS,
    JOURNAL,
    NUMBER,
    VOLUME_AND_PAGES,
    WEB,
    YEAR,
)
from galley.checks.citations.names import names_in_words
from galley.checks.text import Passage
from galley.findings import Place


@dataclass(frozen=True)
class ListedWork:
    """One line of a typed list.

    Attributes
    ----------
    authors
        Surnames, as far as they are written out.
    has_et_al
        Whether further authors are left to ``et al.``.
    is_article
        Whether it looks like an article in a journal.
    is_complete
        Whether volume and pages are there.
    """

    place: Place
    text: str
    authors: tuple[str, ...]
    year: str
    doi: str
    has_et_al: bool
    is_article: bool
    is_complete: bool

    @property
    def name(self) -> str:
        """How one would speak of it: ``Huang and Reichardt 2001``."""
        return f"{names_in_words(self.authors, has_more=self.has_et_al)} {self.year}"


@dataclass(frozen=True)
class TypedList:
    """The passages of an article without its typed list, and what the list names."""

    body: tuple[Passage, ...]
    works: tuple[ListedWork, ...]


def read_typed_list(passages: Iterable[Passage]) -> TypedList:
    """Part an article's passages into its text and the works of a list typed at its end."""
    body: list[Passage] = []
    works: list[ListedWork] = []
    is_inside = False
    for passage in passages:
        begins = BEGINS.match(passage.text)
        if IS_TITLE.fullmatch(passage.text):
            is_inside = True
        elif passage.kind == "heading":
            is_inside = False
            body.append(passage)
        elif is_inside or (begins and passage.kind != "cell"):
            is_inside = True
            works.extend(_works(passage, begins.end() if begins else 0))
        else:
            body.append(passage)
    return TypedList(tuple(body), tuple(works))


def _works(passage: Passage, begin: int) -> Iterator[ListedWork]:
    if passage.citations:
        return
    links = [link for sentence in passage.sentences for link in sentence.links]
    for at, part in _parts(passage.text, begin):
        text = NUMBER.sub("", part).strip()
        work = _work(text, _place_at(passage, at), links) if text else None
        if work:
            yield work


def _parts(text: str, begin: int) -> Iterator[tuple[int, str]]:
    """Yield what stands between typed bullets, with where it begins."""
    ends = [(bullet.start(), bullet.end()) for bullet in BULLETS.finditer(text, begin)]
    starts = [begin, *(end for _, end in ends)]
    for start, end in zip(starts, [*(start for start, _ in ends), len(text)], strict=True):
        yield start, text[start:end]


def _place_at(passage: Passage, offset: int) -> Place:
    """Return the place of the sentence that an offset falls into."""
    place, at = passage.place, 0
    for sentence in passage.sentences:
        at = passage.text.find(sentence.text, at)
        if at < 0 or at > offset:
            break
        place = sentence.place
    return place


def _work(text: str, place: Place, links: Sequence[str]) -> ListedWork | None:
    in_front = APA_YEAR.search(text[:300])
    year = in_front or YEAR.search(text)
    if year is None:
        return None
    names, rest = _parted(text, in_front)
    authors = tuple(_families(ET_AL.sub("", names)))
    if not authors:
        return None
    doi = next((match[0] for each in (text, *links) if (match := DOI.search(each))), "")
    has_volume = bool(VOLUME_AND_PAGES.search(DOI.sub("", rest)))
    container = rest.partition(". ")[2]
    is_other = bool(BOOK.search(rest) or WEB.search(text))
    return ListedWork(
        place=place,
        text=text,
        authors=authors,
        year=year["year"],
        doi=doi.rstrip(".,;)"),
        has_et_al=bool(ET_AL.search(names)),
        is_article=not is_other and (has_volume or bool(JOURNAL.search(container))),
        is_complete=has_volume,
    )


def _parted(text: str, year: re.Match[str] | None) -> tuple[str, str]:
    """Return the names and what stands behind them."""
    if year:
        return text[: year.start()], text[year.end() :].lstrip(" .,:")
    # Names end at the first full stop behind which a whole word begins.
    parts = re.split(r"\.\s+(?=[\"“]?[A-ZÀ-Þ0-9][\w’'\-]{2,}[\s:.,?])", text, maxsplit=1)
    return parts[0], parts[1] if len(parts) > 1 else ""


def _families(names: str) -> Iterator[str]:
    for part in JOINS.split(names):
        name = part.strip(" .")
        match = FAMILY.fullmatch(name)
        if match and not INITIALS.fullmatch(name) and _is_family(match["family"]):
            yield match["family"]


def _is_family(name: str) -> bool:
    """Tell whether words are a name: all with a capital, but for those that bind names."""
    return any(word[0].isupper() for word in name.split()) and all(
        word[0].isupper() or word in BINDING for word in name.split()
    )
