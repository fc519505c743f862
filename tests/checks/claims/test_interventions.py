"""Articles that offer an intervention: whether they say its risks, and what else there is."""

from __future__ import annotations

import pytest

from galley.checks.claims import alternatives_unsaid, risks_unsaid

STIMULATION = "Transcranial electrical stimulation can help the brain to recover."
STIMULASI = "Stimulasi listrik transkranial dapat membantu otak pulih."


def test_risks_that_nobody_names(told):
    assert told(risks_unsaid.RULE, f"One.\n\n{STIMULATION} tDCS may be offered.") == [
        "#text:3: the article offers 'Transcranial electrical stimulation', "
        "but says nowhere what harm it may do\n"
        "  Fix: name the usual side effects, the rare serious ones, and who should not have it: "
        "'… of … people had a headache; it is not for people with epilepsy [@key]'."
    ]
    assert told(risks_unsaid.RULE, STIMULASI, "id") == [
        "#text:1: the article offers 'Stimulasi listrik transkranial', "
        "but says nowhere what harm it may do\n"
        "  Fix: name the usual side effects, the rare serious ones, and who should not have it: "
        "'… dari … orang sakit kepala; tidak untuk penderita epilepsi [@kunci]'."
    ]


def test_alternatives_that_nobody_names(told):
    assert told(alternatives_unsaid.RULE, STIMULATION) == [
        "#text:1: the article offers 'Transcranial electrical stimulation', "
        "but says neither what happens without it nor what else there is\n"
        "  Fix: add a sentence on both, so that readers see a choice: "
        "'Without it, … Other ways are …'."
    ]
    assert told(alternatives_unsaid.RULE, STIMULASI, "id") == [
        "#text:1: the article offers 'Stimulasi listrik transkranial', "
        "but says neither what happens without it nor what else there is\n"
        "  Fix: add a sentence on both, so that readers see a choice: "
        "'Tanpa terapi ini, … Pilihan lain ialah …'."
    ]


@pytest.mark.parametrize(
    ("lang", "text", "name"),
    [
        ("en", "Stem cells may restore lost function.", "Stem cells may"),
        ("en", "Botulinum toxin reduces spasticity.", "Botulinum toxin"),
        ("en", "Intensive training improves the arm.", "Intensive training"),
        ("en", "rTMS is effective.", "rTMS"),
        ("en", "Surgery can help.", "Surgery"),
        ("id", "Sel punca dapat memulihkan fungsi.", "Sel punca"),
        ("id", "Suntikan toksin membantu mengurangi kekakuan.", "Suntikan toksin"),
        ("id", "Latihan intensif memperbaiki lengan.", "Latihan intensif"),
        ("id", "Operasi dapat menolong.", "Operasi"),
    ],
)
def test_interventions_are_known_by_their_names(told, lang, text, name):
    (remark,) = told(risks_unsaid.RULE, text, lang)
    assert remark.startswith(f"#text:1: the article offers '{name}',")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "It may cause a headache as a side effect."),
        ("en", "In one trial it did harm."),
        ("en", "Epilepsy is a contraindication."),
        ("en", "## Risks of the method"),
        ("en", "It should not be used after a seizure."),
        ("id", "Efek sampingnya adalah sakit kepala."),
        ("id", "Epilepsi adalah kontraindikasi."),
        ("id", "Ada risikonya."),
        ("id", "Terapi ini tidak dianjurkan untuk pasien epilepsi."),
    ],
)
def test_one_word_about_harm_anywhere_is_enough(told, lang, said):
    article = f"{STIMULATION if lang == 'en' else STIMULASI}\n\n{said}"
    assert told(risks_unsaid.RULE, article, lang) == []


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Risk factors are age and salt."),
        ("en", "Walking lowers the risk of a stroke."),
        ("en", "It has no side effects."),
        ("id", "Faktor risikonya usia."),
        ("id", "Jalan kaki menurunkan risiko stroke."),
        ("id", "Terapi ini tanpa risiko."),
    ],
)
def test_the_risk_of_the_disease_is_not_the_risk_of_the_treatment(told, lang, said):
    article = f"{STIMULATION if lang == 'en' else STIMULASI}\n\n{said}"
    assert len(told(risks_unsaid.RULE, article, lang)) == 1


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("en", "Without treatment, most people improve as well."),
        ("en", "There are other options."),
        ("en", "It was compared with sham."),
        ("id", "Tanpa terapi, sebagian orang juga membaik."),
        ("id", "Ada pilihan lain."),
        ("id", "Perawatan biasa juga menolong."),
    ],
)
def test_one_word_about_what_else_there_is_is_enough(told, lang, said):
    article = f"{STIMULATION if lang == 'en' else STIMULASI}\n\n{said}"
    assert told(alternatives_unsaid.RULE, article, lang) == []


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "A synapse is where two cells meet."),
        ("en", "Can stimulation help?"),
        ("id", "Sinaps adalah tempat dua sel bertemu."),
        ("id", "Apakah stimulasi dapat membantu?"),
    ],
)
def test_an_article_that_offers_nothing_owes_nothing(told, lang, text):
    assert told(risks_unsaid.RULE, text, lang) == []
    assert told(alternatives_unsaid.RULE, text, lang) == []


def test_a_page_about_the_site_owes_nothing(told):
    assert told(risks_unsaid.RULE, STIMULATION, kind="page") == []
