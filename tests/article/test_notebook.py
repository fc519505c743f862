"""Reading notebooks of every age and state into nbformat 4.5."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from galley.article.notebook import (
    cell_tags,
    decode_notebook,
    normalise_notebook,
    parse_notebook,
    parse_notebook_with_findings,
    read_notebook,
)
from galley.findings import ContentError

NAME = "notebooks/x.ipynb"


def raw_notebook(*cells: Any, metadata: object = None, **fields: Any) -> dict[str, Any]:
    return {"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells, **fields}


def parse(*cells: Any, metadata: object = None) -> Any:
    return parse_notebook(json.dumps(raw_notebook(*cells, metadata=metadata)), NAME)


def ids(*given_ids: object) -> list[str]:
    return [
        cell.id for cell in parse(*({"cell_type": "raw", "id": item} for item in given_ids)).cells
    ]


def test_cells_without_an_id_are_called_by_their_position() -> None:
    assert ids(None, None, None) == ["cell-1", "cell-2", "cell-3"]


def test_a_cells_own_id_is_kept_and_a_second_use_of_it_is_not() -> None:
    assert ids("intro", "intro", "has space", 7) == ["intro", "cell-2", "cell-3", "cell-4"]


def test_a_position_never_takes_the_id_of_another_cell() -> None:
    assert ids(None, "cell-1") == ["cell-1-2", "cell-1"]


def test_a_notebook_gets_the_same_ids_every_time() -> None:
    assert ids(None, "a", "a") == ids(None, "a", "a")


@pytest.mark.parametrize(
    ("tags", "expected"),
    [
        ("hide_input", {"hide-input"}),
        ("remove-cell, edition:my_name", {"remove-cell", "edition:my_name"}),
        (["raises_exception", "mine_too", 3, "raises-exception"], {"raises-exception", "mine_too"}),
        (None, set()),
        ({"a": 1}, set()),
    ],
)
def test_tags_become_a_list_in_the_hyphen_spelling(tags: object, expected: set[str]) -> None:
    [cell] = parse({"cell_type": "code", "metadata": {"tags": tags}}).cells
    assert cell_tags(cell) == expected
    assert set(cell.metadata.get("tags", [])) == expected


def test_tags_of_a_notebook_that_galley_did_not_read_are_understood_too() -> None:
    assert cell_tags(nbformat.from_dict({"metadata": {"tags": "hide_input"}})) == {"hide-input"}
    assert cell_tags(nbformat.from_dict({})) == frozenset()


@pytest.mark.parametrize(
    ("spec", "expected"),
    [
        (None, {}),
        ("python3", {"name": "python3", "display_name": "python3"}),
        ({"name": "ir"}, {"name": "ir", "display_name": "ir"}),
        ({"display_name": "Python 3", "language": "python"}, {"language": "python"}),
        ([], {}),
    ],
)
def test_a_kernel_is_named_or_left_open(spec: object, expected: object) -> None:
    assert parse(metadata={"kernelspec": spec}).metadata.kernelspec == expected


def test_metadata_that_is_none_is_mended() -> None:
    assert parse(metadata=None).metadata == {"kernelspec": {}}


def test_sources_and_outputs_in_lists_become_text() -> None:
    output = {"output_type": "stream", "name": "stdout", "text": ["1\n", "2"]}
    [cell] = parse({"cell_type": "code", "source": ["a\r\n", "b"], "outputs": [output]}).cells
    assert (cell.source, cell.outputs[0].text) == ("a\nb", "1\n2")


def test_an_unknown_cell_stays_as_raw_text_with_a_finding() -> None:
    text = json.dumps(raw_notebook({"cell_type": "sql", "source": "select 1"}))
    parsed = parse_notebook_with_findings(text, NAME)
    [cell] = parsed.notebook.cells
    assert (cell.cell_type, cell.source) == ("raw", "select 1")
    assert [str(finding) for finding in parsed.findings] == [
        (
            "notebooks/x.ipynb#cell-1: unknown cell type 'sql', which is not shown\n"
            "  Fix: Change the cell to Markdown or code in JupyterLab."
        )
    ]


def test_an_unknown_output_is_left_out_with_a_finding() -> None:
    outputs = [{"output_type": "hologram"}, {"output_type": "stream", "text": "kept"}, None]
    text = json.dumps(raw_notebook({"cell_type": "code", "id": "a", "outputs": outputs}))
    parsed = parse_notebook_with_findings(text, NAME)
    assert [output.text for output in parsed.notebook.cells[0].outputs] == ["kept"]
    assert [str(finding) for finding in parsed.findings] == [
        (
            "notebooks/x.ipynb#a: unknown output type 'hologram', which is not shown\n"
            "  Fix: Run the cell again and save the notebook."
        )
    ]


def test_attachments_that_are_broken_do_not_break_the_notebook() -> None:
    attachments = {"a.png": {"image/png": "aGk="}, "b.png": None}
    whole, broken = parse(
        {"cell_type": "markdown", "attachments": attachments},
        {"cell_type": "markdown", "attachments": "gone"},
    ).cells
    assert whole.attachments == {"a.png": {"image/png": "aGk="}}
    assert "attachments" not in broken


def test_a_byte_order_mark_is_no_part_of_the_notebook(tmp_path: Path) -> None:
    path = tmp_path / "x.ipynb"
    path.write_text(json.dumps(raw_notebook()), encoding="utf-8-sig")
    assert read_notebook(path, NAME).cells == []


def test_half_characters_are_replaced_so_that_pages_can_be_written() -> None:
    text = json.dumps(raw_notebook({"cell_type": "markdown", "source": "a\ud800b"}))
    assert parse_notebook(text, NAME).cells[0].source == "a?b"


def test_a_newer_format_is_tried_with_a_warning() -> None:
    text = json.dumps({**raw_notebook(), "nbformat": 5})
    [finding] = parse_notebook_with_findings(text, NAME).findings
    assert finding.message == "the notebook's format 5 is newer than Galley knows"


def test_a_notebook_that_was_read_by_another_tool_is_brought_into_the_same_form() -> None:
    node = nbformat.from_dict(raw_notebook({"cell_type": "markdown", "source": "x"}))
    assert normalise_notebook(node) == parse({"cell_type": "markdown", "source": "x"})


BROKEN = {
    "": (
        "notebooks/x.ipynb: the file is empty\n"
        "  Fix: Remove it, or restore the notebook from a copy."
    ),
    "<html></html>": (
        "notebooks/x.ipynb: the file is not a notebook: it is not JSON\n"
        "  Fix: Remove it from the content folder, or give it another suffix than .ipynb."
    ),
    '{"a": 1}': (
        "notebooks/x.ipynb: the file is JSON, but not a notebook: it has no list of cells\n"
        "  Fix: Remove it from the content folder, or give it another suffix than .ipynb."
    ),
    '{\n "cells": [\n  {"cell_type": "mark': (
        "notebooks/x.ipynb:3: the file breaks off before its end\n"
        "  Fix: Restore the notebook from a copy, for example from .ipynb_checkpoints."
    ),
    '{"cells": [],,}': (
        "notebooks/x.ipynb:1: the file is not a notebook: its JSON is broken at column 14\n"
        "  Fix: Restore the notebook from a copy, or mend that line in a text editor."
    ),
    '{\n<<<<<<< HEAD\n"cells": []\n=======\n': (
        "notebooks/x.ipynb:2: the file holds two versions that git could not merge\n"
        "  Fix: Choose one of them, for example with git checkout --ours or --theirs."
    ),
    "[" * 100_000: (
        "notebooks/x.ipynb: the file is not a notebook: its JSON is nested too deeply\n"
        "  Fix: Remove it from the content folder."
    ),
    '{"cells": [], "metadata": ' + '{"a":' * 200 + "1" + "}" * 201: (
        "notebooks/x.ipynb: the file is not a notebook: its JSON is nested too deeply\n"
        "  Fix: Remove it from the content folder."
    ),
}


@pytest.mark.parametrize("text", BROKEN, ids=lambda text: text[:12])
def test_a_file_that_is_no_notebook_is_one_error(text: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse_notebook(text, NAME)
    assert str(caught.value) == BROKEN[text]


def test_a_file_that_is_not_utf_8_is_one_error(tmp_path: Path) -> None:
    path = tmp_path / "x.ipynb"
    path.write_bytes('{"cells": ["é"]}'.encode("latin-1"))
    with pytest.raises(ContentError) as caught:
        read_notebook(path, NAME)
    assert str(caught.value) == (
        "notebooks/x.ipynb:1: the file is not UTF-8 text (byte 13 cannot be read)\n"
        "  Fix: Open it in a text editor and save it as UTF-8; if letters are wrong there, restore "
        "it from a copy."
    )


def test_a_file_that_is_gone_is_one_error(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="the file cannot be opened: No such file"):
        read_notebook(tmp_path / "x.ipynb", NAME)


OTHER_THINGS = {
    b"PK\x03\x04\x14\x00": "the file is a ZIP archive, not a notebook",
    b"\x1f\x8b\x08\x00": "the file is a compressed file, not a notebook",
    b"%PDF-1.7\n": "the file is a PDF, not a notebook",
    b"version https://git-lfs.github.com/spec/v1\noid sha256:4d\nsize 9\n": (
        "the file is what Git LFS keeps in place of a large file, not a notebook"
    ),
    b"\n<!DOCTYPE html><html>": "the file is a web page, not a notebook",
    '{"cells": ["é"]}'.encode()[:13]: "the file breaks off before its end",
}


@pytest.mark.parametrize("data", OTHER_THINGS, ids=lambda data: data[:8].hex())
def test_what_is_another_thing_than_a_notebook_is_called_by_its_name(data: bytes) -> None:
    with pytest.raises(ContentError) as caught:
        decode_notebook(data, NAME)
    assert caught.value.findings[0].message == OTHER_THINGS[data]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig"])
def test_encodings_about_which_there_is_no_doubt_are_read(encoding: str) -> None:
    text = json.dumps(raw_notebook({"cell_type": "markdown", "source": "Übung"}))
    assert parse_notebook(decode_notebook(text.encode(encoding), NAME), NAME).cells[0].source == (
        "Übung"
    )


@pytest.mark.parametrize(
    "text",
    [
        '{"cells": [{"cell_type": "markdown", "source": "a\tb"}]}',
        '{"cells": [{"cell_type": "markdown", "source": "a\\tb"}], "metadata": {"n": %s}}'
        % ("9" * 5000),
        '{"cells": [[{"cell_type": "Markdown", "source": "a\\tb"}], null]}',
    ],
    ids=["a tab as it is", "a number of 5,000 digits", "a list in the list of cells"],
)
def test_what_strict_readers_refuse_is_read_where_nothing_is_lost(text: str) -> None:
    parsed = parse_notebook_with_findings(text, NAME)
    assert [cell.source for cell in parsed.notebook.cells] == ["a\tb"]
    assert parsed.findings == ()


def test_what_follows_behind_a_notebook_is_left_out_and_said() -> None:
    text = '{"cells": []}\n}]}'
    [finding] = parse_notebook_with_findings(text, NAME).findings
    assert str(finding) == (
        "notebooks/x.ipynb:1: the file goes on behind the notebook's last bracket; what follows "
        "is left out\n"
        "  Fix: Compare the page with the notebook, and remove what follows in a text editor."
    )


def test_what_stands_in_place_of_a_cell_is_said() -> None:
    findings = parse_notebook_with_findings('{"cells": ["words", 3, null, {}]}', NAME).findings
    assert [found.message for found in findings[:2]] == [
        "text stands in place of a cell, which is not shown",
        "a number stands in place of a cell, which is not shown",
    ]


CONFLICT = "<<<<<<< local\nmine\n=======\ntheirs\n>>>>>>> remote"


def test_two_versions_inside_a_cell_are_an_error_at_their_line() -> None:
    with pytest.raises(ContentError) as caught:
        parse_notebook(
            json.dumps(
                raw_notebook({"cell_type": "markdown", "id": "a", "source": f"x\n{CONFLICT}"})
            ),
            NAME,
        )
    assert str(caught.value).startswith(
        "notebooks/x.ipynb#a:2: the file holds two versions that git could not merge\n"
    )


def test_two_versions_in_a_listing_are_words() -> None:
    source = f"```text\n{CONFLICT}\n```"
    assert parse({"cell_type": "markdown", "source": source}).cells[0].source == source


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes with names")
def test_a_file_that_became_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "x.ipynb")
    with pytest.raises(ContentError) as caught:
        read_notebook(tmp_path / "x.ipynb", NAME)
    assert str(caught.value) == (
        "notebooks/x.ipynb: this is a pipe or a device, not a file\n  Fix: Remove it."
    )


def test_a_file_that_no_memory_should_hold_is_one_error(tmp_path: Path) -> None:
    with (tmp_path / "x.ipynb").open("wb") as file:
        file.truncate(300_000_001)  # a hole, which takes no room on the disk
    with pytest.raises(ContentError) as caught:
        read_notebook(tmp_path / "x.ipynb", NAME)
    assert str(caught.value) == (
        "notebooks/x.ipynb: the file has more than 300 MB\n"
        "  Fix: Keep data in files beside the notebook, and clear outputs that nobody reads."
    )


TOO_MUCH = {
    "the notebook has more than 10,000 cells": ["x"] * 10_001,
    "the notebook has more than 2,000,000 characters of text and code": ["x" * 2_000_001],
}


@pytest.mark.parametrize("message", TOO_MUCH)
def test_what_is_no_article_any_more_is_one_error(message: str) -> None:
    cells = [{"cell_type": "markdown", "source": source} for source in TOO_MUCH[message]]
    with pytest.raises(ContentError) as caught:
        parse_notebook(json.dumps(raw_notebook(*cells)), NAME)
    assert caught.value.findings[0].message == message


JUNK_KEYS = [
    *("cells", "cell_type", "source", "metadata", "id", "outputs", "output_type", "data", "text"),
    *("tags", "name", "code", "markdown", "attachments", "worksheets", "input", "level"),
    *("prompt_number", "kernelspec", "traceback"),
]
JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(JUNK_KEYS),
            inner,
            max_size=4,
        )
    ),
    max_leaves=8,
)
OUTPUT = st.fixed_dictionaries(
    {"output_type": st.sampled_from(["stream", "error", "display_data", "pyout", "pyerr"])},
    optional=dict.fromkeys(("data", "text", "metadata", "name", "ename", "traceback"), JUNK),
)
CELL = st.fixed_dictionaries(
    {"cell_type": st.sampled_from(["code", "markdown", "raw", "heading", "html", "wat"])},
    optional={
        **dict.fromkeys(("source", "input", "metadata", "id", "level", "attachments"), JUNK),
        "outputs": st.lists(OUTPUT, max_size=3) | JUNK,
    },
)
NOTEBOOK = st.fixed_dictionaries(
    {"nbformat": st.sampled_from([1, 2, 3, 4, 5, None]), "metadata": JUNK},
    optional={
        "cells": st.lists(CELL | JUNK, max_size=4),
        "worksheets": st.lists(st.fixed_dictionaries({"cells": st.lists(CELL)}) | JUNK, max_size=2),
    },
)


@given(NOTEBOOK | JUNK)
def test_any_json_is_a_valid_notebook_afterwards_or_one_content_error(raw: object) -> None:
    try:
        notebook = parse_notebook(json.dumps(raw), NAME)
    except ContentError:
        return
    # nbformat knows no notebook without a kernel's name; Galley keeps an empty set of fields.
    if "name" not in notebook.metadata.kernelspec:
        del notebook.metadata["kernelspec"]
    nbformat.validate(notebook)


@given(st.text())
def test_any_text_is_a_notebook_or_one_content_error(text: str) -> None:
    with pytest.raises(ContentError):
        parse_notebook(text, NAME)
