"""Bibliographies in BibTeX and CSL-JSON."""

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

FILE = "notebooks/references.bib"

WORKS = r"""@string{ann = "Annals"}

@article{bi2001,
  author = {M{\"u}ller, J{\'e}r{\^o}me and de la Cruz, Ana and
    {World Health Organization} and others},
  title = {Synaptic {DNA} in 5\% of \textit{cases}},
  journal = ann,
  year = {2001},
  doi = {https://doi.org/10.1146/annurev.neuro.24.1.139},
}
% a remark
@book{acs2020, title = {Whole}, year = 2020}
@incollection{part, title = {Part}, crossref = {acs2020}, url = {https://example.org/a_b%20c}}
"""


def messages(text: str) -> list[str]:
    return [str(finding) for finding in parse_bibliography(text, FILE)[1]]


def test_works_are_known_by_key_in_the_files_order() -> None:
    bibliography, findings = parse_bibliography(WORKS, FILE)
    assert findings == ()
    assert bibliography.keys == ("bi2001", "acs2020", "part")
    assert bibliography.entries["bi2001"] == BibliographyEntry(
        key="bi2001",
        kind="article",
        title="Synaptic DNA in 5% of cases",
        authors=("Müller, Jérôme", "de la Cruz, Ana", "World Health Organization"),
        year="2001",
        doi="10.1146/annurev.neuro.24.1.139",
        line=3,
        has_more_authors=True,
        journal="Annals",
    )


ZOTERO = r"""@article{reis2009,
  title = {Retracted: {{Stimulation}} in Rats},
  author = {Reis, Janine},
  date = {2009-02-03},
  journaltitle = {Journal of {{Neurology}} \& Psychiatry},
  volume = {106},
  number = {5},
  pages = {1590--1595},
  doi = {10.1007/978-3\_2},
  eprint = {19164589},
  eprinttype = {pubmed},
  keywords = {rat, motor cortex;learning},
  pubstate = {inpress},
  langid = {english},
  note = {no DOI: none given}
}
@incollection{part, crossref = {whole}, title = {Part}}
@book{whole, title = {Whole}, publisher = {Wiley}, year = 1949, keywords = {Ditarik}}
"""


def test_biblatex_says_where_a_work_appeared_and_what_became_of_it() -> None:
    entries = parse_bibliography(ZOTERO, FILE)[0].entries
    assert entries["reis2009"] == BibliographyEntry(
        key="reis2009",
        kind="article",
        title="Retracted: Stimulation in Rats",
        authors=("Reis, Janine",),
        year="2009",
        doi="10.1007/978-3_2",
        line=1,
        journal="Journal of Neurology & Psychiatry",
        volume="106",
        number="5",
        pages="1590--1595",
        pmid="19164589",
        keywords=("rat", "motor cortex", "learning"),
        note="no DOI: none given",
        status="inpress",
        language="en",
        notice=Notice(NoticeKind.RETRACTION, source="title"),
    )
    part = entries["part"]
    assert (part.journal, part.publisher, part.year) == ("Whole", "Wiley", "1949")
    assert entries["whole"].notice == Notice(NoticeKind.RETRACTION, source="keywords")


def test_the_gravest_notice_on_a_doi_is_a_works() -> None:
    bibliography = parse_bibliography(ZOTERO, FILE)[0].with_notices(
        {"10.1007/978-3_2": Notice(NoticeKind.CORRECTION, "2026-01-02")}
    )
    assert bibliography.notices["reis2009"].kind is NoticeKind.RETRACTION


def test_a_chapter_takes_the_year_of_its_book_and_keeps_its_address() -> None:
    part = parse_bibliography(WORKS, FILE)[0].entries["part"]
    assert (part.year, part.url) == ("2020", "https://example.org/a_b%20c")


def test_a_whole_file_goes_to_pandoc_unchanged() -> None:
    assert parse_bibliography(WORKS, FILE)[0].text == WORKS


def test_the_first_of_two_works_with_one_key_is_used() -> None:
    text = "@article{a, title={One}}\n@article{a, title={Two}}"
    bibliography, _ = parse_bibliography(text, FILE)
    assert bibliography.entries["a"].title == "One"
    assert "Two" not in bibliography.text
    assert messages(text) == [
        (
            "notebooks/references.bib:2: the citation key 'a' is given twice, first on line 1; "
            "the first work is used\n  Fix: Remove one of the two, or give it another key."
        )
    ]


def test_an_unreadable_entry_costs_only_itself() -> None:
    text = (
        "@article{a, title={One}}\n@article{b, title={Two, year=2000\n\n@article{c, title={Three}}"
    )
    bibliography, _ = parse_bibliography(text, FILE)
    assert bibliography.keys == ("a", "c")
    assert messages(text) == [
        (
            "notebooks/references.bib:2: the entry 'b' cannot be read and cannot be cited\n"
            "  Fix: Check that each brace and quotation mark is closed and a comma ends each field."
        )
    ]


def test_an_entry_without_a_key_cannot_be_cited() -> None:
    assert messages("@article{, title={One}}") == [
        (
            "notebooks/references.bib:1: an entry has no citation key\n"
            "  Fix: Write a key after the brace, for example @article{bi2001,"
        )
    ]


def test_a_field_given_twice_is_a_warning() -> None:
    text = "@article{a, title={One}, title={Two}, year={2000}}"
    assert messages(text) == [
        (
            "notebooks/references.bib:1: the entry 'a' gives 'title' twice\n"
            "  Fix: Remove one of the two."
        )
    ]
    assert parse_bibliography(text, FILE)[0].entries["a"].year == "2000"


def test_a_file_without_works_is_no_error() -> None:
    for text in ("", "% nothing yet\n", "\ufeff"):
        bibliography, findings = parse_bibliography(text, FILE)
        assert (bibliography.keys, findings) == ((), ())


CSL = [
    {
        "id": "bi2001",
        "type": "article-journal",
        "title": "Synapses",
        "author": [
            {"family": "Cruz", "given": "Ana", "non-dropping-particle": "de la"},
            {"literal": "WHO"},
        ],
        "issued": {"date-parts": [[2001, 3]]},
        "DOI": "10.1/x",
        "container-title": "Brain",
        "volume": 12,
        "issue": "3",
        "page": "1-9",
        "publisher": "OUP",
        "PMID": "19164589",
        "keyword": "Humans, corrected",
        "note": "read in full",
        "status": "In press",
    },
    {"id": "bi2001", "title": "Again"},
    {"title": "No id"},
]


def test_csl_json_is_accepted_too() -> None:
    bibliography, findings = parse_bibliography(json.dumps(CSL), "references.json")
    assert bibliography.format == "csljson"
    assert bibliography.entries == {
        "bi2001": BibliographyEntry(
            key="bi2001",
            kind="article-journal",
            title="Synapses",
            authors=("de la Cruz, Ana", "WHO"),
            year="2001",
            doi="10.1/x",
            journal="Brain",
            volume="12",
            number="3",
            pages="1-9",
            publisher="OUP",
            pmid="19164589",
            keywords=("Humans", "corrected"),
            note="read in full",
            status="in press",
            notice=Notice(NoticeKind.CORRECTION, source="keywords"),
        )
    }
    assert [finding.message for finding in findings] == [
        "the citation key 'bi2001' is given twice; the first work is used",
        "work 3 of the list has no id and cannot be cited",
    ]


def test_broken_csl_json_is_one_error_with_its_line() -> None:
    _, [finding] = parse_bibliography('[\n{"id": 1,,}]', "references.json")
    assert str(finding) == (
        "references.json:2: the file is not JSON at column 10\n"
        "  Fix: Export it again from your reference manager as CSL-JSON, or as references.bib."
    )


@given(st.text())
def test_any_text_is_a_bibliography(text: str) -> None:
    parse_bibliography(text, FILE)


@given(st.text(alphabet='@{}"=,#\\$ \nab1%', max_size=60))
def test_any_text_that_looks_like_bibtex_is_a_bibliography(text: str) -> None:
    parse_bibliography("@article{a, " + text, FILE)
