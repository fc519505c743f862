"""The timeline: what it refuses, its axes, its artists at their true places, its words."""

from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import PathPatch, Polygon, Rectangle
from matplotlib.text import Text

from galley_figures import ExplanatoryFigure, timeline
from galley_figures.errors import FigureError
from galley_figures.inspection import overlapping_texts, texts_leaving_the_canvas, texts_over_marks
from galley_figures.kinds.timeline import Entry, TimeAxis, Timeline, draw_timeline
from galley_figures.kinds.timeline.across import place_across
from galley_figures.kinds.timeline.axis import times_to_write
from galley_figures.kinds.timeline.columns import plan_down
from galley_figures.kinds.timeline.example import example
from galley_figures.kinds.timeline.words import (
    axis_words,
    describe_timeline,
    detail_words,
    table_of_timeline,
)
from galley_figures.locale import Lang
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout, drawn
from galley_figures.style.palette import colour

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)

PHASES = (
    Entry("Hyperacute", "phase", 0, 1, "0–24 hours"),
    Entry("Acute", "phase", 1, 7),
    Entry("Early subacute", "phase", 7, 91),
    Entry("Late subacute", "phase", 91, 183),
    Entry("Chronic", "phase", 183, None, "after 6 months"),
)
MARKS = (
    Entry("High dose", "warning", 0, 1),
    Entry("First group", "span", 0, 30, "smaller gain"),
    Entry("Second group", "span", 60, 90, "largest gain"),
    Entry("First visit", "event", 14),
    Entry("Fall", "warning", 40),
)


def spec(*entries: Entry, **options: Any) -> Timeline:
    known: dict[str, Any] = {"measure": "Time since the stroke", "unit": "days", **options}
    return Timeline(entries, **known)


def segmented() -> Timeline:
    return spec(*PHASES, *MARKS, axis="segmented", until=365)


def draw(timeline_: Timeline, layout: Layout, lang: Lang = "en") -> Figure:
    return drawn(lambda data, here: draw_timeline(data, here, lang), timeline_, layout)


def with_gid(figure: Figure, gid: str) -> list[Artist]:
    return figure.findobj(lambda artist: artist.get_gid() == gid)


def refusal(*entries: Entry, **options: Any) -> str:
    with pytest.raises(FigureError) as caught:
        spec(*entries, **options)
    return str(caught.value)


def entry_refusal(*parts: Any, **options: Any) -> str:
    with pytest.raises(FigureError) as caught:
        Entry(*parts, **options)
    return str(caught.value)


# What is refused


def test_an_end_before_the_start_is_refused() -> None:
    assert entry_refusal("Training", "span", 30, 7) == (
        "timeline: 'Training' ends at 7, before it starts, at 30\nFix: Look both times up again."
    )


@pytest.mark.parametrize("kind", ["phase", "span"])
def test_a_stretch_of_time_without_length_is_refused(kind: str) -> None:
    assert entry_refusal("Training", kind, 7, 7) == (
        f"timeline: the {kind} 'Training' starts and ends at 7\n"
        "Fix: Give a later end, or make it an event."
    )


def test_a_span_without_an_end_is_refused() -> None:
    assert entry_refusal("Training", "span", 7) == (
        "timeline: the span 'Training' has no end\nFix: Give its end, or make it an event."
    )


def test_an_event_with_an_end_is_refused() -> None:
    assert entry_refusal("Visit", "event", 7, 8) == (
        "timeline: the event 'Visit' has an end\nFix: Leave the end empty, or make it a span."
    )


@pytest.mark.parametrize(("start", "word"), [(float("nan"), "nan"), (float("inf"), "inf")])
def test_a_time_that_is_no_number_is_refused(start: float, word: str) -> None:
    assert entry_refusal("Visit", "event", start) == (
        f"timeline: 'Visit': its start is {word}, which is no time\nFix: Give a number."
    )


def test_a_warning_in_a_colour_that_promises_good_is_refused() -> None:
    assert entry_refusal("High dose", "warning", 0, 1, meaning="restoration") == (
        "timeline: 'High dose' is a warning, so its colour cannot mean restoration\n"
        "Fix: Leave meaning empty, or write caution or harm."
    )


def test_overlapping_phases_are_refused() -> None:
    message = refusal(Entry("Acute", "phase", 0, 9), Entry("Later", "phase", 7, 91))
    assert message == (
        "timeline: the phases 'Acute' (to 9) and 'Later' (from 7) overlap\n"
        "Fix: End each phase before the next begins, or make one of them a span."
    )


def test_phases_that_only_meet_do_not_overlap() -> None:
    assert len(spec(Entry("A", "phase", 0, 7), Entry("B", "phase", 7, 9)).phases) == 2


@pytest.mark.parametrize(
    ("start", "message"),
    [
        (
            400,
            "timeline: 'Visit' (400) lies after the axis, 0 to 365\n"
            "Fix: Correct its time, or make the axis longer with until=400.",
        ),
        (
            -3,
            "timeline: 'Visit' (-3) lies before the axis, 0 to 365\n"
            "Fix: Correct its time, or make the axis longer with begin=-3.",
        ),
    ],
)
def test_an_event_outside_the_axis_is_refused(start: float, message: str) -> None:
    assert refusal(*PHASES, Entry("Visit", "event", start), until=365) == message


def test_a_span_that_leaves_the_axis_is_refused() -> None:
    message = refusal(Entry("Training", "span", 0, 30), until=20)
    assert message.startswith("timeline: 'Training' (30) lies after the axis, 0 to 20\n")


@pytest.mark.parametrize(("start", "written"), [(0, "0"), (-2, "-2")])
def test_a_log_axis_refuses_0_and_negative_times(start: float, written: str) -> None:
    assert refusal(Entry("Stroke", "event", start), Entry("T", "span", 3, 9), axis="log") == (
        f"timeline: 'Stroke' starts at {written}, but a log axis has no 0 and nothing below it\n"
        'Fix: Begin above 0, or use axis="segmented", which makes room for the first days too.'
    )


def test_a_log_axis_that_begins_at_0_is_refused() -> None:
    message = refusal(Entry("Training", "span", 3, 9), axis="log", begin=0)
    assert message.startswith("timeline: the axis begins at 0, but a log axis has no 0 and")


def test_a_segmented_axis_without_phases_is_refused() -> None:
    assert refusal(Entry("Training", "span", 3, 9), axis="segmented") == (
        "timeline: a segmented axis gives each phase its own scale, but there are no phases\n"
        'Fix: Add rows of kind phase, or use axis="linear".'
    )


@pytest.mark.parametrize(
    ("options", "gap"), [({}, "7 to 9"), ({"begin": -1}, "-1 to 0"), ({"until": 30}, "7 to 9")]
)
def test_a_segmented_axis_refuses_times_that_no_phase_covers(
    options: dict[str, float], gap: str
) -> None:
    message = refusal(
        Entry("A", "phase", 0, 7), Entry("B", "phase", 9, 30), axis="segmented", **options
    )
    assert message == (
        f"timeline: no phase covers {gap}, so a segmented axis has no scale there\n"
        'Fix: Add a phase for it, or use axis="linear".'
    )


def test_an_open_phase_needs_the_axis_to_end_somewhere() -> None:
    assert refusal(*PHASES) == (
        "timeline: the phase 'Chronic' has no end\n"
        "Fix: Give its end, or say where the axis ends, for example until=366."
    )


def test_only_the_last_phase_may_be_open() -> None:
    message = refusal(Entry("A", "phase", 0), Entry("B", "phase", 9, 30), until=30)
    assert message == (
        "timeline: the phase 'A' has no end, but others follow it\n"
        "Fix: Give its end; only the last phase may stay open."
    )


def test_an_axis_that_ends_before_it_begins_is_refused() -> None:
    assert refusal(Entry("A", "event", 5), begin=9, until=2) == (
        "timeline: the axis would end at 2, not after its beginning, 9\n"
        "Fix: Give begin and until in the order of time."
    )


def test_no_entries_are_refused() -> None:
    assert refusal() == "timeline: there is nothing to draw\nFix: Give it at least one row."


def test_an_unknown_axis_is_refused_with_the_one_that_was_meant() -> None:
    assert refusal(Entry("A", "event", 5), axis="segment") == (
        "timeline: axis must be one of linear, log, segmented, not 'segment'\n"
        "Fix: Did you mean 'segmented'?"
    )


def test_an_unknown_kind_or_meaning_in_the_table_is_refused() -> None:
    row = {"label": "Training", "kind": "spam", "start": 1, "end": 2}
    with pytest.raises(FigureError) as caught:
        timeline([row], measure="Time", unit="days", evidence="schematic")
    assert str(caught.value) == (
        "timeline: 'Training': unknown kind 'spam'\n"
        "Fix: Did you mean 'span'? The kinds are phase, span, event, warning."
    )
    with pytest.raises(FigureError) as caught:
        timeline(
            [{**row, "kind": "span", "meaning": "harms"}],
            measure="Time",
            unit="days",
            evidence="schematic",
        )
    assert str(caught.value) == (
        "timeline: 'Training': unknown meaning 'harms'\n"
        "Fix: Did you mean 'harm'? The meanings are restoration, compensation, time, dose, "
        "caution, harm, neutral."
    )


# Axes


def test_a_linear_axis_is_even() -> None:
    axis = TimeAxis("linear", (-10, 30))
    assert [axis.position(time) for time in (-10, 0, 30)] == [0, 0.25, 1]


def test_a_log_axis_gives_each_ten_fold_the_same_length() -> None:
    axis = TimeAxis("log", (0.1, 1000))
    assert [axis.position(time) for time in (0.1, 1, 10, 1000)] == pytest.approx([0, 0.25, 0.5, 1])


def test_a_segmented_axis_gives_each_phase_its_share() -> None:
    axis = TimeAxis("segmented", (0, 1, 7, 91), (1, 1, 3))
    assert [axis.position(time) for time in (0, 1, 7, 49, 91)] == [0, 0.2, 0.4, 0.7, 1]


def test_a_time_outside_an_axis_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match=r"^8 lies outside the axis, 0 to 7$"):
        TimeAxis("linear", (0, 7)).position(8)


def test_a_segmented_axis_is_read_at_its_limits_and_where_something_starts_or_ends() -> None:
    assert times_to_write(segmented()) == (365, 0, 1, 7, 91, 183, 40, 30, 60, 90, 14)


def test_other_axes_are_read_at_round_numbers() -> None:
    assert times_to_write(spec(Entry("A", "span", 3, 87))) == (20, 40, 60, 80)
    assert times_to_write(spec(Entry("A", "span", 0.3, 870), axis="log")) == (1, 10, 100)
    assert times_to_write(spec(Entry("A", "span", 3, 40), axis="log")) == (5, 10, 20)


def test_one_moment_alone_stands_in_the_middle_of_an_axis() -> None:
    assert spec(Entry("A", "event", 1999)).limits == (1998, 2000)
    assert spec(Entry("A", "event", 10), axis="log").limits == (1, 100)


@pytest.mark.parametrize(
    ("axis", "ending"),
    [
        ("linear", ""),
        ("log", ". Logarithmic scale."),
        ("segmented", ". Each phase has its own scale."),
    ],
)
def test_an_uneven_axis_says_so_in_the_drawing(axis: str, ending: str) -> None:
    entries = (Entry("A", "phase", 1, 7), Entry("B", "phase", 7, 91))
    timeline_ = spec(*entries, axis=axis)
    assert axis_words(timeline_, "en") == f"Time since the stroke (days){ending}"
    for layout in LAYOUTS:
        words = " ".join(text.get_text() for text in draw(timeline_, layout).findobj(Text))
        assert axis_words(timeline_, "en") in words


@every_layout
def test_the_axis_is_broken_where_a_phase_with_another_scale_begins(layout: Layout) -> None:
    breaks = with_gid(draw(segmented(), layout), "axis-break")
    assert len(breaks) == 2 * 4
    even = spec(*PHASES[:3], axis="linear")
    assert with_gid(draw(even, layout), "axis-break") == []


# Artists


def test_marks_lie_at_their_true_times_across_the_page() -> None:
    timeline_ = segmented()
    figure = draw(timeline_, WIDE)
    place = place_across(timeline_, "en", left=12, width=696)
    spans = [part for part in with_gid(figure, "span") if isinstance(part, Rectangle)]
    assert [(part.get_x(), part.get_x() + part.get_width()) for part in spans] == [
        pytest.approx((place.x(0), place.x(30))),
        pytest.approx((place.x(60), place.x(90))),
    ]
    (event,) = with_gid(figure, "event")
    assert isinstance(event, PathPatch)
    assert np.asarray(event.get_path().vertices)[0, 0] == pytest.approx(place.x(14))
    bands = [part for part in with_gid(figure, "phase-band") if isinstance(part, Rectangle)]
    assert [part.get_x() for part in bands] == [
        pytest.approx(place.x(time)) for time in (0, 7, 183)
    ]


def test_marks_lie_at_their_true_times_down_the_phone() -> None:
    timeline_ = segmented()
    figure = draw(timeline_, NARROW)
    plan = plan_down(timeline_, "en", width=350)
    spans = [part for part in with_gid(figure, "span") if isinstance(part, Rectangle)]
    assert [(part.get_y(), part.get_y() + part.get_height()) for part in spans] == [
        pytest.approx((plan.y(0), plan.y(30))),
        pytest.approx((plan.y(60), plan.y(90))),
    ]
    signs = [part for part in with_gid(figure, "warning-sign") if isinstance(part, Polygon)]
    middles = [
        float(np.mean([part.get_xy()[:, 1].min(), part.get_xy()[:, 1].max()])) for part in signs
    ]
    assert min(abs(middle - plan.y(40)) for middle in middles) < 1


@pytest.mark.parametrize("axis", ["linear", "log"])
@every_layout
def test_tick_labels_stand_at_their_times(axis: str, layout: Layout) -> None:
    timeline_ = spec(Entry("A", "span", 2, 870), axis=axis)
    figure = draw(timeline_, layout)
    ticks = [part for part in with_gid(figure, "tick") if isinstance(part, Line2D)]
    (line,) = (part for part in with_gid(figure, "axis") if isinstance(part, Line2D))
    along = 1 if layout.is_narrow else 0
    start, end = (float(point[along]) for point in np.asarray(line.get_xydata()))
    position = TimeAxis(timeline_.axis, timeline_.limits).position
    expected = [start + (end - start) * position(time) for time in times_to_write(timeline_)]
    found = [float(np.asarray(part.get_xydata())[0, along]) for part in ticks]
    assert sorted(found) == pytest.approx(sorted(expected))


@every_layout
def test_a_warning_wears_a_triangle_and_the_colour_of_caution(layout: Layout) -> None:
    figure = draw(segmented(), layout)
    assert len(with_gid(figure, "warning-sign")) == 2
    (bar,) = (part for part in with_gid(figure, "warning") if isinstance(part, Rectangle))
    assert "#{:02x}{:02x}{:02x}".format(
        *(round(255 * channel) for channel in bar.get_facecolor()[:3])
    ) == colour("caution")


@every_layout
def test_a_phase_with_a_meaning_has_its_tint(layout: Layout) -> None:
    timeline_ = spec(Entry("A", "phase", 0, 7, meaning="harm"), Entry("B", "phase", 7, 9))
    figure = draw(timeline_, layout)
    (band,) = (part for part in with_gid(figure, "phase-band") if isinstance(part, Rectangle))
    assert band.get_facecolor()[:3] == pytest.approx(
        tuple(int(colour("harm-tint")[i : i + 2], 16) / 255 for i in (1, 3, 5))
    )


def test_on_the_phone_words_that_stand_apart_are_tied_to_their_marks() -> None:
    assert len(with_gid(draw(segmented(), NARROW), "leader")) == len(MARKS)
    apart = spec(Entry("A", "span", 0, 100), Entry("B", "span", 200, 300))
    assert with_gid(draw(apart, NARROW), "leader") == []


# Hostile tables

LONG_EN = "Early supported discharge with a home programme of task-oriented arm training"
LONG_ID = "Pemulangan dini terdampingi dengan program latihan lengan berorientasi tugas di rumah"

HOSTILE: dict[str, Timeline] = {
    "one event": spec(Entry("Only this", "event", 3)),
    "one phase": spec(Entry("Only this", "phase", 3, 5), axis="segmented"),
    "linear after hours": spec(*PHASES, *MARKS, until=365),
    "log from hours": spec(
        Entry("Hyperacute", "phase", 0.1, 1), *PHASES[1:], *MARKS[2:], axis="log", until=365
    ),
    "short phases at the end": spec(
        *(
            Entry(f"Phase number {n}", "phase", start, end)
            for n, (start, end) in enumerate(
                [(0, 300), (300, 340), (340, 355), (355, 362), (362, 365)]
            )
        )
    ),
    "negative and huge": spec(
        Entry("Before", "phase", -4.5e9, -1e6),
        Entry("After", "phase", -1e6, 2e9),
        Entry("Now", "event", 1999),
    ),
    "long words": spec(
        *(Entry(f"{n}: {LONG_EN}", "span", n, n + 3, LONG_EN) for n in range(4)),
        Entry(LONG_ID, "warning", 0, 2, LONG_ID),
        Entry(LONG_ID, "event", 6),
    ),
    "twenty at once": spec(
        *(Entry(f"Training of group {n}", "span", 0, 10 + n) for n in range(20))
    ),
    "twenty moments": spec(
        *(Entry(f"Visit {n}", "event" if n % 2 else "warning", n / 10) for n in range(20)),
        begin=0,
        until=100,
    ),
    "twenty phases": spec(
        *(Entry(f"Phase {n}", "phase", n, n + 1) for n in range(20)), axis="segmented"
    ),
}


@pytest.mark.parametrize("name", HOSTILE)
@every_layout
def test_words_never_touch_leave_the_page_or_are_crossed(
    name: str, layout: Layout, artist_checks: ModuleType
) -> None:
    figure = draw(HOSTILE[name], layout, "id")
    assert artist_checks.overlapping_texts(figure) == []
    assert artist_checks.texts_leaving_the_canvas(figure) == []
    assert artist_checks.texts_over_marks(figure) == []


names = st.sampled_from(["Scan", "First visit", "Latihan lengan tambahan", "Pemeriksaan lanjutan"])
entries = st.builds(
    lambda kind, label, start, length: Entry(
        label, kind, start, None if kind == "event" else start + length
    ),
    st.sampled_from(["span", "event", "warning"]),
    names,
    st.floats(0.1, 300).map(lambda time: round(time, 2)),
    st.floats(0.1, 65).map(lambda time: round(time, 2)),
)


@settings(max_examples=25, deadline=None)
@given(st.lists(entries, min_size=1, max_size=12), st.sampled_from(["linear", "log", "segmented"]))
def test_whatever_the_times_no_words_touch(some: list[Entry], axis: str) -> None:
    phases = (Entry("Acute", "phase", 0.1, 7), *PHASES[2:]) if axis == "log" else PHASES
    phases = tuple(phase for phase in phases if axis != "log" or phase.start >= 0.1)
    contiguous = (phases[0], *PHASES[2:]) if axis == "log" else phases
    timeline_ = spec(*contiguous, *some, axis=axis, until=366)
    for layout in LAYOUTS:
        figure = draw(timeline_, layout)
        assert overlapping_texts(figure) == []
        assert texts_leaving_the_canvas(figure) == []
        assert texts_over_marks(figure) == []


# Words


def test_the_text_alternative_counts_and_warns() -> None:
    alt, _description = describe_timeline(segmented(), "en")
    assert alt == (
        "Timeline, 0 to 365 days: 5 phases, 2 spans, 1 event and 2 warnings. Warning: High dose."
    )


def test_a_text_alternative_stays_short_for_long_names() -> None:
    for lang in ("en", "id"):
        alt, _description = describe_timeline(HOSTILE["long words"], lang)
        assert len(alt) <= 125


def test_the_description_names_every_entry_with_its_times_in_both_languages() -> None:
    _alt, english = describe_timeline(segmented(), "en")
    assert english == (
        "A time axis from 0 to 365 days: Time since the stroke (days). Each phase has its own "
        "scale. In order of time: phase Hyperacute (0–1, 0–24 hours); warning High dose (0–1); "
        "span First group (0–30, smaller gain); phase Acute (1–7); phase Early subacute (7–91); "
        "event First visit (at 14); warning Fall (at 40); span Second group (60–90, largest "
        "gain); phase Late subacute (91–183); phase Chronic (from 183, after 6 months)."
    )
    _alt, indonesian = describe_timeline(spec(Entry("Jatuh", "warning", 2.5), unit="hari"), "id")
    assert indonesian == (
        "Sumbu waktu dari 1,5 sampai 3,5 hari: Time since the stroke (hari). Menurut urutan "
        "waktu: peringatan Jatuh (pada 2,5)."
    )


def test_an_entry_without_a_detail_says_its_times() -> None:
    timeline_ = segmented()
    assert detail_words(timeline_, PHASES[1], "en") == "1–7 days"
    assert detail_words(timeline_, Entry("Z", "phase", 183), "id") == "sejak 183 days"
    assert detail_words(timeline_, Entry("Z", "span", -2, 1.5), "id") == "−2 sampai 1,5 days"
    assert detail_words(timeline_, MARKS[3], "en") == ""


def test_the_table_has_the_unit_in_its_names_and_no_empty_columns() -> None:
    table = table_of_timeline(spec(Entry("Visit", "event", 14, source="wolf2006")), "en")
    assert table.columns == ("label", "kind", "start (days)", "source")
    assert table.rows == (("Visit", "event", 14, "wolf2006"),)
    assert table_of_timeline(segmented(), "id").columns == (
        "nama",
        "jenis",
        "mulai (days)",
        "akhir (days)",
        "rincian",
    )


def test_an_indonesian_table_with_decimal_commas_is_read() -> None:
    figure = timeline(
        """
        | nama    | jenis      | mulai | akhir | sumber  |
        |---------|------------|-------|-------|---------|
        | Latihan | rentang    | 1,5   | 7     | wolf2006 |
        | Jatuh   | peringatan | 2,25  |       |         |
        | Pindai  | peristiwa  | 3     |       |         |
        | Akut    | fase       | 1     | 1.000 |         |
        """,
        measure="Waktu",
        unit="hari",
        evidence="data",
        lang="id",
    )
    assert isinstance(figure, ExplanatoryFigure)
    assert figure.evidence.sources == ("wolf2006",)
    assert figure.data.rows[0][:4] == ("Latihan", "rentang", 1.5, 7)
    assert figure.data.rows[3][:4] == ("Akut", "fase", 1, 1000)
    assert figure.alt == (
        "Linimasa, 1 sampai 1000 hari: 1 fase, 1 rentang, 1 peristiwa dan 1 peringatan. "
        "Peringatan: Jatuh."
    )


def test_english_kinds_are_understood_in_an_indonesian_table() -> None:
    rows = [{"nama": "Latihan", "jenis": "Span", "mulai": 1, "akhir": 7}]
    figure = timeline(rows, measure="Waktu", unit="hari", evidence="schematic", lang="id")
    assert figure.data.rows == (("Latihan", "rentang", 1, 7),)


def test_the_example_has_the_published_times() -> None:
    rows = {row[0]: row[2:4] for row in example().data.rows}
    assert rows == {
        "Hyperacute": (0, 1),
        "Acute": (1, 7),
        "Early subacute": (7, 91),
        "Late subacute": (91, 183),
        "Chronic": (183, None),
        "AVERT: early, frequent, higher dose": (0, 1),
        "CPASS, first group": (0, 30),
        "CPASS, second group": (60, 90),
        "CPASS, third group": (183, 274),
    }
