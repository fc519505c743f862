"""Whole builds of small content folders, with real kernels and pandoc."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from galley.site.build import build_site
from galley.site.request import BuildReport, BuildRequest

pytestmark = pytest.mark.kernel

SMALL = Path(__file__).parents[1] / "sites" / "small"
TODAY = date(2026, 6, 1)
BROKEN_YAML = json.dumps(
    {
        "cells": [{"cell_type": "raw", "metadata": {}, "source": "---\ntitle: [\ndate: 2026\n---"}],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 4,
    }
)


def build(content: Path, output: Path, **options) -> BuildReport:
    request = BuildRequest(content, content.name, output, options.pop("today", TODAY), **options)
    return build_site(request)


def copied(folder: Path) -> Path:
    content = folder / "content"
    shutil.copytree(SMALL / "content", content)
    return content


def files_of(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*"))
        if path.is_file()
    }


def write_notebook(path: Path, *cells) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    for number, cell in enumerate(cells):
        cell["id"] = f"cell-{number}"
    nbformat.write(new_notebook(cells=list(cells)), path)


def states(report: BuildReport) -> dict[str, str]:
    return {f"{a.file}:{a.edition}" if a.edition else a.file: a.state for a in report.articles}


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    """Return the built small site and its report."""
    folder = tmp_path_factory.mktemp("small")
    return folder / "site", build(copied(folder), folder / "site")


def normalised(data: bytes) -> str:
    """Leave out what changes with every change of style and script: names' hashes, its text."""
    names = r"(assets/(?:cards/)?[\w-]+)-[0-9a-f]{8}\.(css|js|png|woff2)"
    text = re.sub(names, r"\1-HASH.\2", data.decode())
    script = re.compile(r"(script-src &#39;sha256-)[^&]*|(?<=<script>).*?(?=</script>)", re.DOTALL)
    return script.sub(lambda match: f"{match[1] or ''}…", text)


def expected_pages() -> list[str]:
    folder = SMALL / "expected"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*"))


@pytest.mark.parametrize("page", expected_pages())
def test_the_small_site_is_as_it_was_looked_at(small, page):
    site, _ = small
    expected = (SMALL / "expected" / page).read_text(encoding="utf-8")

    assert normalised((site / page).read_bytes()) == expected


def test_the_small_site_has_no_page_that_was_not_looked_at(small):
    site, _ = small
    pages = {
        name for name in files_of(site) if name.endswith((".html", ".xml", ".txt", "feed.json"))
    }

    assert pages == set(expected_pages())


def test_every_article_of_the_small_site_is_reported(small):
    _, report = small

    assert states(report) == {
        "content/first.id.ipynb": "built",
        "content/first.ipynb:clinician": "built",
        "content/first.ipynb:patient": "built",
        "content/hidden.ipynb": "unpublished",
        "content/later.ipynb": "unpublished",
        "content/second.ipynb": "built",
    }
    assert report.is_complete


def test_drafts_and_articles_to_come_appear_nowhere(small):
    site, _ = small

    for name, data in files_of(site).items():
        assert b"secret" not in data.lower(), name


def test_an_article_to_come_is_published_on_its_day(tmp_path):
    content = copied(tmp_path)

    build(content, tmp_path / "site", today=date(2026, 12, 1))

    assert "scheduled secret" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


def test_two_folders_give_the_same_bytes(tmp_path, small):
    site, _ = small
    elsewhere = tmp_path / "another folder ä {x}"
    elsewhere.mkdir()

    build(copied(elsewhere), elsewhere / "out")

    assert files_of(elsewhere / "out") == files_of(site)


def test_a_second_build_touches_nothing(tmp_path):
    content = copied(tmp_path)
    build(content, tmp_path / "site")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")}

    report = build(content, tmp_path / "site")

    assert report.written == ()
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "site").rglob("*")} == before
    assert set(states(report).values()) == {"unchanged", "unpublished"}


def test_one_article_that_fails_stops_nothing_and_keeps_its_page(tmp_path):
    content = tmp_path / "blog"
    write_notebook(content / "good.ipynb", new_markdown_cell("# Good"), new_code_cell("1 + 1"))
    write_notebook(content / "bad.ipynb", new_markdown_cell("# Bad"), new_code_cell("1 + 1"))
    build(content, tmp_path / "site")
    page = (tmp_path / "site" / "bad.html").read_bytes()
    write_notebook(
        content / "bad.ipynb", new_markdown_cell("# Worse"), new_code_cell("x = 1\n1 / 0")
    )
    write_notebook(content / "good.ipynb", new_markdown_cell("# Better"), new_code_cell("2"))

    report = build(content, tmp_path / "site")

    assert states(report) == {"blog/bad.ipynb": "failed", "blog/good.ipynb": "built"}
    assert not report.is_complete
    failure = report.articles[0].failure
    assert failure is not None
    assert (failure.cell_id, failure.source, failure.error, failure.message) == (
        "cell-1",
        "x = 1\n1 / 0",
        "ZeroDivisionError",
        "division by zero",
    )
    assert "\x1b" not in failure.traceback
    assert (tmp_path / "site" / "bad.html").read_bytes().replace(b"Better", b"Good") == page
    assert ">Bad<" in (tmp_path / "site" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "damage",
    [
        "",
        "not json",
        '{"a": 1}',
        BROKEN_YAML,
    ],
    ids=["empty", "not JSON", "not a notebook", "broken YAML"],
)
def test_a_notebook_that_cannot_be_read_keeps_its_page(tmp_path, damage):
    content = tmp_path / "blog"
    write_notebook(content / "a.ipynb", new_markdown_cell("# Read"))
    build(content, tmp_path / "site")
    before = files_of(tmp_path / "site")
    (content / "a.ipynb").write_text(damage, encoding="utf-8")

    report = build(content, tmp_path / "site")

    assert states(report) == {"blog/a.ipynb": "failed"}
    assert report.articles[0].findings[0].fix
    assert files_of(tmp_path / "site") == before


def test_without_its_store_a_failing_article_still_keeps_its_page(tmp_path):
    content = tmp_path / "blog"
    write_notebook(content / "a.ipynb", new_markdown_cell("# Read"))
    build(content, tmp_path / "site")
    page = (tmp_path / "site" / "a.html").read_bytes()
    shutil.rmtree(content / ".galley")
    (content / "a.ipynb").write_text("", encoding="utf-8")

    build(content, tmp_path / "site")

    assert (tmp_path / "site" / "a.html").read_bytes() == page


def test_strict_holds_back_an_article_with_an_error(tmp_path):
    content = tmp_path / "blog"
    write_notebook(content / "a.ipynb", new_markdown_cell("# A\n\n![no](missing.png)"))

    report = build(content, tmp_path / "site", strict=True)

    assert states(report) == {"blog/a.ipynb": "held_back"}
    assert not (tmp_path / "site" / "a.html").exists()


def test_a_removed_notebook_takes_its_page_with_it(tmp_path):
    content = tmp_path / "blog"
    write_notebook(content / "a.ipynb", new_markdown_cell("# A"))
    write_notebook(content / "b.ipynb", new_markdown_cell("# B"))
    write_notebook(content / "c.ipynb", new_markdown_cell("# C"))
    build(content, tmp_path / "site")
    (content / "b.ipynb").unlink()

    report = build(content, tmp_path / "site")

    assert [path for path in report.removed if not path.startswith("search/")] == ["b.html"]


def test_one_notebook_alone_leaves_the_others_published(tmp_path):
    content = copied(tmp_path)
    build(content, tmp_path / "site")
    before = files_of(tmp_path / "site")

    report = build(content / "second.ipynb", tmp_path / "site")

    assert files_of(tmp_path / "site") == before
    assert report.removed == ()
