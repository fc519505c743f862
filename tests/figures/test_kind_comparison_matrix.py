"""Comparison matrices: what they refuse, where words and marks stand, what they say."""

from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Circle, Wedge

from galley_figures import ExplanatoryFigure, comparison_matrix
from galley_figures.errors import FigureError
from galley_figures.kinds.comparison_matrix import (
    Matrix,
    MatrixCell,
    MatrixColumn,
    MatrixRow,
    cell_of,
    draw_matrix,
)
from galley_figures.style.canvas import LAYOUTS, NARROW, WIDE, Layout, drawn
from galley_figures.style.palette import colour

every_layout = pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)

TABLE = """
    | Level         | Restitution                       | Compensation                 |
    |---------------|-----------------------------------|------------------------------|
    | Brain tissue  | Tissue around it works again.     | Other tissue takes over.     |
    | Everyday task | The same hand does it again.      | The other hand does it.      |
"""


def make(table: Any, **settings: Any) -> ExplanatoryFigure:
    return comparison_matrix(table, **{"evidence": "schematic", **settings})


def refusal(table: Any, **settings: Any) -> str:
    with pytest.raises(FigureError) as caught:
        make(table, **settings)
    return str(caught.value)


def redrawn(figure: ExplanatoryFigure, layout: Layout) -> Figure:
    assert figure.redraw is not None
    return figure.redraw(layout)


def a_table(rows: int, columns: int, text: str = "some words") -> list[dict[str, str]]:
    return [
        {"name": f"row {row}"} | {f"column {number}": text for number in range(1, columns + 1)}
        for row in range(1, rows + 1)
    ]


# What it refuses


def test_more_than_four_columns_are_refused() -> None:
    assert refusal(a_table(2, 5)) == (
        "comparison_matrix: 5 columns beside the names; more than 4 are too narrow to read, and on "
        "a phone nobody can compare them\n"
        "Fix: Keep the columns that decide, or draw two figures."
    )


def test_more_than_eight_rows_are_refused() -> None:
    assert refusal(a_table(9, 2)) == (
        "comparison_matrix: 9 rows; nobody keeps more than 8 in mind, and on a phone each is a "
        "block of its own\n"
        "Fix: Keep the rows that are compared, or write a table into the article."
    )


@pytest.mark.parametrize("empty", ["", "  ", None, float("nan")])
def test_an_empty_cell_is_refused_since_it_may_mean_no_or_not_known(empty: Any) -> None:
    assert refusal([{"name": "Robot", "Benefit": "some", "Risk": empty}]) == (
        "comparison_matrix: 'Robot', 'Risk': the cell is empty; a reader cannot tell whether it "
        "means no, or that nobody knows\nFix: Write what is known, or “not known”."
    )


def test_a_text_over_140_characters_is_refused() -> None:
    make(a_table(1, 1, "x" * 140))
    assert refusal(a_table(1, 1, "x" * 141)) == (
        "comparison_matrix: 'row 1', 'column 1': 141 characters; a cell holds 140, about two short "
        "sentences\n"
        "Fix: Say the difference in fewer words; the rest belongs into the article."
    )


def test_names_alone_are_no_comparison() -> None:
    assert refusal(a_table(2, 0)) == (
        "comparison_matrix: there is nothing beside the names of the rows\n"
        "Fix: Give it one to four columns after the first."
    )


def test_two_rows_or_columns_of_one_name_are_refused() -> None:
    twins = [{"name": "Robot", "a": "x"}, {"name": "robot", "a": "y"}]
    assert refusal(twins) == (
        "comparison_matrix: two rows are called 'robot'\nFix: Give each its own name."
    )
    assert refusal("| name | A | a |\n|---|---|---|\n| x | 1 | 2 |") == (
        "comparison_matrix: two columns are called 'a'\nFix: Give each its own name."
    )


def test_a_row_without_a_name_is_refused() -> None:
    assert refusal([{"Treatment": "", "Risk": "low"}]) == (
        "comparison_matrix: row 1 has no name\nFix: Write it into 'Treatment'."
    )


def test_a_meaning_of_a_column_that_is_not_there_is_refused_with_the_nearest() -> None:
    assert refusal(TABLE, meanings={"Restitutoin": "back"}) == (
        "comparison_matrix: meanings names a column 'Restitutoin', which the table has not\n"
        "Fix: Did you mean 'Restitution'? The columns are Restitution, Compensation."
    )


def test_an_unknown_colour_is_refused_with_the_meanings() -> None:
    assert refusal(TABLE, colours={"Restitution": "restoratoin"}) == (
        "comparison_matrix: 'Restitution': unknown meaning 'restoratoin'\n"
        "Fix: Did you mean 'restoration'? The meanings are restoration, compensation, time, dose, "
        "caution, harm, neutral."
    )


def test_a_mark_without_its_word_is_refused() -> None:
    row = MatrixRow("row", (MatrixCell("text", "yes"),))
    with pytest.raises(FigureError) as caught:
        Matrix((MatrixColumn("column"),), (row,))
    assert str(caught.value) == (
        "comparison_matrix: 'row', 'column': a mark without its word\n"
        "Fix: Say in a word what it means."
    )


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("nowhere.csv", "comparison_matrix: there is no file nowhere.csv"),
        ("| a | b |\nno rule", "comparison_matrix: this text is not a Markdown table"),
        ([], "comparison_matrix: the table has no rows"),
        ([1], "comparison_matrix: row 1 is int, not a mapping"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(table: Any, message: str) -> None:
    assert refusal(table).startswith(message)


def test_an_unknown_language_is_refused() -> None:
    assert refusal(TABLE, lang="de") == "comparison_matrix: lang must be one of en, id, not 'de'"


# Marks


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("yes", MatrixCell("", "yes", "Yes")),
        ("Ya: pada dua uji", MatrixCell("pada dua uji", "yes", "Ya")),
        ("partly, in one trial", MatrixCell("in one trial", "partly", "Partly")),
        ("sebagian", MatrixCell("", "partly", "Sebagian")),
        ("NO: neutral", MatrixCell("neutral", "no", "NO")),
        ("not known", MatrixCell("", "unknown", "Not known")),
        ("belum diketahui", MatrixCell("", "unknown", "Belum diketahui")),
        ("no more than two trials", MatrixCell("no more than two trials")),
        ("yesterday", MatrixCell("yesterday")),
        ("Nobody knows", MatrixCell("Nobody knows")),
    ],
)
def test_words_that_answer_a_question_get_a_mark(text: str, cell: MatrixCell) -> None:
    assert cell_of(text) == cell


def marked(layout: Layout, artist_checks: ModuleType) -> tuple[Figure, dict[str, Artist]]:
    row = {"name": "Robot", "a": "yes", "b": "partly", "c": "no", "d": "not known"}
    figure = redrawn(make([row], evidence="data", note="Seen."), layout)
    found = {
        name: artist_checks.with_gid(figure, f"mark-{name}")[0]
        for name in ("yes", "partly", "no", "unknown")
    }
    return figure, found


@every_layout
def test_marks_differ_in_shape_not_in_colour_alone(
    layout: Layout, artist_checks: ModuleType
) -> None:
    figure, marks = marked(layout, artist_checks)
    disc, ring = marks["yes"], marks["no"]
    assert isinstance(disc, Circle)
    assert isinstance(ring, Circle)
    assert disc.get_facecolor()[3] == 1
    assert ring.get_facecolor()[3] == 0
    assert len(figure.findobj(Wedge)) == 1
    assert isinstance(marks["unknown"], Line2D)


@every_layout
def test_a_mark_stands_left_of_its_word_on_the_same_line(
    layout: Layout, artist_checks: ModuleType
) -> None:
    figure, marks = marked(layout, artist_checks)
    words = {text.get_text(): text for text in artist_checks.with_gid(figure, "mark-word")}
    for name, word in (
        ("yes", "Yes"),
        ("partly", "Partly"),
        ("no", "No"),
        ("unknown", "Not known"),
    ):
        mark, box = marks[name].get_window_extent(), artist_checks.text_box(words[word])
        assert mark.x1 < box.x0 < mark.x1 + 12
        assert box.y0 < (mark.y0 + mark.y1) / 2 < box.y1


# Places


def boxes(figure: Figure, gid: str, artist_checks: ModuleType) -> dict[str, Any]:
    return {
        text.get_text(): artist_checks.text_box(text)
        for text in artist_checks.with_gid(figure, gid)
    }


def test_wide_each_column_stands_under_its_name_and_each_row_beside_its_own(
    artist_checks: ModuleType,
) -> None:
    figure = redrawn(make(a_table(2, 3)), WIDE)
    heads = boxes(figure, "column-name", artist_checks)
    names = boxes(figure, "row-name", artist_checks)
    cells = [artist_checks.text_box(text) for text in artist_checks.with_gid(figure, "cell")]
    assert len(cells) == 6
    for number, box in enumerate(cells):
        row, column = divmod(number, 3)
        assert box.x0 == pytest.approx(heads[f"column {column + 1}"].x0, abs=1.5)
        assert box.y0 == pytest.approx(names[f"row {row + 1}"].y0, abs=1.5)
    assert artist_checks.with_gid(figure, "column-label") == []


def test_narrow_each_row_is_a_block_in_which_each_column_is_named(
    artist_checks: ModuleType,
) -> None:
    figure = redrawn(make(a_table(2, 3)), NARROW)
    labels = [artist_checks.text_box(t) for t in artist_checks.with_gid(figure, "column-label")]
    cells = [artist_checks.text_box(text) for text in artist_checks.with_gid(figure, "cell")]
    names = boxes(figure, "row-name", artist_checks)
    assert len(labels) == len(cells) == 6
    for label, cell in zip(labels, cells, strict=True):
        assert label.x1 < cell.x0
        assert label.y0 == pytest.approx(cell.y0, abs=2)
    assert all(names["row 1"].y0 > cell.y1 for cell in cells[:3])
    assert all(cell.y0 > names["row 2"].y1 for cell in cells[:3])
    assert artist_checks.with_gid(figure, "column-name") == []


@every_layout
def test_a_column_has_its_meaning_and_its_colour(layout: Layout, artist_checks: ModuleType) -> None:
    figure = redrawn(
        make(
            TABLE,
            meanings={"Restitution": "a return towards how it was"},
            colours={"Restitution": "restoration"},
        ),
        layout,
    )
    assert list(boxes(figure, "column-meaning", artist_checks)) == ["a return towards how it was"]
    (name,) = [
        text
        for text in artist_checks.with_gid(figure, "column-name")
        if text.get_text() == "Restitution"
    ]
    assert name.get_color() == colour("restoration")


@every_layout
def test_hairlines_part_the_rows_and_cross_no_words(
    layout: Layout, artist_checks: ModuleType
) -> None:
    figure = redrawn(make(a_table(4, 2)), layout)
    rules = artist_checks.with_gid(figure, "row-rule")
    heights = sorted((line.get_window_extent().y0 for line in rules), reverse=True)
    names = boxes(figure, "row-name", artist_checks)
    for upper, lower in ((1, 2), (2, 3), (3, 4)):
        between = [y for y in heights if names[f"row {lower}"].y1 < y < names[f"row {upper}"].y0]
        assert len(between) == 1
    assert artist_checks.texts_over_marks(figure) == []


# What it says


def test_the_text_alternative_names_rows_and_columns_or_counts_them() -> None:
    assert make(TABLE).alt == (
        "Table that compares Brain tissue and Everyday task by Restitution and Compensation."
    )
    many = [{"name": f"A treatment with a long name, {n}", "Benefit": "some"} for n in range(8)]
    assert make(many).alt == "Table that compares 8 things by Benefit."
    long = [{"name": "One", "A property whose name is long " * 5: "some"}]
    assert make(long).alt == "Table that compares 1 things by 1 properties."


def test_the_description_reads_row_by_row() -> None:
    figure = make(TABLE, meanings={"Restitution": "a return"})
    assert figure.description == (
        "Table that compares Brain tissue and Everyday task by Restitution and Compensation. "
        "Restitution: a return. "
        "Brain tissue. Restitution: Tissue around it works again; "
        "Compensation: Other tissue takes over. "
        "Everyday task. Restitution: The same hand does it again; "
        "Compensation: The other hand does it."
    )


def test_the_table_has_every_cell_and_the_source_of_its_row() -> None:
    figure = make(
        [{"Trial": "EXCITE", "Blinded": "partly: assessors", "source": "wolf2006; lang2016"}],
        evidence="data",
    )
    assert figure.data.columns == ("Trial", "Blinded", "source")
    assert figure.data.rows == (("EXCITE", "Partly: assessors", "wolf2006; lang2016"),)
    assert figure.evidence.sources == ("wolf2006", "lang2016")
    assert "wolf2006" not in figure.wide_svg


def test_indonesian_tables_keep_their_own_names(tmp_path: Path) -> None:
    path = tmp_path / "uji.csv"
    path.write_text("Uji;Buta;sumber\nEXCITE;sebagian: penilai;wolf2006\n", "utf-8")
    figure = make(path, lang="id", evidence="data")
    assert figure.data.columns == ("Uji", "Buta", "sumber")
    assert figure.data.rows == (("EXCITE", "Sebagian: penilai", "wolf2006"),)
    assert figure.alt == "Tabel yang membandingkan EXCITE menurut Buta."


def test_rows_columns_and_markdown_draw_the_same() -> None:
    rows = [{"Trial": "EXCITE", "Start": "3 months"}]
    columns = {"Trial": ["EXCITE"], "Start": ["3 months"]}
    markdown = "| Trial | Start |\n|---|---|\n| EXCITE | 3 months |"
    assert make(rows).wide_svg == make(columns).wide_svg == make(markdown).wide_svg


def test_the_corner_may_be_empty() -> None:
    figure = make("| | Risk |\n|---|---|\n| Robot | low |")
    assert figure.data.columns == ("row", "Risk")
    assert figure.data.rows == (("Robot", "low"),)


# Hostile tables

LONG = "Perbandingan dengan nama panjang yang memenuhi beberapa baris kolom, lalu masih berlanjut"
FULL = "A text that is as long as a cell may hold, with plain words of everyday length in it, so "
FULL = (FULL * 2)[:140].strip()
WORD = "Pertanggungjawaban"
HOSTILE = {
    "one of each": a_table(1, 1),
    "as much as it may hold": [
        {"name": f"{LONG} {n}"} | {f"{LONG} {c}": FULL for c in range(4)} for n in range(8)
    ],
    "long words": [
        {"name": f"{WORD} {n}"} | {f"{WORD}{c}": f"{WORD} {WORD}" for c in range(4)}
        for n in range(2)
    ],
    "marks": [
        {"Name": "Robot", "A": f"yes: {LONG}", "B": f"not known: {LONG}", "C": "no", "D": "partly"}
    ],
    "short beside long": [{"name": "A", "b": "x", "c": FULL, "d": "no", "e": FULL}],
}


@pytest.mark.parametrize("table", HOSTILE.values(), ids=HOSTILE)
@every_layout
def test_words_stay_apart_in_hostile_tables(
    table: Any, layout: Layout, artist_checks: ModuleType
) -> None:
    last = list(table[0])[-1]
    for meanings in ({}, {last: LONG}):
        figure = redrawn(make(table, meanings=meanings), layout)
        assert artist_checks.overlapping_texts(figure) == []
        assert artist_checks.texts_leaving_the_canvas(figure) == []
        assert artist_checks.texts_over_marks(figure) == []


TEXTS = (
    st.text("abcdefghij ", min_size=1, max_size=100)
    .map(str.strip)
    .filter(lambda text: text and max(map(len, text.split())) < 14)
)


@settings(max_examples=8, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(data=st.data(), columns=st.integers(1, 4), rows=st.integers(1, 4))
def test_words_stay_apart_in_any_table(
    data: st.DataObject, columns: int, rows: int, artist_checks: ModuleType
) -> None:
    matrix = Matrix(
        tuple(MatrixColumn(f"{data.draw(TEXTS)} {n}") for n in range(columns)),
        tuple(
            MatrixRow(
                f"{data.draw(TEXTS)} {n}",
                tuple(cell_of(data.draw(TEXTS)) for _ in range(columns)),
            )
            for n in range(rows)
        ),
    )
    for layout in LAYOUTS:
        figure = drawn(draw_matrix, matrix, layout)
        assert artist_checks.overlapping_texts(figure) == []
        assert artist_checks.texts_leaving_the_canvas(figure) == []
        assert artist_checks.texts_over_marks(figure) == []
