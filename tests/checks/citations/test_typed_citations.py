"""Citations in words: citation-typed, citation-typed-known, citation-et-al."""

from __future__ import annotations

import pytest

from galley.checks.citations import citation_et_al, citation_typed, citation_typed_known
from galley.checks.citations.typed import find_typed

TYPED, KNOWN, ET_AL = citation_typed.RULE, citation_typed_known.RULE, citation_et_al.RULE

UNBACKED = [
    ("en", "BDNF rises (Kempermann et al., 2018).", "Kempermann et al., 2018"),
    ("en", "Kempermann et al. (2018) counted cells.", "Kempermann et al. (2018)"),
    ("en", "It rises (see Bliss & Lømo, 1973).", "see Bliss & Lømo, 1973"),
    ("en", "It rises (Bliss, Lømo, & Smith, 1973).", "Bliss, Lømo, & Smith, 1973"),
    ("en", "Bliss and Lømo (1973) found it in rabbits.", "Bliss and Lømo (1973)"),
    ("en", "It is common (WHO, 2021).", "WHO, 2021"),
    ("en", "It is old (Lashley, 1950, p. 3).", "Lashley, 1950, p. 3"),
    ("id", "Kadarnya naik (Kempermann dkk., 2018).", "Kempermann dkk., 2018"),
    ("id", "Menurut Kempermann dkk. (2018), sel bertambah.", "Kempermann dkk. (2018)"),
    ("id", "Kadarnya naik (lihat Bliss dan Lømo, 1973).", "lihat Bliss dan Lømo, 1973"),
    ("id", "Bliss dan Lømo (1973) menemukannya.", "Bliss dan Lømo (1973)"),
    ("id", "Stroke sering terjadi (Riskesdas, 2018).", "Riskesdas, 2018"),
]
NO_CITATIONS = [
    ("en", "Training began early (2014) and ended late (March 2015)."),
    ("en", "See the curve (Figure 2, 2014) and the table (Table, 2014)."),
    ("en", "We met (Jakarta, 2014) and later (May, 2016)."),
    ("en", "The trial was large (CPASS, 2021; n = 72)."),
    ("en", "He spoke at the congress (Smith, 2014)."),
    ("en", "Sydney and Melbourne (2000) were the sites."),
    ("en", "Published in Nature (2014). Updated: (June, 2020)."),
    ("en", "Read [Kempermann et al., 2018](https://doi.org/10.1016/j.stem.2018.04.004)."),
    ("en", "He moved on (Pandemic, 2020). Prof. Lee (Oxford, 2014) spoke (Photo: Reuters, 2019)."),
    ("id", "dr. Budi (lulus FK Universitas Udayana, 2010) bicara (Permenkes No. 1787 Tahun 2010)."),
    ("id", "Aturannya diubah (Revisi, 2020; UU Kesehatan, 2023) sejak pandemi (2020)."),
    ("en", "In 2014, Huang asked, and Huang et al. answered [@huang2014]."),
    ("id", "Latihan dimulai dini (2014) dan selesai (Maret 2015)."),
    ("id", "Lihat kurvanya (Gambar 2, 2014) dan tabelnya (Tabel, 2014)."),
    ("id", "Kami bertemu (Denpasar, 2014), lalu lagi (Mei, 2016)."),
    ("id", "Undang-Undang Kesehatan (2023) mengaturnya; Jawa dan Bali (2020) menyusul."),
]


@pytest.mark.parametrize(("lang", "text", "words"), UNBACKED)
def test_words_that_no_entry_backs(say, lang, text, words):
    assert say(TYPED, text, lang) == [
        f"x.ipynb#text:1: '{words}' is cited, and no list of references has such a work\n"
        "  Fix: put the work into notebooks/references.bib and cite it as [@key]."
    ]


@pytest.mark.parametrize(("lang", "text"), NO_CITATIONS)
def test_years_and_places_are_no_citations(say, lang, text):
    assert [say(rule, text, lang) for rule in (TYPED, KNOWN)] == [[], []]


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "It rises (Huang et al., 2013).", "Huang et al., 2013"),
        ("id", "Menurut Huang dkk. (2013), kadarnya naik.", "Huang dkk. (2013)"),
    ],
)
def test_another_year_is_asked_for(say, lang, text, words):
    assert say(TYPED, text, lang) == [
        f"x.ipynb#text:1: '{words}' is cited, and no list of references has such a work\n"
        "  Fix: did you mean Huang et al. 2014 [@huang2014]? The year differs. "
        "Otherwise put the work into notebooks/references.bib and cite it as [@key]."
    ]


@pytest.mark.parametrize(
    ("lang", "text", "words", "key"),
    [
        ("en", "It rises (Huang et al., 2014).", "Huang et al., 2014", "huang2014"),
        ("en", "Hebb (1949) thought so.", "Hebb (1949)", "hebb1949"),
        ("id", "Kadarnya naik (Huang dkk., 2014).", "Huang dkk., 2014", "huang2014"),
        ("id", "Hebb (1949) mengusulkannya.", "Hebb (1949)", "hebb1949"),
    ],
)
def test_words_of_a_known_work_are_to_be_a_citation(say, lang, text, words, key):
    assert say(TYPED, text, lang) == []
    assert say(KNOWN, text, lang) == [
        f"x.ipynb#text:1: '{words}' is typed as words, so it leads to no reference\n"
        f"  Fix: write [@{key}] in place of the words in brackets; "
        f"@{key} without brackets puts the names into the sentence."
    ]


@pytest.mark.parametrize(
    ("lang", "text", "words"),
    [
        ("en", "It grows (Huang et al., 2001).", "Huang et al., 2001"),
        ("en", "It grows, say Huang et al. [@huang2001].", "Huang et al."),
        ("id", "Ia tumbuh (Huang dkk., 2001).", "Huang dkk., 2001"),
        ("id", "Ia tumbuh, kata Huang dkk. [@huang2001].", "Huang dkk."),
    ],
)
def test_two_authors_are_both_named(say, lang, text, words):
    assert say(ET_AL, text, lang) == [
        f"x.ipynb#text:1: '{words}': Huang and Reichardt 2001 has two authors\n"
        '  Fix: write Huang and Reichardt; "et al." stands for a third author and further ones.'
    ]


def test_one_author_has_no_others(say):
    assert say(ET_AL, "So it is (Hebb et al., 1950).") == [
        "x.ipynb#text:1: 'Hebb et al., 1950': Hebb 1949 has one author\n"
        "  Fix: if that is the work you mean, write Hebb; "
        '"et al." stands for a third author and further ones.'
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "It rises (Huang et al., 2014), say Huang et al. [@huang2014; @huang2001]."),
        ("id", "Kadarnya naik (Huang dkk., 2014), kata Huang dkk. [@huang2014]."),
    ],
)
def test_three_authors_may_be_shortened(say, lang, text):
    assert say(ET_AL, text, lang) == []


def test_a_long_text_without_citations_takes_no_time():
    assert list(find_typed("Van De Aaaa, Bbbb C., " * 500 + "(" + "Aa, " * 500 + "2014")) == []
