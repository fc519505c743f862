"""The glossary of a site, and what of it its articles show."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell, new_notebook

from galley.site.build import build_site
from galley.site.request import BuildReport, BuildRequest

CONFIG = 'title = "T"\nbase_url = "https://example.org/"\nlanguages = ["en", "id"]\n'
GLOSSARY = """
recovery: {en: recovery, id: pemulihan, definition: {en: Getting better., id: Membaik.}}
dose: {en: dose, definition: {en: How much.}}
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "site.toml").write_text(CONFIG, encoding="utf-8")
    (folder / "glossary.yml").write_text(GLOSSARY, encoding="utf-8")
    write_article(folder, "a.ipynb", "On recovery.")
    write_article(folder, "a.id.ipynb", "Tentang pemulihan.")
    write_article(folder, "sub/b.ipynb", "On dose.")
    return folder


def write_article(folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.parent.mkdir(exist_ok=True)
    front = f"---\ntitle: {path.stem}\ndate: 2026-01-02\n---"
    cells = [new_markdown_cell(source, id=f"c{n}") for n, source in enumerate([front, text])]
    nbformat.write(new_notebook(cells=cells), path)


def built(content: Path) -> tuple[Path, BuildReport]:
    site = content.parent / "site"
    return site, build_site(BuildRequest(content, "content", site, date(2026, 6, 1)))


def test_each_language_has_its_terms_and_leads_to_the_other(content: Path) -> None:
    site, _ = built(content)
    english = (site / "glossary.html").read_text(encoding="utf-8")
    indonesian = (site / "id" / "glossary.html").read_text(encoding="utf-8")
    assert english.count("<dt>") == 2
    assert indonesian.count("<dt>") == 1
    assert '<div id="term-recovery">\n<dt>pemulihan</dt>\n<dd>Membaik.</dd>' in indonesian
    assert 'hreflang="id" href="https://example.org/id/glossary.html"' in english
    assert "https://example.org/glossary.html</loc>" in (site / "sitemap.xml").read_text()


def test_articles_lead_to_the_glossary_from_where_they_are(content: Path) -> None:
    site, _ = built(content)
    assert 'href="../glossary.html#term-dose"' in (site / "sub" / "b.html").read_text()
    page = (site / "id" / "a.html").read_text(encoding="utf-8")
    assert 'href="glossary.html#term-recovery"' in page
    assert "<dfn>pemulihan</dfn>: Membaik." in page


def test_a_changed_definition_is_on_every_page_that_shows_it(content: Path) -> None:
    built(content)
    (content / "glossary.yml").write_text(GLOSSARY.replace("How much", "How often"))
    site, report = built(content)
    assert "How often." in (site / "sub" / "b.html").read_text()
    assert set(report.written) == {"sub/b.html", "glossary.html"}


def test_without_terms_there_is_no_glossary_and_no_way_to_one(content: Path) -> None:
    (content / "glossary.yml").unlink()
    site, _ = built(content)
    assert not list(site.rglob("glossary.html"))
    assert not [page for page in site.rglob("*.html") if "glossary" in page.read_text()]
