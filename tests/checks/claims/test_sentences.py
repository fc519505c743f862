"""Each rule on sentences: what it finds and what it leaves alone, in English and Indonesian."""

from __future__ import annotations

from pathlib import Path

import pytest

from galley.checks.claims import RULES
from galley.checks.claims.words import words_of

JUDGED = {
    "claim-uncited",
    "number-uncited",
    "claim-absolute",
    "claim-superlative",
    "percent-without-denominator",
    "relative-without-absolute",
    "claim-significant",
}
HERE = Path(__file__).parent


def read_sentences():
    lang = ""
    for line in (HERE / "sentences.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            lang = line.strip("[]")
        elif " | " in line and not line.startswith("#"):
            rules, sentence = line.split(" | ", 1)
            yield lang, frozenset(rules.split(",")) - {"-"}, sentence


SENTENCES = tuple(read_sentences())


def _name(value):
    # Sets have no order of their own, and two processes that share tests must name them alike.
    return str(value)[:60] if isinstance(value, str) else ",".join(sorted(value)) or "sound"


@pytest.mark.parametrize(("lang", "rules", "sentence"), SENTENCES, ids=_name)
def test_the_rules_find_what_is_wrong_with_a_sentence_and_nothing_else(told, lang, rules, sentence):
    assert {rule.id for rule in RULES if rule.id in JUDGED and told(rule, sentence, lang)} == rules


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_rule_has_faulty_sentences_and_the_language_has_sound_ones(lang):
    rules = [found for language, found, _ in SENTENCES if language == lang]
    assert frozenset().union(*rules) == JUDGED
    assert rules.count(frozenset()) > 100


@pytest.mark.parametrize("lang", ["en", "id"])
def test_what_a_sentence_must_have_leaves_out_no_phrase(lang):
    words = words_of(lang)
    small = [sentence.lower() for language, _, sentence in SENTENCES if language == lang]
    needing = [
        (terms.kinds[kind], needed)
        for terms in (words.superlative, words.percent, words.rate, words.relative)
        for kind, needed in terms.needs.items()
    ]

    assert needing
    assert [
        text
        for text in small
        for phrases, needed in needing
        if phrases.search(text) and not needed.match(text)
    ] == []


@pytest.mark.parametrize("lang", ["de", "fr"])
def test_a_language_without_words_is_left_alone(told, lang):
    assert [
        told(rule, "This cures everything, guaranteed, 30% of people.", lang) for rule in RULES
    ] == [[]] * len(RULES)
