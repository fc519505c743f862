from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from galley.execution.outputs import collect_outputs, plain_text, with_outputs, without_paths

FOLDER = Path("/srv/blog/notebooks")


def notebook(*cells: nbformat.NotebookNode) -> nbformat.NotebookNode:
    return new_notebook(cells=list(cells))


def ran(source: str, *outputs: nbformat.NotebookNode, **metadata: object) -> nbformat.NotebookNode:
    return new_code_cell(source, outputs=list(outputs), execution_count=1, metadata=metadata)


def text_of(output: nbformat.NotebookNode) -> nbformat.NotebookNode:
    kept = collect_outputs(notebook(ran("x", output)), FOLDER)
    return with_outputs(notebook(new_code_cell("x")), kept).cells[0].outputs[0]


def test_outputs_come_back_to_the_authors_cells_without_what_papermill_added() -> None:
    executed = notebook(
        ran("a = 1", tags=["parameters"]),
        ran("a = 2", tags=["injected-parameters"]),
        ran("a", new_output("stream", text="2"), papermill={"duration": 1.5}),
    )
    executed.metadata["papermill"] = {"duration": 2}
    author = notebook(new_code_cell("a = 1"), new_markdown_cell("New."), new_code_cell("a"))
    result = with_outputs(author, collect_outputs(executed, FOLDER))
    assert [cell.source for cell in result.cells] == ["a = 1", "New.", "a"]
    assert result.cells[2].outputs[0].text == "2"
    assert [cell.id for cell in result.cells] == [cell.id for cell in author.cells]
    assert "papermill" not in str(result)
    assert author.cells[2].outputs == []


def test_addresses_in_memory_are_the_same_at_each_run() -> None:
    data = {"text/plain": "[<matplotlib.lines.Line2D at 0x7f0c3a5d1e50>] 0x7f0c3a5d1e50"}
    output = text_of(new_output("execute_result", data))
    assert output.data["text/plain"] == "[<matplotlib.lines.Line2D at 0x0>] 0x7f0c3a5d1e50"


def test_widgets_are_numbered_and_their_live_state_is_left_out() -> None:
    view = {"application/vnd.jupyter.widget-view+json": {"model_id": "f00d"}, "text/plain": "w"}
    output = text_of(new_output("display_data", view))
    widget = output.data["application/vnd.jupyter.widget-view+json"]
    assert widget == {"model_id": "widget-1"}


def test_warnings_do_not_name_the_process_or_the_machine() -> None:
    warning = "/tmp/ipykernel_4711/123456.py:1: UserWarning: w\n/srv/blog/notebooks/m.py:2: x"
    output = text_of(new_output("stream", name="stderr", text=warning))
    assert output.text == "the cell:1: UserWarning: w\nm.py:2: x"


def test_what_was_printed_comes_in_one_piece_between_other_outputs() -> None:
    def stream(name: str, text: str) -> nbformat.NotebookNode:
        return new_output("stream", name=name, text=text)

    figure = new_output("display_data", {"text/plain": "f"})
    pieces = (
        stream("stderr", "w"),
        stream("stdout", "a"),
        stream("stdout", "b"),
        stream("stderr", "x"),
        stream("stdout", "c"),
        figure,
        stream("stdout", "d"),
        stream("stdout", "e"),
    )
    kept = collect_outputs(notebook(ran("x", *pieces)), FOLDER).cells[0]["outputs"]
    assert [output.get("text", "f") for output in kept] == ["abc", "wx", "f", "de"]
    assert pieces[1].text == "a"


def test_what_code_prints_is_left_as_it_is() -> None:
    printed = "/srv/blog/notebooks/m.py at 0x7f0c3a5d1e50>"
    assert text_of(new_output("stream", text=printed)).text == printed


def test_tracebacks_name_files_as_seen_from_the_notebook_or_the_packages() -> None:
    home = Path.home() / "blog"
    text = (
        "File \x1b[32m~/blog/deep/m.py:2\x1b[39m\n"
        "File \x1b[32m~/env/lib/python3.11/site-packages/numpy/core.py:3\x1b[39m\n"
        "File \x1b[32m/usr/lib/python3.11/json/decoder.py:4\x1b[39m"
    )
    assert plain_text(without_paths(text, home)) == (
        "File deep/m.py:2\nFile numpy/core.py:3\nFile json/decoder.py:4"
    )
