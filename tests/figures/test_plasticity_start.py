"""The marked day of the plasticity window: in its true place, and never through or under a word."""

from itertools import chain

import pytest
from matplotlib.lines import Line2D

from galley_figures import plasticity_window
from galley_figures.errors import FigureError
from galley_figures.gallery.plasticity_window import compute, describe, draw
from galley_figures.gallery.plasticity_window.days import (
    PHASE_LIMITS_DAYS,
    SCALE,
    WINDOWS_DAYS,
    phases_on,
    windows_on,
)
from galley_figures.inspection import (
    overlapping_texts,
    texts_leaving_the_canvas,
    texts_over_marks,
    with_gid,
)
from galley_figures.style.canvas import LAYOUTS, Layout, drawn

LIMITS = sorted(set(chain(*PHASE_LIMITS_DAYS.values(), *WINDOWS_DAYS.values())))
# Each day of the first week, then steps along the axis, and both sides of each limit.
DAYS = sorted({*range(8), *range(10, 366, 12), *LIMITS, *(d + 1 for d in LIMITS if d < 365)})

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_language = pytest.mark.parametrize("lang", ["en", "id"])
every_audience = pytest.mark.parametrize("audience", ["patient", "clinician"])


@every_layout
@every_language
@every_audience
def test_on_no_day_do_words_overlap_leave_the_canvas_or_get_crossed(
    layout: Layout, lang: str, audience: str
) -> None:
    for day in DAYS if audience == "patient" else DAYS[::4]:
        figure = drawn(draw, compute(lang=lang, audience=audience, start_day=day), layout)
        assert overlapping_texts(figure) == [], day
        assert texts_leaving_the_canvas(figure) == [], day
        assert texts_over_marks(figure) == [], day


@every_layout
def test_the_line_stands_at_its_day_and_is_seen(layout: Layout) -> None:
    for day in DAYS:
        figure = drawn(draw, compute(start_day=day), layout)
        (axis,) = with_gid(figure, "axis")
        lines = with_gid(figure, "start-line")
        assert isinstance(axis, Line2D)
        along = axis.get_ydata() if layout.is_narrow else axis.get_xdata()
        true = along[0] + (along[-1] - along[0]) * SCALE.position(day)
        length = 0.0
        for line in lines:
            x, y = line.get_xdata(), line.get_ydata()
            place, run = (y, x) if layout.is_narrow else (x, y)
            assert tuple(place) == pytest.approx((true, true)), day
            length += run[1] - run[0]
        assert length > 120, day


@every_layout
@every_language
def test_the_line_has_a_label_beside_it(layout: Layout, lang: str) -> None:
    figure = drawn(draw, compute(lang=lang, start_day=30), layout)
    label = " ".join(text.get_text() for text in with_gid(figure, "start-label"))
    assert label == {"en": "training starts on day 30", "id": "latihan mulai hari ke-30"}[lang]


def test_without_a_day_the_figure_is_as_before() -> None:
    data = compute()
    assert data.start is None
    for layout in LAYOUTS:
        assert with_gid(drawn(draw, data, layout), "start-line") == []
    assert plasticity_window().made_by.parameters == {"lang": "en", "audience": "patient"}


@pytest.mark.parametrize(
    ("day", "phases", "windows"),
    [
        (0, ["hyperacute"], ["early"]),
        (1, ["hyperacute", "acute"], ["early"]),
        (7, ["acute", "early-subacute"], ["early"]),
        (30, ["early-subacute"], ["early"]),
        (31, ["early-subacute"], []),
        (60, ["early-subacute"], ["middle"]),
        (90, ["early-subacute"], ["middle"]),
        (91, ["early-subacute", "late-subacute"], []),
        (183, ["late-subacute", "chronic"], ["late"]),
        (274, ["chronic"], ["late"]),
        (275, ["chronic"], []),
        (365, ["chronic"], []),
    ],
)
def test_a_day_has_its_phase_and_its_trial_windows(
    day: int, phases: list[str], windows: list[str]
) -> None:
    assert list(phases_on(day)) == phases
    assert list(windows_on(day)) == windows


@pytest.mark.parametrize(
    ("day", "alt"),
    [
        (
            0,
            "Stroke timeline. Training starts on day 0, in the hyperacute phase; "
            "AVERT warns of a high dose then.",
        ),
        (
            30,
            "Stroke timeline. Training starts on day 30, in the early subacute phase; "
            "CPASS: smaller gain.",
        ),
        (
            45,
            "Stroke timeline. Training starts on day 45, in the early subacute phase; "
            "no CPASS group began then.",
        ),
        (
            183,
            "Stroke timeline. Training starts on day 183, between the late subacute and "
            "chronic phases; CPASS: no clear gain.",
        ),
    ],
)
def test_the_text_alternative_says_phase_and_trial(day: int, alt: str) -> None:
    assert describe(compute(start_day=day))[0] == alt


@every_language
def test_on_every_day_the_text_alternative_is_short(lang: str) -> None:
    longest = max((describe(compute(lang=lang, start_day=day))[0] for day in range(366)), key=len)
    assert len(longest) <= 125, longest


def test_the_description_compares_and_recommends_nothing() -> None:
    description = describe(compute(start_day=1))[1]
    assert description.endswith(
        "A line marks day 1 as a start of training, to be compared with the phases and the trials; "
        "it recommends nothing. On day 1 the hyperacute phase ends and the acute phase begins. "
        "It belongs to the first 24 hours, in which a high dose led to fewer good outcomes in "
        "AVERT. It lies in a window of CPASS (by day 30: smaller gain)."
    )
    assert describe(compute(start_day=45))[1].endswith(
        "Day 45 lies in the early subacute phase. No group of CPASS began on such a day, so that "
        "trial does not show what would have come of it."
    )
    assert "bukan anjuran" in describe(compute(lang="id", start_day=45))[1]


def test_only_the_first_day_is_warned_of() -> None:
    warned = [day for day in range(366) if "AVERT" in describe(compute(start_day=day))[0]]
    assert warned == [0, 1]


def test_the_table_holds_the_day_and_says_that_it_was_chosen() -> None:
    row = plasticity_window(start_day=30).data.rows[-1]
    assert row == (
        "start of training",
        "marked day",
        30,
        None,
        "in the early subacute phase; CPASS: smaller gain",
        None,
        "chosen, not measured",
    )


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (400, "start_day must be 0 to 365 days, not 400"),
        (-1, "start_day must be 0 to 365 days, not -1"),
        (1.5, "start_day must be a whole number, 0 to 365 days, not 1.5"),
        ("30", "start_day must be 0 to 365 days, not '30'"),
    ],
)
def test_a_day_off_the_axis_is_refused(value: object, message: str) -> None:
    with pytest.raises(FigureError) as caught:
        plasticity_window(start_day=value)  # type: ignore[arg-type]
    assert str(caught.value) == message
