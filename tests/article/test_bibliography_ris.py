"""Bibliographies in RIS, as Zotero, Mendeley and EndNote export them."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from galley.article.bibliography import (
    BibliographyEntry,
    Notice,
    NoticeKind,
    parse_bibliography,
)

FILE = "notebooks/references.ris"

ZOTERO = """TY  - JOUR
TI  - Human adult neurogenesis: evidence and remaining questions
AU  - Kempermann, Gerd
AU  - Gage, Fred H.
T2  - Cell Stem Cell
DA  - 2018/07/05/
PY  - 2018
DO  - https://doi.org/10.1016/j.stem.2018.04.004
VL  - 23
IS  - 1
SP  - 25
EP  - 30
UR  - https://example.org/a
KW  - Humans
KW  - neurogenesis
N1  - read in full
ID  - kempermann2018
ER  -

TY  - BOOK
TI  - The Organization of Behavior
AU  - Hebb, Donald O.
PY  - 1949
PB  - Wiley
CY  - New York
ER  -
"""
MENDELEY = """TY  - JOUR
T1  - The effects of physical activity
A1  - Huang, T.
A1  - Larsen, K. T.
JF  - Scandinavian Journal
Y1  - 2014///
VL  - 24
SP  - 1
EP  - 10
ER  -
TY  - JOUR
T1  - Another work of the same year
A1  - Huang, T.
JO  - Scandinavian Journal
Y1  - 2014/02//
ER  -
"""
ENDNOTE = """

TY  - JOUR
AU  - van Putten, M. J. A. M.
AU  - World Health Organization
PY  - 2004
DA  - Nov
TI  - RETRACTED: Continuous monitoring
T2  - Stroke
C7  - e12
M3  - Journal Article
AN  - 15472098
DB  - PubMed
ID  - 17
ER  -
"""


def test_a_zotero_export() -> None:
    bibliography, findings = parse_bibliography(ZOTERO, FILE)
    assert findings == ()
    assert bibliography.format == "csljson"
    assert bibliography.entries == {
        "kempermann2018": BibliographyEntry(
            key="kempermann2018",
            kind="article-journal",
            title="Human adult neurogenesis: evidence and remaining questions",
            authors=("Kempermann, Gerd", "Gage, Fred H."),
            year="2018",
            doi="10.1016/j.stem.2018.04.004",
            url="https://example.org/a",
            line=1,
            journal="Cell Stem Cell",
            volume="23",
            number="1",
            pages="25-30",
            keywords=("Humans", "neurogenesis"),
            note="read in full",
        ),
        "hebb1949": BibliographyEntry(
            key="hebb1949",
            kind="book",
            title="The Organization of Behavior",
            authors=("Hebb, Donald O.",),
            year="1949",
            line=20,
            publisher="Wiley",
        ),
    }
    assert json.loads(bibliography.text)[0]["issued"] == {"date-parts": [[2018, 7, 5]]}


def test_a_mendeley_export_gets_keys_of_name_and_year() -> None:
    bibliography, findings = parse_bibliography(MENDELEY, FILE)
    assert findings == ()
    assert bibliography.keys == ("huang2014", "huang2014a")
    assert bibliography.entries["huang2014"].journal == "Scandinavian Journal"
    assert bibliography.entries["huang2014a"].year == "2014"


def test_an_endnote_export_is_not_cited_by_numbers() -> None:
    bibliography, findings = parse_bibliography(ENDNOTE, "references.txt")
    assert findings == ()
    [entry] = bibliography.entries.values()
    assert (entry.key, entry.line, entry.pages) == ("vanputten2004", 3, "e12")
    assert entry.authors == ("van Putten, M. J. A. M.", "World Health Organization")
    assert (entry.pmid, entry.year) == ("15472098", "2004")
    assert entry.notice == Notice(NoticeKind.RETRACTION, source="title")


def test_a_broken_work_costs_only_itself() -> None:
    text = f"TY  - JOUR\nTI  - Never ended\n{ZOTERO}TY  - JOUR\nVL  - 3\nER  - \n{ZOTERO}"
    bibliography, findings = parse_bibliography(text, FILE)
    assert bibliography.keys == ("kempermann2018", "hebb1949", "hebb1949a")
    assert [str(finding) for finding in findings] == [
        "notebooks/references.ris:1: a work has no end, so it cannot be cited\n"
        "  Fix: Write a line 'ER  - ' behind it, or export the file again.",
        "notebooks/references.ris:29: a work has neither a title nor an author, "
        "so it cannot be cited\n"
        "  Fix: Write its title as 'TI  - …', or remove the work.",
        "notebooks/references.ris:32: the citation key 'kempermann2018' is given twice, "
        "first on line 3; the first work is used\n"
        "  Fix: Remove one of the two, or give it another key.",
    ]


def test_a_file_without_works_is_one_error() -> None:
    _, [finding] = parse_bibliography("<html>", FILE)
    assert str(finding) == (
        "notebooks/references.ris:1: the file has no works that can be read\n"
        "  Fix: Export it again from your reference manager as RIS, or as references.bib."
    )


@given(st.text(alphabet="TYAUERDOIPKW0129 -/,;\n", max_size=120))
def test_any_text_is_a_bibliography(text: str) -> None:
    parse_bibliography(f"TY  - JOUR\n{text}", FILE)
