"""Texts in a content folder: which are articles, and which are one with a notebook."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output, new_raw_cell

from galley.cli import run
from galley.execution.plan import plan
from galley.execution.store import open_store
from galley.findings import Place
from galley.text_articles import TextLook, code_in, look_at
from galley.text_places import place_in_cell, place_in_file
from galley.workspace import Workspace, read_workspace

FRONT = "---\ntitle: One\ndate: 2026-11-20\n---"
TEXT = f"{FRONT}\n\nWords.\n\n```{{code-cell}}\n1 + 1\n```\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    content = tmp_path / "n"
    content.mkdir()
    (content / "site.toml").write_text('languages = ["en", "id"]\n')
    return content


def notebook(front: str = FRONT, words: str = "Words.", **metadata: object) -> str:
    shown = new_output("execute_result", data={"text/plain": "2"}, execution_count=1)
    cells = [
        new_raw_cell(front),
        new_markdown_cell(words),
        new_code_cell("1 + 1", execution_count=1, outputs=[shown]),
    ]
    return nbformat.writes(new_notebook(cells=cells, metadata=dict(metadata)))


def put(folder: Path, **files: str) -> Workspace:
    for name, text in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem.replace('_', '.')}.{suffix}").write_text(text, encoding="utf-8")
    return read_workspace(folder, "n")


def told(workspace: Workspace) -> list[str]:
    found = [*workspace.findings, *(each for one in workspace.broken for each in one.findings)]
    return [str(each) for each in found]


@pytest.mark.parametrize(
    ("text", "look"),
    [
        ("---\ntitle: X\n---\n", TextLook(is_article=True)),
        ("\ufeff---\r\ndate: 1\r\ntitle: X\r\n---\r\nWords", TextLook(is_article=True)),
        ("---\nkernelspec:\n  name: python3\n---\n", TextLook(is_article=True)),
        ("# Only a heading\n", TextLook()),
        ("---\n\nA rule above a paragraph.\n\n---\n", TextLook()),
        ("---\ndate: 2026-01-01\n---\nWords\n", TextLook(is_unclear=True)),
        ("# Head\n\n```{code-cell}\n1\n```\n", TextLook(is_unclear=True)),
        ("", TextLook()),
    ],
)
def test_a_text_is_an_article_where_its_front_matter_says_so(text: str, look: TextLook) -> None:
    assert look_at(text) == look


def test_texts_stand_beside_notebooks_and_readmes_do_not(folder: Path) -> None:
    workspace = put(
        folder,
        one_md=TEXT,
        one_id_md=TEXT.replace("One", "Satu"),
        two_qmd="Words.\n",
        three_ipynb=notebook(),
        README_md=TEXT,
        _part_qmd=TEXT,
        notes_md="# Notes\n",
    )
    assert [(each.file, each.slug, each.lang) for each in workspace.sources] == [
        ("n/one.id.md", "one", "id"),
        ("n/one.md", "one", "en"),
        ("n/three.ipynb", "three", "en"),
        ("n/two.qmd", "two", "en"),
    ]
    assert workspace.sources[0].translation_of == "one"
    assert told(workspace) == []


def test_a_text_that_only_names_its_kernel_has_no_front_matter(folder: Path) -> None:
    """Nobody who wrote it was asked for its date and authors."""
    kernel = "jupyter:\n  kernelspec: {name: python3, display_name: Python 3}"
    workspace = put(folder, a_md=f"---\n{kernel}\n---\n\n# A\n", b_ipynb=notebook())
    assert {s.slug: s.has_front_matter for s in workspace.sources} == {"a": False, "b": True}


def test_a_text_translates_a_notebook(folder: Path) -> None:
    workspace = put(folder, one_ipynb=notebook(), one_id_md=TEXT)
    assert [each.translation_of for each in workspace.sources] == ["one", None]


def test_a_text_that_looks_like_an_article_is_told_of_once(folder: Path) -> None:
    workspace = put(folder, one_md=TEXT, unclear_md="```{code-cell}\n1\n```\n")
    assert told(workspace) == [
        "n/unclear.md: the text is left out, because it has no title in front matter\n"
        "  Fix: To publish it, begin it with a line --- then title: and its title, "
        "then a line ---."
    ]


def test_a_text_and_its_notebook_are_one_article_with_the_notebook_s_outputs(folder: Path) -> None:
    workspace = put(folder, one_md=TEXT, one_ipynb=notebook())
    (source,) = workspace.sources
    assert (source.file, told(workspace)) == ("n/one.md", [])
    assert source.notebook.cells[-1].outputs[0].data == {"text/plain": "2"}
    assert source.path.with_suffix(".ipynb") in workspace.linked_pages.notebooks
    # Whichever is named, it is the same article.
    for name in ("one.md", "one.ipynb"):
        assert read_workspace(folder / name, f"n/{name}").selected == {"n/one.md"}


def test_two_files_of_one_name_that_differ_are_one_clear_error(folder: Path) -> None:
    workspace = put(folder, one_md=TEXT, one_ipynb=notebook(words="Other words."))
    assert workspace.sources == ()
    assert told(workspace) == [
        "n/one.md:6: one.ipynb has the same name and says something else from this line on\n"
        "  Fix: Delete one of the two, or give one.ipynb another name."
    ]


@pytest.mark.parametrize(("seconds", "is_refused"), [(-60, False), (0, False), (60, True)])
def test_of_a_pair_that_differs_the_text_is_read_unless_the_notebook_is_newer(
    folder: Path,
    seconds: int,
    is_refused: bool,  # noqa: FBT001
) -> None:
    other = notebook(words="Other words.", jupytext={"formats": "ipynb,md:myst"})
    put(folder, one_md=TEXT, one_ipynb=other)
    written = (folder / "one.md").stat().st_mtime + seconds
    os.utime(folder / "one.ipynb", (written, written))
    workspace = read_workspace(folder, "n")
    assert len(workspace.broken) == is_refused
    if is_refused:
        assert told(workspace) == [
            "n/one.md:6: one.ipynb is newer than its text and says something else from this "
            "line on\n  Fix: Take over what is new in one.ipynb, or delete it: only its outputs "
            "would be lost."
        ]
    else:
        assert "Words." in [cell.source for cell in workspace.sources[0].notebook.cells]


def test_findings_name_lines_of_the_file_in_every_format(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(folder, one_md=f"{FRONT}\n\nWords.\n\nMore [@nobody].\n")
    run(["check", "n"])
    assert "n/one.md:8: unknown citation key 'nobody'" in capsys.readouterr().out
    run(["check", "n", "--format", "github"])
    assert "file=n/one.md,line=8,title=citation-unknown-key::" in capsys.readouterr().out
    run(["check", "n", "--format", "sarif"])
    out = capsys.readouterr().out
    assert '"startLine": 8' in out
    assert "cell-" not in out
    run(["check", "n", "--format", "json"])
    out = capsys.readouterr().out
    assert '"line": 8' in out
    assert "cell-" not in out


def test_a_text_is_mended_in_place(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = TEXT.replace("Words.", "Words [@nobody].   ").replace("\n", "\r\n")
    (folder / "one.md").write_bytes(text.encode())
    run(["check", "n", "--fix", "--yes"])
    out = capsys.readouterr().out
    assert "Mended 2 files." in out
    assert out.startswith("--- n/one.md:1 now\n+++ n/one.md:1 mended\n")
    mended = (folder / "one.md").read_bytes().decode()
    added = "review_by: 2028-11-20\r\n"
    assert mended == text.replace("2026-11-20\r\n", f"2026-11-20\r\n{added}", 1)
    run(["restore", "n/one.md", "--copy", "1", "--yes"])
    assert (folder / "one.md").read_bytes().decode() == text


def test_prose_runs_nothing_again_and_code_does(folder: Path) -> None:
    store = open_store(folder)

    def code_key(text: str) -> str:
        workspace = put(folder, one_md=text)
        (job,) = plan(workspace, store, parameters={}, today=date(2026, 11, 26)).jobs
        assert job.parts is not None
        return job.parts.key

    before = code_key(TEXT)
    assert code_key(TEXT.replace("Words.", "More.\n\n+++\n\nWords.")) == before
    assert code_key(TEXT.replace("```{code-cell}", "```{code-cell}\n:tags: [hide-input]")) == before
    assert code_key(TEXT.replace("1 + 1", "1 + 2")) != before


def test_code_is_found_quickly_before_anything_is_read() -> None:
    assert code_in(TEXT) == "1 + 1\n"
    assert code_in("Words.\n\n```\ntext\n```\n") == ""
    assert code_in(TEXT.replace("Words", "Other")) == code_in(TEXT)


def test_what_is_mended_in_a_text_is_mended_in_its_notebook(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = TEXT.replace("2026-11-20\n", "2026-11-20\nkernelspec: {name: python3}\n")
    put(folder, one_md=text, one_ipynb=notebook())
    run(["check", "n", "--fix", "--yes"])
    assert "Mended 2 files." in capsys.readouterr().out
    assert "review_by" in (folder / "one.md").read_text()
    (source,) = read_workspace(folder, "n").sources
    assert source.notebook.cells[-1].outputs


def test_front_matter_in_the_metadata_of_a_notebook_is_no_difference(folder: Path) -> None:
    cells = [new_markdown_cell("Words."), new_code_cell("1 + 1")]
    bare = nbformat.writes(new_notebook(cells=cells, metadata={"title": "One"}))
    assert told(put(folder, one_md=TEXT, one_ipynb=bare)) == []


def test_a_line_of_the_file_is_a_line_of_a_cell_and_back() -> None:
    lines = {"n/a.md": {"cell-1": 1, "cell-2": 6, "cell-3": 10}}
    for place in (Place("n/a.md", "cell-2", 3), Place("n/a.md", "cell-3", 1), Place("n/b.ipynb")):
        assert place_in_cell(place_in_file(place, lines), lines) == place
