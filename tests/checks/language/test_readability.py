"""Counting how hard a text is to read; expected numbers were worked out by hand."""

from __future__ import annotations

from time import process_time

import pyphen
import pytest

from galley.checks.language.readability import readability, words_of

# 3 sentences, 12 words, 3 of them of seven letters or more.
ENGLISH = """\
# A heading does not count

The patient moved the arm. Training helped.

- Therapy began in week 2.

| Neither | do tables |
|---|---|
| of | any kind |
"""
INDONESIAN = "Pasien menggerakkan lengannya. Latihan membantu.\n"


def test_what_is_counted_in_english(manuscript):
    counts = readability(manuscript(ENGLISH))
    assert (counts.words, counts.sentences, counts.longest_sentence) == (12, 3, 5)
    assert counts.mean_sentence == 4
    assert counts.minutes == 1
    assert counts.lix == pytest.approx(4 + 100 * 3 / 12)


def test_scores_of_english(manuscript):
    counts = readability(manuscript(ENGLISH))
    # The pa-tient moved the arm. Train-ing helped. Ther-a-py be-gan in week 2.
    syllables = 6 + 3 + 8
    assert counts.grade == pytest.approx(0.39 * 4 + 11.8 * syllables / 12 - 15.59)
    assert counts.ease == pytest.approx(206.835 - 1.015 * 4 - 84.6 * syllables / 12)
    assert counts.method == f"by hyphenation, pyphen {pyphen.VERSION}"


def test_a_word_of_the_glossary_counts_as_short(manuscript):
    text = "Neuroplasticity is change. Neurorestoration is not."
    plain = readability(manuscript(text))
    eased = readability(manuscript(text, terms=frozenset({"neuroplasticity", "usual care"})))
    assert plain.grade == plain.grade_with_terms == eased.grade
    assert eased.grade_with_terms < plain.grade


def test_smog_is_defined_from_thirty_sentences_on(manuscript):
    assert readability(manuscript("Therapy helps. " * 29)).smog is None
    assert readability(manuscript("Therapy helps. " * 30)).smog == pytest.approx(
        1.043 * (30 * 30 / 30) ** 0.5 + 3.1291
    )


def test_indonesian_has_counts_and_lix_but_no_grade(manuscript):
    counts = readability(manuscript(INDONESIAN, "id-ID"))
    assert (counts.words, counts.sentences) == (5, 2)
    assert counts.lix == pytest.approx(2.5 + 100 * 4 / 5)
    assert (counts.grade, counts.grade_with_terms, counts.ease, counts.smog) == (None,) * 4


def test_an_article_without_words_has_zeros(manuscript):
    counts = readability(manuscript(""))
    assert (counts.words, counts.lix, counts.minutes, counts.mean_sentence) == (0, 0, 0, 0)


def test_a_typed_list_of_sources_is_not_read(manuscript):
    text = f"{INDONESIAN}\n## Daftar pustaka\n\n- Huang EJ. Neurotrophins. 2001."
    assert readability(manuscript(text, "id")) == readability(manuscript(INDONESIAN, "id"))


def test_a_long_row_of_signs_is_no_word_and_holds_nobody_up() -> None:
    before = process_time()
    assert words_of(f"one {'[' * 100_000} 2, [three]") == ["one", "2,", "[three]"]
    assert process_time() - before < 1
