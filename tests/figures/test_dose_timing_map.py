"""The map of dose and timing: checked facts, true start windows, words for every result."""

import re
from types import ModuleType

import numpy as np
import pytest
from matplotlib.artist import Artist
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from galley_figures import dose_timing_map
from galley_figures.gallery.dose_timing_map import across, compute, describe, down, draw
from galley_figures.gallery.dose_timing_map.data import table
from galley_figures.gallery.dose_timing_map.trials import DOSES, TRIALS
from galley_figures.kinds.timeline.axis import TimeAxis
from galley_figures.locale import AUDIENCES, LANGS, Audience, Lang
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout, drawn
from galley_figures.style.palette import colour

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_lang = pytest.mark.parametrize("lang", LANGS)
every_audience = pytest.mark.parametrize("audience", AUDIENCES)

# Key: people, days on which training began, dose, result, as read in the sources.
PUBLISHED = {
    "avert": (2104, 0, 1, "intensive", "worse", "avert2015"),
    "cpass-early": (16, 0, 30, "extra", "better", "dromerick2021"),
    "cpass-middle": (17, 60, 90, "extra", "better", "dromerick2021"),
    "cpass-late": (20, 183, 274, "extra", "unclear", "dromerick2021"),
    "excite": (222, 91, 274, "intensive", "better", "wolf2006"),
    "lang": (85, 183, None, "extra-to-intensive", "unclear", "lang2016"),
    "queen-square": (224, 548, 548, "intensive", "uncompared", "ward2019"),
}
WINDOWS = {key: known[1:3] for key, known in PUBLISHED.items() if known[2] not in {None, 548}}


def with_gid(figure: Figure, gid: str) -> list[Artist]:
    return figure.findobj(lambda artist: artist.get_gid() == gid)


def boxes(figure: Figure, gid: str) -> list[Rectangle]:
    return [part for part in with_gid(figure, gid) if isinstance(part, Rectangle)]


def words(figure: Figure) -> str:
    found = " ".join(text.get_text() for text in figure.findobj(Text))
    return re.sub(r"\s+", " ", found)


def test_every_point_is_as_published() -> None:
    found = {
        t.key: (t.people, t.start_days, t.end_days, t.dose, t.result, t.source) for t in TRIALS
    }
    assert found == PUBLISHED


def test_windows_lie_at_their_true_times_across_the_page() -> None:
    data = compute()
    figure = drawn(draw, data, WIDE)
    axis = TimeAxis("segmented", data.limits_days, across._SHARES)
    found = sorted((box.get_x(), box.get_x() + box.get_width()) for box in boxes(figure, "window"))
    expected = [tuple(across._x(axis, day) for day in window) for window in WINDOWS.values()]
    open_start = across._x(axis, 183)
    expected.append((open_start, open_start + across._OPEN))
    assert np.allclose(found, sorted(expected))


def test_windows_lie_at_their_true_times_down_the_phone() -> None:
    data = compute()
    figure = drawn(draw, data, NARROW)
    axis = TimeAxis("segmented", data.limits_days, down._LENGTHS)
    found = sorted((box.get_y(), box.get_y() + box.get_height()) for box in boxes(figure, "window"))
    expected = [tuple(down._y(axis, day) for day in window) for window in WINDOWS.values()]
    open_start = down._y(axis, 183)
    expected.append((open_start, open_start + down._OPEN))
    assert np.allclose(found, sorted(expected))


@every_layout
def test_doses_stand_in_their_order_and_have_no_scale(layout: Layout) -> None:
    figure = drawn(draw, compute(), layout)
    texts = [text for text in with_gid(figure, "dose") if isinstance(text, Text)]
    places = [text.get_position()[0 if layout.is_narrow else 1] for text in texts]
    assert places == sorted(places)
    said = " ".join(text.get_text() for text in texts).replace("\n", " ")
    assert said == "intensive extra to intensive extra usual"
    assert DOSES == ("intensive", "extra-to-intensive", "extra", "usual")


@every_layout
def test_every_result_has_a_shape_and_a_colour_of_its_own(layout: Layout) -> None:
    figure = drawn(draw, compute(), layout)
    signs = [sign for sign in with_gid(figure, "sign") if isinstance(sign, Line2D)]
    found = {(str(sign.get_marker()), to_hex(sign.get_markeredgecolor())) for sign in signs}
    assert len(signs) == len(TRIALS)
    assert found == {
        ("v", colour("harm")),
        ("^", colour("gain")),
        ("o", colour("ink-muted")),
        ("D", colour("caution")),
    }


@every_layout
def test_the_sign_of_each_trial_stands_at_the_middle_of_its_window(layout: Layout) -> None:
    data = compute()
    figure = drawn(draw, data, layout)
    along = 1 if layout.is_narrow else 0
    signs = [sign for sign in with_gid(figure, "sign") if isinstance(sign, Line2D)]
    places = sorted(float(np.asarray(sign.get_xydata())[0, along]) for sign in signs)
    axis = TimeAxis(
        "segmented", data.limits_days, down._LENGTHS if layout.is_narrow else across._SHARES
    )
    place = down._y if layout.is_narrow else across._x
    half_open = (down._OPEN if layout.is_narrow else across._OPEN) / 2
    expected = [(place(axis, start) + place(axis, end)) / 2 for start, end in WINDOWS.values()]
    expected += [place(axis, 548), place(axis, 183) + half_open]
    assert places == pytest.approx(sorted(expected))


@every_layout
@every_lang
@every_audience
def test_each_point_says_its_result_in_words(
    audience: Audience, lang: Lang, layout: Layout
) -> None:
    data = compute(lang=lang, audience=audience)
    said = words(drawn(draw, data, layout))
    for point in data.points:
        assert point.detail.startswith(data.words.results[point.trial.result])
        assert re.sub(r"\s+", " ", point.name) in said
        assert re.sub(r"\s+", " ", point.detail) in said


@every_layout
@every_lang
@every_audience
def test_nothing_runs_through_words(
    audience: Audience, lang: Lang, layout: Layout, artist_checks: ModuleType
) -> None:
    figure = drawn(draw, compute(lang=lang, audience=audience), layout)
    assert artist_checks.texts_over_marks(figure) == []
    assert artist_checks.overlapping_texts(figure) == []


@every_lang
@every_audience
def test_no_leader_runs_through_another_trial_s_window(audience: Audience, lang: Lang) -> None:
    figure = drawn(draw, compute(lang=lang, audience=audience), NARROW)
    leaders = [part for part in with_gid(figure, "leader") if isinstance(part, Line2D)]
    assert len(leaders) == len(TRIALS)
    for leader in leaders:
        xs, ys = (
            np.asarray(data, dtype=float) for data in (leader.get_xdata(), leader.get_ydata())
        )
        level = float(ys[-2])
        for box in boxes(figure, "window"):
            beside = box.get_x() > xs[0] + 6
            crosses = box.get_y() < level < box.get_y() + box.get_height()
            assert not (beside and crosses)


@every_layout
def test_the_drawing_says_that_scales_differ_and_that_empty_places_are_untested(
    layout: Layout,
) -> None:
    said = words(drawn(draw, compute(), layout))
    assert "Each phase has its own scale." in said
    assert "Where the map is empty, these trials tested nothing." in said
    assert "Usual care: the comparison in AVERT, CPASS and EXCITE" in said


@every_layout
def test_an_open_window_ends_in_an_arrow(layout: Layout) -> None:
    assert len(with_gid(drawn(draw, compute(), layout), "window-open")) == 1


def test_it_is_a_schematic_and_says_so_inside(artist_checks: ModuleType) -> None:
    figure = dose_timing_map(lang="id")
    assert figure.evidence.kind == "schematic"
    assert figure.redraw is not None
    (word,) = artist_checks.with_gid(figure.redraw(NARROW), "schematic-word")
    assert word.get_text() == "skematis"


def test_the_text_alternative_counts_what_came_of_the_groups() -> None:
    assert describe(compute())[0] == (
        "7 training groups by start and dose: 3 better, 2 unclear, 1 not compared; worse in the "
        "first 24 hours."
    )
    assert describe(compute(lang="id"))[0] == (
        "7 kelompok latihan, waktu mulai dan dosis: 3 lebih baik, 2 tak jelas, 1 tanpa "
        "pembanding; 24 jam pertama buruk."
    )


@every_lang
@every_audience
def test_the_description_names_every_point_and_denies_a_surface(
    audience: Audience, lang: Lang
) -> None:
    data = compute(lang=lang, audience=audience)
    _alt, description = describe(data)
    assert all(point.name in description for point in data.points)
    assert ("surface" if lang == "en" else "permukaan") in description


def test_the_table_keeps_the_key_of_every_number_and_that_it_was_checked() -> None:
    data = compute(audience="clinician")
    rows = table(data).rows
    assert [row[1:4] for row in rows] == [known[:3] for known in PUBLISHED.values()]
    assert [row[6] for row in rows] == [known[5] for known in PUBLISHED.values()]
    assert {row[7] for row in rows} == {"checked"}
    assert {row[7] for row in table(compute(lang="id")).rows} == {"diperiksa"}


@every_lang
def test_clinicians_read_the_published_numbers(lang: Lang) -> None:
    said = words(drawn(draw, compute(lang=lang, audience="clinician"), WIDE))
    thousands = "," if lang == "en" else "."
    for number in (f"2{thousands}104", "16", "17", "20", "222", "85", "224", "90", "4%"):
        assert number in said
    assert f"3{thousands}200–9{thousands}600" in said
