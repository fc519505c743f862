"""What the rules on sentences say, word for word, in English and about Indonesian sentences."""

from __future__ import annotations

import pytest

from galley.checks.claims import (
    claim_absolute,
    claim_significant,
    claim_superlative,
    claim_uncited,
    number_uncited,
    percent_without_denominator,
    relative_without_absolute,
)


@pytest.mark.parametrize(
    ("lang", "text", "message"),
    [
        (
            "en",
            "Training *permanently* strengthens the connection [@bi2001].",
            "#text:1: 'permanently' promises that an effect never fades\n"
            "  Fix: say how long it was seen to last: "
            "'lasted for months in a study of … people [@key]'.",
        ),
        (
            "en",
            "One.\nThis cures pain and is completely safe.",
            "#text:2: 'cures' (also 'completely safe') promises a recovery that nobody can "
            "promise\n  Fix: say what was seen, and in how many: "
            "'can ease the symptoms in some people [@key]'.",
        ),
        (
            "en",
            "Success is guaranteed.",
            "#text:1: 'guaranteed' promises an outcome that is never certain\n"
            "  Fix: say in how many people it came about: "
            "'helped … of … people in one trial [@key]'.",
        ),
        (
            "id",
            "Terapi ini tanpa efek samping.",
            "#text:1: 'tanpa efek samping' promises a safety that no treatment has\n"
            "  Fix: name the usual harms: "
            "'sakit kepala adalah efek samping yang paling sering [@kunci]'.",
        ),
        (
            "id",
            "Semua pasien pulih.",
            "#text:1: 'Semua pasien pulih' promises everybody what only some can have\n"
            "  Fix: say how many had it: '… dari … orang membaik [@kunci]'.",
        ),
    ],
)
def test_a_promise(told, lang, text, message):
    assert told(claim_absolute.RULE, text, lang) == [message]


@pytest.mark.parametrize(
    ("lang", "text", "message"),
    [
        (
            "en",
            "We have the most comprehensive programme.",
            "#text:1: 'most comprehensive' is praise that no reader can check\n"
            "  Fix: say what it was compared with and what was found, or leave the word out: "
            "'did better than usual care in one trial [@key]'.",
        ),
        (
            "id",
            "Ini terobosan dan obat paling ampuh.",
            "#text:1: 'terobosan' (also 'paling ampuh') is praise that no reader can check\n"
            "  Fix: say what it was compared with and what was found, or leave the word out: "
            "'lebih baik daripada perawatan biasa dalam satu uji klinis [@kunci]'.",
        ),
    ],
)
def test_praise(told, lang, text, message):
    assert told(claim_superlative.RULE, text, lang) == [message]


@pytest.mark.parametrize(
    ("lang", "text", "message"),
    [
        (
            "en",
            "Exercise significantly raises BDNF [@bi2001].",
            "#text:1: 'significantly' does not say how large the effect is; "
            "many readers take it for 'large'\n"
            "  Fix: give the size and its interval: 'improved by … points (95% CI … to …)'.",
        ),
        (
            "id",
            "Olahraga secara bermakna menaikkan BDNF [@bi2001].",
            "#text:1: 'secara bermakna' does not say how large the effect is; "
            "many readers take it for 'large'\n"
            "  Fix: give the size and its interval: 'membaik … poin (IK 95% … sampai …)'.",
        ),
    ],
)
def test_significance(told, lang, text, message):
    assert told(claim_significant.RULE, text, lang) == [message]


@pytest.mark.parametrize(
    ("lang", "text", "message"),
    [
        (
            "en",
            "Research also shows that it is not lost.",
            "#text:1: 'Research also shows' calls on research, "
            "but neither this sentence nor its paragraph names a source\n"
            "  Fix: cite the work: 'Studies show … [@key]', or 'In our view …' "
            "if it is your own.",
        ),
        (
            "id",
            "Latihan terbukti menolong.",
            "#text:1: 'terbukti' calls on research, "
            "but neither this sentence nor its paragraph names a source\n"
            "  Fix: cite the work: 'Penelitian menunjukkan … [@kunci]', atau 'Menurut kami …'.",
        ),
    ],
)
def test_research_without_a_source(told, lang, text, message):
    assert told(claim_uncited.RULE, text, lang) == [message]


@pytest.mark.parametrize(
    ("lang", "text", "message"),
    [
        (
            "en",
            "This has saved the lives of millions.",
            "#text:1: the number in 'millions' has no source in its sentence or paragraph\n"
            "  Fix: cite where it comes from: '… 30% of patients [@key]'.",
        ),
        (
            "id",
            "Sekitar dua juta orang hidup dengan epilepsi.",
            "#text:1: the number in 'Sekitar dua juta orang' has no source "
            "in its sentence or paragraph\n"
            "  Fix: cite where it comes from: '… 30% pasien [@kunci]'.",
        ),
    ],
)
def test_a_number_without_a_source(told, lang, text, message):
    assert told(number_uncited.RULE, text, lang) == [message]


@pytest.mark.parametrize(
    ("lang", "text", "message"),
    [
        (
            "en",
            "About 30% of carers slept badly [@bi2001].",
            "#text:1: 'About 30%' does not say of how many people\n"
            "  Fix: give the count beside it: '… of … people'.",
        ),
        (
            "id",
            "Separuh pasien sulit tidur [@bi2001].",
            "#text:1: 'Separuh' does not say of how many people\n"
            "  Fix: give the count beside it: '… dari … orang'.",
        ),
    ],
)
def test_a_share_of_nobody_knows_how_many(told, lang, text, message):
    assert told(percent_without_denominator.RULE, text, lang) == [message]


@pytest.mark.parametrize(
    ("lang", "text", "message"),
    [
        (
            "en",
            "They were twice as likely to fall [@bi2001].",
            "#text:1: 'twice as likely' says how much a chance changes, but not how large it is\n"
            "  Fix: add the numbers of people: 'from … to … of 100 people'.",
        ),
        (
            "id",
            "Mereka dua kali lebih mungkin jatuh [@bi2001].",
            "#text:1: 'dua kali lebih mungkin' says how much a chance changes, "
            "but not how large it is\n"
            "  Fix: add the numbers of people: 'dari … menjadi … per 100 orang'.",
        ),
    ],
)
def test_a_change_without_the_chance(told, lang, text, message):
    assert told(relative_without_absolute.RULE, text, lang) == [message]
