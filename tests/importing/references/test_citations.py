"""Citations typed into sentences become keys where the work is known, and stay words where not."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.importing.references.shelf import NUMBERS, entry, shelf
from tests.importing.references.test_lines import labelled

from galley.importing.references.authored import AuthoredCiter
from galley.importing.references.known_works import KnownWork, WorkIndex
from galley.importing.references.prose import cite_prose

CITER = AuthoredCiter(shelf())


@pytest.mark.parametrize(
    "label", labelled("sentences_open.jsonl"), ids=lambda each: each["text"][:40]
)
def test_a_sentence_cites_by_key(label: dict[str, str]) -> None:
    assert cite_prose(label["text"], CITER, NUMBERS).text == label["expected"]


def keys(text: str) -> Counter[str]:
    return Counter(re.findall(r"@([a-z]+\d{4}[a-z]?)", text))


def test_sentences_that_were_held_back_are_cited_as_well_as_they_were() -> None:
    right = wrong = missing = exact = 0
    for label in labelled("sentences_held_back.jsonl"):
        found = cite_prose(label["text"], CITER, NUMBERS)
        exact += found.text == label["expected"]
        right += (keys(found.text) & keys(label["expected"])).total()
        wrong += (keys(found.text) - keys(label["expected"])).total()
        missing += (keys(label["expected"]) - keys(found.text)).total()
    assert (right, wrong, missing) == (42, 0, 1)
    assert exact >= 37


def test_the_text_tells_which_keys_it_cites_now() -> None:
    found = cite_prose("So it is (Bi & Poo, 1998; Hope et al., 2019) and so.[1]", CITER, NUMBERS)
    assert found.keys == ("bi1998", "hope2019", "huang2001")


@pytest.mark.parametrize(
    ("text", "left", "near"),
    [
        ("So (Huang et al., 2015).", "Huang et al., 2015", ["huang2001", "huang2014"]),
        ("So (Nobody & Other, 2015).", "Nobody & Other, 2015", []),
        ("So (Smith, 2001).", "Smith, 2001", []),
        ("So it is [3, 40].", "[3, 40]", []),
    ],
)
def test_what_stays_as_words_is_told_with_the_nearest_works(
    text: str, left: str, near: list[str]
) -> None:
    found = cite_prose(text, CITER, NUMBERS)
    assert found.text == text
    assert [each.text for each in found.unmatched] == [left]
    assert sorted(work.key for work in found.unmatched[0].meant.near) == near


def test_without_a_numbered_list_numbers_stay_and_nothing_is_said() -> None:
    found = cite_prose("So it is [3].^4^", CITER, {})
    assert (found.text, found.unmatched) == ("So it is [3].^4^", ())


@pytest.mark.parametrize(
    "text",
    [
        "`x (Hope et al., 2019) [1]`",
        "[see (Hope et al., 2019)](https://example.org)",
        "[@other2019, as (Hope et al., 2019)]",
        "$a^{1}_{[1]}$ and $$[2]$$",
        "![Figure [1]](a.png)",
        "A note[^1] and <https://example.org/[1]>",
    ],
)
def test_code_formulas_links_and_keys_stay(text: str) -> None:
    assert cite_prose(text, CITER, NUMBERS).text == text


def test_the_list_of_a_post_decides_between_works_of_one_name_and_year() -> None:
    works = (
        KnownWork(entry("huang2014", "Huang, T.")),
        KnownWork(entry("huang2014b", "Huang, L."), is_listed=True),
    )
    assert cite_prose("So (Huang, 2014).", AuthoredCiter(works), {}).text == "So [@huang2014b]."


def test_indonesian_words_join_two_works() -> None:
    text = "Lefaucheur dkk. (2017, 2020) menulis pedoman."
    assert cite_prose(text, AuthoredCiter(shelf(), "dan"), {}).text == (
        "@lefaucheur2017 dan @lefaucheur2020 menulis pedoman."
    )


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                " ",
                ".",
                "(",
                ")",
                "[",
                "]",
                ";",
                ",",
                "^",
                "`",
                "$",
                "1",
                "2019",
                "Hope et al.",
                "¹",
                "&",
                "Huang",
                "(Hope et al., 2019)",
                "{sup}`1`",
                "\n",
                "word",
                "@hope2019",
                "\\",
            ]
        ),
        max_size=24,
    ).map("".join)
)
def test_no_word_is_lost_and_what_is_cited_is_not_cited_again(text: str) -> None:
    once = cite_prose(text, CITER, NUMBERS).text
    assert once.count("word") == text.count("word")
    assert keys(cite_prose(once, CITER, {}).text) >= keys(once)


def test_one_work_is_the_same_by_its_number_or_its_words_and_not_by_less() -> None:
    typed = entry(
        "", "Huang, E. J.", year="2001", title="Neurotrophins: roles in neuronal development"
    )
    same = entry(
        "a", "Huang, Eric J.", year="2001", title="Neurotrophins: Roles in Neuronal Development"
    )
    assert WorkIndex([same]).find(typed) is same
    for other in (
        entry("b", "Huang, Eric J.", year="2005", title=same.title),
        entry("c", "Smith, Eric J.", year="2001", title=same.title),
        entry("d", "Huang, Eric J.", year="2001", title="Neurotrophins in the aging brain"),
    ):
        assert WorkIndex([other]).find(typed) is None
