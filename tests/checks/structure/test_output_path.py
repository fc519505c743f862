"""Paths with the name of a computer's user."""

from __future__ import annotations

import pytest
from nbformat.v4 import new_code_cell, new_output

from galley.checks.structure.output_path import RULE

PERSON = "the folder of one person on one computer"
IN_TEXT = "write the path from the notebook's own folder, for example data/scores.csv."


def printed(words, source="print(path)"):
    output = new_output("stream", name="stdout", text=words)
    return new_code_cell(source, id="cell", outputs=[output])


@pytest.mark.parametrize(
    ("words", "path"),
    [
        ("read /home/maria/data.csv", "/home/maria"),
        ("dibaca dari /Users/ayu.lestari/Desktop/skor.csv", "/Users/ayu.lestari"),
        ("file:///home/budi/skor.csv", "/home/budi"),
        ("/mnt/c/Users/maria/scores.csv", "/mnt/c/Users/maria"),
    ],
)
def test_a_path_of_any_system(told, words, path):
    assert told(RULE, f"`{words}`") == [
        f"#text:1: the text shows '{path}', {PERSON}\n  Fix: {IN_TEXT}"
    ]


def test_a_path_that_a_cell_prints_is_not_seen_by_readers(found):
    assert found(RULE, printed("read /home/maria/data.csv")) == []


@pytest.mark.parametrize("words", ["The table lies in `{}/a.csv`.", "Tabelnya ada di `{}/a.csv`."])
def test_a_path_in_the_text(told, words):
    assert told(RULE, words.format("/home/maria")) == [
        f"#text:1: the text shows '/home/maria', {PERSON}\n  Fix: {IN_TEXT}"
    ]


def test_a_path_in_many_places_is_told_once(told):
    text = "Look into /home/maria.\n\nOr into /home/maria.\n\nAtau /home/maria."

    assert told(RULE, text) == [
        f"#text:1: the text shows '/home/maria', {PERSON}, here and in 2 other places\n"
        f"  Fix: {IN_TEXT}"
    ]


def test_a_path_in_code_that_readers_see(found, text):
    cell = new_code_cell("#| echo: true\nopen('/home/maria/a.csv')", id="cell")
    fix = "name files from the notebook's own folder, for example data/scores.csv."

    assert found(RULE, cell, text("```bash\ncd /Users/maria\n```")) == [
        f"#cell: the code that readers see shows '/home/maria', {PERSON}\n  Fix: {fix}",
        f"#text:1: the code that readers see shows '/Users/maria', {PERSON}\n  Fix: {fix}",
    ]


def test_a_path_in_a_caption(found, drawn):
    assert found(RULE, drawn(caption="Skor dari /home/ayu/skor.csv")) == [
        f"#figure: what this figure says shows '/home/ayu', {PERSON}\n  Fix: {IN_TEXT}"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "data/scores.csv",
        "/home/user/data.csv",
        "/home/jovyan/work",
        "/home/index.js",
        "/home/.gitignore",
        "/Users/...",
        "/Users/namaanda/skor.csv",
        r"C:\Users\<nama>\skor.csv",
        "https://example.org/home/about",
        "https://example.org/Users/list",
        "at home/maria and abroad",
        "Berkas ada di folder skor/home/a.csv",
    ],
)
def test_paths_of_nobody(found, text, words):
    assert found(RULE, printed(words), text(words)) == []


def test_code_that_readers_do_not_see_is_the_authors_own(found):
    assert found(RULE, new_code_cell("open('/home/maria/a.csv')", id="cell")) == []
