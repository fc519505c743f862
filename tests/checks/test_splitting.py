"""Where sentences end: not behind abbreviations."""

from __future__ import annotations

import pytest

from galley.checks.text.splitting import sentence_spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        (
            "Huang et al. (2014) found it. Then more.",
            ["Huang et al. (2014) found it.", "Then more."],
        ),
        ("Menurut Huang dkk. (2014) benar. Ya.", ["Menurut Huang dkk. (2014) benar.", "Ya."]),
        ("Tanya dr. Budi. Segera.", ["Tanya dr. Budi.", "Segera."]),
        ("Ask Dr. Lopez! Now.", ["Ask Dr. Lopez!", "Now."]),
    ],
)
def test_a_full_stop_behind_an_abbreviation_ends_no_sentence(
    text: str, sentences: list[str]
) -> None:
    assert [text[begin:end] for begin, end in sentence_spans(text)] == sentences
