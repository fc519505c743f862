"""An article's words as passages and sentences: what they say, cite and refer to, and where."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from galley.article.article import Identity, read_article
from galley.article.front_matter import FrontMatter
from galley.checks.text import read_passages

KEYS = ("bliss1973", "bi2001")
PICTURE = {"image/png": "AA=="}


def passages(source, *cells):
    notebook = new_notebook(cells=[new_markdown_cell(source, id="text"), *cells])
    front = FrontMatter.model_validate({"title": "X"})
    identity = Identity("x.ipynb", "x", title="X", front_matter=front)
    return read_passages(read_article(notebook, identity, known_keys=KEYS))


def sentences(source, *cells):
    return [sentence for passage in passages(source, *cells) for sentence in passage.sentences]


def test_sentences_know_the_line_on_which_they_begin():
    found = sentences("One is here.\nTwo is\nthere. Three too.\n\nFour.")

    assert [(sentence.text, sentence.place.line) for sentence in found] == [
        ("One is here.", 1),
        ("Two is there.", 2),
        ("Three too.", 3),
        ("Four.", 5),
    ]


def test_citations_belong_to_their_sentence_also_behind_its_full_stop():
    first, second, third = sentences("One [@bliss1973]. Two. [@bi2001] As @bi2001 says, three.")

    assert (first.text, [work.key for work in first.citations]) == ("One.", ["bliss1973"])
    assert [work.key for work in second.citations] == ["bi2001"]
    assert [work.key for work in second.outside] == ["bi2001"]
    assert first.outside == ()
    assert (third.text, [work.key for work in third.citations]) == (
        "As @bi says, three.",
        ["bi2001"],
    )


def test_the_works_of_a_footnote_back_the_sentence_that_calls_it():
    first, second, note = sentences("One.[^a] Two.\n\n[^a]: As in [@bi2001].")

    assert [work.key for work in first.citations] == ["bi2001"]
    assert second.citations == ()
    assert note.text == "As in."


def test_figures_are_referred_to_by_their_labels():
    drawing = new_code_cell(
        "#| label: fig-a\n#| caption: A curve. It falls.\nplot()",
        id="figure",
        outputs=[new_output("display_data", data=PICTURE)],
    )
    body, caption = passages("See [](#fig-a). Next.", drawing)

    assert [sentence.text for sentence in body.sentences] == ["See Figure 1.", "Next."]
    assert body.sentences[0].references == ("fig-a",)
    assert (caption.kind, [sentence.text for sentence in caption.sentences]) == (
        "caption",
        ["A curve.", "It falls."],
    )


@pytest.mark.parametrize(
    ("source", "kinds"),
    [
        ("Words.", ["paragraph"]),
        ("- One\n- Two", ["item", "item"]),
        ("## One\n\nTwo.", ["heading", "paragraph"]),
        ("> One.", ["quote"]),
        ("| a | b |\n|--|--|\n| c | d |", ["cell"] * 4),
        (":::{note} One\nTwo.\n:::", ["heading", "paragraph"]),
    ],
)
def test_passages_know_what_they_stand_in(source, kinds):
    assert [passage.kind for passage in passages(source)] == kinds


def test_marks_and_formulas_leave_no_trace_in_the_words():
    (sentence,) = sentences("*One* is **not** `two`, [three](x.html) or $n = 3$, $\\frac{a}{b}$.")

    assert sentence.text == "One is not two, three or n = 3, 𝑥."
    assert sentence.links == ("x.html",)
