"""Small sites at addresses of each pattern, in a sub-folder: everything leads to everything."""

from __future__ import annotations

import posixpath
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

import nbformat.v4 as nb
import pytest
from bs4 import BeautifulSoup
from nbformat import write

from galley.address_patterns import check_pattern, fill_pattern
from galley.article.front_matter import FrontMatter
from galley.config import parse_config
from galley.findings import ContentError
from galley.site.build import build_site
from galley.site.request import BuildReport, BuildRequest

TODAY = date(2026, 11, 25)
BASE = "https://example.org/sub/"
SITE = f'title = "A site"\nbase_url = "{BASE}"\nlanguages = ["en", "id"]\n'
MENU = 'navigation = [{title = "About", href = "about"}]\n'
FRONT = FrontMatter(date=date(2026, 3, 9), category="Kesehatan saraf")

PATTERNS = {
    "suffix": ("", "a.html", "id/a.html"),
    "slash": ('address = "blog/{slug}/"\n', "blog/a/index.html", "id/blog/a/index.html"),
    "dated": (
        'address = "{year}/{month}/{slug}/"\n',
        "2026/03/a/index.html",
        "id/2026/03/a/index.html",
    ),
    "category": ('address = "{category}/{slug}.html"\n', "stroke/a.html", "id/stroke/a.html"),
    "language": ('address = "{lang}/x/{slug}/"\n', "en/x/a/index.html", "id/x/a/index.html"),
    "languages": (
        '[addresses]\nen = "en/edukasi/blog/{slug}/"\nid = "id/edukasi/blog/{slug}/"\n',
        "en/edukasi/blog/a/index.html",
        "id/edukasi/blog/a/index.html",
    ),
}
"""What site.toml says → the page of an article in both languages."""


def article(path: Path, title: str, text: str, matter: str = "") -> None:
    front = f"---\ntitle: {title}\ndate: 2026-03-09\ncategory: Stroke\ntags: [arm]\n{matter}---"
    notebook = nb.new_notebook(cells=[nb.new_markdown_cell(front), nb.new_markdown_cell(text)])
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
    path.parent.mkdir(parents=True, exist_ok=True)
    write(notebook, path)


def asked(folder: Path, config: str) -> BuildRequest:
    content = folder / "content"
    article(
        content / "a.ipynb", "First", "Go to [the other](b.ipynb) and [itself](#part).\n\n## Part"
    )
    article(content / "a.id.ipynb", "Pertama", "Lihat [yang lain](b.ipynb).")
    article(content / "b.ipynb", "Second", "Back to [one](a.ipynb).", "editions: {x: {}, y: {}}\n")
    article(content / "about.ipynb", "About", "Of us.", "kind: page\n")
    (content / "site.toml").write_text(SITE + MENU + config, encoding="utf-8")
    return BuildRequest(content, "content", folder / "site", TODAY)


def build(request: BuildRequest) -> BuildReport:
    report = build_site(request)
    assert report.is_complete
    return report


@pytest.fixture(scope="module", params=list(PATTERNS))
def site(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, Path]:
    folder = tmp_path_factory.mktemp(request.param)
    build(asked(folder, PATTERNS[request.param][0]))
    return request.param, folder / "site"


def soup(path: Path) -> BeautifulSoup:
    return BeautifulSoup(path.read_text(encoding="utf-8"), "html.parser")


def file_of(address: str, page: str) -> str:
    """Return the file that answers for an address on a page, as a host in a sub-folder has it."""
    parts = urlsplit(address)
    if address.startswith(BASE):
        path = address.removeprefix(BASE).partition("#")[0]
    elif parts.path.startswith("/"):
        path = parts.path.removeprefix("/sub/")
    else:
        path = posixpath.normpath(
            posixpath.join(posixpath.dirname(page), parts.path or posixpath.basename(page))
        )
    path = unquote(path)
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def test_articles_are_where_the_pattern_says(site: tuple[str, Path]) -> None:
    name, folder = site
    for path in PATTERNS[name][1:]:
        assert (folder / path).is_file()


def test_every_link_on_every_page_leads_to_a_file(site: tuple[str, Path]) -> None:
    _, folder = site
    lost = []
    for path in sorted(folder.rglob("*.html")):
        page = path.relative_to(folder).as_posix()
        for tag in soup(path).select("a[href], link[href], img[src]"):
            address = str(tag.get("href") or tag.get("src"))
            is_ours = address.startswith(BASE) or not urlsplit(address).scheme
            if is_ours and not (folder / file_of(address, page)).is_file():
                lost.append(f"{page}: {address}")
    assert lost == []


def test_links_between_articles_lead_to_their_pages(site: tuple[str, Path]) -> None:
    name, folder = site
    english, indonesian = PATTERNS[name][1:]
    other = english.replace("a.html", "b.html").replace("/a/", "/b/")
    for page in (english, indonesian):
        link = soup(folder / page).select_one(".body a[href]")
        assert link is not None
        assert file_of(str(link["href"]), page) == other
    assert [
        file_of(str(each["href"]), english)
        for each in soup(folder / english).select(".masthead__nav a[hreflang]")
    ] == [indonesian]


def test_search_engines_find_the_languages_of_a_page(site: tuple[str, Path]) -> None:
    name, folder = site
    english, indonesian = PATTERNS[name][1:]
    page = soup(folder / english)
    canonical = page.select_one('link[rel="canonical"]')
    assert canonical is not None
    assert file_of(str(canonical["href"]), "") == english
    assert {
        str(each["hreflang"]): file_of(str(each["href"]), "")
        for each in page.select('link[rel="alternate"][hreflang]')
    } == {"en": english, "id": indonesian, "x-default": english}


def test_feeds_and_sitemap_name_the_addresses(site: tuple[str, Path]) -> None:
    name, folder = site
    english, indonesian = PATTERNS[name][1:]
    named = {
        file: {
            file_of(address, "")
            for address in re.findall(rf'{BASE}[^<"\s]*', (folder / file).read_text("utf-8"))
        }
        for file in ("sitemap.xml", "feed.xml", "id/feed.xml")
    }
    assert {english, indonesian} <= named["sitemap.xml"]
    assert english in named["feed.xml"]
    assert indonesian in named["id/feed.xml"]
    assert [p for each in named.values() for p in each if not (folder / p).is_file()] == []


def test_the_page_for_unknown_addresses_leads_into_the_sub_folder(site: tuple[str, Path]) -> None:
    name, folder = site
    page = soup(folder / "404.html")
    hrefs = [str(each["href"]) for each in page.select("a[href]:not([href^='#'])")]
    assert all(href.startswith("/sub/") for href in hrefs)
    assert PATTERNS[name][1] in {file_of(href, "") for href in hrefs}


@pytest.mark.parametrize("name", ["dated", "languages"])
def test_a_changed_pattern_leaves_ways_from_all_old_addresses(tmp_path: Path, name: str) -> None:
    build(asked(tmp_path, ""))
    report = build(asked(tmp_path, PATTERNS[name][0]))
    folder = tmp_path / "site"

    for old, new in zip(("a.html", "id/a.html"), PATTERNS[name][1:], strict=True):
        link = soup(folder / old).select_one("main a[href]")
        assert link is not None
        assert file_of(str(link["href"]), old) == new
    assert (folder / "b" / "y.html").is_file()
    assert [each.rule for each in report.findings if each.rule == "site-address-changed"] == []


REDIRECTS = """
[redirects]
"/2019/05/first-post/" = "a"
"/old.html" = "b.ipynb"
"/shop/" = "https://shop.example.org/"
"/nowhere/" = "c"
"/a.html" = "b"
"""


def test_old_addresses_of_site_toml_lead_to_articles_pages_and_the_web(tmp_path: Path) -> None:
    request = asked(tmp_path, REDIRECTS)
    report = build(request)
    folder = tmp_path / "site"

    def way(path: str) -> str:
        link = soup(folder / path).select_one("main a[href]")
        assert link is not None
        return str(link["href"])

    assert way("2019/05/first-post/index.html") == "../../../a.html"
    assert way("old.html") == "b.html"
    assert way("shop/index.html") == "https://shop.example.org/"
    assert not (folder / "nowhere").exists()
    # A page stays what it is.
    assert "Go to" in (folder / "a.html").read_text("utf-8")
    assert [str(each) for each in report.findings if each.rule == "site-redirect-nowhere"] == [
        "content/site.toml: the old addresses that [redirects] leads to 'c' lead nowhere, since "
        "there is no such page\n  Fix: Correct the entry, or publish the page it names."
    ]


@pytest.mark.parametrize(
    ("host", "file", "lines"),
    [
        (
            "netlify",
            "_redirects",
            [
                "/sub/2019/05/first-post /sub/blog/a/ 301!",
                "/sub/2019/05/first-post/ /sub/blog/a/ 301!",
                "/sub/old.html /sub/blog/b/ 301!",
                "/sub/shop https://shop.example.org/ 301!",
            ],
        ),
        (
            "cloudflare",
            "_redirects",
            ["/sub/old.html /sub/blog/b/ 301", "/sub/shop/ https://shop.example.org/ 301"],
        ),
        (
            "apache",
            ".htaccess",
            [
                r'  RedirectMatch 301 "^/sub/2019/05/first\-post(/(index\.html)?)?$" '
                '"/sub/blog/a/"',
                '  RedirectMatch 301 "^/sub/old\\.html$" "/sub/blog/b/"',
            ],
        ),
    ],
)
def test_hosts_are_told_of_old_addresses(
    tmp_path: Path, host: str, file: str, lines: list[str]
) -> None:
    config = f'host = "{host}"\naddress = "blog/{{slug}}/"\n{REDIRECTS}'
    build(replace(asked(tmp_path, config), output=tmp_path / "site"))
    written = (tmp_path / "site" / file).read_text("utf-8").splitlines()
    assert [line for line in lines if line not in written] == []


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("{slug}.html", "a/b.html"),
        ("blog/{slug}/", "blog/a/b/index.html"),
        ("{year}-{month}/{slug}.html", "2026-03/a/b.html"),
        ("{category}/{slug}/index.html", "kesehatan-saraf/a/b/index.html"),
    ],
)
def test_a_pattern_is_filled_from_the_front_matter(pattern: str, path: str) -> None:
    assert fill_pattern(check_pattern(pattern), "a/b", "id", FRONT) == path


def test_what_an_article_does_not_say_is_left_out_of_its_address() -> None:
    pattern = check_pattern("blog/{category}/{year}/{slug}/")
    assert fill_pattern(pattern, "a", "en", FrontMatter()) == "blog/a/index.html"
    assert fill_pattern(pattern, "a", "en", None) == "blog/a/index.html"


def refusal(text: str) -> str:
    """Return what site.toml is told."""
    with pytest.raises(ContentError) as raised:
        parse_config(text, "site.toml")
    return str(raised.value)


@pytest.mark.parametrize(
    "pattern", ["", "blog/", "{slug}", "/{slug}/", "../{slug}/", "a//{slug}/", "{day}/{slug}/"]
)
def test_what_is_no_pattern_is_refused(pattern: str) -> None:
    told = refusal(f'address = "{pattern}"')
    assert "which is not the address of an article with {slug} in it, ending in / or .html" in told


def test_a_pattern_begins_with_no_name_of_galleys() -> None:
    assert refusal('address = "tag/{slug}/"') == (
        "site.toml:1: 'address' begins with 'tag', which Galley uses itself\n"
        '  Fix: Write for example address = "blog/{slug}/"'
    )


def test_a_language_of_addresses_is_one_of_the_site() -> None:
    told = refusal('languages = ["en", "id"]\n[addresses]\nin = "x/{slug}/"')
    assert told.startswith(
        "site.toml:2: 'addresses' has the language 'in', which 'languages' does not have\n"
    )


@pytest.mark.parametrize("former", ["https://a.org/x", "../x", "/", "a?b"])
def test_an_old_address_is_one_of_this_site(former: str) -> None:
    told = refusal(f'[redirects]\n"{former}" = "a"')
    assert "which is not an address of this site, for example /old-name/" in told


@pytest.mark.parametrize("target", ["", "javascript:alert(1)", "ftp://a.org"])
def test_an_old_address_leads_to_a_page_or_the_web(target: str) -> None:
    told = refusal(f'[redirects]\nold = "{target}"')
    assert "which is not an article, a page, or an address that begins with https://" in told
