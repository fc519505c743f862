"""Texts on the desk: only what is mended changes, and only where nobody else changed it."""

import json
import stat
import sys

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from galley.findings import EnvironmentFault
from galley.mending import Piece, read_desk, write_mended
from galley.mending.desk import Desk, FileText

TEXTS = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\r") | st.sampled_from('\n"é'),
    max_size=60,
)


def write(desk, kept=None):
    return write_mended(desk, [].append if kept is None else kept)


def desk_of(tmp_path, data, name="a.ipynb"):
    path = tmp_path / name
    path.write_bytes(data)
    return path, read_desk({name: path})


def notebook(*sources):
    cells = [new_markdown_cell(source, id=f"c{number}") for number, source in enumerate(sources)]
    return (nbformat.writes(new_notebook(cells=cells)) + "\n").encode()


@given(
    before=st.lists(TEXTS.filter(bool), min_size=1, max_size=3),
    # Without a line there is no form that could be kept.
    after=TEXTS.filter(bool),
    indent=st.sampled_from([1, 2, None]),
    bom=st.sampled_from(["", "\ufeff"]),
)
def test_what_is_mended_and_taken_back_leaves_the_bytes_as_they_were(*, before, after, indent, bom):
    cells = [
        {"id": f"c{n}", "source": text.splitlines(keepends=True)} for n, text in enumerate(before)
    ]
    text = bom + json.dumps({"cells": cells, "x": 1.50}, indent=indent, ensure_ascii=False)
    data = text.encode()
    piece = Piece("a", "c0")
    desk = Desk({"a": FileText(None, data)})
    there = desk.text(piece)
    mended = dict_of(desk.with_text(piece, after))
    assert (mended == {}) == (after == there)
    changed = Desk({"a": FileText(None, mended.get("a", data))})
    assert changed.text(piece) == after
    assert dict_of(changed.with_text(piece, there)).get("a", data) == data


def dict_of(desk):
    return dict.fromkeys("a", *(data for _, data in desk.mended_files())) if desk.changes() else {}


def test_a_notebook_of_nbformat_is_written_as_nbformat_writes_it(tmp_path):
    first = new_notebook(cells=[new_markdown_cell("é\nb", id="a"), new_code_cell("x", id="b")])
    path, desk = desk_of(tmp_path, (nbformat.writes(first) + "\n").encode())
    write(desk.with_text(Piece("a.ipynb", "b"), "#| alt: ü\nx"))
    first.cells[1].source = "#| alt: ü\nx"
    assert path.read_text(encoding="utf-8") == nbformat.writes(first) + "\n"


def test_several_cells_of_a_file_are_mended_at_once(tmp_path):
    path, desk = desk_of(tmp_path, notebook("one", "two", "three"))
    for cell, text in (("c2", "3"), ("c0", "1\n1")):
        desk = desk.with_text(Piece("a.ipynb", cell), text)
    write(desk)
    cells = nbformat.read(path, 4).cells
    assert [cell.source for cell in cells] == ["1\n1", "two", "3"]


def test_a_file_that_was_changed_meanwhile_is_left_alone(tmp_path):
    path, desk = desk_of(tmp_path, notebook("one"))
    path.write_bytes(notebook("one, saved again"))
    outcome = write(desk.with_text(Piece("a.ipynb", "c0"), "1"))
    assert (outcome.files, outcome.changed_meanwhile) == ((), (path,))
    assert path.read_bytes() == notebook("one, saved again")


def test_a_file_that_appeared_or_went_meanwhile_is_left_alone(tmp_path):
    desk = read_desk({"r.bib": tmp_path / "r.bib"}).with_text(Piece("r.bib"), "@article{a,}")
    (tmp_path / "r.bib").write_text("mine")
    assert write(desk).changed_meanwhile == (tmp_path / "r.bib",)
    path, desk = desk_of(tmp_path, notebook("one"))
    path.unlink()
    outcome = write(desk.with_text(Piece("a.ipynb", "c0"), "1"))
    assert outcome.changed_meanwhile == (path,)
    assert not path.exists()


def test_nothing_is_written_where_nothing_is_different(tmp_path):
    path, desk = desk_of(tmp_path, notebook("one"))
    assert write(desk.with_text(Piece("a.ipynb", "c0"), "one")).files == ()
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_not_utf_8_is_not_mended(tmp_path):
    path, desk = desk_of(tmp_path, "José".encode("cp1252"), "r.bib")
    assert desk.text(Piece("r.bib")) is None
    assert write(desk.with_text(Piece("r.bib"), "x")).files == ()
    assert path.read_bytes() == "José".encode("cp1252")


def test_a_byte_order_mark_and_windows_lines_stay(tmp_path):
    path, desk = desk_of(tmp_path, "\ufeffa\r\nb\r\n".encode(), "r.bib")
    piece = Piece("r.bib")
    write(desk.with_text(piece, desk.text(piece) + "c\r\n"))
    assert path.read_bytes() == "\ufeffa\r\nb\r\nc\r\n".encode()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such permissions and links")
def test_permissions_and_links_stay(tmp_path):
    real, _ = desk_of(tmp_path, notebook("one"), "real.ipynb")
    real.chmod(0o640)
    link = tmp_path / "a.ipynb"
    link.symlink_to(real)
    write(read_desk({"a": link}).with_text(Piece("a", "c0"), "1"))
    assert link.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert nbformat.read(real, 4).cells[0].source == "1"


def test_a_file_is_kept_before_it_is_written_over(tmp_path):
    path = tmp_path / "r.bib"
    path.write_text("old")
    seen = []
    desk = read_desk({"r.bib": path}).with_text(Piece("r.bib"), "new")
    write(desk, lambda file: seen.append(file.read_text()))
    assert seen == ["old"]


def test_what_cannot_be_kept_is_not_written_over(tmp_path):
    path = tmp_path / "r.bib"
    path.write_text("old")
    desk = read_desk({"r.bib": path}).with_text(Piece("r.bib"), "new")

    def refuse(_file):
        raise EnvironmentFault("no room")

    with pytest.raises(EnvironmentFault):
        write(desk, refuse)
    assert path.read_text() == "old"
