"""Notebook files as text: which line is which, and one source changed with nothing else."""

import json
import re

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from galley.article.notebook_text import line_at, replace_source, source_of, source_spans

BY_LINE = """{
 "cells": [
  {
   "cell_type": "markdown",
   "id": "intro",
   "source": [
    "# Title\\n",
    "\\n",
    "Text with \\"quotes\\"."
   ]
  },
  {
   "cell_type": "code",
   "outputs": [],
   "source": "a = 1\\nb = 2"
  },
  {"cell_type": "markdown", "id": "empty", "source": []}
 ],
 "metadata": {},
 "nbformat": 4,
 "nbformat_minor": 5
}
"""


def line_of(text, cell, line=None):
    return line_at(text, source_spans(text)[cell], line)


@pytest.mark.parametrize(
    ("cell", "line", "expected"),
    [
        ("intro", 1, 7),
        ("intro", 3, 9),
        ("intro", None, 7),
        ("intro", 99, 9),
        # One string stands on one line of the file, however many lines it says.
        ("cell-2", 2, 15),
        ("empty", None, 17),
    ],
)
def test_a_line_of_a_cell_is_found_in_the_file(cell, line, expected):
    assert line_of(BY_LINE, cell, line) == expected


def test_a_file_of_nbformat_is_read_as_it_writes_it():
    notebook = new_notebook(
        cells=[
            new_markdown_cell("Satu.\n\nDua é.", id="a"),
            new_code_cell("x = 1\n\ny = 2\n", id="b"),
        ]
    )
    text = nbformat.writes(notebook)
    lines = text.split("\n")
    assert lines[line_of(text, "a", 3) - 1].strip() == '"Dua é."'
    assert lines[line_of(text, "b", 3) - 1].strip() == '"y = 2\\n"'


def test_old_notebooks_keep_cells_in_sheets_and_code_as_input():
    text = json.dumps(
        {"worksheets": [{"cells": [{"cell_type": "code", "input": ["x = 1\n", "y"]}]}]}, indent=1
    )
    assert source_of(source_spans(text)["cell-1"]) == "x = 1\ny"


@pytest.mark.parametrize("text", ["", "[", '{"cells": [', "nothing", '{"cells": 3}', "[" * 100_000])
def test_what_is_no_notebook_has_no_cells(text):
    assert source_spans(text) == {}


def test_lines_that_stay_are_not_written_anew():
    text = BY_LINE.replace("Title", "T\\u00eetle")
    change = replace_source(text, source_spans(text)["intro"], "# Tître\n\nAdded é.\nEnd.")
    assert change.new == (
        '[\n    "# T\\u00eetre\\n",\n    "\\n",\n    "Added \\u00e9.\\n",\n    "End."\n   ]'
    )
    kept = replace_source(text, source_spans(text)["intro"], '# Tîtle\nNew\n\nText with "quotes".')
    assert kept.new.splitlines()[1] == '    "# T\\u00eetle\\n",'


def test_letters_outside_ascii_stay_letters_where_the_file_has_them():
    text = BY_LINE.replace("Title", "Tîtle")
    assert "é" in replace_source(text, source_spans(text)["cell-2"], "é").new


def test_an_empty_cell_is_filled_as_the_file_is_indented():
    text = '{\n  "cells": [\n    {\n      "id": "a",\n      "source": []\n    }\n  ]\n}'
    change = replace_source(text, source_spans(text)["a"], "x\ny")
    assert change.new == '[\n        "x\\n",\n        "y"\n      ]'


def test_windows_line_breaks_stay():
    text = '{"cells": [{"cell_type": "raw", "id": "a", "source": ["x\\r\\n", "y"]}]}'
    change = replace_source(text, source_spans(text)["a"], "x\nz\ny")
    assert change.new == '["x\\r\\n", "z\\r\\n", "y"]'


SOURCES = st.text(
    st.characters(exclude_categories=["Cs"]) | st.sampled_from('\n\n"\\é'), max_size=80
)


@given(
    sources=st.lists(SOURCES, min_size=1, max_size=4),
    index=st.integers(0, 3),
    new=SOURCES,
    indent=st.sampled_from([1, 2, 4, None]),
    by_line=st.booleans(),
    escape=st.booleans(),
    ending=st.sampled_from(["", "\n"]),
)
def test_a_change_touches_nothing_else_and_can_be_taken_back(
    *, sources, index, new, indent, by_line, escape, ending
):
    index %= len(sources)
    new = new.replace("\r", "")
    name = f"c{index}"
    cells = [
        {"id": f"c{number}", "source": re.findall(r"[^\n]*\n|[^\n]+", text) if by_line else text}
        for number, text in enumerate(sources)
    ]
    raw = {"cells": cells, "metadata": {"é": [1.50, None]}}
    text = json.dumps(raw, indent=indent, ensure_ascii=escape) + ending
    change = replace_source(text, source_spans(text)[name], new)
    after = change.apply(text)

    assert change.reversed().apply(after) == text
    assert source_of(source_spans(after)[name]) == new
    before, written = json.loads(text), json.loads(after)
    del before["cells"][index]["source"], written["cells"][index]["source"]
    assert written == before


@given(source=SOURCES, indent=st.sampled_from([1, None]), escape=st.booleans())
def test_a_change_to_what_is_there_already_changes_no_byte(*, source, indent, escape):
    source = source.replace("\r", "")
    lines = re.findall(r"[^\n]*\n|[^\n]+", source)
    raw = {"cells": [{"id": "a", "source": lines}, {"id": "b", "source": source}], "name": "é"}
    text = json.dumps(raw, indent=indent, ensure_ascii=escape)
    for span in source_spans(text).values():
        assert replace_source(text, span, source).apply(text) == text
