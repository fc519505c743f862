"""Front matter: what is read, and what an author is told when it is wrong."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley.article.front_matter import (
    FrontMatter,
    Person,
    missing_field_findings,
    parse_front_matter,
)
from galley.findings import ContentError, Finding, Place, Severity

PLACE = Place("notebooks/x.ipynb", "cell-1")
PEOPLE = {
    "editors": Person(id="editors", name="Galley example"),
    "maria-lopez": Person(id="maria-lopez", name="Maria Lopez", credentials="MD"),
}

WHOLE = """\
---
title: When does the brain listen?
description: One sentence a reader sees.
date: 2026-11-20
updated: 2026-11-22
changes:
  - {date: 2026-11-22, note: Corrected a number.}
reviewed: 2026-11-21
review_by: 2028-11-20
authors: [editors, {name: A. Guest, orcid: https://orcid.org/0000-0002-1825-0097}]
reviewers: [maria-lopez]
tags: [stroke, timing, stroke]
category: Neurorestoration
disclosures: none
funding: none
draft: false
key_points: [The first weeks matter most., Later training helps too.]
editions: {patient: {audience: patient}, clinician: {audience: clinician, weeks: 12, log: true}}
slug: timing-window
lang: en
aliases: [/old.html]
kind: article
image: images/window.png
image_alt: A falling curve.
withdrawn: {date: 2026-12-01, reason: Its main trial was retracted.}
cache: 7 days
inputs: data/trial.csv
ignore: {figure-without-data: The data may not be shared.}
noindex: true
---"""


def parse(text: str, people: dict[str, Person] = PEOPLE) -> FrontMatter:
    return parse_front_matter(text, PLACE, people)[0]


def findings(text: str, people: dict[str, Person] = PEOPLE) -> list[Finding]:
    try:
        return list(parse_front_matter(text, PLACE, people)[1])
    except ContentError as error:
        return list(error.findings)


def messages(text: str, people: dict[str, Person] = PEOPLE) -> list[str]:
    return [str(finding) for finding in findings(text, people)]


def test_every_field_of_the_design_is_read() -> None:
    assert parse(WHOLE).model_dump() == {
        "title": "When does the brain listen?",
        "description": "One sentence a reader sees.",
        "date": date(2026, 11, 20),
        "updated": date(2026, 11, 22),
        "changes": ({"date": date(2026, 11, 22), "note": "Corrected a number."},),
        "review_by": date(2028, 11, 20),
        "reviewed": date(2026, 11, 21),
        "authors": (
            PEOPLE["editors"].model_dump(),
            Person(name="A. Guest", orcid="0000-0002-1825-0097").model_dump(),
        ),
        "reviewers": (PEOPLE["maria-lopez"].model_dump(),),
        "tags": ("stroke", "timing"),
        "category": "Neurorestoration",
        "disclosures": "none",
        "funding": "none",
        "draft": False,
        "key_points": ("The first weeks matter most.", "Later training helps too."),
        "editions": {
            "patient": {"audience": "patient"},
            "clinician": {"audience": "clinician", "weeks": 12, "log": True},
        },
        "slug": "timing-window",
        "lang": "en",
        "aliases": ("old.html",),
        "kind": "article",
        "image": "images/window.png",
        "image_alt": "A falling curve.",
        "withdrawn": {"date": date(2026, 12, 1), "reason": "Its main trial was retracted."},
        "cache": "7 days",
        "inputs": ("data/trial.csv",),
        "ignore": {"figure-without-data": "The data may not be shared."},
        "noindex": True,
    }


def test_front_matter_without_a_field_says_nothing_and_is_no_error() -> None:
    assert parse("") == FrontMatter()
    assert findings("---\n---") == []


def test_an_empty_field_counts_as_missing() -> None:
    assert parse("description:\ndate: ~") == FrontMatter()


def test_a_word_that_yaml_1_1_took_for_false_stays_a_word() -> None:
    assert parse("tags: [no, 12:30, 2024]").tags == ("no", "12:30", "2024")


def test_a_registration_number_keeps_its_leading_zeros() -> None:
    text = "authors: [{name: A, registration: 0123456}]"
    assert parse(text).authors[0].registration == "0123456"


def test_a_value_survives_a_round_through_json() -> None:
    whole = parse(WHOLE)
    assert FrontMatter.model_validate(whole.model_dump(mode="json")) == whole


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2026-11-20", date(2026, 11, 20)),
        ("2026-11-20 10:30", date(2026, 11, 20)),
        ("2026/1/5", date(2026, 1, 5)),
        ("March 5, 2020", date(2020, 3, 5)),
        ("5 Mar 2020", date(2020, 3, 5)),
    ],
)
def test_a_day_is_read_where_no_doubt_is_possible(written: str, day: date) -> None:
    assert parse(f'date: "{written}"').date == day


@pytest.mark.parametrize("written", ["soon", "2026-13-45", "03/04/2020", "2026"])
def test_a_day_that_could_be_another_is_refused(written: str) -> None:
    assert messages(f"date: {written}")[0].endswith(
        "which is not a day written as YYYY-MM-DD\n  Fix: Write for example date: 2026-11-20"
    )


@pytest.mark.parametrize("written", ["today", "last-modified"])
def test_a_day_that_quarto_fills_in_is_none(written: str) -> None:
    assert messages(f"date: {written}") == [
        "notebooks/x.ipynb#cell-1: 'date' has no effect in Galley\n"
        "  Fix: Nothing needs to be done; you may remove it."
    ]


def test_fields_beside_a_broken_one_are_read() -> None:
    front = parse_front_matter(
        "title: A: b\ndescription: It stays.\ntags:\n  - one", Place("x.ipynb", "cell-1"), {}
    )[0]

    assert (front.title, front.description, front.tags) == (None, "It stays.", ("one",))


@pytest.mark.parametrize("text", ["draft: maybe", "title: A: b\ndraft: true", "withdrawn: x"])
def test_what_may_keep_a_page_from_readers_is_not_guessed(text: str) -> None:
    with pytest.raises(ContentError):
        parse_front_matter(text, Place("x.ipynb", "cell-1"), {})


def test_all_wrong_values_come_at_once_in_the_order_of_their_lines() -> None:
    assert messages("date: soon\ndraft: maybe\nkind: pag\nslug: Hello World") == [
        (
            "notebooks/x.ipynb#cell-1:1: 'date' is 'soon', which is not a day "
            "written as YYYY-MM-DD\n"
            "  Fix: Write for example date: 2026-11-20"
        ),
        (
            "notebooks/x.ipynb#cell-1:2: 'draft' is 'maybe', which is not true or false\n"
            "  Fix: Write for example draft: true"
        ),
        (
            "notebooks/x.ipynb#cell-1:3: 'kind' is 'pag', which is not 'article' or 'page'\n"
            "  Fix: did you mean 'page'?"
        ),
        (
            "notebooks/x.ipynb#cell-1:4: 'slug' is 'Hello World', which is not lower-case letters, "
            "digits and hyphens\n  Fix: Write slug: hello-world"
        ),
    ]


def test_a_wrong_value_inside_a_list_is_named_with_its_entry() -> None:
    assert messages("changes:\n  - {date: 2026-11-22, note: x}\n  - {date: 2026-11-23}") == [
        (
            "notebooks/x.ipynb#cell-1:3: 'note' in 'changes' (entry 2) is missing\n"
            "  Fix: Add it, for example note: Corrected the number of people in the trial."
        )
    ]


def test_an_unknown_person_is_answered_with_the_nearest_and_the_list() -> None:
    assert messages("authors: [editor]") == [
        (
            "notebooks/x.ipynb#cell-1:1: unknown person 'editor'\n"
            "  Fix: did you mean 'editors'? People in site.toml: editors, maria-lopez."
        )
    ]


def test_an_unknown_person_like_no_other_is_answered_with_the_list() -> None:
    assert messages("authors: [zzz]") == [
        (
            "notebooks/x.ipynb#cell-1:1: unknown person 'zzz'\n"
            "  Fix: Add [authors.zzz] to site.toml, or use one of editors, maria-lopez."
        )
    ]


def test_a_person_can_be_named_by_id_in_mysts_way() -> None:
    assert parse("authors: [{id: editors}]").authors == (PEOPLE["editors"],)


def test_a_full_name_needs_no_entry_in_the_site() -> None:
    assert parse("author: Jane Doe").authors == (Person(name="Jane Doe"),)


def test_an_id_without_any_authors_in_the_site_is_shown_as_a_name_with_a_warning() -> None:
    assert parse("authors: [editors]", {}).authors == (Person(name="editors"),)
    assert messages("authors: [editors]", {}) == [
        (
            "notebooks/x.ipynb#cell-1:1: 'editors' is shown as a name, because site.toml has no "
            "authors\n  Fix: Add [authors.editors] with a name to site.toml, or write the person's "
            "full name."
        )
    ]


def test_a_mistyped_orcid_is_noticed_by_its_check_digit() -> None:
    [message] = messages("authors: [{name: A, orcid: 0000-0002-1825-0098}]")
    assert "is '0000-0002-1825-0098', which is not an ORCID iD" in message


def test_an_unknown_field_is_a_warning_with_the_nearest_name() -> None:
    [finding] = findings("title: T\nreviwers: [editors]")
    assert finding.severity is Severity.WARNING
    assert str(finding) == (
        "notebooks/x.ipynb#cell-1:2: unknown field 'reviwers'\n  Fix: did you mean 'reviewers'?"
    )
    assert parse("title: T\nreviwers: [editors]").title == "T"


def test_an_unknown_field_of_a_person_is_a_warning_too() -> None:
    [finding] = findings("authors: [{name: A, affilation: B}]")
    assert str(finding) == (
        "notebooks/x.ipynb#cell-1:1: unknown field 'affilation' in 'authors' (entry 1)\n"
        "  Fix: did you mean 'affiliation'?"
    )


def test_editions_and_parameters_need_names_that_can_be_used() -> None:
    assert messages("editions: {Big One: {class: 1, weeks: [1]}}") == [
        (
            "notebooks/x.ipynb#cell-1:1: 'Big One' cannot be the name of an edition, because it "
            "becomes part of an address\n"
            "  Fix: Use lower-case letters, digits and hyphens, for example clinician."
        ),
        (
            "notebooks/x.ipynb#cell-1:1: 'class' cannot be the name of a parameter\n"
            "  Fix: Use the variable's name in the cell tagged parameters, for example audience."
        ),
        (
            "notebooks/x.ipynb#cell-1:1: 'weeks' in 'editions.Big One' is a "
            "list, which is not a text, "
            "a number, true or false\n  Fix: Write for example editions: "
            "{patient: {audience: patient}}"
        ),
    ]


@pytest.mark.parametrize("policy", ["auto", "never", "1 day", "30 days"])
def test_a_cache_policy_is_read(policy: str) -> None:
    assert parse(f"cache: {policy}").cache == policy


def test_an_alias_never_leaves_the_site() -> None:
    for alias in ("https://example.org/a", "../a.html", "a?b", "a//b"):
        assert (
            "which is not an old address inside this site" in messages(f"aliases: ['{alias}']")[0]
        )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "title: Stroke: the first days",
            (
                ":1: front matter cannot be read: a text with a colon in it needs quotes\n"
                '  Fix: Write title: "Stroke: the first days"'
            ),
        ),
        (
            "title: A\n  date: 2026-01-01",
            (
                ":2: front matter cannot be read: the line is indented where no "
                "indent is expected\n"
                "  Fix: Begin it in the same column as the line above."
            ),
        ),
        (
            "title: 'A\ndate: 2026-01-01",
            (
                ":1: front matter cannot be read: a quotation mark is opened here and not closed\n"
                "  Fix: Add the closing one."
            ),
        ),
        (
            "tags: [a, b\ndraft: true",
            (
                ":1: front matter cannot be read: a bracket is opened here and not closed\n"
                "  Fix: Add the closing bracket or a comma."
            ),
        ),
        (
            "title: @home",
            (
                ":1: front matter cannot be read: a text that begins with '@' needs quotes\n"
                '  Fix: Write title: "@home"'
            ),
        ),
        (
            "\ttitle: A",
            (
                ":1: front matter cannot be read: the line has a tab\n"
                "  Fix: Use spaces in place of the tab."
            ),
        ),
        (
            "title: A\ntitle: B",
            (
                ":2: front matter cannot be read: 'title' is given twice\n"
                "  Fix: Remove one of the two."
            ),
        ),
        (
            "title: A\nand then text\n",
            (
                ":2: front matter cannot be read: this line is not field: value\n"
                "  Fix: Add the colon; the text of the article begins after a second --- line."
            ),
        ),
        (
            "- title",
            (
                ": front matter is not a set of fields\n"
                "  Fix: Write field: value on each line between the two --- lines."
            ),
        ),
    ],
)
def test_broken_yaml_is_one_error_with_line_and_fix(text: str, expected: str) -> None:
    assert messages(text) == [f"notebooks/x.ipynb#cell-1{expected}"]


def test_an_alias_of_aliases_cannot_fill_the_memory() -> None:
    levels = [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    [message] = messages("\n".join(["a0: &a0 [x]", *levels]))
    assert "it has too many values, or an alias that contains itself" in message


def test_missing_date_authors_and_disclosures_are_errors() -> None:
    found = missing_field_findings(FrontMatter(), PLACE, had_front_matter=True)
    assert [(finding.rule, finding.severity) for finding in found] == [
        ("front-matter-missing-date", Severity.ERROR),
        ("front-matter-missing-authors", Severity.ERROR),
        ("front-matter-missing-disclosures", Severity.ERROR),
        ("front-matter-missing-description", Severity.WARNING),
        ("front-matter-missing-review-by", Severity.ADVICE),
    ]
    assert str(found[2]) == (
        "notebooks/x.ipynb#cell-1: the article does not say whether its authors have interests to "
        "disclose\n  Fix: Add them in a sentence, or write disclosures: none"
    )


def test_a_notebook_without_front_matter_is_asked_for_no_date_or_person() -> None:
    found = missing_field_findings(FrontMatter(), PLACE, had_front_matter=False)
    assert [finding.severity for finding in found] == [Severity.ADVICE]


def test_a_page_needs_no_date_or_person() -> None:
    assert missing_field_findings(parse("kind: page"), PLACE, had_front_matter=True) == ()


@given(st.text())
def test_no_text_raises_anything_but_a_content_error(text: str) -> None:
    findings(text)


@given(
    st.dictionaries(
        st.sampled_from([*FrontMatter.model_fields, "author", "x"]),
        st.recursive(
            st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
            lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
            max_leaves=5,
        ),
    )
)
def test_no_value_of_any_field_raises_anything_but_a_content_error(fields: object) -> None:
    findings(repr(fields))
