"""Bars: what they refuse, artists at their true places, hostile tables, words."""

from types import ModuleType
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from galley_figures import ExplanatoryFigure, bars
from galley_figures.errors import FigureError
from galley_figures.inspection import overlapping_texts, texts_leaving_the_canvas, texts_over_marks
from galley_figures.kinds.bars import Bar, Bars, describe_bars, draw_bars, table_of_bars
from galley_figures.kinds.bars.drawing import value_words
from galley_figures.kinds.bars.example import example
from galley_figures.locale import Lang
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout, drawn
from galley_figures.style.palette import colour

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_language = pytest.mark.parametrize("lang", ["en", "id"])


def spec(*some: Bar, **options: Any) -> Bars:
    known: dict[str, Any] = {"measure": "Deaths within 14 days", "unit": "people", **options}
    return Bars(some, **known)


def draw(figure: Bars, layout: Layout, lang: Lang = "en") -> Figure:
    return drawn(lambda data, here: draw_bars(data, here, lang), figure, layout)


def with_gid(figure: Figure, gid: str) -> list[Artist]:
    return figure.findobj(lambda artist: artist.get_gid() == gid)


def boxes(figure: Figure) -> list[Rectangle]:
    return [part for part in with_gid(figure, "bar") if isinstance(part, Rectangle)]


def places(figure: Figure, gid: str) -> list[list[float]]:
    """Return where lines begin and end across the page."""
    parts = [part for part in with_gid(figure, gid) if isinstance(part, Line2D)]
    return [sorted(float(x) for x in np.asarray(part.get_xdata())) for part in parts]


def refusal(*some: Bar, **options: Any) -> str:
    with pytest.raises(FigureError) as caught:
        spec(*some, **options)
    return str(caught.value)


# What is refused


@pytest.mark.parametrize(("start", "written"), [(40, "40"), (-5, "-5"), (0.5, "0.5")])
def test_a_cut_axis_is_refused_with_the_reason(start: float, written: str) -> None:
    assert refusal(Bar("Early", 46), start=start) == (
        f"bars: bars must start at 0, not at {written}: a reader compares their lengths, and a "
        "cut axis makes a small difference look large\n"
        "Fix: Leave start out; to show a difference, draw it with forest()."
    )


@pytest.mark.parametrize("ends", [{"low": 40}, {"high": 50}])
def test_one_end_of_an_interval_is_refused(ends: dict[str, float]) -> None:
    with pytest.raises(FigureError) as caught:
        Bar("Early", 46, **ends)
    assert str(caught.value) == (
        "bars: 'Early' has one end of an interval only\nFix: Give both low and high."
    )


@pytest.mark.parametrize(("value", "written"), [(39, "39"), (50.5, "50.5")])
def test_a_value_outside_its_interval_is_refused(value: float, written: str) -> None:
    with pytest.raises(FigureError) as caught:
        Bar("Early", value, 40, 50)
    assert str(caught.value) == (
        f"bars: 'Early': {written} is outside its interval, 40 to 50\n"
        "Fix: Look the three numbers up again."
    )


def test_a_value_at_an_end_of_its_interval_is_drawn() -> None:
    assert Bar("Early", 40, 40, 50).has_interval
    assert Bar("Early", 0, 0, 0).has_interval


def test_an_interval_without_its_name_is_refused() -> None:
    assert refusal(Bar("Early", 46, 40, 50)) == (
        "bars: low and high are given, but not what they are\n"
        'Fix: Say it, for example interval="95% interval".'
    )


@pytest.mark.parametrize(
    ("ends", "written"),
    [((float("inf"),), "inf"), ((float("nan"),), "nan"), ((1, float("-inf"), 2), "-inf")],
)
def test_a_number_without_an_end_is_refused(ends: tuple[float, ...], written: str) -> None:
    with pytest.raises(FigureError) as caught:
        Bar("Early", *ends)
    assert str(caught.value) == (
        f"bars: 'Early': {written} has no length to draw\nFix: Give a number."
    )


@pytest.mark.parametrize(
    ("bar", "limit", "largest"),
    [(Bar("Early", 46), 45, "46"), (Bar("Early", 46, 40, 52.5), 50, "52.5")],
)
def test_a_limit_below_the_largest_end_is_refused(bar: Bar, limit: float, largest: str) -> None:
    assert refusal(bar, limit=limit, interval="95% interval") == (
        f"bars: the axis ends at {limit}, below the largest value, {largest}\n"
        "Fix: Leave limit out, or make it larger."
    )


def test_a_limit_at_the_largest_value_is_drawn() -> None:
    assert spec(Bar("All", 100), limit=100).limit == 100


def test_an_unknown_meaning_is_refused_with_the_one_that_was_meant() -> None:
    with pytest.raises(FigureError) as caught:
        bars(
            [{"label": "Early", "value": 46, "meaning": "harms"}],
            measure="Deaths",
            unit="people",
            evidence="schematic",
        )
    assert str(caught.value) == (
        "bars: 'Early': unknown meaning 'harms'\n"
        "Fix: Did you mean 'harm'? The meanings are restoration, compensation, time, dose, "
        "caution, harm, neutral."
    )


def test_numbers_without_a_source_are_refused() -> None:
    with pytest.raises(FigureError, match=r"^bars: nothing says where the numbers come from\n"):
        bars([{"label": "A", "value": 1}], measure="m", unit="u", evidence="data")


# Artists

INTERVALS = (Bar("Early", 46, 40, 52), Bar("Usual", 50, 45, 55, meaning="harm"))


@every_layout
def test_every_bar_starts_at_0_and_lengths_are_as_the_values(layout: Layout) -> None:
    figure = draw(spec(Bar("Early", 46), Bar("Usual", 23), Bar("None", 0)), layout)
    zero = places(figure, "zero")[0][0]
    early, usual, none = boxes(figure)
    assert [box.get_x() for box in (early, usual, none)] == pytest.approx([zero] * 3)
    assert early.get_width() == pytest.approx(2 * usual.get_width())
    assert none.get_width() == 0


@every_layout
def test_a_negative_value_lies_on_the_other_side_of_0(layout: Layout) -> None:
    figure = draw(spec(Bar("Gain", 10), Bar("Loss", -20)), layout)
    zero = places(figure, "zero")[0][0]
    gain, loss = boxes(figure)
    assert gain.get_x() == pytest.approx(zero)
    assert loss.get_x() + loss.get_width() == pytest.approx(zero)
    assert loss.get_width() == pytest.approx(2 * gain.get_width())


@every_layout
def test_intervals_span_their_true_values(layout: Layout) -> None:
    figure = draw(spec(*INTERVALS, interval="95% interval"), layout)
    zero, box = places(figure, "zero")[0][0], boxes(figure)[0]
    px = box.get_width() / 46
    assert places(figure, "interval") == [
        pytest.approx([zero + px * end for end in ends]) for ends in ((40, 52), (45, 55))
    ]


@every_layout
def test_numbers_of_100_people_have_an_axis_of_100(layout: Layout) -> None:
    figure = draw(spec(Bar("Early", 50), limit=100), layout)
    texts = [text.get_text() for text in figure.findobj(Text)]
    assert "100" in texts
    box, margin = boxes(figure)[0], 12
    axis = layout.width_px - 2 * margin if layout.is_narrow else None
    if axis:
        assert box.get_width() == pytest.approx(axis / 2)


@every_layout
def test_a_bar_has_the_colour_of_its_meaning(layout: Layout) -> None:
    figure = draw(spec(*INTERVALS, interval="95% interval"), layout)
    found = [
        "#{:02x}{:02x}{:02x}".format(*(round(255 * part) for part in box.get_facecolor()[:3]))
        for box in boxes(figure)
    ]
    assert found == [colour("ink-muted"), colour("harm")]


@every_layout
@every_language
def test_each_number_stands_beside_its_bar(lang: Lang, layout: Layout) -> None:
    figure = draw(spec(Bar("A", 4.56, detail="48 of 1,054"), decimals=1), layout, lang)
    (text,) = (part for part in with_gid(figure, "value") if isinstance(part, Text))
    number = "4.6" if lang == "en" else "4,6"
    assert text.get_text() == f"{number} (48 of 1,054)"


# Hostile tables

LONG_EN = "Very early, frequent and higher-dose activity out of bed, begun within one day"
LONG_ID = "Aktivitas di luar tempat tidur yang sangat dini, sering, dan berdosis lebih tinggi"

HOSTILE: dict[str, Bars] = {
    "one bar": spec(Bar("Only this", 3)),
    "one bar of 0": spec(Bar("Nothing", 0)),
    "twenty bars": spec(*(Bar(f"Group {n}", 20 - 1.7 * n) for n in range(20)), decimals=1),
    "long labels": spec(
        Bar(LONG_EN, 46, 40, 52, detail="480 of 1,054 people"),
        Bar(LONG_ID, 50, 45, 55, detail="525 dari 1.050 orang"),
        interval="95% interval, adjusted for age and for how severe the stroke was at first",
        measure=f"{LONG_EN}; {LONG_ID}",
    ),
    "all negative": spec(Bar("A", -3), Bar("B", -12, -15, -9), interval="range"),
    "interval across 0": spec(
        Bar("Chronic", 2.41, -2, 6.8), Bar("Acute", -5.25, -10.3, 0.2), interval="95%", decimals=1
    ),
    "huge": spec(Bar("A", 123456789012), Bar("B", -98765432109, -2e11, 1e10), interval="range"),
    "tiny": spec(Bar("A", 0.000012), Bar("B", 0.00003), decimals=6),
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


labels = st.sampled_from(["A", "Usual care", "Latihan lengan tambahan", LONG_EN])
numbers = st.floats(-500, 500).map(lambda value: round(value, 1))


@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(labels, numbers, st.floats(0, 90)), min_size=1, max_size=8))
def test_whatever_the_values_no_words_touch(rows: list[tuple[str, float, float]]) -> None:
    some = [Bar(label, value, value - half, value + half) for label, value, half in rows]
    for layout in LAYOUTS:
        figure = draw(spec(*some, interval="95% interval", decimals=1), layout)
        assert overlapping_texts(figure) == []
        assert texts_leaving_the_canvas(figure) == []
        assert texts_over_marks(figure) == []


# Words


@every_language
def test_a_text_alternative_stays_short(lang: Lang) -> None:
    for name, figure in HOSTILE.items():
        if name != "long labels":  # its measure alone is longer; an author is told so elsewhere
            alt, _description = describe_bars(figure, lang)
            assert len(alt) <= 125


def test_the_text_alternative_names_the_largest_and_the_smallest() -> None:
    alt, _description = describe_bars(spec(Bar("A", 3), Bar("B", 9), Bar("C", 5)), "en")
    assert alt == "3 bars. Deaths within 14 days: largest for B (9), smallest for A (3)."


def test_the_description_has_every_number_in_both_languages() -> None:
    figure = spec(*INTERVALS, interval="95% interval")
    assert describe_bars(figure, "en")[1] == (
        "Lying bars, all starting at 0. Deaths within 14 days (people): Early 46 (40–52); "
        "Usual 50 (45–55). The numbers in brackets are the 95% interval."
    )
    assert describe_bars(figure, "id")[1] == (
        "Batang mendatar, semuanya mulai dari 0. Deaths within 14 days (people): Early 46 "
        "(40–52); Usual 50 (45–55). Angka dalam kurung ialah 95% interval."
    )


def test_an_interval_below_0_is_written_with_a_word() -> None:
    bar = Bar("A", 2.4, -2, 6.8, detail="n = 20")
    figure = spec(bar, interval="95% interval", decimals=1)
    assert value_words(figure, bar, "en") == "2.4 (−2.0 to 6.8); n = 20"
    assert value_words(figure, bar, "id") == "2,4 (−2,0 sampai 6,8); n = 20"


def test_the_table_has_the_unit_in_its_names_and_no_empty_columns() -> None:
    assert table_of_bars(spec(Bar("A", 3)), "en").columns == ("label", "value (people)")
    full = table_of_bars(
        spec(Bar("A", 3, 2, 4, "3 of 100", source="avert2015"), interval="95%"), "id"
    )
    assert full.columns == (
        "nama",
        "nilai (people)",
        "batas_bawah (people)",
        "batas_atas (people)",
        "rincian",
        "sumber",
    )
    assert full.rows == (("A", 3, 2, 4, "3 of 100", "avert2015"),)


def test_an_indonesian_table_with_decimal_commas_is_read() -> None:
    figure = bars(
        """
        | nama | nilai | batas_bawah | batas_atas |
        |------|-------|-------------|------------|
        | Dini | 4,6   | 3,5         | 1.054      |
        """,
        measure="Kematian",
        unit="dari 100 orang",
        interval="kisaran",
        evidence="data",
        sources=["bernhardt2021"],
        decimals=1,
        lang="id",
    )
    assert isinstance(figure, ExplanatoryFigure)
    assert figure.data.rows == (("Dini", 4.6, 3.5, 1054),)
    assert "4,6" in figure.alt


def test_the_example_has_the_published_counts() -> None:
    rows = {row[0]: row[1:3] for row in example().data.rows}
    assert rows == {
        "Very early, frequent, higher-dose activity": (4.6, "48 of 1,054"),
        "Usual care": (3.0, "32 of 1,050"),
    }
    assert [round(100 * 48 / 1054, 1), round(100 * 32 / 1050, 1)] == [4.6, 3.0]
    for layout in (WIDE, NARROW):
        assert example().redraw is not None
        assert len(boxes(example().redraw(layout))) == 2  # type: ignore[misc]
