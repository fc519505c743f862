"""The works that labelled sentences cite."""

from __future__ import annotations

from pathlib import Path

from galley.article.bibliography import parse_bibliography
from galley.article.bibliography_entry import BibliographyEntry
from galley.importing.references.known_works import KnownWork

BIBLIOGRAPHY = Path(__file__).parents[3] / "notebooks" / "references.bib"
_NUMBERED = """
huang2001 kempermann2018 murphy2009 zeiler2013 ward2017 wolf2006 hope2019 hawe2019 elsner2020
lohse2014 lang2016 dromerick2021
"""
NUMBERS = dict(enumerate(_NUMBERED.split(), start=1))


def entry(key: str, *authors: str, year: str = "", title: str = "") -> BibliographyEntry:
    """Return a work of which little is known."""
    year = year or "".join(filter(str.isdigit, key))
    return BibliographyEntry(key, "article", title=title, authors=authors, year=year)


def library() -> tuple[BibliographyEntry, ...]:
    """Return the works of the project's own bibliography."""
    works, _ = parse_bibliography(BIBLIOGRAPHY.read_text("utf-8"), "references.bib")
    return tuple(works.entries.values())


def shelf() -> tuple[KnownWork, ...]:
    """Return every work that the sentences cite."""
    others = (
        entry("nudo1996", "Nudo, R. J.", "Wise, B. M.", "SiFuentes, F.", "Milliken, G. W."),
        entry("brysbaert2019", "Brysbaert, M."),
        entry("kempermann2018", "Kempermann, Gerd", "Gage, Fred H.", "Aigner, Ludwig"),
        entry("ward2017", "Ward, Nick S."),
    )
    smith = (
        KnownWork(entry("smith2001a", "Smith, J."), letter="a"),
        KnownWork(entry("smith2001b", "Smith, J."), letter="b"),
    )
    return (*map(KnownWork, (*library(), *others)), *smith)
