"""CPASS by start time: what was read is drawn; gains only once someone has read them too."""

from dataclasses import replace
from types import ModuleType

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from galley_figures.gallery.cpass_start_times import (
    Data,
    compute,
    cpass_start_times,
    data_of,
    describe,
    draw,
    evidence,
    table,
)
from galley_figures.gallery.cpass_start_times.groups import GROUPS, Group, are_checked
from galley_figures.locale import AUDIENCES, LANGS, Audience, Lang
from galley_figures.style.canvas import LAYOUTS, WIDE, Layout, drawn

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_lang = pytest.mark.parametrize("lang", LANGS)
every_audience = pytest.mark.parametrize("audience", AUDIENCES)

# As printed in table 2 of the paper (evidence file, 2a): people, hours, first ARAT score of 57.
PUBLISHED = {
    "acute": (16, 18.8, 2.9, 16.8, 16.2),
    "subacute": (17, 20, 0.3, 13.4, 11.4),
    "chronic": (20, 20.2, 0.7, 20.3, 15.7),
    "control": (19, None, None, 12.3, 10.5),
}
# Known from memory: held back.
GAINS = {"acute": (5.25, 2.59), "subacute": (6.87, 2.63), "chronic": (2.41, 2.25)}


def with_checked_gains() -> tuple[Group, ...]:
    return tuple(
        replace(group, gain=replace(group.gain, is_checked=True)) if group.gain else group
        for group in GROUPS
    )


def checked(lang: Lang = "en", audience: Audience = "patient") -> Data:
    return data_of(with_checked_gains(), lang=lang, audience=audience)


def words_of(figure: Figure, artist_checks: ModuleType) -> str:
    return " ".join(text.get_text() for text in artist_checks.visible_texts(figure))


def test_sizes_hours_and_first_scores_are_the_published_ones() -> None:
    assert {
        group.key: (group.people, group.hours, group.hours_sd, group.score, group.score_sd)
        for group in GROUPS
    } == PUBLISHED
    assert sum(group.people for group in GROUPS) == 72


def test_what_was_found_is_what_was_read_in_the_abstract() -> None:
    assert {group.key: group.finding for group in GROUPS} == {
        "acute": "smaller",
        "subacute": "largest",
        "chronic": "unclear",
        "control": "comparison",
    }


def test_gains_are_kept_but_not_checked() -> None:
    kept = {group.key: group.gain for group in GROUPS if group.gain}
    assert {key: (gain.points, gain.standard_error) for key, gain in kept.items()} == GAINS
    assert not any(gain.is_checked for gain in kept.values())
    assert not are_checked(GROUPS)


@every_lang
@every_audience
def test_no_gain_is_drawn_or_printed_before_it_is_checked(lang: Lang, audience: Audience) -> None:
    figure = cpass_start_times(lang=lang, audience=audience)
    said = f"{figure.wide_svg} {figure.narrow_svg} {figure.alt} {figure.description}"
    for points, error in GAINS.values():
        for value in (points, error):
            assert f"{value}" not in said
            assert f"{value}".replace(".", ",") not in said
    assert compute(lang=lang, audience=audience).forest is None


def test_the_table_names_the_gains_that_are_held_back_without_their_numbers() -> None:
    data = cpass_start_times().data
    assert data.columns[-4:] == (
        "gain_points",
        "gain_low_points",
        "gain_high_points",
        "gain_status",
    )
    assert [row[-4:] for row in data.rows] == [(None, None, None, "not checked")] * 3 + [
        (None, None, None, None)
    ]
    assert data.rows[0][:9] == (
        "Within 30 days",
        16,
        18.8,
        2.9,
        16.8,
        16.2,
        "A smaller gain",
        "dromerick2021",
        "checked",
    )


@every_layout
def test_each_start_stands_at_its_months_and_the_year_ends_with_a_second_score(
    layout: Layout, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, compute(), layout)
    (ends, *_others) = artist_checks.with_gid(figure, "measured-again")
    years = artist_checks.with_gid(figure, "year")
    assert len(years) == 4
    assert isinstance(years[0], Line2D)
    start = float(np.min(years[0].get_xdata()))
    month = (ends.center[0] - start) / 12
    for place, (begin, end) in enumerate([(0, 1), (2, 3), (6, 9)], start=1):
        (bar,) = artist_checks.with_gid(figure, f"training-{place}")
        assert isinstance(bar, Rectangle)
        assert bar.get_x() == pytest.approx(start + begin * month)
        assert bar.get_width() == pytest.approx((end - begin) * month)
    assert artist_checks.with_gid(figure, "training-4") == []


@every_layout
def test_what_was_found_stands_beside_each_start_with_a_shape(
    layout: Layout, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, compute(), layout)
    found = [text.get_text() for text in artist_checks.with_gid(figure, "finding")]
    assert found == ["A smaller gain", "The largest gain", "No clear gain", "For comparison"]
    assert len(artist_checks.with_gid(figure, "mark-up")) == 2
    assert len(artist_checks.with_gid(figure, "mark-level")) == 2  # two strokes of one sign


@pytest.mark.parametrize(
    ("lang", "warnings"),
    [
        ("en", ("Differences between the start times were not shown", "warn against waiting")),
        ("id", ("Perbedaan antarwaktu mulai tidak terbukti", "agar terapi tidak ditunda")),
    ],
)
@every_layout
def test_the_drawing_itself_warns_against_comparing_starts_and_against_waiting(
    lang: Lang, warnings: tuple[str, ...], layout: Layout, artist_checks: ModuleType
) -> None:
    for data in (compute(lang=lang), checked(lang)):
        words = words_of(drawn(draw, data, layout), artist_checks)
        assert all(warning in words for warning in warnings)


# Once someone has read the gains in the paper


@every_layout
def test_checked_gains_are_drawn_with_their_intervals(
    layout: Layout, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, checked(), layout)
    ends = {"acute": (0.17, 10.33), "subacute": (1.72, 12.02), "chronic": (-2.0, 6.82)}
    for key, expected in ends.items():
        (bar,) = artist_checks.with_gid(figure, f"interval-{key}")
        (mark,) = artist_checks.with_gid(figure, f"estimate-{key}")
        assert np.asarray(bar.get_xdata()) == pytest.approx(expected, abs=0.01)
        assert float(mark.get_xdata()[0]) == GAINS[key][0]


def test_checked_gains_are_said_and_tabled() -> None:
    data = checked()
    alt, description = describe(data)
    assert alt == (
        "Points gained by extra arm training: begun within 30 days 5.25, at 60–90 days 6.87, "
        "after 6 months 2.41 (no clear gain)."
    )
    assert "After 6 months: 2.41 (−2.00 to 6.82), no clear gain" in description
    assert table(data).rows[1][-4:] == (6.87, 1.72, 12.02, "checked")
    assert "calculated here" in evidence(data).note


@every_lang
@every_audience
def test_the_text_alternative_stays_short_with_gains(lang: Lang, audience: Audience) -> None:
    assert len(describe(checked(lang, audience))[0]) <= 125


def test_one_gain_that_is_not_checked_holds_all_of_them_back() -> None:
    first, *others = with_checked_gains()
    assert first.gain is not None
    groups = (replace(first, gain=replace(first.gain, is_checked=False)), *others)
    assert data_of(groups, lang="en", audience="patient").forest is None


@every_lang
@every_audience
@every_layout
def test_words_stay_apart_before_and_after_the_check(
    lang: Lang, audience: Audience, layout: Layout, artist_checks: ModuleType
) -> None:
    for data in (compute(lang=lang, audience=audience), checked(lang, audience)):
        figure = drawn(draw, data, layout)
        assert artist_checks.overlapping_texts(figure) == []
        assert artist_checks.texts_leaving_the_canvas(figure) == []
        assert artist_checks.texts_over_marks(figure) == []


def test_clinicians_read_terms(artist_checks: ModuleType) -> None:
    words = words_of(drawn(draw, compute(audience="clinician"), WIDE), artist_checks)
    assert "Subacute, 60–90 days" in words
    assert "n = 17, 20 ± 0.3 h" in words
    assert "significant against control" in words
