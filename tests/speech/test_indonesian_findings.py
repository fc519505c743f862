"""Findings and refusals in Indonesian: all of them, with their numbers, words and names."""

from __future__ import annotations

import ast
import re

import pytest
from tests.speech.sources import FIGURES, SPEAKERS, sentences, text_of, trees

from galley.checks.rule_facts import known_rules
from galley.findings import Finding, Place, Severity
from galley.speech.findings import ERRORS, findings_in, known_refusal, known_words, refusal_in
from galley.speech.language import INDONESIAN
from galley.speech.phrasebook import ANYWHERE, Pattern, Phrasebook, read_phrasebook

BOOK = read_phrasebook(INDONESIAN)
PATTERNS = [(name, each) for name, patterns in BOOK.lists.items() for each in patterns]
SHARED = {ANYWHERE, ERRORS, "SENTENCES", "VALUES", "YAML_FIXES"}
# Their sentences are put together from pieces; what comes of them is heard in the tests of each.
_COMPOSED_TEXT = """
    article/bibliography_entry article/front_matter checks/citations/citation_et_al
    checks/citations/reference_corrected checks/citations/reference_retracted checks/exceptions
    checks/figures/axis_without_unit checks/figures/figure_mark_missing
    checks/figures/figure_without_source checks/language/reading_level
    checks/people/abbreviation_unexpanded checks/people/author_affiliation_missing
    checks/people/author_credentials_missing checks/structure/heading_order
    checks/structure/output_path console/content_path execution/kernels locking site/site_paths
"""
COMPOSED = frozenset(f"{module}.py" for module in _COMPOSED_TEXT.split())
_SIGNS = " :;,.()'\""
SYSTEM = "REASON"
"""The list of what the operating system says, which no source of ours has."""

EXAMPLES = [
    (
        "citation-unknown-key",
        "unknown citation key 'bi2011'",
        "did you mean 'bi2001'? Keys live in notebooks/references.bib.",
        "kunci kutipan 'bi2011' tidak dikenal",
        "apakah maksud Anda 'bi2001'? Kunci tercantum di notebooks/references.bib.",
    ),
    (
        "claim-absolute",
        "'cures' (also 'for good') promises a recovery that nobody can promise",
        "say what was seen, and in how many: 'can ease the symptoms in some people [@key]'.",
        "'cures' (juga 'for good') menjanjikan pemulihan yang tidak dapat dijanjikan siapa pun",
        "sebutkan apa yang terlihat, dan pada berapa orang: "
        "'can ease the symptoms in some people [@key]'.",
    ),
    (
        "front-matter-wrong-value",
        "'orcid' in 'authors' (entry 1) is empty, which is not text",
        "Write for example orcid: 0000-0002-1825-0097",
        "'orcid' di 'authors' (entri 1) berisi nilai kosong, padahal harus teks",
        "Tulis misalnya orcid: 0000-0002-1825-0097",
    ),
    (
        "front-matter-wrong-value",
        "'kind' is 'pag', which is not 'article' or 'page'",
        "did you mean 'page'?",
        "'kind' berisi 'pag', padahal harus 'article' atau 'page'",
        "apakah maksud Anda 'page'?",
    ),
    (
        "reference-incomplete",
        "'k' (Lee 2012) lacks the journal, the volume and pages or an article number",
        "add what is missing; for a work that is not out yet write pubstate = {inpress}.",
        "'k' (Lee 2012) tidak memuat jurnal, volume, dan halaman atau nomor artikel",
        "lengkapi yang belum ada; untuk karya yang belum terbit tulis pubstate = {inpress}.",
    ),
    (
        "publicity-promise",
        '"Pasti sembuh" promises what no treatment can',
        "say how many people were helped, by how much, and what harm was seen. This rests on "
        "MKEK's rulings 20 and 29 on promotion and Permenkes 1787/2010 on advertising for health "
        "services; it is not legal advice.",
        '"Pasti sembuh" menjanjikan yang tidak dapat dijanjikan terapi mana pun',
        "sebutkan berapa orang yang tertolong, seberapa besar, dan efek merugikan apa yang "
        "terlihat. Dasarnya fatwa MKEK nomor 20 dan 29 tentang promosi dan Permenkes 1787/2010 "
        "tentang iklan pelayanan kesehatan; ini bukan nasihat hukum.",
    ),
    (
        "machine-fault",
        "pandoc is missing; it writes citations and formulas",
        "install it with 'pip install pypandoc_binary' or 'conda install pandoc'.",
        "pandoc tidak ada; pandoc menulis kutipan dan rumus",
        "pasang dengan 'pip install pypandoc_binary' atau 'conda install pandoc'.",
    ),
]


@pytest.mark.parametrize(("rule", "message", "fix", "pesan", "perbaikan"), EXAMPLES)
def test_a_finding_is_told_in_indonesian_with_its_own_words_and_names(
    rule: str, message: str, fix: str, pesan: str, perbaikan: str
) -> None:
    place = Place("notebooks/x.ipynb", "cell", 3)
    found = Finding(rule, Severity.WARNING, place, message, fix)

    (told,) = findings_in("id", [found])

    assert (told.message, told.fix) == (pesan, perbaikan)
    assert (told.rule, told.severity, told.place) == (rule, Severity.WARNING, place)


def test_in_english_findings_stay_the_same() -> None:
    found = Finding("x", Severity.ERROR, Place("x.ipynb"), "unknown citation key 'a'")

    assert findings_in("en", [found]) == (found,)


def test_what_nobody_has_put_into_indonesian_is_told_in_english() -> None:
    found = Finding("x", Severity.ERROR, Place("x.ipynb"), "something new", "Do this.")

    assert findings_in("id", [found]) == (found,)


def test_a_refusal_in_a_dialog_is_told_in_whole_sentences() -> None:
    asked = "There is an article 'x' already: x.ipynb. Open that one, or give another title."

    told = refusal_in("id", asked)

    assert told == "Artikel 'x' sudah ada: x.ipynb. Buka artikel itu, atau berikan judul lain."


def test_every_rule_has_its_sentences_in_indonesian() -> None:
    shared = ("-value", "-field", "-fault", "-unwritable")

    assert [
        rule for rule in known_rules() if rule not in BOOK.lists and not rule.endswith(shared)
    ] == []


def test_every_list_belongs_to_a_rule_or_is_named_in_a_pattern() -> None:
    named = {hole.rstrip("0123456789") for _, each in PATTERNS for hole in each.holes}

    assert set(BOOK.lists) <= set(known_rules()) | named | SHARED


def test_every_sentence_of_the_sources_is_in_the_phrasebook() -> None:
    unknown = [
        f"{place}: {text_of(sentence, '…')}"
        for place, sentence in sentences(SPEAKERS)
        if place.partition(":")[0] not in COMPOSED and not _is_known(text_of(sentence, "§"))
    ]

    assert unknown == [], "add them to exporters/galley/speech/id/"


def test_a_pattern_has_the_same_holes_in_both_languages() -> None:
    others = [(each.english, set(Pattern(each.other, "").holes)) for _, each in PATTERNS]

    assert others == [(each.english, set(each.holes)) for _, each in PATTERNS]


def test_every_value_that_is_legal_is_named_in_indonesian() -> None:
    legal = {text_of(each, "§") for _, each in sentences({"wrong_value": (0,)})}
    mends = {text_of(each, "§") for _, each in sentences({"wrong_value": (1,)})}

    assert [each for each in legal if not _OPEN.say(each, "LEGAL")] == []
    assert [each for each in mends if not _is_known(each)] == []


def test_no_pattern_outlives_its_sentence() -> None:
    spoken = "\n".join(_texts())
    stale = [
        f"[{name}] {each.english}"
        for name, each in PATTERNS
        if name != SYSTEM and not _is_spoken(each, spoken)
    ]

    assert stale == [], "nothing says this any more"


def _is_known(text: str) -> bool:
    """Tell whether a sentence is known, whatever stands in its holes."""
    if not text.strip("§ :;,.'"):
        return True
    rules = [name for name in BOOK.lists if not name.isupper() or name in SHARED]
    # Another sentence may come first, for example a guess.
    return any(_OPEN.say(each, *rules) is not None for each in (text, text.removeprefix("§ ")))


_OPEN = Phrasebook(
    {
        name: {each.english: each.other for each in patterns}
        | ({"§": "§"} if name.isupper() else {})
        for name, patterns in BOOK.lists.items()
    }
)


def _texts() -> list[str]:
    found = []
    for _, tree in (*trees(), *trees(FIGURES)):
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr):
                found.append(text_of(node, "§"))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.append(node.value)
    return found


def _is_spoken(pattern: Pattern, spoken: str) -> bool:
    """Tell whether two words of a pattern stand beside each other in a source."""
    between = re.split(r"\{\w+\}", pattern.english)
    pieces = [words for piece in between if (words := piece.strip(_SIGNS).split(" ")) != [""]]
    pairs = [" ".join(words[at : at + 2]) for words in pieces for at in range(len(words) - 1)]
    # Of what is put together from pieces of a word each, the words are looked for.
    each_word = all(word in spoken for words in pieces for word in words)
    return any(pair in spoken for pair in pairs) or each_word


def test_words_of_the_system_are_carried_over_where_they_are_new() -> None:
    assert known_refusal("id", "cannot write to /a: Quota exceeded") == (
        "tidak dapat menulis ke /a: Quota exceeded"
    )
    assert known_words("id", "the file cannot be opened: Permission denied", "notebook-broken") == (
        "berkas tidak dapat dibuka: tidak diizinkan"
    )
