"""Lists of references that were typed, in the reference article and elsewhere."""

from __future__ import annotations

import pytest

from galley.checks.citations import (
    RULES,
    reference_doi_missing,
    reference_incomplete,
    reference_style_mixed,
    reference_typed_uncited,
)
from galley.checks.citations.typed_list import read_typed_list

TEXT = """Stimulation can raise BDNF expression (Kempermann et al., 2018; Huang et al., 2014).
"""
LIST = (
    "\nReferences:\n\n"
    "  • Kempermann G et al. (2018). Human adult neurogenesis: evidence and remaining questions. "
    "Cell Stem Cell, 23(1), 25-30.\n"
    "  • Huang EJ & Reichardt LF (2001). Neurotrophins: roles in neuronal development and "
    "function. Annual Review of Neuroscience, 24, 677-736.\n"
    "  • Bhaskaran S (2015). Neuroplasticity: the brain that changes itself. "
    "Journal of the Indian Medical Association.\n"
)
WORKS = """@article{kempermann2018, author={Kempermann, G. and others}, title={Human}, year=2018,
  journal={Cell Stem Cell}, volume=23, pages={25--30}}
@article{huang2001, author={Huang, E. J. and Reichardt, L. F.}, title={Neurotrophins}, year=2001,
  journal={Annual Review of Neuroscience}, volume=24, pages={677--736}}
@article{bhaskaran2015, author={Bhaskaran, S.}, title={Neuroplasticity}, year=2015,
  journal={Journal of the Indian Medical Association}}
"""


def first_lines(says, text, works):
    return {
        rule.id: [line.split("\n")[0] for line in says(rule, text, works=works)]
        for rule in RULES
        if says(rule, text, works=works)
    }


def test_the_reference_article_with_its_list_as_text(say):
    assert first_lines(say, TEXT + LIST, "") == {
        "citation-typed": [
            "x.ipynb#text:1: 'Huang et al., 2014' is cited, "
            "and no list of references has such a work"
        ],
        "citation-et-al": [
            "x.ipynb#text:1: 'Huang et al., 2014': Huang and Reichardt 2001 has two authors"
        ],
        "reference-doi-missing": [
            "x.ipynb#text:5: 'Kempermann et al. 2018' in the list of references has no DOI",
            "x.ipynb#text:6: 'Huang and Reichardt 2001' in the list of references has no DOI",
            "x.ipynb#text:7: 'Bhaskaran 2015' in the list of references has no DOI",
        ],
        "reference-incomplete": [
            "x.ipynb#text:7: 'Bhaskaran 2015' in the list of references lacks volume and pages"
        ],
        "reference-typed-uncited": [
            "x.ipynb#text:6: 'Huang and Reichardt 2001' stands in the list of references, "
            "and the text never cites it",
            "x.ipynb#text:7: 'Bhaskaran 2015' stands in the list of references, "
            "and the text never cites it",
        ],
        "reference-style-mixed": [
            "x.ipynb#text:5: the list of references writes 'Kempermann et al. 2018' with one "
            "author and \"et al.\", and 'Huang and Reichardt 2001' with all authors"
        ],
    }


def test_the_reference_article_with_its_list_as_a_file(say):
    assert first_lines(say, TEXT, WORKS) == {
        "citation-typed": [
            "x.ipynb#text:1: 'Huang et al., 2014' is cited, "
            "and no list of references has such a work"
        ],
        "citation-typed-known": [
            "x.ipynb#text:1: 'Kempermann et al., 2018' is typed as words, "
            "so it leads to no reference"
        ],
        "citation-et-al": [
            "x.ipynb#text:1: 'Huang et al., 2014': Huang and Reichardt 2001 has two authors"
        ],
        "reference-doi-missing": [
            "references.bib:1: 'kempermann2018' (Kempermann et al. 2018) has no DOI",
            "references.bib:3: 'huang2001' (Huang and Reichardt 2001) has no DOI",
            "references.bib:5: 'bhaskaran2015' (Bhaskaran 2015) has no DOI",
        ],
        "reference-incomplete": [
            "references.bib:5: 'bhaskaran2015' (Bhaskaran 2015) lacks the volume "
            "and pages or an article number"
        ],
    }


INDONESIAN = """Kadarnya naik (Huang dkk., 2014).

## Daftar pustaka

1. Huang T, Larsen KT, Møller NC. BDNF. Jurnal Saraf. 2014;24(1):1-10. doi:10.1000/a
2. Sari D, Putra I. Pemulihan setelah stroke. Majalah Kedokteran. 2019.
3. Hebb DO. The Organization of Behavior. New York: Wiley; 1949.
"""


def test_a_list_in_indonesian(say):
    assert say(reference_typed_uncited.RULE, INDONESIAN, "id", works="") == [
        "x.ipynb#text:6: 'Sari and Putra 2019' stands in the list of references, "
        "and the text never cites it\n"
        "  Fix: cite it in the sentence that rests on it, or take it off the list.",
        "x.ipynb#text:7: 'Hebb 1949' stands in the list of references, "
        "and the text never cites it\n"
        "  Fix: cite it in the sentence that rests on it, or take it off the list.",
    ]
    assert say(reference_doi_missing.RULE, INDONESIAN, "id", works="") == [
        "x.ipynb#text:6: 'Sari and Putra 2019' in the list of references has no DOI\n"
        "  Fix: put the work into references.bib with its DOI and cite it as [@key]; "
        "the list is then made by itself."
    ]
    assert say(reference_incomplete.RULE, INDONESIAN, "id", works="") == [
        "x.ipynb#text:6: 'Sari and Putra 2019' in the list of references lacks volume and pages\n"
        "  Fix: look the article up; if it cannot be found, take another source."
    ]
    assert say(reference_style_mixed.RULE, INDONESIAN, "id", works="") == []


def test_an_indonesian_list_in_two_styles(say):
    first, second = "Sari D dkk. (2019). Stroke. Jurnal Saraf, 2, 3.", "Lim A & Sari D (2018). X."
    text = f"Daftar pustaka:\n\n- {first}\n- {second}"
    assert say(reference_style_mixed.RULE, text, "id", works="") == [
        "x.ipynb#text:3: the list of references writes 'Sari et al. 2019' with one author and "
        "\"et al.\", and 'Lim and Sari 2018' with all authors\n"
        "  Fix: put the works into references.bib and cite them as [@key]; "
        "the list is then made in one style."
    ]


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        (
            "en",
            "As found [@huang2001].\n\n## References\n\nHuang EJ & Reichardt LF (2001). N.",
        ),
        (
            "id",
            "Kata Huang dan Reichardt (2001).\n\nReferensi: Huang EJ, Reichardt LF (2001). N.",
        ),
    ],
)
def test_a_listed_work_that_is_cited(say, lang, text):
    assert say(reference_typed_uncited.RULE, text, lang) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("References\n\nNone of these are from 2014.", []),
        ("## References\n\nSee [@huang2001] of 2001.\n\n## Note\n\nSmith A (2014). X.", []),
        ("References:\n\n[1] Smith AB, Lee C (2014) One. J X 1:2.", ["Smith and Lee 2014"]),
        (
            "References:\n\n- World Health Organization. Stroke. 2021.",
            ["World Health Organization 2021"],
        ),
    ],
)
def test_what_a_list_names(manuscript, text, names):
    assert [work.name for work in read_typed_list(manuscript(text).passages).works] == names
