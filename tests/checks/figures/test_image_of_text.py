"""Pictures of text, by what is said of them."""

from __future__ import annotations

import pytest

from galley.checks.figures.image_of_text import RULE

FIX = (
    "write the words as text, and a table as a table; a picture of words can be "
    "neither enlarged nor translated, searched or read aloud."
)


@pytest.mark.parametrize(
    ("alt", "file"),
    [
        ("Screenshot of the guideline", "a.png"),
        ("Table of doses and effects", "a.jpg"),
        ("A scanned page of the consent form", "a.jpeg"),
        ("Doses and effects", "screenshot-2026.png"),
        ("Doses and effects", "slide_12.png"),
        ("Tangkapan layar pedoman stroke", "a.png"),
        ("Tabel dosis obat", "a.webp"),
        ("Poster gejala stroke di puskesmas", "a.png"),
        ("Dosis dan efek", "tabel-dosis.png"),
        ("Dosis dan efek", "tangkapan layar 3.png"),
    ],
)
def test_what_is_called_a_picture_of_text(found, text, alt, file):
    assert found(RULE, text(f"![{alt}](<{file}>)")) == [
        f"#text:1: '{file}' seems to be a picture of text\n  Fix: {FIX}"
    ]


@pytest.mark.parametrize(
    ("alt", "file"),
    [
        ("A hand on a table, and its image in a mirror", "hand-on-table.jpg"),
        ("A slide of nerve tissue under the microscope", "tissue.png"),
        ("CT scan of the brain", "ct-scan.png"),
        ("Sebuah tangan di atas meja", "tangan.jpg"),
        ("Irisan jaringan saraf", "irisan.png"),
        ("Table of doses", "table.svg"),
        ("Photo of a stable gait", "stable.jpg"),
    ],
)
def test_other_pictures(found, text, alt, file):
    assert found(RULE, text(f"![{alt}]({file})")) == []


def test_a_caption_tells_as_well(found, text):
    directive = ":::{figure} a.png\n:alt: Doses and effects.\nScreenshot of the guideline.\n:::"

    assert found(RULE, text(directive)) == [
        f"#text:1: 'a.png' seems to be a picture of text\n  Fix: {FIX}"
    ]
