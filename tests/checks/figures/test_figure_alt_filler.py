"""Alternative text that says nothing."""

from __future__ import annotations

import pytest

from galley.checks.figures.figure_alt_filler import RULE

FIX = (
    "\n  Fix: say in one sentence what a reader would see: what is compared, "
    "and what rises, falls or differs."
)


@pytest.mark.parametrize(
    "alt", ["Figure", "Figure 1", "A graph", "Gambar 2", "Grafik ini", "image", "tangkapan layar"]
)
def test_a_word_for_any_picture_says_nothing(found, drawn, alt):
    assert found(RULE, drawn(alt=f'"{alt}"')) == [
        f"#figure: the alternative text '{alt}' does not say what is shown{FIX}"
    ]


@pytest.mark.parametrize("alt", ["brain-scan.png", "IMG_2034", "gambar otak.JPG", "DSC00123"])
def test_the_name_of_a_file_says_nothing(found, text, alt):
    assert found(RULE, text(f"![{alt}](a.png)")) == [
        f"#text:1: the alternative text '{alt}' is the name of a file{FIX}"
    ]


@pytest.mark.parametrize(
    "alt",
    ["TODO: say what it shows", "Isi: apa yang terlihat", "TBD", "Tulis di sini", "alt text"],
)
def test_a_placeholder_is_still_to_be_written(found, text, alt):
    assert found(RULE, text(f"![{alt}](a.png)")) == [
        f"#text:1: the alternative text '{alt}' is still to be written{FIX}"
    ]


def test_the_caption_once_more_is_said_twice(found, drawn, text):
    message = "the alternative text is the caption once more, so a screen reader says it twice"

    assert found(RULE, drawn(caption="Scores fall in a year.", alt="Scores fall in a year")) == [
        f"#figure: {message}{FIX}"
    ]
    directive = ":::{figure} a.png\n:alt: Skor turun dalam setahun.\nSkor turun dalam setahun.\n:::"
    assert found(RULE, text(directive), lang="id") == [f"#text:1: {message}{FIX}"]


@pytest.mark.parametrize("title", ["When does the brain listen?", "Kapan otak mendengarkan?"])
def test_the_title_is_not_what_is_shown(found, drawn, title):
    assert found(RULE, drawn(alt=f'"{title}"'), title=title) == [
        f"#figure: the alternative text is the article's title, not what is shown{FIX}"
    ]


@pytest.mark.parametrize("alt", ["It falls.", "Skor naik"])
def test_two_words_are_too_few_for_a_figure_but_not_for_an_image(found, drawn, text, alt):
    assert found(RULE, drawn(alt=f'"{alt}"')) == [
        f"#figure: the alternative text '{alt}' is too short to say what the figure shows{FIX}"
    ]
    assert found(RULE, text(f"![{alt}](a.png)")) == []


@pytest.mark.parametrize(
    "alt",
    [
        "Arm score rises from 26 to 37 points in six months.",
        "Skor lengan naik dari 26 ke 37 poin dalam enam bulan.",
        "Isi kotak menurun selama seminggu.",
        "Image of a hand beside a mirror",
    ],
)
def test_words_that_tell_are_left_alone(found, drawn, text, alt):
    assert found(RULE, drawn(alt=f'"{alt}"'), text(f"![{alt}](a.png)")) == []


def test_a_caption_that_the_page_makes_from_the_alternative_text_is_not_the_authors(found, text):
    assert found(RULE, text("(fig-a)=\n\n![A hand beside a mirror](a.png)")) == []


def test_no_alternative_text_at_all_is_for_another_rule(found, drawn, text):
    assert found(RULE, drawn(), text("![](a.png)")) == []
