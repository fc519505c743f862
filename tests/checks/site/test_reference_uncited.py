"""Entries that no article cites: reference-uncited, bibliography-mostly-uncited."""

from __future__ import annotations

from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, writes

from galley.checks.content import read_manuscripts
from galley.checks.site import bibliography_mostly_uncited, reference_uncited
from galley.workspace import read_workspace


def write(folder: Path, name: str, text: str, code: str = "") -> None:
    cells = [new_markdown_cell(f"---\ntitle: X\n---\n{text}", id="text")]
    cells += [new_code_cell(code, id="code")] if code else []
    (folder / name).write_text(writes(new_notebook(cells=cells)), encoding="utf-8")


def bibliography(folder: Path, *keys: str) -> None:
    entries = (f"@book{{{key}, author={{Smith, A.}}, year=2020}}\n" for key in keys)
    (folder / "references.bib").write_text("".join(entries), encoding="utf-8")


def told(rule, folder: Path) -> list[str]:
    workspace = read_workspace(folder, "content")
    found = rule.findings(read_manuscripts(workspace, 2026), workspace)
    return [str(finding) for finding in found]


UNCITED, MOSTLY = reference_uncited.RULE, bibliography_mostly_uncited.RULE


@pytest.mark.parametrize("text", ["It rises [@a].", "Kadarnya naik [@a]."])
def test_an_entry_that_no_article_cites(tmp_path, text):
    write(tmp_path, "x.ipynb", text)
    bibliography(tmp_path, "a", "b")
    assert told(UNCITED, tmp_path) == [
        "content/references.bib:2: no article cites 'b' (Smith 2020)\n"
        "  Fix: cite it as [@b] where it backs a claim, or remove the entry."
    ]
    assert told(MOSTLY, tmp_path) == []


def test_what_a_translation_a_figure_or_typed_words_cite_is_cited(tmp_path):
    (tmp_path / "site.toml").write_text('languages = ["en", "id"]\n')
    write(tmp_path, "x.ipynb", "It rises.", "#| evidence: data [@a]\nplot()")
    write(tmp_path, "x.id.ipynb", "Kadarnya naik [@b].")
    write(tmp_path, "y.ipynb", "So did Jones (2021).", 'mine(sources=["c"])')
    (tmp_path / "figure.py").write_text('SOURCE = "d"\n')
    bibliography(tmp_path, "a", "b", "c", "d")
    with (tmp_path / "references.bib").open("a") as file:
        file.write("@book{j, author={Jones, B.}, year=2021}\n")
    assert told(UNCITED, tmp_path) == []


def test_figures_of_the_library_bring_their_sources(tmp_path):
    code = "from galley_figures import plasticity_window\nplasticity_window()"
    write(tmp_path, "x.ipynb", "Words.", code)
    bibliography(tmp_path, "bernhardt2017", "smith2020")
    assert [line.split("\n")[0] for line in told(UNCITED, tmp_path)] == [
        "content/references.bib:2: no article cites 'smith2020' (Smith 2020)"
    ]


def test_a_whole_library_is_told_once(tmp_path):
    write(tmp_path, "x.ipynb", "It rises [@k1].")
    bibliography(tmp_path, *(f"k{number}" for number in range(30)))
    assert told(UNCITED, tmp_path) == []
    assert told(MOSTLY, tmp_path) == [
        "content/references.bib: 29 of 30 entries are cited by no article\n"
        "  Fix: nothing needs to be done if this is your whole library; readers see only what is "
        'cited. bibliography-mostly-uncited = "off" under [checks.severity] in site.toml '
        "ends this advice."
    ]


def test_where_a_notebook_cannot_be_read_nothing_is_said(tmp_path):
    write(tmp_path, "x.ipynb", "Words.")
    (tmp_path / "y.ipynb").write_text("{")
    bibliography(tmp_path, "a")
    assert told(UNCITED, tmp_path) == []
