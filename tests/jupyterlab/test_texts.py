"""Texts as notebooks: what JupyterLab's server reads and saves."""

from __future__ import annotations

import asyncio
import inspect
import json
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_server.services.contents.filemanager import AsyncFileContentsManager
from jupyter_server.services.contents.largefilemanager import LargeFileManager
from jupytext import build_async_jupytext_contents_manager_class
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell
from tornado.web import HTTPError

from galley.jupyterlab.texts import with_texts
from galley.kept_copies import KeptCopies
from galley.workspace import read_workspace

FRONT = "---\ntitle: One  # ours\ndate: 2026-11-20\n---"
TEXT = f"{FRONT}\n\nWords.\n\n```{{code-cell}} python\n:tags: [hide-input]\n\n1 + 1\n```\n"
QUARTO = "---\ntitle: 'Two'\njupyter: python3\n---\n\nWords.\n\n```{python}\n1 + 1\n```\n"


class Server:
    """A contents manager on a folder, asked as Jupyter's routes ask it."""

    def __init__(self, folder: Path, base: Any) -> None:
        self.folder = folder
        self.manager = with_texts(base)(root_dir=str(folder))

    def ask(self, method: str, *asked: Any, **named: Any) -> dict[str, Any]:
        found = getattr(self.manager, method)(*asked, **named)
        return dict(asyncio.run(found) if inspect.isawaitable(found) else found)

    def open(self, path: str) -> Any:
        model = self.ask("get", path, type="notebook", content=True)
        assert (model["type"], model["format"]) == ("notebook", "json")
        return nbformat.from_dict(json.loads(json.dumps(model["content"])))

    def save(self, path: str, notebook: Any) -> dict[str, Any]:
        saved = self.ask("save", {"type": "notebook", "content": dict(notebook)}, path)
        assert saved["type"] == "notebook"
        return saved

    def put(self, **files: str) -> None:
        for name, text in files.items():
            (self.folder / name.replace("_", ".")).write_bytes(text.encode())

    def text(self, name: str) -> str:
        return (self.folder / name).read_bytes().decode()


BASES = {
    "plain": AsyncFileContentsManager,
    "sync": LargeFileManager,
    "jupytext": build_async_jupytext_contents_manager_class(AsyncFileContentsManager),
}


@pytest.fixture(params=BASES)
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Server:
    return Server(tmp_path, BASES[request.param])


def beside(words: str = "Words.", **metadata: Any) -> str:
    shown = new_output("execute_result", data={"text/plain": "2"}, execution_count=1)
    cells = [
        new_raw_cell(FRONT),
        new_markdown_cell(words),
        new_code_cell("1 + 1", outputs=[shown], execution_count=1),
    ]
    return nbformat.writes(new_notebook(cells=cells, metadata=metadata))


@pytest.mark.parametrize(("name", "text"), [("a.md", TEXT), ("a.qmd", QUARTO)])
def test_a_text_opens_as_a_notebook_and_saves_as_it_was(
    server: Server, name: str, text: str
) -> None:
    (server.folder / name).write_bytes(text.replace("\n", "\r\n").encode())
    notebook = server.open(name)
    assert [cell.cell_type for cell in notebook.cells] == ["raw", "markdown", "code"]
    assert notebook.cells[0].source == text.partition("\n\n")[0]
    notebook.cells[2].execution_count = 1
    notebook.cells[2].outputs = [new_output("stream", text="2")]
    server.save(name, notebook)
    assert server.text(name) == text.replace("\n", "\r\n")
    notebook.cells[1].source = "Other words."
    server.save(name, notebook)
    assert server.text(name) == text.replace("Words.", "Other words.").replace("\n", "\r\n")


def test_a_text_stays_a_text_for_whoever_asks_for_one(server: Server) -> None:
    server.put(a_md=TEXT)
    model = server.ask("get", "a.md", type="file", format="text")
    assert (model["type"], model["content"]) == ("file", TEXT)
    server.ask("save", {"type": "file", "format": "text", "content": "# x\n"}, "a.md")
    assert server.text("a.md") == "# x\n"


def test_a_notebook_alone_is_a_notebook(server: Server) -> None:
    server.put(a_ipynb=beside(), b_md="# No article\n", b_ipynb=beside())
    for name in ("a.ipynb", "b.ipynb"):
        notebook = server.open(name)
        assert notebook.cells[2].outputs
        server.save(name, notebook)
    assert server.text("b.md") == "# No article\n"


@pytest.mark.parametrize("opened", ["a.md", "a.ipynb"])
def test_a_pair_stays_in_step_whichever_is_open(server: Server, opened: str) -> None:
    server.put(a_md=TEXT.replace(":tags: [hide-input]\n\n", ""), a_ipynb=beside(mine=1))
    notebook = server.open(opened)
    assert notebook.cells[2].outputs[0].data == {"text/plain": "2"}
    notebook.cells[1].source = "Other words."
    server.save(opened, notebook)
    assert server.text("a.md") == TEXT.replace("Words", "Other words").replace(
        ":tags: [hide-input]\n\n", ""
    )
    whole = nbformat.reads(server.text("a.ipynb"), 4)
    assert [cell.source for cell in whole.cells] == [FRONT, "Other words.", "1 + 1"]
    assert whole.cells[2].outputs[0].data == {"text/plain": "2"}
    assert whole.metadata.mine == 1
    assert whole.metadata.jupytext.formats == "ipynb,md:myst"
    (source,) = read_workspace(server.folder, "n").sources
    assert source.file == "n/a.md"


def test_a_text_that_was_changed_outside_is_kept_before_a_pair_is_saved(server: Server) -> None:
    paired = beside(jupytext={"formats": "ipynb,md:myst"})
    server.put(a_ipynb=paired, a_md=TEXT)
    notebook = server.open("a.ipynb")
    changed = TEXT.replace("Words", "Changed in an editor")
    server.put(a_md=changed)
    server.save("a.ipynb", notebook)
    kept = KeptCopies(server.folder)
    assert [kept.read(copy) for copy in kept.of("a.md")] == [changed.encode()]


def test_two_files_that_differ_and_are_no_pair_are_left_alone(server: Server) -> None:
    server.put(a_md=TEXT, a_ipynb=beside("Other words."))
    assert server.open("a.ipynb").cells[1].source == "Other words."
    server.save("a.ipynb", server.open("a.ipynb"))
    server.save("a.md", server.open("a.md"))
    assert server.text("a.md") == TEXT
    assert "Other words." in server.text("a.ipynb")


def test_a_text_that_cannot_be_read_says_where(server: Server) -> None:
    server.put(a_md="Words.\n\n+++ {no\n\nMore 100 %.\n")
    with pytest.raises(HTTPError) as raised:
        server.open("a.md")
    assert raised.value.status_code == 400
    assert str(raised.value.log_message).startswith("a.md:3: the cell cannot be read: ")
