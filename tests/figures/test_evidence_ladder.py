"""The evidence ladder: what stands on each rung, which way it points, and what is held back."""

import re
from types import ModuleType

import pytest

from galley_figures.gallery.evidence_ladder import (
    compute,
    describe,
    draw,
    evidence_ladder,
    table,
)
from galley_figures.gallery.evidence_ladder.rungs import HELD_BACK, RUNGS
from galley_figures.locale import AUDIENCES, LANGS, Audience, Lang
from galley_figures.locale.evidence_ladder import WORDS
from galley_figures.style.canvas import LAYOUTS, Layout, drawn

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_lang = pytest.mark.parametrize("lang", LANGS)
every_audience = pytest.mark.parametrize("audience", AUDIENCES)

# From the top, as read in the sources (evidence file, 2a, 2c, 2f).
DIRECTIONS = {
    "guideline": ("up", ("lefaucheur2020",)),
    "pooled": ("up", ("lohse2014",)),
    "large_trial": ("down", ("avert2015", "bernhardt2021")),
    "implant_trial": ("up", ("dawson2021",)),
    "small_trial": ("level", ("lang2016",)),
    "cohort": ("unknown", ("ward2019",)),
    "mice": ("unknown", ("fritsch2010",)),
}
# Every number that may be printed, as the sources print it.
PUBLISHED = {
    "guideline": {"2018"},
    "pooled": {"0.35", "0.26", "0.45"},
    "large_trial": {"2104", "24", "3", "14", "56", "1.76", "1.06", "2.92"},
    "implant_trial": {"108", "2.6", "1.0", "4.2"},
    "small_trial": {"85", "3200", "6400", "9600", "6"},
    "cohort": {"224", "90", "3", "18"},
    "mice": set[str](),
}


def numbers_in(text: str, lang: Lang) -> set[str]:
    """Return the numbers of a text, written as in English and without thousands."""
    plain = re.sub(r"(?<=\d)[.,](?=\d{3}\b)", "", text)
    if lang == "id":
        plain = re.sub(r"(?<=\d),(?=\d)", ".", plain)
    return set(re.findall(r"(?<![A-Za-z\d])\d+(?:\.\d+)?", plain))


def test_rungs_stand_in_order_with_their_direction_and_sources() -> None:
    assert {rung.key: (rung.mark, rung.sources) for rung in RUNGS} == DIRECTIONS
    assert [rung.key for rung in RUNGS] == list(DIRECTIONS)


@every_lang
@every_audience
def test_each_rung_prints_published_numbers_only(lang: Lang, audience: Audience) -> None:
    words = WORDS[lang][audience].rungs
    for key, published in PUBLISHED.items():
        said = words[key]
        text = f"{said.study}; {said.detail}; {said.tested}; {said.finding}"
        assert numbers_in(text, lang) <= published, key


@every_audience
def test_both_languages_print_the_same_numbers(audience: Audience) -> None:
    for key in PUBLISHED:
        said = [
            (numbers_in(f"{w.study}; {w.detail}; {w.tested}; {w.finding}", lang))
            for lang in LANGS
            for w in [WORDS[lang][audience].rungs[key]]
        ]
        assert said[0] == said[1], key


def test_patients_read_in_plain_words_in_whom_something_was_tested() -> None:
    names = [row.name for row in compute().matrix.rows]
    assert names == [
        "Weighed in a guideline",
        "Many trials together",
        "Tested in 2,104 people",
        "Tested in 108 people",
        "Tested in 85 people",
        "Seen in 224 people",
        "Tested in mice",
    ]


@every_lang
@every_audience
def test_works_that_were_not_read_are_named_in_the_table_alone(
    lang: Lang, audience: Audience
) -> None:
    figure = evidence_ladder(lang=lang, audience=audience)
    kept = figure.data.rows[len(RUNGS) :]
    status = "not checked" if lang == "en" else "belum diperiksa"
    assert [row[-2:] for row in kept] == [
        ("lefaucheur2017", status),
        ("elsner2020", status),
        ("schlaug2025", status),
    ]
    assert all((row[1], row[3], row[4]) == (None, None, None) for row in kept)
    assert all(row[0] for row in figure.data.rows)  # what a screen reader says for each row
    assert not {key for rung in HELD_BACK for key in rung.sources} & set(figure.evidence.sources)
    said = f"{figure.wide_svg} {figure.description} {figure.alt}"
    assert "0.28" not in said
    assert "129" not in said


def test_the_table_says_what_was_checked_and_where() -> None:
    rows = table(compute()).rows
    assert rows[3] == (
        "Tested in 108 people (one trial, groups made by lot)",
        4,
        "Training with a nerve stimulator that is implanted in an operation",
        "Towards benefit",
        "2.6 points more on an arm score (1.0 to 4.2)",
        "dawson2021",
        "checked",
    )
    assert rows[2][-2:] == ("avert2015; bernhardt2021", "checked in a secondary source")


@every_layout
@every_lang
def test_each_row_has_a_rung_beside_its_name_between_two_rails(
    layout: Layout, lang: Lang, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, compute(lang=lang), layout)
    rungs = [line.get_window_extent() for line in artist_checks.with_gid(figure, "rung")]
    rails = [line.get_window_extent() for line in artist_checks.with_gid(figure, "rail")]
    names = [artist_checks.text_box(text) for text in artist_checks.with_gid(figure, "row-name")]
    assert len(rungs) == len(RUNGS)
    assert len(rails) == 2
    for rung in rungs:
        assert any(name.y0 < rung.y0 < name.y1 and rung.x1 < name.x0 for name in names)
        assert rails[0].y0 < rung.y0 < rails[0].y1
        assert rung.x0 == pytest.approx(rails[0].x0)
        assert rung.x1 == pytest.approx(rails[1].x0)


@every_layout
def test_directions_are_told_by_shape_and_word(layout: Layout, artist_checks: ModuleType) -> None:
    figure = drawn(draw, compute(), layout)
    words = [text.get_text() for text in artist_checks.with_gid(figure, "mark-word")]
    assert words == [
        "Towards benefit",
        "Towards benefit",
        "Towards harm",
        "Towards benefit",
        "No clear difference",
        "Cannot tell",
        "Cannot tell",
    ]
    counts = {"up": 3, "down": 1, "level": 2, "unknown": 2}  # a level mark has two strokes
    for mark, count in counts.items():
        assert len(artist_checks.with_gid(figure, f"mark-{mark}")) == count


@every_layout
@every_lang
def test_the_drawing_says_that_a_rung_is_no_size_of_effect(
    layout: Layout, lang: Lang, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, compute(lang=lang), layout)
    said = " ".join(text.get_text() for text in artist_checks.with_gid(figure, "note"))
    assert ("not a larger effect" if lang == "en" else "bukan manfaat yang lebih besar") in said


@every_layout
@every_lang
@every_audience
def test_no_line_crosses_words(
    layout: Layout, lang: Lang, audience: Audience, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, compute(lang=lang, audience=audience), layout)
    assert artist_checks.texts_over_marks(figure) == []


def test_the_text_alternative_counts_the_directions() -> None:
    assert describe(compute())[0] == (
        "Ladder of 7 kinds of study, mice to guideline: 3 point to benefit, 1 to no clear "
        "difference, 1 to harm, 2 cannot tell."
    )
