"""A folder in which everything attacks: no page runs anything, reads anything or calls home."""

from __future__ import annotations

import html
import io
import json
import re
import subprocess
import sys
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

pytestmark = pytest.mark.kernel

PAGES = (
    "drawings",
    "front-matter",
    "html-as-markdown-output",
    "html-in-markdown",
    "html-in-outputs",
    "markdown",
    "metadata",
    "nested",
)
LINKED_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
ATOM = "{http://www.w3.org/2005/Atom}"


def test_every_article_is_built_but_those_with_an_impossible_address(hostile):
    states = hostile.states

    assert hostile.code == 1
    assert {f for f, state in states.items() if state == "failed"} == {
        "blog/climbs.ipynb",
        "blog/redirects.ipynb",
    }
    for name in (*PAGES, "innocent"):
        assert states[f"blog/{name}.ipynb"] == "built"
        assert (hostile.site / f"{name}.html").is_file()


def test_nothing_was_a_fault_of_galley(hostile):
    assert "galley-fault" not in hostile.err
    assert "Traceback" not in hostile.err


def test_no_page_of_the_site_holds_anything_that_runs(hostile, page_scan):
    for path in hostile.site.rglob("*.html"):
        assert page_scan.active_content(page_scan.read_page(path)) == [], path


def test_no_drawing_of_the_site_holds_anything_that_runs(hostile, page_scan):
    paths = list(hostile.site.rglob("*.svg"))
    assert paths
    for path in paths:
        assert page_scan.active_svg(path.read_text(encoding="utf-8")) == [], path


def test_no_page_asks_another_host(hostile, page_scan):
    for path in hostile.site.rglob("*.html"):
        assert page_scan.requests_elsewhere(page_scan.read_page(path)) == [], path


def test_every_page_keeps_its_policy_and_its_own_parts(hostile, page_scan):
    for path in hostile.site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        assert text.count("Content-Security-Policy") == 1, path
        assert text.rstrip().endswith("</html>"), path
        assert len(re.findall(r"<(?:main|body|html|title)\b", text)) == 4, path
        assert page_scan.broken_structure(page_scan.read_page(path)) == [], path


def test_nothing_outside_the_content_folder_is_read(hostile, attacks, builds):
    for name, data in builds.files_of(hostile.site).items():
        assert attacks.SECRET.encode() not in data, name
        if name.endswith(".png"):
            with Image.open(io.BytesIO(data)) as picture:
                assert picture.size != (77, 33), name


def test_nothing_is_written_outside_site_and_store(hostile):
    assert sorted(path.name for path in hostile.folder.iterdir()) == [
        "blog",
        "report.json",
        "secret.csv",
        "secret.png",
        "secret.txt",
        "site",
    ]
    assert not list(hostile.folder.parent.rglob("climbed*"))


def test_a_link_to_a_notebook_outside_is_left_out_and_said(hostile):
    assert hostile.rules("blog/linked.ipynb") == {"notebook-left-out"}


def test_the_feed_is_well_formed_and_its_content_runs_nothing(hostile, page_scan):
    feed = ET.parse(hostile.site / "feed.xml").getroot()
    (entry,) = feed.findall(f"{ATOM}entry")
    content = entry.findtext(f"{ATOM}content") or ""

    assert "<script" not in content
    assert page_scan.active_content(page_scan.Page(content)) == []
    for link in feed.iter(f"{ATOM}link"):
        assert link.get("href", "").startswith("https://blog.example/")


def test_the_sitemap_names_pages_of_the_site_only(hostile):
    places = [element.text for element in ET.parse(hostile.site / "sitemap.xml").iter()]

    assert all("climbed" not in (place or "") for place in places)
    assert all(
        place.startswith("https://blog.example/")
        for place in places
        if place and place.startswith("http")
    )


def test_data_for_search_engines_ends_no_script_early(hostile):
    for path in hostile.site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        for data in re.findall(
            r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL
        ):
            json.loads(data)


def test_titles_and_names_are_shown_as_they_were_written(hostile, attacks):
    page = html.unescape((hostile.site / "front-matter.html").read_text(encoding="utf-8"))

    assert f'<h1 class="article-head__title"></title></h1><script>{attacks.RUN}' in page
    assert f'>By <a href="author/evil.html" rel="author"><script>{attacks.RUN}' in page


def test_a_csv_to_take_away_holds_no_formula(hostile):
    paths = list((hostile.site / "drawings").glob("*.csv"))
    assert paths

    for path in paths:
        text = path.read_text(encoding="utf-8-sig")
        assert not re.search(r"(?:^|,|\")[=@]", text, re.MULTILINE), path


def test_the_states_of_a_strangers_figure_are_shown_and_hold_nothing_that_runs(hostile):
    page = (hostile.site / "drawings.html").read_text(encoding="utf-8")

    assert page.count('<input type="radio"') == 2
    assert "&lt;img src=x onerror=" in page


def test_the_innocent_article_is_the_same_bytes_beside_the_hostile_ones(
    hostile, builds, attacks, tmp_path
):
    content = tmp_path / "blog"
    content.mkdir()
    content.joinpath("site.toml").write_text(attacks.SITE, encoding="utf-8")
    builds.write_notebook(content / "innocent.ipynb", "# Innocent", "Nothing but words.")
    alone = builds.build(tmp_path)

    assert alone.code == 0
    assert _article(alone.site) == _article(hostile.site)


def _article(site) -> str:
    page = (site / "innocent.html").read_text(encoding="utf-8")
    return page[page.index("<article") : page.index("</article>")]


def test_a_site_toml_that_names_files_outside_is_refused(builds, attacks, tmp_path):
    content = attacks.write_folder(tmp_path)
    content.joinpath("site.toml").write_text('logo = "../secret.png"\n', encoding="utf-8")

    run = builds.build(tmp_path)

    assert run.code == 1
    assert "blog/site.toml:1: 'logo' is '../secret.png'" in run.err
    assert not run.site.exists()


def test_the_exporter_alone_is_as_safe_as_the_site(builds, attacks, page_scan, tmp_path):
    content = attacks.write_folder(tmp_path)
    names = [f"{name}.ipynb" for name in ("html-in-markdown", "html-in-outputs", "drawings")]
    done = subprocess.run(
        [sys.executable, "-m", "nbconvert", "--to", "article", *names],
        cwd=content,
        capture_output=True,
        encoding="utf-8",
        env=builds.environment(),
        timeout=120,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-2000:]
    for name in names:
        page = page_scan.read_page(content / name.replace(".ipynb", ".html"))
        found = [item for item in page_scan.active_content(page) if item != "<style>"]
        assert found == [], name
        assert page_scan.requests_elsewhere(page) == [], name
