"""`site.toml`: what is read, and what an author is told when it is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley.config import NavItem, Person, SiteConfig, parse_config, read_config, read_site_config
from galley.findings import ContentError, Severity

FILE = "notebooks/site.toml"

WHOLE = """\
title = "Neurorestoration"
description = "What helps after stroke."
base_url = "https://example.org/blog"
language = "en"
languages = ["en", "id"]
timezone = "Asia/Jakarta"
license = "CC BY 4.0"
categories = ["Recovery", "Synapses"]
navigation = [{title = "About", href = "about.html"}]
notice = "Examples."
footer = "Made with Galley."
disclaimer = "No medical advice."
noindex = true
show_code = true
strict = true
execute = false
trusted = ["timing-window"]
citation_style = "numeric"
logo = "images/logo.svg"
icon = "images/icon.png"
type = "sans"
search = false
host = "github"
precompress = true
address = "blog/{year}/{slug}/"
addresses = {id = "id/artikel/{slug}.html"}
redirects = {"/old/" = "timing"}
corrections = "corrections@example.org"
security = {contact = "https://example.org/security", expires = 2027-11-01}

[authors.editors]
name = "Galley example"
credentials = "MD"
affiliation = "Somewhere"
orcid = "0000-0002-1825-0097"

[parameters]
audience = "patient"
weeks = 12

[checks]
newest_source_years = 8
[checks.severity]
claim-superlative = "advice"
[limits]
cell_seconds = 60

[colours]
accent = "#0B5C5C"

[publish]
to = "s3://bucket/blog"

[translated.id]
title = "Neurorestorasi"
categories = ["Pemulihan", "Sinapsis"]
"""


def parse(text: str) -> SiteConfig:
    return parse_config(text, FILE)[0]


def messages(text: str) -> list[str]:
    try:
        return [str(finding) for finding in parse_config(text, FILE)[1]]
    except ContentError as error:
        return [str(finding) for finding in error.findings]


def test_every_field_is_read() -> None:
    config = parse(WHOLE)
    unset = set(SiteConfig.model_fields) - config.model_fields_set
    assert unset == set()
    assert config.base_url == "https://example.org/blog/"
    assert config.authors["editors"] == Person(
        id="editors",
        name="Galley example",
        credentials="MD",
        affiliation="Somewhere",
        orcid="0000-0002-1825-0097",
    )
    assert config.navigation == (NavItem(title="About", href="about.html"),)
    assert config.parameters == {"audience": "patient", "weeks": 12}
    assert config.security.expires == date(2027, 11, 1)
    assert (config.limits.cell_seconds, config.colours.accent) == (60, "#0b5c5c")


def test_without_a_file_every_field_has_its_default(tmp_path: Path) -> None:
    assert read_config(tmp_path, "notebooks") == SiteConfig()
    assert SiteConfig().languages == ("en",)


def test_the_words_of_a_language_fall_back_to_the_default_ones() -> None:
    texts = parse(WHOLE).in_language("id")
    assert (texts.title, texts.categories) == ("Neurorestorasi", ("Pemulihan", "Sinapsis"))
    assert texts.disclaimer == "No medical advice."
    assert parse(WHOLE).in_language("en").title == "Neurorestoration"


def test_the_default_language_is_one_of_the_languages() -> None:
    assert parse('language = "id"').languages == ("id",)
    assert parse('languages = ["id", "en"]').language == "id"
    assert messages('language = "fr"\nlanguages = ["en"]') == [
        (
            "notebooks/site.toml:2: 'languages' does not have the default language 'fr'\n"
            '  Fix: Write languages = ["fr", "en"]'
        )
    ]


def test_all_wrong_values_come_at_once_with_their_lines() -> None:
    text = (
        'base_url = "example.org"\ntimezone = "Europe/Londn"\ncategories = "x"\n'
        'citation_style = "numerical"\n[authors.editors]\norcid = "1"\n'
    )
    assert messages(text) == [
        (
            "notebooks/site.toml:1: 'base_url' is 'example.org', which is not "
            "an address that begins with https:// or http://\n"
            '  Fix: Write for example base_url = "https://example.org/blog/"'
        ),
        (
            "notebooks/site.toml:2: 'timezone' is 'Europe/Londn', which is not a time zone\n"
            '  Fix: Write for example timezone = "Europe/London" or timezone = "UTC"'
        ),
        (
            "notebooks/site.toml:4: 'citation_style' is 'numerical', which is not 'author-year' or "
            "'numeric'\n  Fix: did you mean 'numeric'?"
        ),
        (
            "notebooks/site.toml:5: 'name' in 'authors.editors' is missing\n"
            '  Fix: Add it, for example name = "Maria Lopez"'
        ),
        (
            "notebooks/site.toml:6: 'orcid' in 'authors.editors' is '1', which is not an ORCID iD "
            "(16 digits, the last one checks the others)\n"
            "  Fix: Copy it from your orcid.org page, for example 0000-0002-1825-0097."
        ),
    ]


def test_one_word_is_a_list_of_one() -> None:
    assert parse('categories = "Recovery"').categories == ("Recovery",)


def test_unknown_fields_are_warnings_with_the_nearest_name() -> None:
    config, findings = parse_config('titel = "A"\n[limits]\ncel_seconds = 1\n', FILE)
    assert config == SiteConfig()
    assert {finding.severity for finding in findings} == {Severity.WARNING}
    assert [str(finding) for finding in findings] == [
        (
            "notebooks/site.toml:3: unknown field 'cel_seconds' in 'limits'\n"
            "  Fix: did you mean 'cell_seconds'?"
        ),
        "notebooks/site.toml:1: unknown field 'titel'\n  Fix: did you mean 'title'?",
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            'base_url = "https://a.org/?x=1"',
            ("'base_url' is 'https://a.org/?x=1', which is not an address without ? and #"),
        ),
        ('timezone = "../etc"', "'timezone' is '../etc', which is not a time zone"),
        (
            'logo = "../logo.svg"',
            ("'logo' is '../logo.svg', which is not a file in the content folder"),
        ),
        (
            'colours = {accent = "red"}',
            ("'accent' in 'colours' is 'red', which is not a colour written as # and six digits"),
        ),
        (
            'corrections = "the office"',
            (
                "'corrections' is 'the office', which is not a mail address, or an address that "
                "begins with https://"
            ),
        ),
        (
            "limits = {cell_seconds = 0}",
            ("'cell_seconds' in 'limits' is 0, which is not a number above 0"),
        ),
        ('navigation = [{title = "A"}]', "'href' in 'navigation' (entry 1) is missing"),
        (
            'navigation = [{title = "A", href = "javascript:x"}]',
            "'href' in 'navigation' (entry 1) is 'javascript:x', which is not an article, a page,"
            " or an address that begins with https://",
        ),
        (
            'base_url = "https://blog.example/\\" x"',
            "'base_url' is 'https://blog.example/\" x', which is not an address that begins with"
            " https:// or http://",
        ),
        ('[authors."Maria L"]\nname = "M"', "'Maria L' cannot be the id of a person"),
        (
            '[translated.de]\ntitle = "T"',
            ("'translated' has the language 'de', which 'languages' does not have"),
        ),
        ("[parameters]\nif = 1", "'if' cannot be the name of a parameter"),
        (
            'address = "posts/index.html"',
            (
                "'address' is 'posts/index.html', which is not the address of an "
                "article with {slug} in it, ending in / or .html"
            ),
        ),
        (
            'address = "assets/{slug}.html"',
            ("'address' begins with 'assets', which Galley uses itself"),
        ),
        ("authors = 3", "'authors' is 3, which is not a set of fields"),
    ],
)
def test_a_wrong_value_says_what_is_legal(text: str, message: str) -> None:
    assert [line.split("\n")[0].split(": ", 1)[1] for line in messages(text)] == [message]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            'title = "A\nb = 1',
            (":1: a quotation mark is opened here and not closed\n  Fix: Add the closing one."),
        ),
        (
            "title = A",
            (
                ":1: a value is missing, or a text has no quotes\n  Fix: Write key "
                '= "value" on each line; texts need quotes, lists need brackets.'
            ),
        ),
        ("title = 'A'\ntitle = 'B'", ":2: a field is given twice\n  Fix: Remove one of the two."),
        (
            "[limits]\n[limits]",
            (":2: a table is given twice\n  Fix: Put their fields under one heading."),
        ),
        (
            "categories = ['A'",
            (":1: a bracket is opened and not closed\n  Fix: Add the closing bracket or a comma."),
        ),
        (
            "title A",
            (
                ":1: this is not TOML: expected '=' after a key in a key/value "
                'pair\n  Fix: Write key = "value" on each line; texts need '
                "quotes, lists need brackets."
            ),
        ),
    ],
)
def test_broken_toml_is_one_error_with_line_and_fix(text: str, expected: str) -> None:
    assert messages(text) == [f"notebooks/site.toml{expected}"]


def test_a_file_that_is_not_utf_8_is_one_error(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_bytes('title = "é"'.encode("latin-1"))
    with pytest.raises(ContentError) as caught:
        read_site_config(tmp_path, "")
    assert str(caught.value) == "site.toml: the file is not UTF-8 text\n  Fix: Save it as UTF-8."


@given(st.text())
def test_any_text_is_a_configuration_or_a_content_error(text: str) -> None:
    messages(text)


TOML_VALUE = st.recursive(st.booleans() | st.integers() | st.text(), st.lists, max_leaves=3)


@given(st.dictionaries(st.sampled_from(sorted(SiteConfig.model_fields)), TOML_VALUE))
def test_any_value_of_any_field_is_read_or_a_content_error(fields: dict[str, object]) -> None:
    # Python writes these values as TOML does, but for its booleans.
    lines = (f"{name} = {value!r}" for name, value in fields.items())
    messages("\n".join(lines).replace("True", "true").replace("False", "false"))


def test_a_person_is_told_in_the_words_of_a_language() -> None:
    config = parse(WHOLE + '\n[translated.id.authors.editors]\nname = "Contoh Galley"\n')
    person = config.authors["editors"]

    assert config.in_words_of(person, "id").name == "Contoh Galley"
    assert config.in_words_of(person, "id").affiliation == "Somewhere"
    assert config.in_words_of(person, "en") == person


def test_a_translated_person_must_be_known() -> None:
    assert messages(WHOLE + '\n[translated.id.authors.editor]\nname = "X"\n') == [
        f"{FILE}: 'translated' has the person 'editor', whom 'authors' does not have\n"
        "  Fix: did you mean 'editors'?"
    ]
