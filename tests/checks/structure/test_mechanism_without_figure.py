"""How something works, in words alone."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell

from galley.checks.structure.mechanism_without_figure import RULE

FIX = "draw the steps: galley_figures has ready figures and kinds that a table fills."
ENGLISH = "A synapse grows stronger when two cells fire together and the membrane opens. " * 40
INDONESIAN = "Sinaps menguat bila dua sel saraf aktif bersama dan membran sel terbuka lebar. " * 40


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("How a synapse grows stronger", ENGLISH),
        ("Bagaimana sinaps menguat", INDONESIAN),
    ],
)
def test_a_long_article_about_a_mechanism(found, text, title, words):
    assert found(RULE, text(words), title=title) == [
        f": 520 words about how something works, and no figure\n  Fix: {FIX}"
    ]


def test_a_heading_tells_what_an_article_is_about(found, text):
    assert len(found(RULE, text(f"## Long-term potentiation\n\n{ENGLISH}"), title="Learning")) == 1


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("How a synapse grows stronger", ENGLISH[:900]),
        ("Bagaimana sinaps menguat", INDONESIAN[:900]),
        ("Walking after a stroke", ENGLISH),
        ("Plastisitas dan latihan", "Latihan berjalan membantu banyak orang setelah stroke. " * 80),
    ],
)
def test_short_articles_and_other_subjects(found, text, title, words):
    assert found(RULE, text(words), title=title) == []


def test_anything_drawn_is_enough(found, text, drawn):
    title = "How a synapse grows stronger"

    assert found(RULE, text(ENGLISH), drawn(), title=title) == []
    assert found(RULE, text(f"{ENGLISH}\n\n![A synapse](a.png)"), title=title) == []
    not_run = new_code_cell("plot()", id="figure")
    assert found(RULE, text(ENGLISH), not_run, title=title, is_executed=False) == []
    assert len(found(RULE, text(ENGLISH), not_run, title=title)) == 1
