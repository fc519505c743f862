"""A new article: what is written, and what is not."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest

from galley.findings import UsageError
from galley.jupyterlab.articles.beginning import Wish, begin_article, choices

SITE = """\
title = "Recovery"           # a remark
language = "en"
categories = ["Recovery"]

[authors.lopez]
name = "Maria Lopez"
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "site.toml").write_text(SITE, encoding="utf-8", newline="\n")
    return tmp_path


def front(path: Path) -> str:
    return str(nbformat.read(path, as_version=4).cells[0].source)


def refusal(wish: Wish, folder: Path) -> str:
    with pytest.raises(UsageError) as raised:
        begin_article(wish, folder, folder)
    return str(raised.value)


def test_an_article_is_ready_to_write_and_a_draft(root: Path) -> None:
    path = begin_article(Wish("Sleep: after stroke?", "en"), root, root)
    assert path == root / "sleep-after-stroke.ipynb"
    lines = front(path).splitlines()
    assert lines[:2] == ["---", 'title: "Sleep: after stroke?"']
    assert {"draft: true", "authors: [lopez]", 'category: "Recovery"'} <= set(lines)
    assert (root / "site.toml").read_text("utf-8") == SITE
    assert "zeiler2013" in (root / "references.bib").read_text("utf-8")


def test_an_article_that_is_there_is_never_written_over(root: Path) -> None:
    path = begin_article(Wish("Sleep", "en"), root, root)
    before = path.read_bytes()
    assert refusal(Wish("Sleep!", "id", "New"), root) == (
        "there is an article 'sleep' already: sleep.ipynb\n"
        "  Fix: open that one, or give another title"
    )
    assert path.read_bytes() == before
    assert (root / "site.toml").read_text("utf-8") == SITE


def test_a_title_is_needed(root: Path) -> None:
    assert refusal(Wish("  ", "en"), root) == (
        "the article has no title\n  Fix: write one; it can be changed later"
    )


def test_a_language_and_a_category_that_are_new_go_into_the_site(root: Path) -> None:
    path = begin_article(Wish("Tidur", "id", "Tidur nyenyak"), root, root)
    assert (root / "site.toml").read_text("utf-8") == SITE.replace(
        'language = "en"\n', 'language = "en"\nlanguages = ["en", "id"]\n'
    ).replace('["Recovery"]', '["Recovery", "Tidur nyenyak"]')
    assert {"lang: id", 'category: "Tidur nyenyak"'} <= set(front(path).splitlines())


def test_a_list_that_cannot_be_changed_is_the_authors(root: Path) -> None:
    (root / "site.toml").write_text("languages = [\n  'en', # 1\n]\n", encoding="utf-8")
    assert refusal(Wish("Tidur", "id"), root) == (
        "site.toml has no language 'id', and its list cannot be changed from here\n"
        '  Fix: open site.toml and add "id" to languages'
    )
    assert not list(root.glob("*.ipynb"))


def test_in_an_empty_folder_a_site_begins(tmp_path: Path) -> None:
    folder = tmp_path / "my-blog"
    folder.mkdir()
    assert choices(folder, tmp_path) == {
        "folder": "my-blog",
        "hasSite": False,
        "title": "My blog",
        "language": "en",
        "languages": ["en", "id"],
        "categories": {"en": [], "id": []},
    }
    wish = Wish("Tidur", "id", site_title="Blog saya", name="Siti Aminah")
    path = begin_article(wish, folder, tmp_path)
    assert "authors: [siti-aminah]" in front(path)
    assert 'title = "Blog saya"' in (folder / "site.toml").read_text("utf-8")
    assert choices(folder, tmp_path)["categories"] == {"id": ["Pemulihan"], "en": ["Pemulihan"]}


def test_the_site_is_looked_for_no_higher_than_the_server_shows(tmp_path: Path) -> None:
    (tmp_path / "site.toml").write_text(SITE, encoding="utf-8")
    shown = tmp_path / "shown"
    (shown / "articles").mkdir(parents=True)
    assert choices(shown / "articles", shown)["hasSite"] is False
    assert choices(shown / "articles", tmp_path)["folder"] == ""
