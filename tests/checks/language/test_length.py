"""Long sentences, long paragraphs, and texts that ask for much schooling."""

from __future__ import annotations

import pyphen

SENTENCE, PARAGRAPH, LEVEL = "sentence-long", "paragraph-long", "reading-level"
EDITIONS = {"patient": {"audience": "patient"}, "clinician": {"audience": "clinician"}}
HARD = (
    "Contemporary neurorehabilitation emphasises individualised neurophysiological "
    "characterisation preceding intervention. " * 14
)
HARDER = (
    "Unquestionably, interdisciplinary electrophysiological characterisation necessitates "
    "methodological sophistication, institutional collaboration and administrative support. " * 12
)
MIDDLING = (
    "Therapists who help patients to move their weaker arm usually ask them to repeat "
    "an everyday task as often as possible. " * 8
)
EASY = "The arm gets better with use. Ask your team how much you should do each day. " * 8


def test_a_long_english_sentence_is_shown(told):
    assert told(SENTENCE, f"Short.\nWe {'say a lot ' * 8}here.") == [
        '#text:2: this sentence has 26 words: "We say a lot say a …"\n'
        "  Fix: make two of it, or a list."
    ]
    assert told(SENTENCE, f"We {'say a lot ' * 8}.") == []


def test_statistics_in_brackets_are_skipped_as_readers_do(told):
    bracket = "(adjusted odds ratio 1.76, 95% interval 1.06 to 2.92)"
    assert told(SENTENCE, f"We {'say a lot ' * 7}here {bracket}.") == []


def test_code_in_small_letters_may_begin_a_sentence(told):
    text = f"We {'say a lot ' * 5}here. `x` {'says a lot ' * 5}here."
    assert told(SENTENCE, text) == []


def test_in_indonesian_only_the_longest_sentence_is_shown_where_all_are_long(told):
    text = f"Kami {'bicara panjang lebar ' * 7}. Kami {'bicara panjang lebar ' * 8}."
    assert told(SENTENCE, text, "id") == [
        '#text:1: this is the longest sentence, with 25 words: "Kami bicara panjang lebar bicara '
        'panjang …"\n'
        "  Fix: sentences here have 24 words on average; where that is more than 20, look at the "
        "longest ones first."
    ]
    assert told(SENTENCE, f"{text} Pendek. Pendek sekali.", "id") == []


def test_a_paragraph_of_more_than_a_screen(told):
    for lang, word in (("en", "word "), ("id", "kata ")):
        assert told(PARAGRAPH, word * 151, lang) == [
            "#text:1: this paragraph has 151 words, more than a phone shows at once\n"
            "  Fix: begin a new paragraph where a new thought begins."
        ]
        assert told(PARAGRAPH, word * 150, lang) == []


def test_a_text_that_asks_for_much_schooling(told):
    assert told(LEVEL, f"## Easy\n\n{EASY}\n\n## Hard\n\n{HARDER}") == [
        ": the text reads as if it were for university, far above what patients are used to "
        "(Flesch\N{EN DASH}Kincaid grade 22.7, 22.7 with glossary words counted as short, "
        f"reading ease -51; syllables by hyphenation, pyphen {pyphen.VERSION})\n"
        "  Fix: shorten sentences, which have 10 words on average, and take common words for long "
        'ones. Begin with "Hard", the hardest part.'
    ]


def test_a_text_a_little_above_what_patients_are_used_to(told):
    assert told(LEVEL, MIDDLING) == [
        ": the text reads like grade 11 of school, above what patients are used to "
        "(Flesch\N{EN DASH}Kincaid grade 11.1, 11.1 with glossary words counted as short; "
        f"syllables by hyphenation, pyphen {pyphen.VERSION})\n"
        "  Fix: shorten sentences, which have 21 words on average, and take common words for long "
        "ones."
    ]


def test_what_is_not_judged(told):
    assert told(LEVEL, EASY * 2) == []
    assert told(LEVEL, HARD[:200]) == []
    assert told(LEVEL, HARD, "id") == []
    assert told(LEVEL, HARD, editions=EDITIONS, edition="clinician") == []
    assert len(told(LEVEL, HARD, editions=EDITIONS, edition="patient")) == 1
