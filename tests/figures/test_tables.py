"""The tables of authors: every form they come in, numbers of both languages, every refusal."""

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley_figures.errors import FigureError
from galley_figures.locale import Lang
from galley_figures.table_sources import read_rows
from galley_figures.tables import Column, Record, read_table

COLUMNS = (
    Column("label", "nama", "the name beside its bar"),
    Column("value", "nilai", "its number", "number"),
    Column("low_end", "batas_bawah", "the lower end", "number", is_required=False),
    Column("checked", "diperiksa", "whether it was checked", "yes-no", is_required=False),
)


def read(source: Any, lang: Lang = "en") -> tuple[Record, ...]:
    return read_table(source, COLUMNS, figure="bars", lang=lang)


def values(source: Any, lang: Lang = "en") -> list[object]:
    return [row["value"] for row in read(source, lang)]


def value(cell: object, lang: Lang = "en") -> object:
    (found,) = values([{"label": "A", "value": cell}], lang)
    return found


def refusal(source: Any, lang: Lang = "en") -> str:
    with pytest.raises(FigureError) as caught:
        read(source, lang)
    return str(caught.value)


def cell_refusal(cell: object, lang: Lang = "en") -> str:
    return refusal([{"label": "A", "value": cell}], lang)


EXPECTED = (
    {"label": "Early", "value": 46.0, "low_end": None, "checked": False},
    {"label": "Usual", "value": 1050.5, "low_end": 3.0, "checked": True},
)
MARKDOWN = """
    | label | value   | low end | checked |
    |:------|--------:|---------|---------|
    | Early | 46      |         | no      |
    | Usual | 1,050.5 | 3       | yes     |
"""


# Every form gives the same rows


def test_a_markdown_table_is_read() -> None:
    assert read(MARKDOWN) == EXPECTED


@pytest.mark.parametrize(
    "text",
    [
        "label | value\n--- | ---\nEarly | 46",
        "| label | value |\n|-|-|\n| Early | 46 |",
        "\n\n| label | value |\n\n| :--: | --: |\n\n| Early | 46 |\n\n",
    ],
)
def test_markdown_may_be_written_as_loosely_as_elsewhere(text: str) -> None:
    assert [(row["label"], row["value"]) for row in read(text)] == [("Early", 46)]


def test_a_bar_inside_a_cell_is_escaped_also_at_the_end_of_a_line() -> None:
    (row,) = read("value | label\n---|---\n1 | a \\| b \\|")
    assert row["label"] == "a | b |"


@pytest.mark.parametrize(
    "text",
    [
        "label,value,low end,checked\nEarly,46,,no\n\nUsual,1050.5,3,yes\n",
        "\ufefflabel,value,low end,checked\r\nEarly,46,,no\r\nUsual,1050.5,3,yes\r\n ,,,\r\n",
        'label;value;low end;checked\n"Early";46;;no\nUsual;1,050.5;3;yes\n',
    ],
)
def test_a_csv_file_is_read_with_commas_or_semicolons(text: str, tmp_path: Path) -> None:
    path = tmp_path / "outcomes.csv"
    path.write_bytes(text.encode())
    assert read(path) == EXPECTED
    assert read(str(path)) == EXPECTED


def test_quotes_in_a_csv_file_hold_commas_and_line_breaks(tmp_path: Path) -> None:
    path = tmp_path / "outcomes.csv"
    path.write_text('label,value\n"Early, very\nearly",46\n', "utf-8")
    assert read(path)[0]["label"] == "Early, very\nearly"


def test_rows_columns_and_data_frames_are_read() -> None:
    rows = [
        {"label": "Early", "value": 46},
        {"label": "Usual", "value": 1050.5, "low end": 3, "checked": True},
    ]
    columns = {
        "label": ["Early", "Usual"],
        "value": [46, 1050.5],
        "low_end": [None, 3],
        "checked": [False, True],
    }
    for source in (rows, tuple(rows), columns, pd.DataFrame(rows), pd.DataFrame(columns)):
        assert read(source) == EXPECTED


def test_columns_may_be_arrays() -> None:
    assert values({"label": np.array(["A", "B"]), "value": np.array([1.5, 2])}) == [1.5, 2]


def test_a_column_that_only_a_later_row_has_is_read() -> None:
    rows = [{"label": "A", "value": 1}, {"label": "B", "value": 2, "low_end": 1}]
    assert [row["low_end"] for row in read(rows)] == [None, 1]


@pytest.mark.parametrize("missing", [None, np.nan, float("nan"), pd.NA, pd.NaT, "", "  "])
def test_a_missing_cell_is_none_however_it_is_marked(missing: object) -> None:
    (row,) = read([{"label": "A", "value": 1, "low_end": missing}])
    assert row["low_end"] is None


def test_columns_are_known_in_both_languages_in_any_case_with_spaces_or_hyphens() -> None:
    rows = [{" Nama ": "A", "NILAI": 1, "batas-bawah": 2, "Diperiksa": "ya"}]
    for lang in ("en", "id"):
        assert read(rows, lang) == ({"label": "A", "value": 1, "low_end": 2, "checked": True},)


def test_words_lose_their_outer_spaces_and_a_whole_number_stays_whole() -> None:
    rows = pd.DataFrame({"label": [2024.0, np.nan, " A "], "value": [1, 2, 3]}).iloc[[0, 2]]
    assert [row["label"] for row in read(rows)] == ["2024", "A"]


# Numbers


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("46", 46),
        ("46.5", 46.5),
        (".5", 0.5),
        ("1,054", 1054),
        ("1,050,000.25", 1050000.25),
        ("-3", -3),
        ("−3.5", -3.5),
        ("+2", 2),
        ("1e3", 1000),
        ("1 054", 1054),
        ("1\u202f054\u00a0321", 1054321),
        ("007", 7),
        ("2024", 2024),
    ],
)
def test_english_numbers_are_read(text: str, expected: float) -> None:
    assert value(text, "en") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("46", 46),
        ("46,5", 46.5),
        (",5", 0.5),
        ("1.054", 1054),
        ("1.050.000,25", 1050000.25),
        ("−3,5", -3.5),
        ("46.5", 46.5),
        ("0.125", 0.125),
        ("1 054,5", 1054.5),
    ],
)
def test_indonesian_numbers_are_read(text: str, expected: float) -> None:
    assert value(text, "id") == expected


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize(
    "cell",
    [1.125, np.float64(1.125), np.float32(1.125), Decimal("1.125")],
    ids=["float", "float64", "float32", "decimal"],
)
def test_a_number_that_is_no_text_means_the_same_in_every_language(
    cell: object, lang: Lang
) -> None:
    assert value(cell, lang) == 1.125
    assert value(np.int64(1050), lang) == 1050


@given(st.integers(-(10**9), 10**9), st.integers(0, 99))
def test_what_each_language_writes_is_read_again(whole: int, hundredths: int) -> None:
    number = whole + hundredths / 100 if whole >= 0 else whole - hundredths / 100
    english = f"{number:,.2f}"
    indonesian = english.translate(str.maketrans(",.", ".,"))
    assert value(english, "en") == pytest.approx(number)
    assert value(indonesian, "id") == pytest.approx(number)


@pytest.mark.parametrize(
    "text", ["3,5", "0,125", "1,0543", "46 %", "n/a", "3 4", "--2", "1.2.3", "nan", "-"]
)
def test_what_is_no_english_number_is_refused_with_its_place(text: str) -> None:
    assert cell_refusal(text) == (
        f"bars: row 1, column 'value': {text!r} is not a number\n"
        "Fix: Write it as 3.5, without its unit."
    )


@pytest.mark.parametrize("text", ["1,050.5", "46 %", "3 4"])
def test_what_is_no_indonesian_number_is_refused_with_its_place(text: str) -> None:
    assert cell_refusal(text, "id") == (
        f"bars: row 1, column 'value': {text!r} is not a number\n"
        "Fix: Write it as 3,5, without its unit."
    )


def test_a_truth_is_no_number() -> None:
    assert cell_refusal(True).startswith("bars: row 1, column 'value': 'True' is not a number")


def test_an_infinite_number_is_left_to_the_figure_which_knows_what_it_would_mean() -> None:
    assert value(float("inf")) == float("inf")


def test_points_that_mean_two_things_in_an_indonesian_column_are_refused() -> None:
    rows = [{"nama": "A", "nilai": "3.5"}, {"nama": "B", "nilai": "1.125"}]
    assert refusal(rows, "id") == (
        "bars: column 'value' has 3.5 and 1.125: is the point a decimal sign or one of "
        "thousands?\nFix: Write decimals with a comma, 3,5."
    )
    assert values(rows, "en") == [3.5, 1.125]


# Yes and no


@pytest.mark.parametrize("cell", ["yes", "Ya", True, 1, 1.0, "1.0", "checked", "diperiksa", "TRUE"])
def test_yes_is_understood(cell: object) -> None:
    assert read([{"label": "A", "value": 1, "checked": cell}])[0]["checked"] is True


@pytest.mark.parametrize(
    "cell", ["no", "tidak", False, 0, 0.0, None, np.nan, "not checked", "belum diperiksa"]
)
def test_no_is_understood(cell: object) -> None:
    assert read([{"label": "A", "value": 1, "checked": cell}])[0]["checked"] is False


def test_what_is_neither_yes_nor_no_is_refused() -> None:
    assert refusal([{"label": "A", "value": 1, "checked": "maybe"}]) == (
        "bars: row 1, column 'checked': 'maybe' is neither yes nor no\nFix: Write yes or no."
    )


# What is refused about columns and rows


def test_an_unknown_column_is_refused_with_the_one_that_was_meant() -> None:
    assert refusal([{"lable": "A", "value": 1}]) == (
        "bars: unknown column 'lable'\n"
        "Fix: Did you mean 'label'? The columns are label, value, low_end, checked."
    )
    assert refusal([{"nama": "A", "nillai": 1}], "id") == (
        "bars: unknown column 'nillai'\n"
        "Fix: Did you mean 'nilai'? The columns are nama, nilai, batas_bawah, diperiksa."
    )


def test_an_unknown_column_in_a_later_row_is_refused_too() -> None:
    rows = [{"label": "A", "value": 1}, {"label": "B", "value": 2, "hihg": 3}]
    assert refusal(rows).startswith("bars: unknown column 'hihg'\n")


def test_a_missing_column_is_refused() -> None:
    assert refusal([{"label": "A"}]) == (
        "bars: the column 'value' is missing\nFix: Give each row its number."
    )


def test_a_missing_cell_of_a_required_column_is_refused_with_its_row() -> None:
    assert refusal([{"label": "A", "value": 1}, {"label": " ", "value": 2}]) == (
        "bars: row 2 has no 'label'\nFix: Give each row the name beside its bar."
    )
    assert refusal([{"label": "A", "value": 1}, {"label": "B"}]).startswith(
        "bars: row 2 has no 'value'\n"
    )


def test_one_column_under_both_of_its_names_is_refused() -> None:
    assert refusal([{"label": "A", "nama": "B", "value": 1}]) == (
        "bars: 'label' and 'nama' are the same column\nFix: Leave one of them out."
    )


def test_a_column_that_stands_twice_is_refused(tmp_path: Path) -> None:
    message = "bars: the column 'value' stands twice\nFix: Give each column a name of its own."
    assert refusal("| label | value | value |\n|---|---|---|\n| A | 1 | 2 |") == message
    path = tmp_path / "twice.csv"
    path.write_text("label,value,value\nA,1,2\n", "utf-8")
    assert refusal(path) == message


def test_a_row_with_too_few_or_too_many_cells_is_refused(tmp_path: Path) -> None:
    assert refusal("| label | value |\n|---|---|\n| A | 1 |\n| B | 2 | 3 |") == (
        "bars: row 2 has 3 cells, but there are 2 columns\n"
        "Fix: Give it one cell per column; an empty cell is written too."
    )
    path = tmp_path / "short.csv"
    path.write_text("label,value\nA\n", "utf-8")
    assert refusal(path).startswith("bars: row 1 has 1 cells, but there are 2 columns\n")


@pytest.mark.parametrize(
    "source", ["| label | value |\n|---|---|", [], {}, {"label": [], "value": []}, pd.DataFrame()]
)
def test_a_table_without_rows_is_refused(source: object) -> None:
    assert refusal(source) == (
        "bars: the table has no rows\nFix: Give it at least one row of data."
    )


# What is refused about sources


def test_a_text_that_is_no_table_is_refused() -> None:
    assert refusal("label, value\nA, 1\n") == (
        "bars: this text is not a Markdown table\n"
        "Fix: Begin with a line of column names and a line such as |---|---|."
    )


@pytest.mark.parametrize("source", ["outcomes", "| label | value |", "outcomes.xlsx", ""])
def test_a_line_that_is_no_csv_file_is_refused(source: str) -> None:
    assert refusal(source) == (
        f"bars: {Path(source).as_posix()!r} is neither a table nor the name of a CSV file\n"
        "Fix: Give a Markdown table, or the path of a file that ends in .csv."
    )


def test_a_file_that_is_not_there_is_refused_with_the_one_that_was_meant(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("data").mkdir()
    Path("data/outcomes.csv").write_text("label,value\nA,1\n", "utf-8")
    assert values("data/outcomes.csv") == [1]
    assert refusal("data/outcome.csv") == (
        "bars: there is no file data/outcome.csv\n"
        "Fix: Did you mean 'outcomes.csv'? Paths are read from the notebook's own folder."
    )
    assert refusal("nowhere/outcomes.csv") == (
        "bars: there is no file nowhere/outcomes.csv\n"
        "Fix: Paths are read from the notebook's own folder."
    )


def test_a_file_that_cannot_be_read_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("latin.csv").write_bytes("label,value\nÜbung,1\n".encode("latin-1"))
    Path("folder.csv").mkdir()
    Path("empty.csv").write_text("\n ,\n", "utf-8")
    fix = "Fix: Save it as “CSV UTF-8” from the spreadsheet."
    assert refusal("latin.csv") == f"bars: latin.csv is not UTF-8 text\n{fix}"
    assert refusal("folder.csv") == f"bars: folder.csv cannot be read\n{fix}"
    assert refusal("empty.csv") == "bars: empty.csv is empty\nFix: Give it a line of column names."


def test_columns_of_different_length_are_refused() -> None:
    assert refusal({"label": ["A", "B"], "value": [1]}) == (
        "bars: the columns are not equally long: label 2, value 1\n"
        "Fix: Give each column one value per row."
    )


@pytest.mark.parametrize(
    ("row", "found"),
    [({"label": "A", "value": 1}, "'label' is str"), ({"value": 1}, "'value' is int")],
)
def test_a_single_row_without_brackets_is_refused(row: dict[str, object], found: str) -> None:
    assert refusal(row) == (
        f"bars: the column {found}, not a list of values\n"
        "Fix: Give each column a list; a single row stands in square brackets, [{…}]."
    )


@pytest.mark.parametrize(("source", "kind"), [(["A", "B"], "str"), ([("A", 1)], "tuple")])
def test_rows_without_names_are_refused(source: Sequence[object], kind: str) -> None:
    assert refusal(source) == (
        f"bars: row 1 is {kind}, not a mapping\n"
        'Fix: Write each row as {"label": "…", "value": 1}.'
    )


@pytest.mark.parametrize(("source", "kind"), [(None, "NoneType"), (46, "int")])
def test_what_is_no_table_at_all_is_refused(source: object, kind: str) -> None:
    assert refusal(source) == (
        f"bars: {kind} is no table\n"
        "Fix: Give a Markdown table, the path of a CSV file, a list of rows or a data frame."
    )


def test_one_column_of_a_data_frame_is_refused() -> None:
    assert refusal(pd.Series([1, 2])) == (
        "bars: Series has no rows with named columns\nFix: Give a data frame, or a list of rows."
    )


def test_rows_are_handed_on_as_they_stand() -> None:
    assert read_rows("a | b\n-|-\n| 1,5 | |", figure="bars") == [{"a": "1,5", "b": ""}]
