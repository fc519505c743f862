"""`galley sign`: the page names who signed its text until that text changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from galley.cli import run
from galley.site.build import build_site
from galley.site.request import BuildRequest

FRONT = """---
title: A title
date: 2026-11-01
authors: [{name: Ana Putri, credentials: MD, affiliation: B}]
reviewers: [lopez]
reviewed: 2026-11-02
disclosures: none
---"""
SITE = """
title = "Site"
base_url = "https://example.org"
languages = ["en", "id"]
[authors.lopez]
name = "Maria Lopez"
credentials = "MD, PhD"
[authors.editor]
name = "Eva Sari"
"""
BIB = "@article{{bi2001, title = {{{title}}}, author = {{Bi, Guo-Qiang}}, year = {{2001}}}}\n"
Said = Callable[..., str]


def write(folder: Path, text: str = "Side effects were rare [@bi2001].", code: str = "") -> None:
    cells = [new_markdown_cell(FRONT, id="front"), new_markdown_cell(text, id="words")]
    cells += [new_code_cell(code, id="plot")] if code else []
    notebook = new_notebook(cells=cells)
    notebook.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3"}
    (folder / "x.ipynb").write_text(nbformat.writes(notebook), encoding="utf-8")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795651200")  # 26 November 2026
    content = tmp_path / "notebooks"
    content.mkdir()
    write(content)
    (content / "site.toml").write_text(SITE)
    (content / "references.bib").write_text(BIB.format(title="Synapses"))
    return content


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    def say(*words: str, code: int = 0) -> str:
        assert run(list(words)) == code
        out, err = capsys.readouterr()
        return out + err

    return say


def page(folder: Path) -> str:
    site = folder.parent / "site"
    build_site(BuildRequest(folder, "notebooks", site, date(2026, 11, 26)))
    return (site / "x.html").read_text(encoding="utf-8")


def status(said: Said) -> str:
    return " ".join(said("status").split())


def test_a_page_names_who_signed_until_its_text_changes(folder: Path, said: Said) -> None:
    html = page(folder)
    assert "Maria Lopez" in html, "the author's own word"
    assert "2 November 2026" in html

    assert said("sign", "x", "--as", "lopez") == (
        "Maria Lopez, MD, PhD has read and signed the text of notebooks/x.ipynb on 2026-11-26.\n"
        "Kept in notebooks/sheets/x.en.yml; put it under version control.\n"
        "Its page says so after the next build, until the text changes.\n"
    )
    html = page(folder)
    assert "Read this text on 26 November 2026. It has not changed since." in html
    assert '"lastReviewed":"2026-11-26"' in html.replace(" ", "")
    assert "2 November 2026" not in html
    assert "reviewed by Maria Lopez, MD, PhD on 2026-11-26" in status(said)

    write(folder, "Side effects\nwere rare [@bi2001].")
    assert "Read this text on 26 November 2026." in page(folder), "lines alone changed"

    write(folder, "Side effects were never seen [@bi2001].")
    html = page(folder)
    assert "Maria Lopez" not in html
    assert "lastReviewed" not in html
    assert (
        "unsigned: Maria Lopez, MD, PhD reviewed the text of 2026-11-26, and it has changed "
        "since (cell words)" in status(said)
    )
    (record,) = json.loads(said("status", "--format", "json"))["articles"]
    assert record["reviews"] == [
        {
            "by": "Maria Lopez, MD, PhD",
            "date": "2026-11-26",
            "stands": False,
            "changed": ["words"],
        }
    ]


def test_a_cited_work_that_changes_ends_a_signature(folder: Path, said: Said) -> None:
    said("sign", "x", "--as", "editor")
    assert "Eva Sari" in page(folder), "whoever signs is named"
    layout = BIB.format(title="Synapses").replace(", ", ",\n  ")
    (folder / "references.bib").write_text(layout)
    assert "Eva Sari" in page(folder)
    (folder / "references.bib").write_text(BIB.format(title="Neurons"))
    assert "Eva Sari" not in page(folder)
    assert "it has changed since (a cited work)" in status(said)


def test_an_author_s_signature_is_no_review(folder: Path, said: Said) -> None:
    assert "wrote it, so its page names nobody" in said("sign", "x", "--as", "Ana Putri, MD")
    assert "Read this text" not in page(folder)


@pytest.mark.usefixtures("folder")
def test_a_signature_is_taken_back(said: Said) -> None:
    said("sign", "x", "--as", "dr. A. B., Sp.N.")
    told = said("sign", "x", "--as", "dr. A. B., Sp.N.", "--remove")
    assert told == "dr. A. B., Sp.N. has signed it no longer: notebooks/x.ipynb.\n"
    assert "reviewed by" not in status(said)
    again = said("sign", "x", "--as", "dr. A. B., Sp.N.", "--remove", code=2)
    assert "dr. A. B., Sp.N. has not signed that of notebooks/x.ipynb" in again


def test_a_line_of_the_sheet_is_signed(folder: Path, said: Said) -> None:
    told = said("sign", "x", "--as", "lopez", "--line", "JAMA-1")
    assert told.startswith("Maria Lopez, MD, PhD signed JAMA-1 of notebooks/x.ipynb")
    assert "item: JAMA-1" in (folder / "sheets" / "x.en.yml").read_text()
    assert "signed: Maria Lopez, MD, PhD, 2026-11-26" in said("sheet", "x")


def test_nobody_signs_figures_that_nobody_has_seen(folder: Path, said: Said) -> None:
    write(folder, code="1 + 1")
    told = said("sign", "x", "--as", "lopez", code=2)
    assert "nobody can have seen the figures of notebooks/x.ipynb" in told
    assert "Fix: galley build, read its page, and sign then" in told
    assert not (folder / "sheets").exists()


def test_who_signs_has_to_be_named(folder: Path, said: Said) -> None:
    assert 'for example --as "dr. A. B., Sp.N."' in said("sign", "x", code=2)
    assert "site.toml has no person 'lopes'" in said("sign", "x", "--as", "lopes", code=2)
    assert not (folder / "sheets").exists()
