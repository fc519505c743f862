"""Who is speaking: credentials, affiliation, letters behind a name, and who paid."""

from __future__ import annotations

import pytest

from galley.article.front_matter import Person
from galley.checks.people.titles import is_group, unexplained_titles

CREDENTIALS = "author-credentials-missing"
AFFILIATION = "author-affiliation-missing"
LETTERS = "credentials-unexplained"
FUNDING = "funding-missing"


def author(**fields):
    return [{"name": "Maria Lopez", "credentials": "MD", "affiliation": "Klinik A", **fields}]


def test_an_author_without_credentials_is_named(told):
    assert told(CREDENTIALS, "Words.", authors=author(credentials="")) == [
        ": the page does not say what makes Maria Lopez an expert\n"
        '  Fix: In the front matter, write {name: Maria Lopez, credentials: "MD, PhD"}. '
        "Plain words do as well, such as "
        '"physiotherapist" or "has lived with stroke since 2019".'
    ]
    assert told(CREDENTIALS, "Kata.", "id", authors=author()) == []


def test_an_author_without_affiliation_is_named_where_site_toml_has_them(told):
    assert told(AFFILIATION, "Kata.", "id", authors=author(id="maria", affiliation="")) == [
        ": the page does not say where Maria Lopez works or belongs\n"
        '  Fix: Write affiliation = "St. Mary Hospital" under [authors.maria] in site.toml. '
        '"Independent" is an answer, too.'
    ]
    assert told(AFFILIATION, "Words.", authors=author()) == []


@pytest.mark.parametrize("rule", [CREDENTIALS, AFFILIATION, FUNDING])
def test_a_page_that_is_no_article_has_no_byline(told, rule):
    nobody = author(credentials="", affiliation="")
    assert told(rule, "About us.", kind="page", authors=nobody, funding="") == []


@pytest.mark.parametrize(
    "name", ["The stroke team", "Redaksi", "Tim Stroke RS Harapan", "Dutch Stroke Society"]
)
def test_a_group_of_people_needs_no_credentials(told, name):
    assert told(CREDENTIALS, "Words.", authors=[{"name": name}]) == []


def test_an_id_can_say_that_it_is_a_group():
    assert is_group(Person(id="editors", name="Galley"))
    assert not is_group(Person(id="maria", name="Maria Lopez"))


@pytest.mark.parametrize(
    "credentials",
    [
        "MD, PhD",
        "dr., Sp.N., S.H.",
        "Sp.S(K), M.Kes., FRCP",
        "M.Biomed, AIFO-K (ahli ilmu faal olahraga)",
        "FNR (Fellow in Neurorestoration)",
        "physiotherapist",
        "dokter spesialis saraf",
    ],
)
def test_letters_that_everybody_can_look_up(credentials):
    assert list(unexplained_titles(credentials, ())) == []


def test_letters_that_only_insiders_can_read(told):
    assert told(LETTERS, "Kata.", "id", authors=author(credentials="Sp.N., S.H., FNR")) == [
        ": a reader cannot know what FNR behind the name of Maria Lopez means\n"
        "  Fix: write it out where the credentials are: FNR (its long form)."
    ]
    assert len(told(LETTERS, "Words.", authors=author(credentials="MD, FNR"))) == 1


def test_letters_may_be_explained_elsewhere(told):
    fnr = author(credentials="MD, FNR")
    assert told(LETTERS, "She is a fellow in neurorestoration (FNR).", authors=fnr) == []
    assert told(LETTERS, "Words.", authors=fnr, abbreviations={"FNR": "fellow"}) == []
    bio = author(credentials="MD, FNR", bio="FNR (Fellow in Neurorestoration) since 2019.")
    assert told(LETTERS, "Kata.", "id", authors=bio) == []


@pytest.mark.parametrize("lang", ["en", "id"])
def test_an_article_that_does_not_say_who_paid(told, lang):
    assert told(FUNDING, "Words.", lang, funding="") == [
        ": the article does not say who paid for it\n"
        "  Fix: Add a sentence to the front matter, or write funding: none"
    ]
    assert told(FUNDING, "Words.", lang) == []
    assert told(FUNDING, "Words.", lang, funding="", has_front_matter=False) == []
