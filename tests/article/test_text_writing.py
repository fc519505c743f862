"""Notebooks written into their texts: what did not change stays, byte for byte."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell
from tests.article.test_text_notebook import MYST_TEXT, QUARTO_TEXT

from galley.article.text_notebook import parse_text_notebook
from galley.article.text_writing import write_text


def notebook_of(text: str, name: str = "a.md") -> NotebookNode:
    return parse_text_notebook(text, name).notebook


def said(notebook: NotebookNode) -> list[tuple[str, str, dict[str, object]]]:
    return [(cell.cell_type, cell.source, dict(cell.metadata)) for cell in notebook.cells]


@pytest.mark.parametrize(("text", "name"), [(MYST_TEXT, "a.md"), (QUARTO_TEXT, "a.qmd")])
@pytest.mark.parametrize("ending", ["\n", "\r\n"])
def test_what_is_saved_without_a_change_is_the_same_bytes(
    text: str, name: str, ending: str
) -> None:
    written = "\ufeff" + text.replace("\n", ending)
    assert write_text(written, name, notebook_of(written, name)) == written


def test_outputs_and_what_programs_note_are_not_written() -> None:
    notebook = notebook_of(MYST_TEXT)
    for cell in notebook.cells:
        cell.metadata["trusted"] = True
        if cell.cell_type == "code":
            cell.execution_count, cell.outputs = 3, [{"output_type": "stream", "text": "x"}]
    notebook.metadata["language_info"] = {"name": "python", "version": "3.11"}
    assert write_text(MYST_TEXT, "a.md", notebook) == MYST_TEXT


def test_a_changed_cell_changes_its_lines_alone() -> None:
    notebook = notebook_of(MYST_TEXT)
    for index, cell in enumerate(notebook.cells):
        changed = notebook_of(MYST_TEXT)
        changed.cells[index].source = f"{cell.source}\n# more"
        written = write_text(MYST_TEXT, "a.md", changed)
        lines = written.split("\n")
        lines.remove("# more")
        assert lines == MYST_TEXT.split("\n")


def test_cells_are_added_moved_and_removed() -> None:
    notebook = notebook_of(MYST_TEXT)
    del notebook.cells[-2]
    notebook.cells[2:2] = [
        new_markdown_cell("New words."),
        new_markdown_cell("For patients.", metadata={"tags": ["edition:patient"]}),
        new_code_cell("new()", metadata={"tags": ["remove-cell"]}),
        new_code_cell("```\nfenced"),
    ]
    written = write_text(MYST_TEXT, "a.md", notebook)
    assert said(notebook_of(written)) == said(notebook)
    added = (
        "Words.\n\n+++\n\nNew words.\n\n"
        '+++ {"tags": ["edition:patient"]}\n\nFor patients.\n\n'
        "```{code-cell} ipython3\n:tags: [remove-cell]\n\nnew()\n```\n\n"
        "````{code-cell} ipython3\n```\nfenced\n````\n\n"
        "```{code-cell} ipython3\n:tags: [parameters]"
    )
    assert added in written


def test_another_kernel_is_named_in_the_front_matter() -> None:
    notebook = notebook_of(MYST_TEXT)
    notebook.metadata.kernelspec = {"name": "ir", "display_name": "R", "language": "R"}
    written = write_text(MYST_TEXT, "a.md", notebook)
    assert written == MYST_TEXT.replace("name: python3", "name: ir").replace("Python 3", "R")
    plain = "---\ntitle: X\n---\n\nWords.\n"
    notebook = notebook_of(plain)
    notebook.metadata.kernelspec = {"name": "python3", "display_name": "Python 3 (ipykernel)"}
    assert write_text(plain, "a.md", notebook) == plain
    notebook.metadata.kernelspec = {"name": "ir", "display_name": "R"}
    assert write_text(plain, "a.md", notebook) == (
        "---\ntitle: X\nkernelspec:\n  name: ir\n  display_name: R\n---\n\nWords.\n"
    )


@pytest.mark.parametrize(
    ("name", "code"),
    [("a.md", "```{code-cell} ipython3\n1\n```"), ("a.qmd", "```{python}\n1\n```")],
)
def test_a_new_text_is_plain(name: str, code: str) -> None:
    front = "---\ntitle: X\n---"
    cells = [new_raw_cell(front), new_markdown_cell("Words."), new_code_cell("1")]
    written = write_text("", name, new_notebook(cells=cells))
    assert written == f"{front}\n\nWords.\n\n{code}\n"
    assert [cell[:2] for cell in said(notebook_of(written, name))] == [
        ("raw", front),
        ("markdown", "Words."),
        ("code", "1"),
    ]


def test_front_matter_in_a_markdown_cell_stands_at_the_top() -> None:
    front = "---\ntitle: X\n---"
    apart = new_notebook(cells=[new_markdown_cell(front), new_markdown_cell("Words.")])
    together = new_notebook(cells=[new_markdown_cell(f"{front}\n# Head\n\nWords.")])
    assert write_text("", "a.md", apart) == f"{front}\n\nWords.\n"
    assert write_text("", "a.md", together) == f"{front}\n\n# Head\n\nWords.\n"


SOURCES = st.lists(
    st.sampled_from(
        ["words", "", "# Head", "- a", "```", "````", "x = 1", "  more", ":a: 1", "---"]
    ),
    max_size=4,
).map("\n".join)
CELLS = st.lists(
    st.tuples(st.sampled_from(["code", "code+"]), SOURCES)
    | st.tuples(st.just("markdown"), st.sampled_from(["Words.", "# Head\n\nmore", "- a\n- b"])),
    max_size=5,
)


def made(cells: list[tuple[str, str]]) -> NotebookNode:
    def cell(kind: str, source: str) -> NotebookNode:
        if kind == "markdown":
            return new_markdown_cell(source)
        return new_code_cell(source, metadata={"tags": ["a"]} if kind == "code+" else {})

    return new_notebook(cells=[cell(*each) for each in cells])


@given(first=CELLS, second=CELLS)
def test_whatever_is_saved_is_read_again(
    first: list[tuple[str, str]], second: list[tuple[str, str]]
) -> None:
    text = write_text("", "a.md", made(first))
    assert write_text(text, "a.md", notebook_of(text)) == text
    again = write_text(text, "a.md", made(second))
    kept = [(kind, source) for kind, source, _ in said(notebook_of(again))]
    assert kept == [(kind.rstrip("+"), source) for kind, source in second]
