"""Figures to which no sentence leads."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell

from galley.checks.figures.figure_missing_label import RULE as UNLABELLED
from galley.checks.figures.figure_unmentioned import RULE

TOLD = (
    "no sentence mentions the figure 'fig-a'\n"
    "  Fix: write where a reader should look at it, for example: [](#fig-a) shows that …"
)
TOLD_UNLABELLED = "no sentence mentions this figure, and it has no label to mention it by\n  Fix: "


@pytest.mark.parametrize("words", ["Training helps.", "Latihan membantu, kata Gambar 2."])
def test_a_labelled_figure_that_nobody_mentions(found, drawn, text, words):
    figure = drawn(label="fig-a", caption="A curve.")

    assert found(RULE, text(words), figure) == [f"#figure: {TOLD}"]


def test_a_labelled_picture_that_nobody_mentions(found, text):
    source = "Training helps.\n\n(fig-a)=\n\n![A hand beside a mirror](a.png)"

    assert found(RULE, text(source)) == [f"#text:5: {TOLD}"]


@pytest.mark.parametrize(
    "words",
    [
        "See [](#fig-a).",
        "The [curve](#fig-a) falls.",
        "As Figure 1 shows, it falls.",
        "Lihat [](#fig-a).",
        "Gambar 1 menunjukkan penurunan.",
        "The chart below falls.",
        "Grafik berikut menurun.",
    ],
)
def test_a_figure_that_is_mentioned(found, drawn, text, words):
    assert found(RULE, text(words), drawn(label="fig-a", caption="A curve.")) == []
    assert found(RULE, text(f"{words}\n\n(fig-a)=\n\n![A hand, a mirror](a.png)")) == []


def test_pointing_leads_to_the_next_figure_only(found, drawn, text):
    far = drawn(label="fig-a", caption="A curve.")

    assert found(RULE, text("The chart below falls."), text("It ends.", "end"), far) == [
        f"#figure: {TOLD}"
    ]


def test_a_page_such_as_a_gallery_need_not_mention_its_figures(found, drawn):
    assert found(RULE, drawn(label="fig-a", caption="A curve."), kind="page") == []
    assert found(UNLABELLED, drawn(caption="A curve."), kind="page") == []


def test_a_figure_counts_before_its_cell_was_run(found, text):
    cell = new_code_cell("#| label: fig-a\nplot()", id="figure")

    assert found(RULE, text("It falls."), cell, is_executed=False) == [f"#figure: {TOLD}"]
    assert found(RULE, text("See [](#fig-a)."), cell, is_executed=False) == []
    assert found(RULE, text("It falls."), cell) == []


def test_a_figure_without_a_label_is_advised_to_have_one(found, drawn, text):
    assert found(UNLABELLED, text("It falls."), drawn(caption="A curve.")) == [
        f"#figure: {TOLD_UNLABELLED}"
        "write '#| label: fig-window' at the top of the cell, and [](#fig-window) in a sentence."
    ]
    directive = ":::{figure} a.png\n:alt: Sebuah tangan di depan cermin.\nSebuah tangan.\n:::"
    assert found(UNLABELLED, text(f"Skor turun.\n\n{directive}"), lang="id") == [
        f"#text:3: {TOLD_UNLABELLED}"
        "write '(fig-window)=' on the line above it, and [](#fig-window) in a sentence."
    ]


@pytest.mark.parametrize("words", ["The curve shows a fall.", "Kurva ini menurun."])
def test_a_figure_without_a_label_that_is_pointed_at(found, drawn, text, words):
    assert found(UNLABELLED, text(words), drawn(caption="A curve.")) == []


def test_a_drawing_without_caption_has_no_number_to_be_mentioned_by(found, drawn, text):
    assert found(UNLABELLED, text("It falls."), drawn()) == []
