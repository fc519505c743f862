"""`galley export` to documents, from a content folder to files."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import nbformat
import pypdf
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from galley.cli import run

pytestmark = pytest.mark.kernel

SITE = """title = "Fog & Light"
base_url = "https://example.org/blog/"
languages = ["en", "id"]

[translated.id]
title = "Kabut"
"""
POINTS = "key_points: [One point.]"


def write(path: Path, matter: str, text: str) -> None:
    cells = [new_markdown_cell(f"---\n{matter}\n---"), new_markdown_cell(text)]
    path.write_text(nbformat.writes(new_notebook(cells=cells)), encoding="utf-8")


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("site")
    notebooks = folder / "notebooks"
    notebooks.mkdir()
    (notebooks / "site.toml").write_text(SITE, encoding="utf-8")
    write(
        notebooks / "hand.ipynb",
        f"title: The hand\ndate: 2026-11-02\n{POINTS}",
        "## Two\n\n:::{help}\nCall us.\n:::\n\nSee [the arm](arm.ipynb).",
    )
    write(notebooks / "about.ipynb", "title: About\nkind: page", "About us.")
    write(notebooks / "hand.id.ipynb", f"title: Tangan\ndate: 2026-11-02\n{POINTS}", "Isi.")
    write(notebooks / "arm.ipynb", "title: The arm\ndate: 2026-11-01", "Text of the arm.")
    write(
        notebooks / "leg.ipynb",
        f"title: The leg\ndate: 2026-11-01\n{POINTS}\n"
        "withdrawn: {date: 2026-11-03, reason: It was wrong.}",
        "Text of the leg.",
    )
    return folder


@pytest.fixture
def folder(content: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(content)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795564800")
    return content


def pdf_text(path: Path) -> str:
    return " ".join(" ".join(p.extract_text() for p in pypdf.PdfReader(path).pages).split())


def test_an_article_as_pdf_in_each_language(folder: Path) -> None:
    assert run(["export", "hand", "--to", "pdf", "--output", "pdf"]) == 0
    assert sorted(path.name for path in (folder / "pdf").glob("*.pdf")) == [
        "hand.id.pdf",
        "hand.pdf",
    ]
    said = pdf_text(folder / "pdf" / "hand.pdf")
    assert "example.org/blog/hand.html" in said
    links = (folder / "pdf" / "hand.pdf").read_bytes()
    assert b"https://example.org/blog/arm.html" in links
    assert "Halaman 1 dari 1" in pdf_text(folder / "pdf" / "hand.id.pdf")


def test_a_withdrawn_article_says_so_in_a_pdf(folder: Path) -> None:
    assert run(["export", "leg", "--to", "pdf", "--output", "gone"]) == 0
    assert "This article was withdrawn on 3 November 2026." in pdf_text(folder / "gone/leg.pdf")


def test_hand_outs_are_made_where_there_is_something_to_hand_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["export", "hand", "arm", "leg", "about", "--to", "handout", "--output", "out"]) == 0
    assert sorted(path.name for path in (folder / "out").glob("*.pdf")) == [
        "hand.handout.pdf",
        "hand.id.handout.pdf",
    ]
    assert "When to get help Call us." in pdf_text(folder / "out" / "hand.handout.pdf")
    told = capsys.readouterr().err
    assert "the article has no key points, and a hand-out is made of them" in told
    assert "the article is withdrawn, so there is no hand-out of it" in told
    assert "about.ipynb: " not in told


def test_all_articles_are_one_book_in_each_language(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for _ in range(2):
        assert run(["export", "--all", "--to", "epub", "--output", "books"]) == 0
    assert sorted(path.name for path in (folder / "books").glob("*.epub")) == [
        "fog-light.epub",
        "kabut.id.epub",
    ]
    said = capsys.readouterr().out.splitlines()
    assert said == [
        "Exported to books: 3 articles; files: 2 written, 0 unchanged, 0 removed.",
        "Exported to books: 3 articles; files: 0 written, 2 unchanged, 0 removed.",
    ]
    data = (folder / "books" / "fog-light.epub").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        first, second = (book.read(f"EPUB/text/ch00{n}.xhtml").decode() for n in (1, 2))
    assert "The hand" in first
    assert 'href="ch002.xhtml#a2-start">the arm</a>' in first
    assert "Text of the arm." in second


def test_a_named_article_is_a_book_of_its_own(folder: Path) -> None:
    assert run(["export", "arm", "--to", "epub", "--output", "one"]) == 0
    assert [path.name for path in (folder / "one").glob("*.epub")] == ["arm.epub"]


def test_what_lies_too_deep_in_itself_is_told_and_the_others_are_made(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    deep = folder / "notebooks" / "deep.ipynb"
    write(deep, "title: Deep\ndate: 2026-11-01", f"{'>' * 300}x")
    try:
        assert run(["export", "deep", "arm", "--to", "pdf", "--output", "deep"]) == 1
    finally:
        deep.unlink()
    assert [path.name for path in (folder / "deep").glob("*.pdf")] == ["arm.pdf"]
    told = capsys.readouterr()
    assert "Not exported: 1, for the reasons above." in told.out
    assert (
        "quotations, lists or other elements lie too deep in each other for a document" in told.err
    )


def test_what_is_not_installed_is_one_clear_error(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    assert run(["export", "arm", "--to", "pdf", "--output", "none"]) == 1
    assert capsys.readouterr().err.splitlines()[-2:] == [
        "typst, which sets PDF, is not installed",
        '  Fix: install it with: pip install "galley-articles[documents]"',
    ]
    assert run(["export", "arm", "--to", "epub", "--output", "none"]) == 0
    assert (folder / "none" / "arm.epub").is_file()
