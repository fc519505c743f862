"""Icon arrays: every person counted from the artists, what is refused, hostile tables."""

from types import ModuleType

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from matplotlib.figure import Figure
from matplotlib.patches import PathPatch

from galley_figures.errors import FigureError
from galley_figures.inspection import (
    overlapping_texts,
    texts_leaving_the_canvas,
    texts_over_marks,
    with_gid,
)
from galley_figures.kinds.icon_array import IconArray, PeopleGroup, draw_icon_array, icon_array
from galley_figures.kinds.icon_array.icons import Grid
from galley_figures.locale import LANGS, Lang
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout, drawn
from galley_figures.style.palette import colour

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
every_lang = pytest.mark.parametrize("lang", LANGS)

AVERT = """
| label      | count | detail      | meaning | source         |
|------------|-------|-------------|---------|----------------|
| Very early | 4.6   | 48 of 1,054 | harm    | bernhardt2021  |
| Usual care | 3.0   | 32 of 1,050 | harm    | @bernhardt2021 |
"""


def two_groups(first: float = 5, second: float = 3, of: float = 100) -> IconArray:
    return IconArray(
        (PeopleGroup("Early", first, of), PeopleGroup("Usual", second, of)),
        event="died",
        otherwise="lived",
    )


def drawing(array: IconArray, layout: Layout, lang: Lang = "en") -> Figure:
    return drawn(lambda spec, where: draw_icon_array(spec, where, lang), array, layout)


def strokes(figure: Figure, gid: str) -> list[np.ndarray]:
    """Return the ends of each stroke, group by group."""
    patches = with_gid(figure, gid)
    assert all(isinstance(patch, PathPatch) for patch in patches)
    return [np.asarray(patch.get_path().vertices).reshape(-1, 2, 2) for patch in patches]


def problems(figure: Figure) -> list[object]:
    return [
        *overlapping_texts(figure),
        *texts_leaving_the_canvas(figure),
        *texts_over_marks(figure),
    ]


@every_layout
def test_as_many_people_are_filled_and_outlined_as_the_table_says(layout: Layout) -> None:
    figure = drawing(two_groups(46, 50), layout)
    assert [len(part) for part in strokes(figure, "happened")] == [46, 50]
    assert [len(part) for part in strokes(figure, "happened-head")] == [46, 50]
    assert [len(part) for part in strokes(figure, "otherwise")] == [54, 50]
    assert [len(part) for part in strokes(figure, "otherwise-inside")] == [54, 54, 50, 50]


@every_layout
def test_a_thousand_dots_are_rows_of_ten_from_the_first_to_the_last(layout: Layout) -> None:
    figure = drawing(two_groups(46, 1000, of=1000), layout)
    step = 6.0 if layout == WIDE else 5.8

    def counted(gid: str) -> list[int]:
        return [
            sum(round((last[0] - first[0]) / step) + 1 for first, last in part)
            for part in strokes(figure, gid)
        ]

    assert counted("happened") == [46, 1000]
    assert counted("otherwise") == [954]


def test_dots_of_a_row_stand_one_step_apart_and_their_last_one_is_drawn() -> None:
    figure = drawing(two_groups(40, 0, of=1000), WIDE)
    (patch,) = with_gid(figure, "happened")
    _offset, dashes = patch.get_linestyle()
    on, off = (length * patch.get_linewidth() for length in dashes)
    assert on + off == pytest.approx(6)
    ends = strokes(figure, "happened")[0]
    assert [last[0] - first[0] for first, last in ends] == pytest.approx([9 * 6 + on] * 4)


def test_people_stand_in_blocks_of_ten_with_a_gap_after_five() -> None:
    grid = Grid(step_x=10, step_y=20, gap=7, blocks_across=5, half_gap=3)
    assert grid.place(0) == (0, 0)
    assert grid.place(4) == (40, 0)
    assert grid.place(5) == (53, 0)
    assert grid.place(10) == (0, 20)
    assert grid.place(99) == (93, 183)
    assert grid.place(100) == (107, 0)
    assert grid.place(500) == (0, 207)


@every_layout
def test_what_happened_is_told_by_colour_and_by_shape(layout: Layout) -> None:
    array = IconArray((PeopleGroup("Early", 5, meaning="harm"),), "died", "lived")
    figure = drawing(array, layout)
    (happened,), (otherwise,) = (with_gid(figure, gid) for gid in ("happened", "otherwise"))
    body, head = with_gid(figure, "otherwise-inside")
    assert happened.get_edgecolor() != otherwise.get_edgecolor()
    assert [part.get_edgecolor() for part in (body, head)] == [body.get_edgecolor()] * 2
    assert body.get_linewidth() < otherwise.get_linewidth() == happened.get_linewidth()
    assert not with_gid(figure, "happened-inside")


def test_groups_stand_side_by_side_on_a_page_and_one_below_the_other_on_a_phone() -> None:
    first, second = (part[0][0] for part in strokes(drawing(two_groups(), WIDE), "happened"))
    assert first[1] == second[1]
    assert second[0] - first[0] > 300
    first, second = (part[0][0] for part in strokes(drawing(two_groups(), NARROW), "happened"))
    assert first[0] == second[0]
    assert second[1] - first[1] > 200


@every_layout
def test_the_number_is_written_large_and_in_the_colour_of_its_people(layout: Layout) -> None:
    array = IconArray((PeopleGroup("Early", 5, meaning="harm"),), "died", "lived")
    (number,) = with_gid(drawing(array, layout), "number")
    assert number.get_text() == "5 of 100"
    assert number.get_fontsize() >= 22
    assert number.get_color() == colour("harm")


def test_rounded_counts_say_about_everywhere() -> None:
    figure = icon_array(
        AVERT, event="died within 14 days", otherwise="alive", evidence="data", rounded=True
    )
    assert (
        figure.alt == "Died within 14 days: Very early about 5 of 100; Usual care about 3 of 100."
    )
    assert figure.description == (
        "Small figures of people in rows of ten, 100 in each group. Filled: died within 14 days. "
        "Outlined: alive. Very early: about 5 of 100 (48 of 1,054) filled, about 95 of 100 "
        "outlined. Usual care: about 3 of 100 (32 of 1,050) filled, about 97 of 100 outlined."
    )
    assert figure.data.columns == (
        "label",
        "count (people)",
        "of (people)",
        "drawn (people)",
        "detail",
        "source",
    )
    assert figure.data.rows[0] == ("Very early", 4.6, 100, 5, "48 of 1,054", "bernhardt2021")
    assert figure.evidence.sources == ("bernhardt2021",)
    assert ">about<" in figure.wide_svg
    assert ">about<" in figure.narrow_svg


def test_an_indonesian_table_reads_the_same_numbers() -> None:
    figure = icon_array(
        """
        | nama       | jumlah | dari  | rincian       | makna |
        |------------|--------|-------|---------------|-------|
        | Sangat dini | 45,54 | 1.000 | 48 dari 1.054 | harm  |
        """,
        event="meninggal",
        evidence="data",
        sources=["bernhardt2021"],
        rounded=True,
        lang="id",
    )
    assert figure.alt == "Meninggal: Sangat dini kira-kira 46 dari 1.000."
    assert figure.data.rows == (("Sangat dini", 45.54, 1000, 46, "48 dari 1.054"),)
    assert "yang lain" in figure.description


def test_whole_counts_are_not_said_to_be_about() -> None:
    figure = icon_array(
        [{"label": "A", "count": 46}], event="well", evidence="data", sources=["avert2015"]
    )
    assert figure.data.columns == ("label", "count (people)", "of (people)")
    assert "about" not in figure.description + figure.alt


def test_long_names_leave_the_alternative_short() -> None:
    long = "a very long name of a group of people that says a lot about them " * 2
    figure = icon_array(
        [{"label": long, "count": 46}], event=long, evidence="data", sources=["avert2015"]
    )
    assert figure.alt == "Groups of 100 people; filled people: 46."


def refusal(rows: object, **about: object) -> str:
    given_words = {"event": "died", "evidence": "data", "sources": ["avert2015"], **about}
    with pytest.raises(FigureError) as caught:
        icon_array(rows, **given_words)  # type: ignore[arg-type]
    return str(caught.value)


def test_unlike_denominators_are_refused_with_the_reason() -> None:
    rows = [{"label": "A", "count": 5, "of": 100}, {"label": "B", "count": 30, "of": 1000}]
    assert refusal(rows) == (
        "icon_array: 'A' counts of 100 people and 'B' of 1,000: unlike denominators cannot be "
        "compared, because a larger number looks like more even where it is not\n"
        "Fix: Write every count of the same number of people, 100 or 1,000."
    )


def test_another_number_of_people_is_refused_with_the_count_that_would_do() -> None:
    assert refusal([{"label": "A", "count": 48, "of": 1054}]) == (
        "icon_array draws 100 or 1,000 people, not 1,054\n"
        "Fix: 48 of 1,054 is 4.55 of 100: write that as the count, and “48 of 1,054” as the detail."
    )
    assert refusal([{"label": "A", "count": 48, "of": 20}]) == (
        "icon_array draws 100 or 1,000 people, not 20\n"
        "Fix: Write how many of 100 or 1,000 people it is."
    )
    assert refusal([{"label": "A", "count": 48}], out_of=50) == (
        "icon_array: out_of must be 100 or 1000, not 50\n"
        "Fix: Those can be drawn in blocks of ten; write each count of 100 or of 1,000 people."
    )


@pytest.mark.parametrize(
    ("count", "written"), [(101, "101"), (-1, "-1"), (1e12, "1e+12"), (float("inf"), "inf")]
)
def test_more_people_than_there_are_or_fewer_than_nobody_are_refused(
    count: float, written: str
) -> None:
    assert refusal([{"label": "A", "count": count}]) == (
        f"icon_array: 'A': {written} of 100 people is not possible\n"
        "Fix: Write how many of the 100 it happened to, 0 to 100."
    )


def test_a_part_of_a_person_is_refused_unless_rounding_is_asked_for() -> None:
    assert refusal([{"label": "A", "count": 4.6}]) == (
        "icon_array: 'A': 4.6 people cannot be drawn, only whole ones\n"
        "Fix: Write rounded=True to draw 5 and say “about 5”."
    )


def test_rounding_makes_neither_nobody_nor_everybody_of_a_few() -> None:
    assert refusal([{"label": "A", "count": 0.3}], rounded=True) == (
        "icon_array: 'A': 0.3 of 100 would be drawn as nobody, which is not true\n"
        "Fix: Draw it of 1,000 people: out_of=1000, and every count times 10."
    )
    assert refusal([{"label": "A", "count": 999.8}], rounded=True, out_of=1000) == (
        "icon_array: 'A': 999.8 of 1,000 would be drawn as everybody, which is not true\n"
        "Fix: Say the number in words; it is too small to be drawn as people."
    )


def test_a_count_in_percent_is_refused_as_relative() -> None:
    assert refusal([{"label": "A", "count": "46%"}]) == (
        "icon_array: row 1, column 'count': '46%' is a relative number, and people cannot be "
        "counted in it\nFix: Write how many of 100 people it happened to, without a sign."
    )


@pytest.mark.parametrize(
    ("event", "detail", "quoted"),
    [
        ("died, odds ratio 1.76", "", "odds ratio"),
        ("meninggal", "rasio odds 1,76", "rasio odds"),
        ("died", "relative risk 1.5", "relative risk"),
    ],
)
def test_a_ratio_is_refused_wherever_it_stands(event: str, detail: str, quoted: str) -> None:
    rows = [
        {"label": "A", "count": 5, "detail": detail},
        {"label": "B", "count": 3, "detail": ""},
    ]
    assert refusal(rows, event=event) == (
        f"icon_array: {quoted!r} is a relative number, and people cannot be counted in it\n"
        "Fix: Write how many of 100 people it happened to in each group; draw ratios with forest()."
    )


@pytest.mark.parametrize(
    ("detail", "quoted"),
    [
        ("50% more than with usual care", "50% more"),
        ("33 persen lebih sedikit", "33 persen lebih"),
        ("twice as many", "twice as"),
        ("dua kali lipat", "kali lipat"),
    ],
)
def test_a_relative_number_needs_the_group_it_is_compared_with(detail: str, quoted: str) -> None:
    rows = [{"label": "A", "count": 5, "detail": detail}]
    assert refusal(rows) == (
        f"icon_array: {quoted!r} compares with people who are not drawn: a relative number "
        "without the absolute ones makes a small difference look large\n"
        "Fix: Add the row of the group it is compared with."
    )
    both = [*rows, {"label": "B", "count": 3, "detail": ""}]
    assert icon_array(both, event="died", evidence="data", sources=["avert2015"]).alt


def test_words_about_how_often_are_no_relative_numbers() -> None:
    rows = [{"label": "Trained 3 times a week", "count": 5, "detail": "3 kali seminggu"}]
    assert icon_array(rows, event="fell", evidence="data", sources=["avert2015"]).alt


def test_twenty_groups_are_refused() -> None:
    rows = [{"label": f"Group {number}", "count": number} for number in range(20)]
    assert refusal(rows) == (
        "icon_array: 20 groups are more than a reader can compare by counting people; 6 are the "
        "most\nFix: Choose the groups that matter, or draw all of them with bars()."
    )


def test_what_happened_must_be_said() -> None:
    assert refusal([{"label": "A", "count": 5}], event=" ") == (
        "icon_array: nothing says what happened to the filled people\n"
        'Fix: Say it, for example event="died within 14 days".'
    )


def test_missing_and_misspelt_cells_are_named() -> None:
    assert refusal([{"label": "A", "count": float("nan")}]) == (
        "icon_array: row 1 has no 'count'\nFix: Give each row how many of them it happened to."
    )
    assert refusal([{"label": "A", "count": 5, "meaning": "hram"}]) == (
        "icon_array: 'A': unknown meaning 'hram'\n"
        "Fix: Did you mean 'harm'? The meanings are restoration, compensation, time, dose, "
        "caution, harm, neutral."
    )


LONG: dict[Lang, str] = {
    "en": "Out of bed within 24 hours of the stroke, with more frequent and longer training",
    "id": "Turun dari tempat tidur dalam 24 jam setelah stroke, dengan latihan yang lebih sering",
}


@every_lang
@every_layout
@pytest.mark.parametrize("of", [100, 1000])
@pytest.mark.parametrize("count", [1, 2, 3, 6])
def test_long_words_in_any_number_of_groups_keep_apart(
    lang: Lang, layout: Layout, of: int, count: int
) -> None:
    shares = (0, 1, 0.03, 0.5, 0.46, 0.99)
    groups = tuple(PeopleGroup(LONG[lang], of * share, of, LONG[lang]) for share in shares[:count])
    array = IconArray(groups, LONG[lang], LONG[lang], is_rounded=True)
    assert problems(drawing(array, layout, lang)) == []


@every_layout
def test_a_word_too_long_to_stand_beside_the_people_stands_above_them(layout: Layout) -> None:
    array = IconArray(
        (PeopleGroup("A", 5), PeopleGroup("B", 3)), "mempertanggungjawabkannya-lah", "lainnya"
    )
    assert problems(drawing(array, layout, "id")) == []


words = st.text(alphabet="abcdefghij ", min_size=1, max_size=60).filter(
    lambda text: text.strip() and max(map(len, text.split())) <= 24
)


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    groups=st.lists(st.tuples(words, st.integers(0, 100), words), min_size=1, max_size=6),
    event=words,
    otherwise=words,
    wording=st.sampled_from(["exact", "about"]),
    layout=st.sampled_from(LAYOUTS),
)
def test_whatever_is_written_stays_legible(
    groups: list[tuple[str, int, str]],
    event: str,
    otherwise: str,
    wording: str,
    layout: Layout,
) -> None:
    array = IconArray(
        tuple(PeopleGroup(label, count, detail=detail) for label, count, detail in groups),
        event,
        otherwise,
        is_rounded=wording == "about",
    )
    figure = drawing(array, layout)
    assert problems(figure) == []
    filled = sum(len(part) for part in strokes(figure, "happened"))
    assert filled == sum(count for _label, count, _detail in groups)


def test_the_example_is_the_published_counts(artist_checks: ModuleType) -> None:
    from galley_figures.kinds.icon_array.example import example

    figure = example()
    assert [row[4] for row in figure.data.rows] == ["48 of 1,054", "32 of 1,050"]
    assert [row[3] for row in figure.data.rows] == [46, 30]
    assert figure.data.rows[0][1] == round(48 / 1054 * 1000, 2)
    assert figure.data.rows[1][1] == round(32 / 1050 * 1000, 2)
    texts = [text.get_text() for text in artist_checks.visible_texts(figure.redraw(WIDE))]
    assert "about 46 of 1,000" in texts
