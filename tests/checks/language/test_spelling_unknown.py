"""Spelling, where this machine has a dictionary of the article's language."""

from __future__ import annotations

from pathlib import Path

import nbformat.v4 as nb
import pytest
from nbformat import write

from galley.checks.article import check_manuscript
from galley.checks.content import read_manuscripts
from galley.checks.language.english_variants import variants
from galley.checks.language.indonesian_stems import stems
from galley.dictionaries import Speller, find_dictionary, read_speller, read_words
from galley.workspace import read_workspace

RULE = "spelling-unknown"

AFF = "SET UTF-8\nTRY aeinrst\nSFX S Y 1\nSFX S 0 s .\n"
ENGLISH = "the arm/S gets better with use after a color and organize don't"
INDONESIAN = "lengan membaik dengan latihan setelah rata kata itu"
UNKNOWN_FIX = "A word that is right belongs into dictionaries/words.txt, on a line of its own."


def make_dictionary(folder: Path, name: str, words: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    listed = words.split()
    (folder / f"{name}.aff").write_text(AFF, encoding="utf-8")
    (folder / f"{name}.dic").write_text("\n".join([str(len(listed)), *listed]), encoding="utf-8")
    return folder / name


@pytest.fixture
def spellers(tmp_path):
    return {
        "en": Speller(make_dictionary(tmp_path, "en_US", ENGLISH), frozenset({"bobath"})),
        "id": Speller(make_dictionary(tmp_path, "id_ID", INDONESIAN)),
    }


@pytest.mark.parametrize(
    ("lang", "text", "finding"),
    [
        ("en", "Arms.\nThe arm gets bettr with use. It gets bettr.", ("bettr", "better")),
        ("id", "Kata.\nItu lengan membaik dengn latihan, dengn itu.", ("dengn", "dengan")),
    ],
)
def test_a_slip_is_told_with_what_was_meant(told, spellers, lang, text, finding):
    word, nearest = finding
    assert told(RULE, text, lang, speller=spellers[lang]) == [
        f"#text:2: '{word}' is not in the dictionary\n"
        f"  Fix: did you mean '{nearest}'? {UNKNOWN_FIX}"
    ]


def test_a_word_that_is_near_no_other(told, spellers):
    assert told(RULE, "the qqqqqqqqq", speller=spellers["en"]) == [
        f"#text:1: 'qqqqqqqqq' is not in the dictionary\n  Fix: {UNKNOWN_FIX}"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "the arms use after Kempermann and McKay",
        "the colour and organise; the arm’s use; don’t",
        "the bobath arm and the thrombolysis after LTP and tDCS",
        "the `lang` and lang=lang, at example.org, x.ipynb and a_word, T7b",
        "after @bi2001 [@hodgkin1952] and $xyzabc$",
    ],
)
def test_what_is_left_alone_in_english(told, spellers, text):
    assert told(RULE, text, speller=spellers["en"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "lengannya membaiklah, rata-rata",
        "latihan (brain-derived neurotrophic factor) itu",
        "kata “rewire your brain” itu",
        "plastisitas setelah stroke",
    ],
)
def test_what_is_left_alone_in_indonesian(told, spellers, text):
    assert told(RULE, text, "id", speller=spellers["id"]) == []


def test_words_of_the_glossary_are_right(told, spellers):
    terms = frozenset({"usual kare", "zonkology"})
    assert told(RULE, "zonkology kare", speller=spellers["en"], terms=terms) == []


def test_without_a_dictionary_there_is_silence(told):
    assert told(RULE, "xqzt bettr") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("mobilisation", "mobilization"),
        ("centre", "center"),
        ("haemorrhage", "hemorrhage"),
        ("levelled", "leveled"),
        ("programme", "program"),
        ("practised", "practiced"),
        ("analyse", "analyze"),
        ("tumour", "tumor"),
    ],
)
def test_english_of_both_sides_of_the_ocean(one, other):
    assert other in set(variants(one))


def test_the_author_s_own_dictionary_goes_first(tmp_path):
    own = make_dictionary(tmp_path / "site/dictionaries", "id_ID", INDONESIAN)
    system = make_dictionary(tmp_path / "system", "id_ID", INDONESIAN)
    (tmp_path / "site/dictionaries/words.txt").write_text("Galley\n# a remark\nBobath # a name\n")
    speller = read_speller("id", tmp_path / "site", [tmp_path / "system"])
    assert speller is not None
    assert (speller.dictionary, speller.words) == (own, {"galley", "bobath"})
    elsewhere = read_speller("id", tmp_path, [tmp_path / "gone", tmp_path / "system"])
    assert elsewhere is not None
    assert elsewhere.dictionary == system


def test_a_region_is_asked_for_first_and_any_other_will_do(tmp_path):
    american = make_dictionary(tmp_path, "en_US", ENGLISH)
    assert find_dictionary("en", [tmp_path]) == american
    british = make_dictionary(tmp_path, "en_GB", ENGLISH)
    assert find_dictionary("en", [tmp_path]) == british
    assert find_dictionary("en-US", [tmp_path]) == american
    assert find_dictionary("id", [tmp_path]) is None
    assert read_speller("id", tmp_path, [tmp_path]) is None
    assert read_words(tmp_path / "words.txt") == frozenset()


def test_half_a_dictionary_is_none(tmp_path):
    (tmp_path / "en_US.dic").write_text("0\n")
    assert find_dictionary("en", [tmp_path]) is None


def test_checking_a_folder_finds_the_dictionary_in_it(tmp_path):
    make_dictionary(tmp_path / "dictionaries", "en_GB", ENGLISH)
    write(
        nb.new_notebook(cells=[nb.new_markdown_cell("the arm bettr", id="a")]), tmp_path / "x.ipynb"
    )
    (manuscript,) = read_manuscripts(read_workspace(tmp_path, ""), 2026)
    found = check_manuscript(manuscript)
    assert [each.message for each in found if each.rule == RULE] == [
        "'bettr' is not in the dictionary"
    ]


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("dicermati", "cermat"),
        ("terukur", "ukur"),
        ("memakai", "pakai"),
        ("menyapu", "sapu"),
        ("keparahan", "parah"),
        ("ketidakpastiannya", "pasti"),
        ("selnya", "sel"),
    ],
)
def test_indonesian_forms_that_dictionaries_lack(word, stem):
    assert stem in set(stems(word))
