"""Her site, her look: colours, templates, styles and files of the author's own, built for real."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import nbformat.v4 as nb
import pytest
from nbformat import write as write_notebook

from galley.findings import ContentError
from galley.jupyterlab.preview import render_page
from galley.jupyterlab.sessions import Sessions
from galley.site.build import build_site
from galley.site.ledger import recall_build
from galley.site.request import BuildRequest
from galley.workspace import read_workspace

TODAY = date(2026, 11, 25)
SITE = '''\
title = "Mine"
base_url = "https://example.org/"
navigation = [{title = "Leaflet", href = "files/leaflet.pdf"}]
footer = """By *me*. [Privacy](privacy.ipynb#why), [leaflet](static/files/leaflet.pdf), \\
[lost](x.html)"""
notice = "Not advice; [why](https://example.net/)."
'''


def put(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def notebook(path: Path, front: str, text: str = "Words.") -> None:
    cell = nb.new_markdown_cell(f"---\ndisclosures: none\n{front}\n---\n{text}", id="c1")
    write_notebook(nb.new_notebook(cells=[cell]), path)


@pytest.fixture
def asked(tmp_path: Path) -> BuildRequest:
    content = tmp_path / "content"
    put(content, "site.toml", SITE)
    put(content, "static/CNAME", "example.org\n")
    put(content, "static/files/leaflet.pdf", "%PDF")
    notebook(content / "first.ipynb", "title: First\ndate: 2026-11-01")
    (content / "deep").mkdir()
    notebook(content / "deep" / "second.ipynb", "title: Second\ndate: 2026-11-02")
    notebook(content / "privacy.ipynb", "title: Privacy\nkind: page")
    return BuildRequest(content, "content", tmp_path / "site", TODAY)


def text(request: BuildRequest, path: str) -> str:
    return (request.output / path).read_text(encoding="utf-8")


def rules(request: BuildRequest) -> dict[str, str]:
    return {finding.rule: str(finding) for finding in build_site(request).findings}


def published(request: BuildRequest) -> dict[str, bytes]:
    found = (path for path in request.output.rglob("*") if path.is_file())
    return {path.relative_to(request.output).as_posix(): path.read_bytes() for path in found}


def test_words_at_the_foot_lead_on_from_every_page(asked: BuildRequest) -> None:
    told = rules(asked)
    for page, way in {"index.html": "", "deep/second.html": "../", "404.html": "/"}.items():
        assert f'<a href="{way}privacy.html#why">Privacy</a>' in text(asked, page)
        assert f'<a href="{way}files/leaflet.pdf">leaflet</a>, lost</p>' in text(asked, page)
        assert f'<li><a href="{way}files/leaflet.pdf">Leaflet</a></li>' in text(asked, page)
        assert '<a href="https://example.net/">why</a>' in text(asked, page)
        assert "<p>By <em>me</em>." in text(asked, page)
    assert told["site-navigation-broken"] == (
        "content/site.toml: the link to 'x.html' in footer or notice leads to no page, so only its "
        "words are shown\n  Fix: Correct its address, or publish the page it names."
    )


def test_files_are_published_as_they_are_and_follow_what_the_author_does(
    asked: BuildRequest,
) -> None:
    build_site(asked)
    assert text(asked, "CNAME") == "example.org\n"
    assert text(asked, "files/leaflet.pdf") == "%PDF"
    assert recall_build(asked) is not None
    put(asked.content, "static/files/leaflet.pdf", "%PDF new")
    (asked.content / "static" / "CNAME").unlink()
    assert recall_build(asked) is None
    report = build_site(asked)
    assert (report.written, report.removed) == (("files/leaflet.pdf",), ("CNAME",))
    assert text(asked, "files/leaflet.pdf") == "%PDF new"


def test_an_icon_among_them_is_the_icon_of_the_site(asked: BuildRequest) -> None:
    put(asked.content, "static/favicon.ico", "icon")
    build_site(asked)
    assert '<link rel="icon" href="../favicon.ico">' in text(asked, "deep/second.html")


def test_notebooks_among_them_are_files_and_no_articles(asked: BuildRequest) -> None:
    notebook(asked.content / "static" / "exercise.ipynb", "title: Exercise")
    build_site(asked)
    assert (asked.output / "exercise.ipynb").is_file()
    assert not (asked.output / "static").exists()


def test_no_file_takes_the_address_of_a_page(asked: BuildRequest) -> None:
    put(asked.content, "static/first.html", "mine")
    put(asked.content, "static/robots.txt", "mine")
    found = {str(finding) for finding in build_site(asked).findings}
    assert "mine" not in {text(asked, "first.html"), text(asked, "robots.txt")}
    fix = "Change the slug, the alias or the file name it comes from."
    assert (
        "content/static/first.html: the address 'first.html' cannot be used: it is already taken "
        f"by content/first.ipynb\n  Fix: {fix}"
    ) in found
    assert any("content/static/robots.txt: the address 'robots.txt'" in each for each in found)


def test_what_is_hidden_or_leads_out_stays_at_home(asked: BuildRequest, tmp_path: Path) -> None:
    secret = put(tmp_path, "secret/key.txt", "secret")
    static = asked.content / "static"
    put(static, ".env", "secret")
    put(static, "assets/mine.css", "p {}")
    (static / "key.txt").symlink_to(secret)
    (static / "folder").symlink_to(secret.parent, target_is_directory=True)
    found = [f for f in read_workspace(asked.content, "content").findings if "static" in f.rule]
    assert [str(finding) for finding in found] == [
        *(
            f"content/static/{name}: this is not published: it is a link to a folder, or one that "
            "leads out of the content folder\n  Fix: Copy what it leads to into the folder."
            for name in ("folder", "key.txt")
        ),
        "content/static/assets/mine.css: this is not published: browsers keep what is in 'assets' "
        "for ever, under names that Galley gives\n"
        "  Fix: Rename its folder, for example to files.",
    ]
    build_site(asked)
    assert not any(b"secret" in data for data in published(asked).values())


def test_a_folder_that_was_not_made_for_galley_keeps_its_own_folders(tmp_path: Path) -> None:
    content = tmp_path / "content"
    put(content, "static/secret.txt", "secret")
    put(content, "templates/site/home.html.j2", "{% broken")
    notebook(content / "first.ipynb", "title: First")
    request = BuildRequest(content, "content", tmp_path / "site", TODAY)
    assert build_site(request).is_complete
    assert not (request.output / "secret.txt").exists()


def test_a_template_of_hers_is_on_every_page_and_gone_with_its_file(asked: BuildRequest) -> None:
    before = build_site(asked)
    own = put(
        asked.content,
        "templates/partials/colophon.html.j2",
        "<footer>Hers: {{ page.title }}</footer>",
    )
    assert recall_build(asked) is None
    report = build_site(asked)
    pages = [path for path in before.written if path.endswith(".html")]
    assert all("<footer>Hers: " in text(asked, page) for page in pages)
    assert set(report.written) == set(pages)
    own.unlink()
    assert set(build_site(asked).written) == set(pages)
    assert "Hers" not in text(asked, "index.html")


@pytest.mark.parametrize(
    ("file", "broken", "place"),
    [
        ("templates/partials/colophon.html.j2", "\n{{ page.wrods }}", ":2"),
        ("templates/site/home.html.j2", "{% if %}", ":1"),
        ("templates/partials/entry.html.j2", "no macro at all", ""),
        ("styles/own.css", "p { color: red; ", ":1"),
    ],
)
def test_what_is_broken_is_told_and_takes_nothing_down(
    asked: BuildRequest, file: str, broken: str, place: str
) -> None:
    build_site(asked)
    before = published(asked)
    own = put(asked.content, file, broken)
    with pytest.raises(ContentError) as raised:
        build_site(asked)
    assert str(raised.value.findings[0].place) == f"content/{file}{place}"
    assert published(asked) == before
    own.unlink()
    assert build_site(asked).written == ()


def test_colours_reach_style_sheet_and_browser_frame(asked: BuildRequest) -> None:
    site = asked.content / "site.toml"
    build_site(asked)
    site.write_text(f'{SITE}[colours]\npaper = "#ffffff"\naccent = "#7a1f5c"\n', encoding="utf-8")
    report = build_site(asked)
    (sheet,) = (path for path in report.written if re.match(r"assets/site-.*\.css", path))
    assert "--accent:#7a1f5c" in text(asked, sheet)
    assert 'media="(prefers-color-scheme: light)" content="#ffffff"' in text(asked, "first.html")
    assert f'href="{sheet}"' in text(asked, "first.html")


def test_a_preview_shows_the_same_look(asked: BuildRequest, tmp_path: Path) -> None:
    put(asked.content, "site.toml", f'{SITE}type = "sans"\n[colours]\naccent = "#7a1f5c"\n')
    own = put(asked.content, "templates/partials/colophon.html.j2", "<footer>Hers</footer>")
    put(asked.content, "styles/own.css", ".hers { order: 9 }")
    path = asked.content / "first.ipynb"
    sessions = Sessions(tmp_path)
    try:
        data = json.loads(path.read_bytes())
        page = render_page(data, "", sessions.around(path)).parts.html
        assert "--accent:#7a1f5c" in page
        assert "--serif:var(--sans)" in page
        assert "<footer>Hers</footer>" in page
        assert ".hers { order: 9 }" in page
        own.write_text("<footer>{{ nothing }}</footer>", encoding="utf-8")
        broken = render_page(data, "", sessions.around(path))
        assert "colophon.html.j2" in str(broken.findings[0].place)
        assert "cannot be printed: &#x27;nothing&#x27; is undefined." in broken.parts.html
        own.unlink()
        assert "Hers" not in render_page(data, "", sessions.around(path)).parts.html
    finally:
        sessions.close()
