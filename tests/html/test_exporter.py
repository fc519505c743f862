"""The exporter as nbconvert, a Jupyter server and a pipeline use it."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbconvert.exporters import get_exporter
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_output

from galley.html.exporter import ArticleExporter

TOKEN = "test"


def notebook():
    front = "---\ntitle: How it works\nlang: id\ndate: 2026-08-17\n---"
    svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path style="fill:red"/></svg>'
    return new_notebook(
        cells=[
            new_markdown_cell(front, id="front"),
            new_markdown_cell("Text [@bi2001] and $x^2$.", id="text"),
            new_code_cell(
                "#| alt: A dot.",
                id="dot",
                outputs=[new_output("display_data", data={"image/svg+xml": svg})],
            ),
        ]
    )


def export(folder: Path) -> str:
    path = folder / "how.ipynb"
    nbformat.write(notebook(), path)
    html, _ = ArticleExporter().from_filename(str(path))
    return html


def test_it_is_registered_under_its_name():
    assert get_exporter("article") is ArticleExporter


def test_a_page_alone_carries_everything_inside(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    html = export(tmp_path)

    assert html.startswith("<!DOCTYPE html>")
    assert '<html lang="id">' in html
    assert "17 Agustus 2026" in html
    assert "<math" in html
    assert "style-src 'sha256-" in html.replace("&#39;", "'")
    assert '<link rel="stylesheet"' not in html
    assert " style=" not in html


def test_a_page_alone_explains_the_words_of_the_glossary_beside_it(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    words = "teks: {en: text, id: Text, definition: {id: Kata-kata.}}"
    (tmp_path / "glossary.yml").write_text(words, encoding="utf-8")

    html = export(tmp_path)

    assert '<span aria-hidden="true">Text</span><button class="cite__open"' in html
    assert "<dfn>Text</dfn>: Kata-kata." in html
    # There is no glossary to go to.
    assert "#term-" not in html


def test_what_is_not_found_is_said_and_the_page_is_made(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)

    assert "How it works" in export(tmp_path)
    assert capsys.readouterr().err == (
        "how.ipynb: no site.toml found, so the page carries no site name\n"
        "how.ipynb: no references.bib found, so citations have no entries\n"
    )


def test_site_and_bibliography_are_found_upwards(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "site.toml").write_text('title = "Above"\n', encoding="utf-8")
    bib = "@article{bi2001, author={Bi, G. and Poo, M.}, title={T}, journal={J}, year={2001}}"
    (tmp_path / "references.bib").write_text(bib, encoding="utf-8")
    (tmp_path / "deep" / "er").mkdir(parents=True)

    html = export(tmp_path / "deep" / "er")

    assert "How it works – Above" in html
    assert 'id="ref-bi2001"' in html
    assert capsys.readouterr().err == ""


def test_broken_front_matter_is_said_and_the_page_is_made(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    broken = new_notebook(cells=[new_markdown_cell("---\ndate: soon\n---\n# Title", id="a")])
    nbformat.write(broken, tmp_path / "b.ipynb")

    html, _ = ArticleExporter().from_filename(str(tmp_path / "b.ipynb"))

    assert "Title" in html
    assert "'date'" in capsys.readouterr().err


def test_the_same_notebook_gives_the_same_bytes(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").mkdir()
    (tmp_path / "b c").mkdir()

    assert export(tmp_path / "a") == export(tmp_path / "b c")


@pytest.fixture
def server(tmp_path: Path) -> Iterator[str]:
    """Start a Jupyter server on a folder with one notebook; return its address."""
    nbformat.write(notebook(), tmp_path / "how.ipynb")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--no-browser", f"--IdentityProvider.token={TOKEN}", "--allow-root"]
    command = [sys.executable, "-m", "jupyter_server", *options, f"--port={port}"]
    with subprocess.Popen(
        [*command, f"--ServerApp.root_dir={tmp_path}"],
        stderr=subprocess.DEVNULL,
        cwd=tmp_path,
    ) as process:
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()


def _get(url: str) -> bytes:
    request = urllib.request.Request(url, headers={"Authorization": f"token {TOKEN}"})
    for _ in range(100):
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.read()
        except urllib.error.HTTPError:
            raise
        except urllib.error.URLError:
            time.sleep(0.3)
    raise AssertionError("the server does not answer")


def test_a_jupyter_server_offers_the_article_page_and_makes_it(server):
    formats = json.loads(_get(f"{server}/api/nbconvert"))
    page = _get(f"{server}/nbconvert/article/how.ipynb?download=false").decode()

    assert formats["article"] == {"output_mimetype": "text/html"}
    assert "How it works" in page
