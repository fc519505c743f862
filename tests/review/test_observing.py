"""What is seen for the lines of the sheet, word for word, in both languages."""

from __future__ import annotations

import pytest
from tests.review.conftest import FILE, MakeDesk, Told

from galley.article.bibliography_entry import BibliographyEntry
from galley.article.bibliography_notice import Notice, NoticeKind
from galley.review import observing as see
from galley.review.reading_ease import see_readability

OLD = BibliographyEntry("a2001", "article", year="2001", doi="10.1/a")
NEW = BibliographyEntry("b2021", "article", year="2021")
RETRACTED = BibliographyEntry(
    "c2014", "article", year="2014", line=12, notice=Notice(NoticeKind.RETRACTION)
)


def test_people_are_shown_with_what_is_missing(told: Told) -> None:
    people = [
        {"name": "A"},
        {"name": "B", "credentials": "MD"},
        {"name": "C", "affiliation": "St. Mary"},
        {"name": "D", "credentials": "MD", "affiliation": "St. Mary"},
    ]
    assert told(see.see_authors, authors=people) == [
        f"author: A: no credentials and no affiliation given {FILE}",
        f"author: B, MD; no affiliation given {FILE}",
        f"author: C, St. Mary; no credentials given {FILE}",
        f"author: D, MD; St. Mary {FILE}",
    ]
    assert told(see.see_authors) == ["authors: none named"]
    assert told(see.see_reviewers, "", "id") == ["peninjau: tidak disebut"]


def test_sources_are_counted_with_their_years(told: Told) -> None:
    text = "So it is [@a2001; @b2021]."
    assert told(see.see_sources, text, works=(OLD, NEW)) == [
        "sources: 2 works cited; newest 2021, oldest 2001"
    ]
    assert told(see.see_sources, "So [@a2001].", works=(OLD,)) == ["sources: 1 work cited, of 2001"]
    assert told(see.see_sources, "So.", "id") == ["sumber: tidak ada yang dikutip"]
    assert told(see.see_dois, text, works=(OLD, NEW)) == ["with a DOI: 1 of 2"]


def test_a_retracted_source_is_seen_with_its_place(told: Told) -> None:
    assert told(see.see_dois, "So [@c2014].", works=(RETRACTED,))[1:] == [
        "cited although marked: c2014 (retracted) notebooks/r.bib:12"
    ]


def test_dates_and_disclosures_are_shown_or_said_to_be_missing(told: Told) -> None:
    dates = {"date": "2026-11-18", "updated": "2026-11-20", "review_by": "2028-11-18"}
    assert told(see.see_dates, **dates) == ["published: 2026-11-18", "changed: 2026-11-20"]
    assert told(see.see_review_date, **dates) == ["review by 2028-11-18"]
    assert told(see.see_dates) == ["published: no date given"]
    assert told(see.see_review_date) == ["review: no date given"]
    assert told(see.see_disclosures, disclosures="none", funding="none") == [
        "disclosures: none",
        "funding: none",
    ]
    assert told(see.see_disclosures, "", "id") == [
        "kepentingan: isian disclosures tidak ada",
        "pendanaan: tidak disebut",
    ]


@pytest.mark.parametrize(
    ("topic", "lang", "text", "words"),
    [
        ("risks", "en", "Side effects were rare.", "risks: “Side effects were rare.”"),
        ("risks", "id", "Efek samping jarang.", "risiko: “Efek samping jarang.”"),
        ("uncertainty", "en", "It is not known why.", "uncertainty: “It is not known why.”"),
        ("uncertainty", "id", "Belum diketahui.", "ketidakpastian: “Belum diketahui.”"),
        ("without_treatment", "en", "With usual care.", "without treatment: “With usual care.”"),
        ("without_treatment", "id", "Tanpa terapi.", "tanpa pengobatan: “Tanpa terapi.”"),
        ("options", "en", "There are alternatives.", "options: “There are alternatives.”"),
        ("options", "id", "Ada terapi lain.", "pilihan: “Ada terapi lain.”"),
        ("deciding", "en", "Ask your doctor.", "deciding together: “Ask your doctor.”"),
        ("deciding", "id", "Tanyakan dosisnya.", "memutuskan bersama: “Tanyakan dosisnya.”"),
    ],
)
def test_sentences_of_a_topic_are_quoted_with_their_place(
    topic: str, lang: str, text: str, words: str, told: Told
) -> None:
    assert told(see.see_topic(topic), f"Words.\n\n{text}", lang) == [f"{words} {FILE}#text:3"]


def test_where_none_is_found_it_is_not_said_that_there_is_none(told: Told) -> None:
    assert told(see.see_topic("risks"), "It helps.") == ["risks: no sentence found"]
    assert told(see.see_topic("risks"), "Itu membantu.", "id") == [
        "risiko: tidak ditemukan kalimatnya"
    ]


def test_headings_come_first_and_more_than_two_are_counted(told: Told) -> None:
    text = "One risk.\n\nTwo risks.\n\nThree risks.\n\n## What the risks are\n"
    assert told(see.see_topic("risks"), text) == [
        f"risks: “What the risks are” {FILE}#text:7",
        f"risks: “One risk.” {FILE}#text:1",
        "and 2 more like it",
    ]


def test_a_long_sentence_is_cut_around_what_was_found(told: Told) -> None:
    text = f"{'Many words stand before it, ' * 5}and then the risk is told {'to all ' * 20}."
    assert told(see.see_topic("risks"), text) == [
        "risks: “… stand before it, and then the risk is told to all to all to all to all to all "
        f"to all to all …” {FILE}#text:1"
    ]


def test_help_is_also_found_in_what_every_page_says(told: Told) -> None:
    site = {"disclaimer": "No advice. In an emergency call a doctor."}
    assert told(see.see_help, "Words.", site=site) == [
        "help: no sentence found",
        "on every page, from site.toml: “No advice. In an emergency call a doctor.”",
    ]


def test_links_pictures_mail_and_the_rest_are_facts(told: Told) -> None:
    text = "See [there](https://example.org/a) and [here](b.ipynb), or write to a@example.org."
    assert told(see.see_links, text) == [
        f"links to other sites: 1; the first is https://example.org/a {FILE}#text:1"
    ]
    assert told(see.see_mail, text) == ["mail address on the page: a@example.org"]
    assert told(see.see_mail, "Words.") == ["mail address on the page: none"]
    assert told(see.see_alternatives, "![A brain](a.png) ![](b.png)") == [
        "text alternatives: 1 of 2 figures and images have one"
    ]
    assert told(see.see_pictures, "Words.") == ["pictures of people or things: none"]
    assert told(see.see_figures, "Words.") == ["figures: none"]
    assert told(see.see_translations, "Words.") == ["translation: none"]
    assert told(see.see_publisher, site={"title": "Site"}) == ["site: Site"]
    assert told(see.see_licence) == ["licence: none in site.toml"]
    assert told(see.see_outline, "## One\n\nTwo words.") == ["headings: 1; words: 3"]
    assert told(see.see_description, description="About it.", key_points=["One."]) == [
        f"description: “About it.” {FILE}",
        f"key points: 1 {FILE}",
    ]


def test_reading_ease_is_shown_with_its_method_and_not_judged(told: Told) -> None:
    length, grade = told(see_readability, "The brain learns. It learns best early.")
    assert length == "sentences: 4 words on average, the longest 4; LIX 4"
    assert grade.startswith("Flesch–Kincaid grade ")
    assert "(syllables by hyphenation, pyphen " in grade
    assert told(see_readability, "Otak belajar. Ia belajar paling baik sejak dini.", "id") == [
        "kalimat: rata-rata 4 kata, terpanjang 6; LIX 29 "
        "(belum ada batas yang diuji untuk bahasa Indonesia)"
    ]
    assert told(see_readability) == ["sentences: none"]


def test_figures_of_code_that_was_not_run_are_not_called_absent(desk: MakeDesk) -> None:
    laid = see.Desk(desk().manuscript, desk().config, is_run=False)
    looks = (see.see_figures, see.see_alternatives, see.see_pictures)
    assert [seen.key for look in looks for seen in look(laid)] == ["figures_unknown"] * 3
