"""Where files lie on one machine never reaches a page; the file's name does."""

from __future__ import annotations

import pytest
from nbformat import from_dict

from galley.article.machine_paths import path_findings, short_paths, without_machine_paths
from galley.findings import Place


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        (
            "see /home/maria/x.csv and then /Users/M Lopez/My Drive/y.csv.",
            "see x.csv and then y.csv.",
        ),
        ("C:\\Users\\M Lopez\\OneDrive - Klinik\\x.csv", "x.csv"),
        ("'C:\\\\Users\\\\maria\\\\x.csv'", "'x.csv'"),
        ("C:/Users/maria/x.csv", "x.csv"),
        ("\\\\server\\share\\maria\\x.xlsx", "x.xlsx"),
        ("file:///home/maria/x.png", "x.png"),
        ("~/study/x.py:12: UserWarning", "x.py:12: UserWarning"),
        ("\x1b[0;32m/opt/conda/lib/python3.11/site-packages/a.py\x1b[0m", "\x1b[0;32ma.py\x1b[0m"),
        ("PATH=/usr/bin:/home/maria/bin", "PATH=bin:bin"),
        ("in /home/maria, /Users/maria/ and /root/a", "in …, … and a"),
    ],
)
def test_of_a_path_the_name_of_the_file_is_left(written: str, seen: str) -> None:
    assert short_paths(written) == seen


@pytest.mark.parametrize(
    "text",
    [
        "https://a.example/home/maria/x.csv",
        "data/sub-01/x.csv and/or 1/2 mg/tmp/d",
        r"\\frac{a}{b} \\\\ \\alpha \\beta",
        "<td>1</td><br/>",
        "10~20/30",
    ],
)
def test_what_is_no_path_of_a_machine_stays(text: str) -> None:
    assert short_paths(text) == text


@pytest.mark.parametrize("part", ["/home/", "/home/a b c ", "C:\\", "~", "/tmp/a b c d e/"])
def test_long_texts_take_no_time(part: str) -> None:
    # A search that grew with the square of the length would take minutes here.
    assert short_paths(part * 20_000 + " end").endswith(" end")


def _cell(*outputs: dict, source: str = "x") -> object:
    return from_dict({"cell_type": "code", "source": source, "outputs": list(outputs)})


DRAWING = {
    "output_type": "display_data",
    "data": {"image/png": "/home/maria/x", "text/html": ["<b>/home/maria/a.csv</b>"]},
    "metadata": {},
}


def test_outputs_are_shortened_and_pictures_are_not() -> None:
    [output] = without_machine_paths(_cell(DRAWING)).outputs
    assert output.data == {"image/png": "/home/maria/x", "text/html": ["<b>a.csv</b>"]}


def test_a_link_to_a_file_of_a_machine_keeps_an_address_that_no_page_takes() -> None:
    html = "<a href='/home/maria/a.html' title='/home/maria/a.html'>a</a><img src=file:///tmp/b>"
    output = {**DRAWING, "data": {"text/html": html}}
    assert without_machine_paths(_cell(output)).outputs[0].data["text/html"] == (
        "<a href='file:///home/maria/a.html' title='a.html'>a</a><img src=file:///tmp/b>"
    )


def test_what_a_cell_prints_is_said_and_what_a_traceback_names_is_not() -> None:
    printed = {"output_type": "stream", "name": "stdout", "text": "/home/maria/a.csv"}
    warned = {**printed, "name": "stderr"}
    place = Place("x.ipynb", "a")

    assert [str(found) for found in path_findings(_cell(warned, printed), place)] == [
        "x.ipynb#a: this cell shows where a file lies on one computer; readers see the file's name "
        "alone\n  Fix: Print the name alone, for example path.name, or nothing of it."
    ]
    assert list(path_findings(_cell(warned), place)) == []
