"""Data and models without a work."""

from __future__ import annotations

import pytest

from galley.checks.figures.figure_without_source import RULE

FIXES = {
    kind: f"write 'evidence: {kind} [@key]' with the key of the work; "
    f"for your own, write 'evidence: {kind} Our own measurements, 2026'."
    for kind in ("data", "model")
}


@pytest.mark.parametrize(("kind", "words"), [("data", "data"), ("model", "a model")])
@pytest.mark.parametrize("caption", ["Scores after training.", "Skor setelah latihan."])
def test_numbers_without_a_work(found, drawn, kind, words, caption):
    assert found(RULE, drawn(caption=caption, evidence=kind)) == [
        f"#figure: this figure shows {words} and does not say from which work\n  Fix: {FIXES[kind]}"
    ]


def test_a_picture_of_data_without_a_work(found, text):
    directive = ":::{figure} a.png\n:alt: Scores of nine people.\n:evidence: data\nScores.\n:::"

    assert found(RULE, text(directive)) == [
        f"#text:1: this figure shows data and does not say from which work\n  Fix: {FIXES['data']}"
    ]


@pytest.mark.parametrize(
    "options",
    [
        {"evidence": "data [@bi2001]"},
        {"evidence": "model [@bi2001] Our fit."},
        {"evidence": "data Our own measurements, 2026"},
        {"evidence": "data Pengukuran kami sendiri, 2026"},
        {"evidence": "data", "caption": "Scores [@bi2001]."},
        {"evidence": "data", "caption": "Skor menurut [@bi2001]."},
        {"evidence": "schematic"},
        {"evidence": "synthetic"},
        {},
    ],
)
def test_a_work_ones_own_and_what_is_no_measurement(found, drawn, options):
    written = {name: f'"{value}"' for name, value in options.items()}

    assert found(RULE, drawn(**written)) == []
