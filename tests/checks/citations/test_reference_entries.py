"""What an entry lacks, has wrong, or says of its work."""

from __future__ import annotations

import pytest

from galley.checks.citations import (
    reference_corrected,
    reference_doi_malformed,
    reference_doi_missing,
    reference_doubted,
    reference_duplicate,
    reference_incomplete,
    reference_preprint,
    reference_retracted,
    sources_old,
)
from galley.checks.citations.reference_doi_malformed import is_doi, tidy_doi
from galley.checks.citations.works import field_words

TEXT = {"en": "It rises [@a].", "id": "Kadarnya naik [@a]."}
LANGUAGES = pytest.mark.parametrize("lang", ["en", "id"])
PARTS = {
    "journal": "{Brain}",
    "volume": "1",
    "number": "2",
    "pages": "{3--4}",
    "year": "2020",
    "doi": "{10.1000/a}",
    "author": "{Smith, A and Lee, B}",
    "title": "{A title}",
}
WHOLE = ", ".join(f"{name}={value}" for name, value in PARTS.items())


def article(fields, kind="article", key="a"):
    return f"@{kind}{{{key}, {fields}}}\n"


def without(*names):
    return ", ".join(f"{name}={value}" for name, value in PARTS.items() if name not in names)


@LANGUAGES
def test_an_article_without_a_doi(say, lang):
    works = f"% a line\n{article(without('doi'))}"
    assert say(reference_doi_missing.RULE, TEXT[lang], lang, works=works) == [
        "references.bib:2: 'a' (Smith and Lee 2020) has no DOI\n"
        "  Fix: look it up at search.crossref.org and add it as doi = {…}; "
        "if there is none, write note = {no DOI}."
    ]


@pytest.mark.parametrize(
    ("file", "doi", "note", "status"),
    [
        ("a.bib", "doi = {…}", "note = {no DOI}", "pubstate = {inpress}"),
        ("a.json", '"DOI": "…"', '"note": "no DOI"', '"status": "inpress"'),
        ("a.ris", "DO  - …", "N1  - no DOI", "N1  - inpress"),
    ],
)
def test_fields_are_written_as_in_the_file(manuscript, file, doi, note, status):
    read = manuscript("Words.", bibliography_file=file)
    fields = {"doi": "…", "note": "no DOI", "pubstate": "inpress"}
    assert [field_words(read, *field) for field in fields.items()] == [doi, note, status]


@pytest.mark.parametrize(
    "works",
    [
        article(WHOLE),
        article(f"{without('doi')}, note={{no DOI}}"),
        article(f"{without('doi')}, annote={{Tanpa DOI: jurnal lama.}}"),
        article(f"{without('doi')}, annote={{DOI omitted (not seen).}}"),
        article(f"{without('doi')}, pmid={{12345678}}"),
        article("title={A}, year=1949, publisher={Wiley}", "book"),
        article("title={A}, url={https://example.org}", "online"),
        article("title={A}, year=2020", "dataset"),
        article("title={A}, journal={Kompas}, year=2020, entrysubtype={newspaper}"),
    ],
)
@LANGUAGES
def test_what_needs_no_doi(say, works, lang):
    assert say(reference_doi_missing.RULE, TEXT[lang], lang, works=works) == []


@pytest.mark.parametrize(
    ("doi", "fix"),
    [
        ("10.1000/a.", "write 10.1000/a."),
        ("10.1000/a b", "write 10.1000/ab."),
        ("10.1016–x", "copy it again from the article's first page."),
        ("see 10.1000/a", "write 10.1000/a."),
        ("1000/a", "copy it again from the article's first page."),
    ],
)
@LANGUAGES
def test_a_doi_that_leads_nowhere(say, doi, fix, lang):
    works = article(f"{without('doi')}, doi={{{doi}}}")
    assert say(reference_doi_malformed.RULE, TEXT[lang], lang, works=works) == [
        f"references.bib:1: the DOI of 'a' (Smith and Lee 2020) leads nowhere: '{doi}'\n"
        f"  Fix: {fix}"
    ]


@pytest.mark.parametrize(
    "doi",
    [
        "10.1016/S0140-6736(15)60690-0",
        "10.1002/(SICI)1097-0193(1996)4:1<74::AID-HBM5>3.0.CO;2-M",
        "10.1161/01.STR.0000238594.91938.1e",
        "10.1000.10/123_4",
    ],
)
def test_dois_as_publishers_write_them(say, doi):
    assert is_doi(doi)
    assert tidy_doi(f"https://doi.org/{doi}") == doi
    works = article(f"{without('doi')}, doi={{https://doi.org/{doi}}}")
    assert say(reference_doi_malformed.RULE, TEXT["en"], works=works) == []


@pytest.mark.parametrize(
    ("works", "missing"),
    [
        (
            article(without("volume", "number", "pages")),
            "the volume and pages or an article number",
        ),
        (article(without("year")), "the year"),
        (article(without("journal")), "the journal"),
        (
            article("title={A title}, author={Smith, A and Lee, B}, year=2020", "book"),
            "the publisher",
        ),
        (
            article(
                "title={A title}, author={Smith, A and Lee, B}, publisher={P}, year=2020",
                "incollection",
            ),
            "the title of its book",
        ),
    ],
)
@LANGUAGES
def test_an_entry_that_lacks_something(say, works, missing, lang):
    year = "" if missing == "the year" else " 2020"
    assert say(reference_incomplete.RULE, TEXT[lang], lang, works=works) == [
        f"references.bib:1: 'a' (Smith and Lee{year}) lacks {missing}\n"
        "  Fix: add what is missing; for a work that is not out yet write pubstate = {inpress}."
    ]


@pytest.mark.parametrize(
    "works",
    [
        article(WHOLE),
        article(without("volume")),
        article(f"{without('volume', 'number', 'pages')}, pubstate={{inpress}}"),
        article(f"{without('volume', 'number', 'pages')}, note={{Dalam proses terbit}}"),
        article(f"{without('volume', 'number', 'pages')}, note={{volume and pages not seen}}"),
        article("title={A}, year=1949, publisher={Wiley}", "book"),
        article("title={A}, url={https://example.org}", "online"),
        article("title={TODO: the title of the work}"),
        article("title={A}, journal={arXiv preprint arXiv:2001.1}, year=2020"),
        article("title={A}, journal={Kompas}, year=2020, entrysubtype={newspaper}"),
        '[{"id": "a", "type": "article", "publisher": "bioRxiv", "title": "A"}]',
    ],
)
@LANGUAGES
def test_an_entry_that_is_whole(say, works, lang):
    assert say(reference_incomplete.RULE, TEXT[lang], lang, works=works) == []


@pytest.mark.parametrize(
    ("other", "why"),
    [
        ("title={Something else}, doi={10.1000/A}, year=2019", "the DOI is the same"),
        (
            "title={Stroke recovery of {Arms} and legs}, year=2020",
            "year and title are nearly the same",
        ),
    ],
)
@LANGUAGES
def test_a_work_that_stands_twice(say, other, why, lang):
    first = article("title={Stroke recovery of arms and legs.}, year=2020, doi={10.1000/a}")
    works = first + article(other, key="b")
    year = 2019 if "2019" in other else 2020
    title = "Something else" if year == 2019 else "Stroke recovery of Arms and legs"
    text = {"en": "It rises [@a; @b].", "id": "Kadarnya naik [@a; @b]."}[lang]
    assert say(reference_duplicate.RULE, text, lang, works=works) == [
        f"references.bib:2: 'b' ({title} {year}) seems to be the same work as 'a': {why}\n"
        "  Fix: cite [@a] in both places and remove the other entry."
    ]


@pytest.mark.parametrize(
    "other",
    [
        "title={Stroke recovery of arms and legs}, year=2020, doi={10.1000/b}",
        "title={Stroke recovery of arms and legs}, year=2021",
        "title={Stroke recovery of arms and legs II}, year=2020",
    ],
)
@LANGUAGES
def test_two_works_that_are_alike(say, other, lang):
    first = article("title={Stroke recovery of arms and legs}, year=2020, doi={10.1000/a}")
    text = {"en": "It rises [@a; @b].", "id": "Kadarnya naik [@a; @b]."}[lang]
    works = first + article(other, key="b")
    assert say(reference_duplicate.RULE, text, lang, works=works) == []


RETRACTED = "doi,date,kind,note\n10.1000/a,2026-01-02,retraction,data not found\n"


@LANGUAGES
def test_a_retracted_work_is_told_where_it_is_cited(say, lang):
    text = f"Words.\n\n{TEXT[lang]}"
    works = article(WHOLE)
    assert say(reference_retracted.RULE, text, lang, works=works, notices=RETRACTED) == [
        "x.ipynb#text:3: 'a' (Smith and Lee 2020) was retracted on 2026-01-02 (data not found)\n"
        "  Fix: take another source and look at the claim again, "
        "or say in the sentence that the work was retracted."
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It was said to rise, in a work that was retracted [@a]."),
        ("id", "Kadarnya pernah disebut naik, dalam karya yang sudah ditarik [@a]."),
        ("en", "It rises [@b]."),
        ("id", "Kadarnya naik [@b]."),
    ],
)
def test_who_says_that_a_work_was_retracted_may_cite_it(say, lang, text):
    works = article(WHOLE) + article("title={B}, keywords={corrected}", key="b")
    assert say(reference_retracted.RULE, text, lang, works=works, notices=RETRACTED) == []


@pytest.mark.parametrize("text", ["[@a]", "It rises (Smith & Lee, 2020)."])
def test_a_retracted_work_is_found_outside_sentences_and_in_words(say, text):
    assert len(say(reference_retracted.RULE, text, works=article(WHOLE), notices=RETRACTED)) == 1


@LANGUAGES
def test_a_corrected_work(say, lang):
    works = article(f"{WHOLE}, keywords={{corrected}}")
    assert say(reference_corrected.RULE, TEXT[lang], lang, works=works) == [
        "references.bib:1: 'a' (Smith and Lee 2020) was corrected\n"
        "  Fix: read the correction and see whether your numbers still hold."
    ]
    assert say(reference_doubted.RULE, TEXT[lang], lang, works=works) == []


@LANGUAGES
def test_a_doubted_work(say, lang):
    notices = "doi;tanggal;jenis\n10.1000/a;2026-01-02;keprihatinan\n"
    works = article(WHOLE)
    assert say(reference_doubted.RULE, TEXT[lang], lang, works=works, notices=notices) == [
        "references.bib:1: 'a' (Smith and Lee 2020) has an expression of concern on 2026-01-02\n"
        "  Fix: read it, and rest the claim on another source or say that the work is doubted."
    ]
    assert say(reference_corrected.RULE, TEXT[lang], lang, works=works, notices=notices) == []


@pytest.mark.parametrize(
    "works",
    [
        article(f"{without('doi')}, doi={{10.1101/2020.03.01.123456}}"),
        article(f"{without('journal')}, publisher={{medRxiv}}", "misc"),
        article(WHOLE.replace("Brain", "arXiv preprint")),
        article(WHOLE, "unpublished"),
    ],
)
@LANGUAGES
def test_a_preprint(say, works, lang):
    assert say(reference_preprint.RULE, TEXT[lang], lang, works=works) == [
        "references.bib:1: 'a' (Smith and Lee 2020) is a preprint that no journal has reviewed\n"
        "  Fix: cite the reviewed article if it has come out, or say in the sentence that "
        "it is a preprint."
    ]


@pytest.mark.parametrize("doi", ["10.1000/a", "10.1101/lm.123", "10.1101/gr.1"])
@LANGUAGES
def test_a_journal_of_the_same_publisher(say, doi, lang):
    works = article(f"{without('doi')}, doi={{{doi}}}")
    assert say(reference_preprint.RULE, TEXT[lang], lang, works=works) == []


@LANGUAGES
def test_sources_of_long_ago(say, lang):
    works = article(WHOLE)
    assert say(sources_old.RULE, TEXT[lang], lang, works=works, year=2031) == [
        "x.ipynb: the newest source is of 2020, 11 years ago\n"
        "  Fix: look for a newer review or guideline; newest_source_years under [checks] "
        "in site.toml says how old the newest source may be."
    ]
    assert say(sources_old.RULE, TEXT[lang], lang, works=works, year=2030) == []
    assert say(sources_old.RULE, "Words." if lang == "en" else "Kata.", lang, year=2031) == []
