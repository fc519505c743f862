"""The decay of LTP: published ranges in words, never a number on an axis, rats and not patients."""

import re
from functools import cache
from types import ModuleType

import numpy as np
import pytest
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from galley_figures import ExplanatoryFigure
from galley_figures.gallery.ltp_decay import (
    Data,
    compute,
    describe,
    draw,
    evidence,
    ltp_decay,
    shapes,
    table,
)
from galley_figures.kinds.curve.plan import plan_curves
from galley_figures.kinds.curve.spec import colours_of
from galley_figures.kinds.plane.scale import Plane
from galley_figures.locale import AUDIENCES, LANGS, Audience, Lang
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout, drawn

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_lang = pytest.mark.parametrize("lang", LANGS)
every_audience = pytest.mark.parametrize("audience", AUDIENCES)


@cache
def data_of(lang: Lang = "en", audience: Audience = "patient") -> Data:
    return compute(lang=lang, audience=audience)


@cache
def made(lang: Lang = "en", audience: Audience = "patient") -> ExplanatoryFigure:
    return ltp_decay(lang=lang, audience=audience)


def plane_of(data: Data, layout: Layout) -> Plane:
    return plan_curves(data.curves, layout, data.lang).frame.plane


def lines(figure: Figure, gid: str) -> list[Line2D]:
    found = figure.findobj(lambda artist: artist.get_gid() == gid)
    return [line for line in found if isinstance(line, Line2D)]


def texts(figure: Figure, gid: str = "") -> list[str]:
    found = figure.findobj(Text)
    return [t.get_text() for t in found if isinstance(t, Text) and (not gid or t.get_gid() == gid)]


def joined(figure: Figure, gid: str = "") -> str:
    return " ".join(texts(figure, gid)).replace("\u00a0", " ")


def height_at(place: float, samples: tuple[shapes.Sample, ...], end: str = "y") -> float:
    known = [(sample.x, getattr(sample, end)) for sample in samples]
    x, y = zip(*((x, y) for x, y in known if y is not None), strict=True)
    return float(np.interp(place, x, y))


def test_stable_strengthening_is_as_strong_after_a_year_as_after_an_hour() -> None:
    heights = [height_at(place, shapes.stable()) for place in (shapes.HOUR, shapes.YEAR)]
    assert heights == [1.0, 1.0]


def test_what_fades_briefest_is_gone_within_hours_and_what_lasts_longest_within_weeks() -> None:
    fading = shapes.fading()
    top = height_at(shapes.STIMULATED + 0.1, fading)
    briefest = [height_at(place, fading, "low") / top for place in (shapes.HOUR, shapes.DAY)]
    assert briefest[0] > 0.95
    assert briefest[1] < 0.05
    places = (shapes.WEEK, shapes.place_of_day(21), shapes.MONTH)
    longest = [height_at(place, fading, "high") / top for place in places]
    assert longest[0] > 0.5
    assert max(longest[1:]) < 0.05


def test_weakening_lies_below_the_strength_before_and_has_no_duration() -> None:
    *_before, first, last = shapes.weakened()
    assert first.y == last.y
    assert first.y is not None
    assert first.y < 0
    assert shapes.HOUR < last.x < shapes.DAY
    for lang in LANGS:
        said = {"en": "duration not drawn", "id": "lamanya tidak digambar"}[lang]
        assert said in data_of(lang).curves.series[2].label
        assert said in data_of(lang, "clinician").curves.series[2].label


def test_days_lie_between_the_words_that_they_lie_between() -> None:
    assert shapes.WEEK < shapes.place_of_day(14) < shapes.MONTH
    assert shapes.MONTH < shapes.place_of_day(90) < shapes.YEAR
    assert shapes.place_of_day(1) == shapes.DAY


@every_layout
@every_audience
def test_each_shape_is_drawn_where_it_is(layout: Layout, audience: Audience) -> None:
    data = data_of("en", audience)
    plane = plane_of(data, layout)
    curves = lines(drawn(draw, data, layout), "curve")
    assert len(curves) == 3
    for series, line in zip(data.curves.series, curves, strict=True):
        xy = np.asarray(line.get_xydata())
        assert xy[0] == pytest.approx(plane.point(*series.known[0]))
        assert xy[-1] == pytest.approx(plane.point(*series.known[-1]))


def test_strengthening_has_the_colour_of_gain_and_weakening_that_of_loss() -> None:
    assert colours_of(data_of().curves) == ("gain", "gain", "loss")
    styles = {
        str(line._unscaled_dash_pattern) for line in lines(drawn(draw, data_of(), WIDE), "curve")
    }
    assert len(styles) == 3


@every_layout
@every_lang
@every_audience
def test_no_axis_has_a_number(layout: Layout, lang: Lang, audience: Audience) -> None:
    figure = drawn(draw, data_of(lang, audience), layout)
    for gid in ("x-tick-word", "y-tick-word", "x-title", "y-title"):
        assert texts(figure, gid)
        assert not re.search(r"\d", joined(figure, gid))
    expected = {
        "en": ["hour", "day", "week", "month", "year"],
        "id": ["jam", "hari", "minggu", "bulan", "tahun"],
    }
    assert texts(figure, "x-tick-word") == expected[lang]


@every_layout
@every_lang
def test_the_only_numbers_are_the_published_days_for_clinicians(layout: Layout, lang: Lang) -> None:
    patient = joined(drawn(draw, data_of(lang), layout))
    assert not re.search(r"\d", patient)
    clinician = joined(drawn(draw, data_of(lang, "clinician"), layout))
    notes = re.sub(r"(?<!\d)[12](?!\d)", "", clinician)  # numbers that stand for words
    assert set(re.findall(r"\d+", notes)) == {"14", "90"}


@every_lang
@every_audience
def test_no_time_constant_from_memory_is_printed_anywhere(lang: Lang, audience: Audience) -> None:
    figure = made(lang, audience)
    cells = " ".join(str(cell) for row in figure.data.rows for cell in (*row[:3], row[4]))
    said = f"{figure.alt} {figure.caption} {figure.description} {figure.evidence.note} {cells}"
    assert set(re.findall(r"\d+", said)) == {"14", "90"}


@every_layout
def test_an_arrow_leads_down_from_day_14_and_none_from_day_90(layout: Layout) -> None:
    data = data_of("en", "clinician")
    plane = plane_of(data, layout)
    figure = drawn(draw, data, layout)
    (arrow,) = lines(figure, "reversal")
    x, y = np.asarray(arrow.get_xydata()).T
    assert x == pytest.approx([plane.x.px(shapes.place_of_day(14))] * 2)
    assert plane.y.px(1) < y[0] < y[1] < plane.y.px(0)
    assert [(p.x, p.y) for p in data.curves.points] == [
        (shapes.place_of_day(14), 1.0),
        (shapes.place_of_day(90), 1.0),
    ]
    assert lines(drawn(draw, data_of(), layout), "reversal") == []


def test_clinicians_read_the_days_beside_the_points() -> None:
    labels = joined(drawn(draw, data_of("en", "clinician"), WIDE), "point-label")
    assert labels == ("enriched environment from day 14: reversed from day 90: not reversed")
    narrow = joined(drawn(draw, data_of("en", "clinician"), NARROW), "note")
    assert "enriched environment from day 14: reversed" in narrow


def test_patients_read_in_plain_words_what_reversed_it() -> None:
    words = joined(drawn(draw, data_of(), NARROW), "aside")
    assert "from two weeks on, the lasting kind was lost" in words
    assert "When this began after three months, it stayed." in words


@every_layout
@every_audience
def test_the_drawing_says_rats_and_not_patients(layout: Layout, audience: Audience) -> None:
    headings = texts(drawn(draw, data_of("en", audience), layout), "aside-heading")
    assert "Rats, not patients" in headings
    headings = texts(drawn(draw, data_of("id", audience), layout), "aside-heading")
    assert "Tikus, bukan pasien" in headings


@every_lang
@every_audience
def test_ltp_is_a_candidate_is_paired_with_ltd_and_never_called_permanent(
    lang: Lang, audience: Audience
) -> None:
    words = joined(drawn(draw, data_of(lang, audience), WIDE))
    assert {"en": "a leading candidate", "id": "calon utama"}[lang] in words
    assert "LTD" in words
    figure = made(lang, audience)
    said = f"{words} {figure.alt} {figure.caption} {figure.description} {figure.evidence.note}"
    assert "perman" not in said.lower()


@every_lang
@every_audience
def test_no_words_overlap_leave_the_canvas_or_are_crossed(
    lang: Lang, audience: Audience, artist_checks: ModuleType
) -> None:
    for layout in LAYOUTS:
        figure = drawn(draw, data_of(lang, audience), layout)
        assert artist_checks.overlapping_texts(figure) == []
        assert artist_checks.texts_leaving_the_canvas(figure) == []
        assert artist_checks.texts_over_marks(figure) == []


def test_the_table_keeps_the_published_words_with_their_sources() -> None:
    found = table(data_of())
    assert found.columns == ("item", "published", "environment_from_day", "source", "status")
    assert found.rows == (
        (
            "decremental LTP, dentate gyrus",
            "hours to weeks",
            None,
            "abraham2003",
            "checked",
        ),
        ("stable LTP, dentate gyrus", "months or longer", None, "abraham2003", "checked"),
        (
            "stable LTP, dentate gyrus",
            "months, up to at least one year (rats)",
            None,
            "abraham2002",
            "checked",
        ),
        (
            "stable LTP and an enriched environment, rats",
            "reversed",
            14,
            "abraham2002",
            "checked",
        ),
        (
            "stable LTP and an enriched environment, rats",
            "not reversed",
            90,
            "abraham2002",
            "checked",
        ),
        (
            "LTD, cultured neurons",
            "weakening exists; no duration is drawn",
            None,
            "bi1998",
            "checked in a secondary source",
        ),
        (
            "heights and steepness of the shapes",
            "chosen for the drawing",
            None,
            None,
            "not a measurement",
        ),
        ("time constants of the decay classes", None, None, None, "not checked"),
    )


@every_lang
@every_audience
def test_the_evidence_is_a_schematic_of_its_sources(lang: Lang, audience: Audience) -> None:
    found = evidence(data_of(lang, audience))
    assert found.kind == "schematic"
    assert found.sources == ("abraham2003", "abraham2002", "bi1998")
    assert {"en": "Rats, not patients.", "id": "Tikus, bukan pasien."}[lang] in found.note


@every_lang
@every_audience
def test_the_words_come_from_what_is_drawn(lang: Lang, audience: Audience) -> None:
    alt, description = describe(data_of(lang, audience))
    assert len(alt) <= 125
    assert "{" not in alt + description
    assert all(text in description for _heading, text in data_of(lang, audience).asides)
    is_said = "14" in description
    assert is_said == (audience == "clinician")
