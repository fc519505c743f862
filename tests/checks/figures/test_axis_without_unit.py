"""Axes and columns without a label or a unit."""

from __future__ import annotations

import io

import matplotlib as mpl
import pytest
from matplotlib.figure import Figure

from galley.checks.figures.axis_without_unit import RULE

UNIT_FIX = "write the unit in brackets: '{} (…)', for example (days), (mg) or (mV)."
BARE = "say what it counts, and in which unit: "


def plot(xlabel="", ylabel="", *, x=(0, 10, 20), panels=1, title="", fonts="path"):
    figure = Figure()
    for axes in figure.subplots(1, panels, squeeze=False)[0]:
        axes.plot(x, (0.0, 2.0, 3.0))
        axes.set_xlabel(xlabel)
        axes.set_ylabel(ylabel)
    figure.suptitle(title)
    out = io.StringIO()
    with mpl.rc_context({"svg.fonttype": fonts}):
        figure.savefig(out, format="svg")
    return out.getvalue()


@pytest.mark.parametrize("fonts", ["path", "none"])
@pytest.mark.parametrize(
    "label",
    ["Time", "Time since stroke", "Dose", "Age", "Stimulation frequency", "Waktu setelah stroke",
     "Usia", "Dosis obat", "Berat badan"],
)  # fmt: skip
def test_a_quantity_without_its_unit(found, drawn, label, fonts):
    svg = plot(label, "Arm score", fonts=fonts)

    assert found(RULE, drawn(svg=svg)) == [
        f"#figure: the axis '{label}' of this figure names no unit\n  Fix: {UNIT_FIX.format(label)}"
    ]


def test_two_quantities_without_units_are_one_finding(found, drawn):
    assert found(RULE, drawn(svg=plot("Waktu", "Tegangan"))) == [
        "#figure: the axes 'Waktu' and 'Tegangan' of this figure name no unit\n"
        f"  Fix: {UNIT_FIX.format('Waktu')}"
    ]


@pytest.mark.parametrize(
    ("xlabel", "ylabel"),
    [
        ("Time (ms)", "Voltage [mV]"),
        ("Days after stroke", "Fugl-Meyer arm score"),
        ("Time, weeks", "People with a good outcome, %"),
        ("Dose per day", "Frequency"),
        ("Waktu (hari)", "Tegangan (mV)"),
        ("Hari setelah stroke", "Skor lengan"),
        ("Usia dalam tahun", "Rasio odds"),
        ("Waktu, minggu", "Kadar BDNF (ng/mL)"),
    ],
)
def test_quantities_with_units_and_what_has_none(found, drawn, xlabel, ylabel):
    assert found(RULE, drawn(svg=plot(xlabel, ylabel))) == []


def test_numbers_without_a_label(found, drawn):
    assert found(RULE, drawn(svg=plot("", "Skor"))) == [
        "#figure: the horizontal axis of this figure has numbers and no label\n"
        f"  Fix: {BARE}ax.set_xlabel('Time after stroke (days)')."
    ]
    assert found(RULE, drawn(svg=plot("Step", ""))) == [
        "#figure: the vertical axis of this figure has numbers and no label\n"
        f"  Fix: {BARE}ax.set_ylabel('Arm score (points)')."
    ]
    assert found(RULE, drawn(svg=plot(title="Scores"))) == [
        "#figure: 2 axes of this figure have numbers and no label\n"
        f"  Fix: {BARE}ax.set_xlabel('Time after stroke (days)')."
    ]


@pytest.mark.parametrize("x", [("before", "after", "later"), ("2019", "2020", "2021")])
def test_words_along_an_axis_need_no_label(found, drawn, x):
    assert found(RULE, drawn(svg=plot("", "Skor", x=x))) == []


def test_words_beside_several_panels_may_label_all(found, drawn):
    assert found(RULE, drawn(svg=plot(panels=2, title="Skor menurut minggu"))) == []


def test_numbers_multiplied_at_the_end_of_the_axis_are_no_label(found, drawn):
    (message,) = found(RULE, drawn(svg=plot("", "Skor", x=(0, 1e9, 2e9))))

    assert message.startswith("#figure: the horizontal axis of this figure has numbers")


def bundled(*columns):
    rows = [[f"row {row}", *(row for _ in columns)] for row in range(3)]
    bundle = {
        "schema": 1,
        "alt": "Scores rise for ten days.",
        "evidence": {"class": "schematic"},
        "data": {"columns": ["label", *columns], "rows": rows},
    }
    return {"image/svg+xml": "<svg/>", "application/vnd.galley.figure+json": bundle}


@pytest.mark.parametrize("column", ["dose", "time_since_stroke", "waktu", "usia"])
def test_a_column_of_numbers_without_its_unit(found, drawn, column):
    assert found(RULE, drawn(data=bundled(column))) == [
        f"#figure: the column '{column}' of this figure's data names no unit\n"
        f"  Fix: {UNIT_FIX.format(column)}"
    ]


@pytest.mark.parametrize("column", ["start (days)", "lag_ms", "usia_tahun", "arat_points", "value"])
def test_a_column_with_its_unit_or_without_need_of_one(found, drawn, column):
    assert found(RULE, drawn(data=bundled(column))) == []


def test_a_drawing_of_another_program_is_left_alone(found, drawn):
    assert found(RULE, drawn(svg="<svg><text>Time</text></svg>")) == []
    assert found(RULE, drawn(data={"image/png": "AA=="})) == []


@pytest.mark.parametrize("junk", ["<!--", "<text>", '<g id="text_1">'])
def test_a_broken_drawing_does_not_hold_up_the_check(found, drawn, junk):
    svg = f'<svg><g id="matplotlib.axis_1">{junk * 20_000}'

    assert found(RULE, drawn(svg=svg)) == []
