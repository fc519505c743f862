"""Numbers in the text beside the table of the figure that they speak of."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_output

from galley.checks.claims import number_contradicts_figure

BUNDLE = "application/vnd.galley.figure+json"
COLUMNS = ["label", "value (of 100 people)", "detail"]
ROWS = [["Very early activity", 4.6, "48 of 1,054"], ["Usual care", 3.0, "32 of 1,050"]]
BARIS = [["Aktivitas sangat dini", 4.6, "48 dari 1.054"], ["Perawatan biasa", 3.0, "32"]]
KOLOM = ["nama", "nilai (dari 100 orang)", "rincian"]
RATIOS = [
    ["Daily frequency", "odds ratio", 1.13, "bernhardt2016"],
    ["Daily amount", "odds ratio", 0.94, "bernhardt2016"],
]


def figure(columns, rows):
    bundle = {
        "schema": 1,
        "alt": "A.",
        "evidence": {"class": "data"},
        "data": {"columns": columns, "rows": rows},
    }
    output = new_output("display_data", data={"image/png": "AA==", BUNDLE: bundle})
    return new_code_cell("#| label: fig-a\nplot()", id="figure", outputs=[output])


def test_both_numbers_are_said(found, text):
    sentence = "With very early activity, 4.9 of 100 people died ([](#fig-a))."
    kalimat = "Dengan aktivitas sangat dini, 4,9 dari 100 orang meninggal ([](#fig-a))."
    fix = "\n  Fix: look into the source, and let text and figure say the same."

    assert found(number_contradicts_figure.RULE, text(sentence), figure(COLUMNS, ROWS)) == [
        "#text:1: the sentence says 4.9, but the table of figure 1 has 4.6 "
        f"for 'Very early activity'{fix}"
    ]
    assert found(
        number_contradicts_figure.RULE, text(kalimat), figure(KOLOM, BARIS), lang="id"
    ) == [
        "#text:1: the sentence says 4,9, but the table of figure 1 has 4,6 "
        f"for 'Aktivitas sangat dini'{fix}"
    ]


def test_the_number_of_another_row_is_wrong(found, text):
    sentence = "In usual care 4.6 of 100 people died ([](#fig-a))."
    (remark,) = found(number_contradicts_figure.RULE, text(sentence), figure(COLUMNS, ROWS))
    assert remark.startswith("#text:1: the sentence says 4.6, but the table of figure 1 has 3 for")


def test_a_measure_ties_a_number_to_its_row(found, text):
    columns = ["row", "measure", "estimate", "source"]
    sentence = "For daily frequency the odds ratio was 1.31 or 1.23 ([](#fig-a))."
    (remark,) = found(number_contradicts_figure.RULE, text(sentence), figure(columns, RATIOS))
    assert "the sentence says 1.31, but the table of figure 1 has 1.13" in remark


@pytest.mark.parametrize(
    "sentence",
    [
        "With very early activity, 4.6 of 100 people died ([](#fig-a)).",
        "With very early activity, 5 of 100 people died ([](#fig-a)).",
        "With very early activity, 80 of 100 people were women ([](#fig-a)).",
        "With very early activity 4.9 and with usual care 3.0 of 100 people died ([](#fig-a)).",
        "Of all, 4.9 of 100 people died ([](#fig-a)).",
        "With very early activity, 4.9 of 100 people died.",
        "With very early activity, people died within 14 days ([](#fig-a)).",
        "With very early activity, 48 of 1,054 people died, 4.6 of 100 people ([](#fig-a)).",
        "In [](#fig-b), 4.9 of 100 people died with very early activity.",
    ],
)
def test_what_agrees_or_may_mean_something_else_is_left_alone(found, text, sentence):
    assert found(number_contradicts_figure.RULE, text(sentence), figure(COLUMNS, ROWS)) == []


@pytest.mark.parametrize(
    "kalimat",
    [
        "Dengan aktivitas sangat dini, 4,6 dari 100 orang meninggal ([](#fig-a)).",
        "Dengan aktivitas sangat dini, 5 dari 100 orang meninggal ([](#fig-a)).",
    ],
)
def test_indonesian_numbers_agree_as_well(found, text, kalimat):
    cells = text(kalimat), figure(KOLOM, BARIS)
    assert found(number_contradicts_figure.RULE, *cells, lang="id") == []


def test_a_table_of_one_row_needs_no_name(found, text):
    cells = text("It was 12 points ([](#fig-a))."), figure(["x", "gain_points"], [["Arm", 11]])
    assert found(number_contradicts_figure.RULE, *cells) == [
        "#text:1: the sentence says 12, but the table of figure 1 has 11 for 'Arm'\n"
        "  Fix: look into the source, and let text and figure say the same."
    ]


def test_a_figure_that_was_not_drawn_yet_contradicts_nothing(found, text):
    cells = text("It was 12 points ([](#fig-a))."), new_code_cell("#| label: fig-a\nplot()")
    assert found(number_contradicts_figure.RULE, *cells) == []
