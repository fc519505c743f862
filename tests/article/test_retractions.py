"""``retractions.csv``: notices that an author has learnt of."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from galley.article.bibliography import Notice, NoticeKind
from galley.article.retractions import parse_retractions

FILE = "notebooks/retractions.csv"


def test_a_list_in_english() -> None:
    text = (
        "doi,date,kind,note\n"
        '10.1000/ABC,2026-01-02,retraction,"Data could not be found, says the journal"\n'
        "\n"
        "https://doi.org/10.1000/d,,Expression of concern,\n"
    )
    assert parse_retractions(text, FILE) == (
        {
            "10.1000/abc": Notice(
                NoticeKind.RETRACTION,
                "2026-01-02",
                "Data could not be found, says the journal",
                "retractions.csv",
            ),
            "10.1000/d": Notice(NoticeKind.CONCERN, source="retractions.csv"),
        },
        (),
    )


def test_a_list_in_indonesian_as_a_spreadsheet_writes_it() -> None:
    text = "\ufeffDOI;Tanggal;Jenis;Catatan\r\n10.1000/a;2026-01-02;koreksi;Tabel 2\r\n"
    assert parse_retractions(text, FILE) == (
        {"10.1000/a": Notice(NoticeKind.CORRECTION, "2026-01-02", "Tabel 2", "retractions.csv")},
        (),
    )


def test_of_several_notices_the_gravest_counts() -> None:
    text = "doi,kind\n10.1/a,retraction\n10.1/a,correction\n"
    assert parse_retractions(text, FILE)[0]["10.1/a"].kind is NoticeKind.RETRACTION


def test_rows_that_say_nothing_are_told() -> None:
    text = "doi,date,kind\nabc,2026-01-02,retraction\n10.1/a,2.1.26,penarikan\n10.1/b,,lost\n"
    notices, findings = parse_retractions(text, FILE)
    assert notices["10.1/a"].date == ""
    assert "10.1/b" not in notices
    assert [str(finding) for finding in findings] == [
        "notebooks/retractions.csv:2: 'abc' is no DOI, so no work gets this notice\n"
        "  Fix: Write it as 10.1016/j.stem.2018.04.004.",
        "notebooks/retractions.csv:3: the date '2.1.26' cannot be read; "
        "the notice counts all the same\n"
        "  Fix: Write it as 2026-11-20.",
        "notebooks/retractions.csv:4: 'lost' is no kind of notice\n"
        "  Fix: Write retraction, correction or expression of concern "
        "(penarikan, koreksi, keprihatinan).",
    ]


def test_without_a_header_nothing_is_guessed() -> None:
    notices, [finding] = parse_retractions("\n10.1/a,2026-01-02,retraction\n", FILE)
    assert notices == {}
    assert str(finding) == (
        "notebooks/retractions.csv:2: the file does not say which column is the DOI "
        "and which the kind of notice\n"
        "  Fix: Begin the file with the line  doi,date,kind,note  "
        "(or  doi,tanggal,jenis,catatan)."
    )


def test_an_empty_list_says_nothing() -> None:
    assert parse_retractions("", FILE) == ({}, ())


@given(st.text(alphabet='doikn,;"10./\n -', max_size=80))
def test_any_text_is_a_list(text: str) -> None:
    parse_retractions(f"doi,kind,date\n{text}", FILE)
