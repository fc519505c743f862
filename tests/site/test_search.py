"""The search: what is found of a site, what a result shows, and that nothing is indexed twice."""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import nbformat.v4 as nb
import pytest
from lxml import html
from markupsafe import Markup
from nbformat import write

from galley.findings import Finding, Place, Severity
from galley.html.context import ArticleContext, FigureContext, Link, PersonContext, RenderedBlock
from galley.html.policy import content_security_policy
from galley.html.search_page import search_assets
from galley.site import workshop
from galley.site.build import build_site
from galley.site.request import BuildReport, BuildRequest
from galley.site.search_document import search_document
from galley.site.search_index import IndexingError, RunningIndexer, find_indexer

DAY = date(2026, 11, 25)
SITE = 'title = "Site"\nbase_url = "https://example.org/"\nlanguages = ["en", "id"]\n'
NOTHING = "the site has no search, because the program that makes its index is not installed"


# ------------------------------------------------------------------ what is known of an article


def a_context(*blocks: RenderedBlock, **fields: Any) -> ArticleContext:
    return ArticleContext("Light & <fog>", "What helps.", blocks=blocks, **fields)


def prose(text: str) -> RenderedBlock:
    return RenderedBlock("prose", Markup(text))


def test_a_document_holds_words_and_what_divides_them_and_nothing_else() -> None:
    text = (
        '<h2 id="a">Two <a class="heading-anchor" href="#a">#</a></h2>'
        '<p onclick="x()">Of <em>these</em> <math><mi>x</mi></math>one</p><script>bad()</script>'
    )
    made = search_document(a_context(prose(text)), "en")
    assert '<html lang="en">' in made
    assert "<h2>Two</h2><p>Of these one</p>\n</div>" in made


def test_title_and_standfirst_are_values_so_that_no_excerpt_repeats_them() -> None:
    people = (PersonContext("Maria Lopez"),)
    made = search_document(
        a_context(
            category=Link("Timing"), tags=(Link("stroke"), Link("hand, arm")), authors=people
        ),
        "en",
    )
    tree = html.fromstring(made)
    values = {e.get("data-pagefind-meta"): e.get("content") for e in tree.xpath("//meta[@content]")}
    assert values == {
        "title[content]": "Light & <fog>",
        "standfirst[content]": "What helps.",
        "topic[content]": "Timing",
        "tags[content]": "stroke, hand, arm",
        "authors[content]": "Maria Lopez",
    }
    assert tree.xpath("//body")[0].text_content().strip() == ""


def test_key_points_weigh_more_and_another_edition_less() -> None:
    points = a_context(key_points=(Markup("It <b>helps</b>."),))
    assert '<ul data-pagefind-weight="3"><li>It helps.</li></ul>' in search_document(points, "en")
    other = search_document(points, "en", "Written for: Clinicians")
    assert '<div data-pagefind-weight="0.5">' in other
    assert 'data-pagefind-meta="edition[content]" content="Written for: Clinicians"' in other


def test_captions_are_found_and_code_descriptions_and_data_are_not() -> None:
    figure = FigureContext("fig", "1", Markup("The window."), description="A long description.")
    blocks = (
        RenderedBlock("figure", figure=figure),
        RenderedBlock("code", Markup("<pre>secret()</pre>")),
        RenderedBlock("error", Markup("Traceback")),
        RenderedBlock("table", Markup("<table><tr><td>Cell</td></tr></table>"), number="1"),
    )
    words = html.fromstring(search_document(a_context(*blocks), "en")).text_content().split()
    assert words == ["The", "window.", "Cell"]


# ------------------------------------------------------------------ whole sites


def article(path: Path, text: str = "Words.", **front: Any) -> None:
    fields = {"title": path.stem, "date": "2026-11-01", "disclosures": "none", **front}
    lines = "\n".join(f"{name}: {json.dumps(value)}" for name, value in fields.items())
    path.parent.mkdir(exist_ok=True)
    cell = nb.new_markdown_cell(f"---\n{lines}\n---\n\n{text}", id="c1")
    write(nb.new_notebook(cells=[cell]), path)


@pytest.fixture
def asked(tmp_path: Path) -> BuildRequest:
    content = tmp_path / "content"
    article(content / "first.ipynb", "About **rest**.\n\n## Why\n\nAbout sleep.", category="Brain")
    article(content / "second.ipynb", "About walking.", noindex=True)
    (content / "site.toml").write_text(f'{SITE}categories = ["Brain"]\n')
    return BuildRequest(content, "content", tmp_path / "site", DAY)


def found(site: Path) -> dict[str, Mapping[str, Any]]:
    """Return what the index says of each page."""
    pages = {}
    for path in (site / "search" / "fragment").glob("*"):
        data = gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd")
        page = json.loads(data)
        pages[page["url"]] = page
    return pages


def files_of(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted((site / "search").rglob("*"))
        if path.is_file()
    }


def of_search(report: BuildReport) -> list[Finding]:
    return [finding for finding in report.findings if finding.rule.startswith("site-search")]


def test_all_published_articles_are_found_those_hidden_from_search_engines_too(
    asked: BuildRequest,
) -> None:
    article(asked.content / "draft.ipynb", draft=True)
    article(asked.content / "later.ipynb", date="2027-01-01")
    article(asked.content / "gone.ipynb", withdrawn={"date": "2026-11-02", "reason": "Wrong."})
    article(asked.content / "privacy.ipynb", kind="page")
    build_site(asked)
    assert set(found(asked.output)) == {"/first.html", "/second.html", "/privacy.html"}
    first = found(asked.output)["/first.html"]
    assert first["content"] == "About rest. Why. About sleep."
    assert (first["meta"]["title"], first["meta"]["topic"]) == ("first", "Brain")


def test_the_same_pages_give_the_same_index_with_each_page_s_topic() -> None:
    topics = {f"{name}.html": f"Topic {number % 5}" for number, name in enumerate("abcdefghijkl")}
    documents = {
        path: search_document(a_context(prose(path), category=Link(topic)), "en").encode()
        for path, topic in topics.items()
    }
    program = find_indexer()
    assert program is not None
    first, *others = (RunningIndexer(program, documents).finish() for _ in range(4))
    assert all(other == first for other in others)
    named = json.loads(first["topics.json"])
    assert sorted(named.values()) == sorted(topics.values())
    assert {f"fragment/{page}.pf_fragment" for page in named} <= set(first)


def test_each_language_has_its_own_search_from_two_articles_on(asked: BuildRequest) -> None:
    article(asked.content / "first.id.ipynb", "Tentang istirahat.")
    build_site(asked)
    assert not (asked.output / "id" / "search.html").exists()
    assert set(found(asked.output)) == {"/first.html", "/second.html"}
    article(asked.content / "second.id.ipynb", "Tentang berjalan.")
    build_site(asked)
    page = html.fromstring((asked.output / "id" / "search.html").read_text())
    assert page.xpath("//*[@data-index]/@data-index") == ["../search/"]
    assert page.xpath("//li[@class='search-instead__language']/a/@href") == ["../search.html"]
    assert "/id/first.html" in found(asked.output)
    assert {path for path in files_of(asked.output) if "wasm" in path} == {
        "search/wasm.en.pagefind",
        "search/wasm.id.pagefind",
    }


def test_every_page_leads_to_the_search_and_only_its_own_may_run_it(asked: BuildRequest) -> None:
    build_site(asked)
    for path in asked.output.rglob("*.html"):
        page = html.fromstring(path.read_bytes())
        assert len(page.xpath("//header//a[@rel='search']")) == 1, path
        policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
        assert ("wasm-unsafe-eval" in policy) == (path.name == "search.html"), path
    assert "form-action 'none'" in content_security_policy(searches=True)


def test_a_small_site_and_one_that_wants_none_have_no_search(asked: BuildRequest) -> None:
    (asked.content / "site.toml").write_text(f"{SITE}search = false\n")
    assert of_search(build_site(asked)) == []
    assert not (asked.output / "search.html").exists()
    (asked.content / "site.toml").write_text(SITE)
    (asked.content / "second.ipynb").unlink()
    build_site(asked)
    assert not list(asked.output.glob("search*"))
    assert 'rel="search"' not in (asked.output / "index.html").read_text()


def test_the_same_articles_give_the_same_bytes(asked: BuildRequest, tmp_path: Path) -> None:
    article(asked.content / "first.id.ipynb", "Tentang istirahat.")
    article(asked.content / "second.id.ipynb", "Tentang berjalan.")
    build_site(asked)
    expected = files_of(asked.output)
    # Languages come out of pagefind in one of two orders.
    for number in range(4):
        fresh = replace(asked, output=tmp_path / f"s{number}", store=tmp_path / f"store{number}")
        build_site(fresh)
        assert files_of(fresh.output) == expected


def test_what_was_indexed_is_not_indexed_again(
    asked: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    build_site(asked)
    expected = files_of(asked.output)
    started: list[int] = []

    class Counted(RunningIndexer):
        def __init__(self, program: Path, documents: Mapping[str, bytes], folder: Path) -> None:
            started.append(len(documents))
            super().__init__(program, documents, folder)

    monkeypatch.setattr("galley.site.search.RunningIndexer", Counted)
    (asked.content / "note.txt").write_text("x")
    build_site(asked)
    assert (started, files_of(asked.output)) == ([], expected)
    article(asked.content / "first.ipynb", "About swimming.")
    build_site(asked)
    assert started == [2]
    assert found(asked.output)["/first.html"]["content"] == "About swimming."


@pytest.mark.parametrize("record", ["", "{}", '{"schema": 1, "files": 7}'])
def test_a_damaged_memory_costs_time_and_nothing_else(asked: BuildRequest, record: str) -> None:
    build_site(asked)
    expected = files_of(asked.output)
    [path] = (asked.content / ".galley" / "search").glob("*.json")
    path.write_text(record)
    (asked.content / "note.txt").write_text("x")
    build_site(asked)
    assert files_of(asked.output) == expected


def test_a_damaged_store_is_mended(asked: BuildRequest) -> None:
    build_site(asked)
    expected = files_of(asked.output)
    [record] = (asked.content / ".galley" / "search").glob("*.json")
    for digest in json.loads(record.read_text())["sizes"]:
        blob = asked.content / ".galley" / "blobs" / digest[:2] / digest[2:]
        blob.write_bytes(b"x" * blob.stat().st_size)
    for path in expected:
        (asked.output / path).unlink()
    build_site(asked)
    assert files_of(asked.output) == expected


def test_what_a_killed_build_has_left_goes(asked: BuildRequest) -> None:
    left = asked.content / ".galley" / "search" / "work" / "pages" / "old.html"
    left.parent.mkdir(parents=True)
    left.write_text('<html lang="en"><body data-pagefind-body>Old</body></html>')
    build_site(asked)
    assert set(found(asked.output)) == {"/first.html", "/second.html"}
    assert not (asked.content / ".galley" / "search" / "work").exists()


# ------------------------------------------------------------------ where it cannot be made


def test_without_its_program_the_site_is_built_and_that_is_said(
    asked: BuildRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workshop, "find_indexer", lambda: None)
    assert of_search(build_site(asked)) == [
        Finding(
            "site-search-missing",
            Severity.WARNING,
            Place("content/site.toml"),
            NOTHING,
            "Install it with: pip install pagefind-bin; or write search = false.",
        )
    ]
    assert (asked.output / "first.html").exists()
    assert 'rel="search"' not in (asked.output / "first.html").read_text()
    (asked.content / "site.toml").unlink()
    assert [found.severity for found in of_search(build_site(asked))] == [Severity.ADVICE]


def test_a_program_that_fails_leaves_the_way_to_all_articles(
    asked: BuildRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / "pagefind"
    program.write_text("#!/bin/sh\necho cannot read >&2\nexit 3\n")
    program.chmod(0o755)
    monkeypatch.setattr(workshop, "find_indexer", lambda: program)
    assert of_search(build_site(asked)) == [
        Finding(
            "site-search-failed",
            Severity.WARNING,
            Place("content/site.toml"),
            "the index of the search could not be made: cannot read",
            "Build again; if it stays so, write search = false and report it to Galley.",
        )
    ]
    page = html.fromstring((asked.output / "search.html").read_text())
    assert page.xpath("//div[@class='search-instead']//a/@href") == ["a-z.html"]
    assert not (asked.output / "search").exists()


def test_a_program_that_cannot_be_started_is_an_indexing_error(tmp_path: Path) -> None:
    with pytest.raises(IndexingError, match="No such file"):
        RunningIndexer(tmp_path / "absent", {})


def test_settings_of_another_site_change_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = find_indexer()
    assert program is not None
    pages = {"a.html": search_document(a_context(prose("<p>Word</p>")), "en").encode()}
    expected = RunningIndexer(program, pages).finish()
    monkeypatch.setenv("PAGEFIND_SITE", str(tmp_path))
    monkeypatch.setenv("PAGEFIND_FORCE_LANGUAGE", "id")
    assert RunningIndexer(program, pages).finish() == expected


def test_its_script_and_sheet_are_small_and_whole() -> None:
    assets = search_assets()
    script, sheet = assets.files[assets.script].decode(), assets.files[assets.stylesheet].decode()
    assert "// " not in script
    assert len(gzip.compress(script.encode())) < 2_500
    assert len(gzip.compress(sheet.encode())) < 1_000
