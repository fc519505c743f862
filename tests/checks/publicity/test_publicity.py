"""What Indonesian doctors may not make public, in both languages, and what they may."""

from __future__ import annotations

import pytest

from galley.checks.article import check_manuscript
from galley.checks.publicity import RULES
from galley.config import CheckSettings
from galley.findings import Severity

PROMISE = "publicity-promise"
SUPERLATIVE = "publicity-superlative"
COMPARISON = "publicity-comparison"
TESTIMONIAL = "publicity-testimonial"
TECHNOLOGY = "publicity-technology"
PRICE = "publicity-price"
BOOKING = "publicity-booking"
NOTE = "publicity-note"

WORDS = [
    (PROMISE, "en", "With us, results are guaranteed.", "results are guaranteed"),
    (PROMISE, "en", "Stimulation has no side effects.", "has no side effects"),
    (PROMISE, "en", "It is 100% safe for everybody.", "100% safe"),
    (PROMISE, "id", "Dengan terapi ini Anda pasti sembuh.", "pasti sembuh"),
    (PROMISE, "id", "Terapi ini tanpa efek samping.", "tanpa efek samping"),
    (PROMISE, "id", "Pasien dapat sembuh total.", "sembuh total"),
    (SUPERLATIVE, "en", "He is the only doctor who can do this.", "the only doctor"),
    (SUPERLATIVE, "en", "Come to the best stroke clinic on Bali.", "the best stroke clinic"),
    (SUPERLATIVE, "id", "Klinik saraf terbaik di Bali.", "Klinik saraf terbaik"),
    (SUPERLATIVE, "id", "Ia satu-satunya dokter yang mampu.", "satu-satunya dokter"),
    (COMPARISON, "en", "Unlike other clinics, we look at the cause.", "Unlike other clinics"),
    (COMPARISON, "id", "Dokter lain hanya memberi obat.", "Dokter lain hanya"),
    (COMPARISON, "id", "Kami lebih baik daripada klinik lain.", "lebih baik daripada klinik lain"),
    (TESTIMONIAL, "en", "Our patients say that they feel younger.", "Our patients say"),
    (TESTIMONIAL, "id", "Baca testimoni di bawah ini.", "testimoni"),
    (TESTIMONIAL, "id", "Pasien kami bercerita panjang.", "Pasien kami bercerita"),
    (PRICE, "en", "Ask for a free consultation.", "free consultation"),
    (PRICE, "id", "Ada diskon bulan ini.", "diskon"),
    (PRICE, "id", "Skrining gratis setiap Sabtu.", "Skrining gratis"),
    (BOOKING, "en", "Book an appointment with us.", "Book an appointment with us"),
    (BOOKING, "id", "Hubungi kami di 0812-3456-7890.", "Hubungi kami"),
    (BOOKING, "id", "Nomornya 0812-3456-7890.", "0812-3456-7890"),
]
SOUND = [
    (PROMISE, "en", "No treatment has no side effects. Nobody is guaranteed to recover."),
    (PROMISE, "en", 'Be careful where you read "guaranteed results". Is it 100% safe?'),
    (PROMISE, "en", "In the trial, 100% of the people were asked."),
    (PROMISE, "id", "Tidak ada terapi yang pasti sembuh. Apakah terapi ini tanpa efek samping?"),
    (PROMISE, "id", "Waspada bila terapi dijanjikan pasti sembuh."),
    (SUPERLATIVE, "en", "Which dose is best is not known. Only a doctor can decide."),
    (SUPERLATIVE, "en", "The best evidence comes from trials."),
    (SUPERLATIVE, "id", "Dosis mana yang terbaik belum diketahui. Dokter memilih dosis terbaik."),
    (SUPERLATIVE, "id", "Latihan satu-satunya tidak ada."),
    (COMPARISON, "en", "Very early training did worse than usual care. Ask another doctor."),
    (COMPARISON, "id", "Latihan lebih baik daripada obat lain. Mintalah pendapat dokter lain."),
    (TESTIMONIAL, "en", "Patients reported headache. Our team asks patients for consent."),
    (TESTIMONIAL, "id", "Pasien melaporkan sakit kepala. Pasien kami berusia 60 tahun."),
    (PRICE, "en", "You are free to ask. The price of a drug matters."),
    (PRICE, "id", "Promosi kesehatan itu penting. Biaya stroke besar."),
    (BOOKING, "en", "Call your emergency number. Make an appointment with your doctor."),
    (BOOKING, "id", "Segera hubungi 119. Uji ini melibatkan 2.104 orang, 1050-1054 per kelompok."),
]


@pytest.mark.parametrize(("rule", "lang", "text", "words"), WORDS)
def test_words_that_are_asked_about(told, rule, lang, text, words):
    (finding,) = told(rule, text, lang)
    assert finding.startswith(f'#text:1: "{words}" ')
    assert finding.endswith("it is not legal advice.")


@pytest.mark.parametrize(("rule", "lang", "text"), SOUND)
def test_words_that_are_left_alone(told, rule, lang, text):
    assert told(rule, text, lang) == []


@pytest.mark.parametrize(
    ("rule", "text", "finding"),
    [
        (
            PROMISE,
            "Pasti sembuh.",
            '"Pasti sembuh" promises what no treatment can\n'
            "  Fix: say how many people were helped, by how much, and what harm was seen. This "
            "rests on MKEK's rulings 20 and 29 on promotion and Permenkes 1787/2010 on advertising "
            "for health services; it is not legal advice.",
        ),
        (
            SUPERLATIVE,
            "Dokter terbaik.",
            '"Dokter terbaik" reads as praise of oneself\n'
            "  Fix: say what can be checked instead: training, years, number of patients. This "
            "rests on KODEKI 2012, article 4; it is not legal advice.",
        ),
        (
            COMPARISON,
            "Dokter lain gagal.",
            '"Dokter lain gagal" makes colleagues small\n'
            "  Fix: compare treatments, with their evidence, and not those who give them. This "
            "rests on KODEKI 2012, article 4 and Permenkes 1787/2010 on advertising for health "
            "services; it is not legal advice.",
        ),
        (
            TESTIMONIAL,
            "Testimoni.",
            '"Testimoni" brings in a patient as a witness\n'
            "  Fix: leave it out, and tell what studies of many people found. This rests on "
            "Permenkes 1787/2010, article 5; it is not legal advice.",
        ),
        (
            PRICE,
            "Diskon.",
            '"Diskon" advertises a price\n'
            "  Fix: leave what sells out of an article that informs. This rests on Permenkes "
            "1787/2010 on advertising for health services; it is not legal advice.",
        ),
        (
            BOOKING,
            "[Janji](https://wa.me/62812)",
            "the link 'https://wa.me/62812' leads to an appointment\n"
            '  Fix: put it on a page of its own (kind: page), such as "About" or "Contact". This '
            "rests on KODEKI 2012, article 4 and Permenkes 1787/2010 on advertising for health "
            "services; it is not legal advice.",
        ),
    ],
)
def test_each_says_what_it_rests_on(told, rule, text, finding):
    assert told(rule, text, "id") == [f"#text:1: {finding}"]


def test_a_title_speaks_too(told):
    assert len(told(SUPERLATIVE, "Kata.", "id", title="Klinik terbaik di Bali")) == 1


def test_a_page_about_the_practice_may_lead_to_an_appointment(told):
    assert told(BOOKING, "Hubungi kami di 0812-3456-7890.", "id", kind="page") == []


NOBODY = [{"name": "Tim Galley", "affiliation": "Galley"}]


@pytest.mark.parametrize(
    ("lang", "text", "technology"),
    [
        ("en", "In our clinic, tDCS comes before training.", "tDCS"),
        ("id", "Klinik kami menggunakan QEEG.", "QEEG"),
    ],
)
def test_technology_that_is_offered_needs_its_evidence(told, lang, text, technology):
    assert told(TECHNOLOGY, text, lang, authors=NOBODY) == [
        f"#text:1: {technology} may be read as new technology that the author offers, and the "
        "passage does not say how good the evidence is\n"
        "  Fix: say what kind of studies there are and what is not known, with a citation, and "
        "whether you offer it yourself. This rests on Permenkes 1787/2010 on advertising for "
        "health services; it is not legal advice."
    ]


def test_a_doctor_may_be_thought_to_offer_what_the_article_names(told):
    text = "Neurorestorasi mulai dengan QEEG.\n\nLalu QEEG lagi."
    doctor = [{"name": "dr. Maria Lopez", "credentials": "Sp.N", "affiliation": "RS A"}]
    assert len(told(TECHNOLOGY, text, "id", authors=doctor)) == 1
    assert told(TECHNOLOGY, text, "id", authors=NOBODY) == []


@pytest.mark.parametrize(
    "text",
    [
        "Our clinic uses tDCS [@bi2001].",
        "Our clinic uses tDCS, although no trial has shown a gain.",
        "Klinik kami menawarkan rTMS; buktinya, menurut uji klinis, terbatas.",
    ],
)
def test_technology_with_a_word_on_its_evidence(told, text):
    assert told(TECHNOLOGY, text) == []


@pytest.mark.parametrize("lang", ["en", "id"])
def test_an_article_without_a_note(told, lang):
    assert told(NOTE, "Words.", lang) == [
        ": nothing says that the article informs and does not replace a doctor's advice\n"
        '  Fix: write it once for all articles, as disclaimer = "…" in site.toml. This rests on '
        "Permenkes 1787/2010 on advertising for health services and MKEK decree "
        "029/PB/K/MKEK/04/2021 on social media; it is not legal advice."
    ]


def test_a_note_in_the_text_or_below_it(told):
    assert told(NOTE, "This article is educational.") == []
    assert told(NOTE, "Isinya bukan nasihat tentang pengobatan Anda.", "id") == []
    assert told(NOTE, "Kata.", "id", disclaimer="Tidak menggantikan nasihat dokter.") == []
    assert told(NOTE, "About.", kind="page") == []


def test_they_are_advice_that_has_to_be_asked_for(manuscript):
    text = "Pasti sembuh. This article is educational."
    asked = CheckSettings(also=("publicity",))
    assert {rule.severity for rule in RULES} == {Severity.ADVICE}
    assert all(rule.is_asked for rule in RULES)

    def rules(settings):
        found = check_manuscript(manuscript(text, "id", settings=settings))
        return {each.rule for each in found if each.rule.startswith("publicity")}

    assert rules(CheckSettings()) == set()
    assert rules(asked) == {"publicity-promise"}
