"""A whole site from values: what is on it, what never is, and that everything leads somewhere."""

from __future__ import annotations

import base64
import io
import posixpath
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urldefrag, urlsplit

import nbformat.v4 as nb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree, html
from PIL import Image

from galley.addresses import page_path
from galley.article.article import Identity, read_article
from galley.article.front_matter import FrontMatter
from galley.article.model import Article
from galley.config import SiteConfig
from galley.content_files import find_beside
from galley.findings import ContentError, Finding, Place, Severity
from galley.html.context import PageContext
from galley.html.environment import make_environment
from galley.html.exporter import ArticleExporter
from galley.html.pandoc_types import PandocRequest, PandocResult
from galley.html.printing import page_printer
from galley.html.reference_list import Style
from galley.html.surroundings import Surroundings
from galley.site.assemble import assemble
from galley.site.model import AssembledSite, RenderedPage, SiteArticle
from galley.site.press import Press
from galley.site.rendering import page_renderer
from galley.site.site_maker import SiteMaker

TODAY = date(2026, 11, 20)
TEMPLATES = make_environment()
PRINT = page_printer()
CONFIG = SiteConfig.model_validate(
    {
        "title": "Fog & Light",
        "description": "About recovery.",
        "base_url": "https://example.org/blog/",
        "languages": ["en", "id"],
        "authors": {"editors": {"id": "editors", "name": "Galley example", "credentials": "none"}},
        "categories": ["Neurorestoration"],
        "navigation": [{"title": "About", "href": "about.html"}],
        "translated": {"id": {"title": "Kabut & Cahaya"}},
        "timezone": "Asia/Jakarta",
    }
)
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 720 300"><path id="p" d="M0 0L9 9" '
    'stroke="var(--fig-ink, #1a1a1a)"/><use href="#p"/><text x="5">weeks</text></svg>'
)


def no_pandoc(request: PandocRequest) -> PandocResult:
    """Answer as pandoc does where there is nothing to convert."""
    assert request.formulas == ()
    clusters = tuple("(cited)" for _ in request.clusters)
    return PandocResult(clusters=clusters, references=(), formulas=())


def png() -> str:
    out = io.BytesIO()
    Image.new("RGB", (40, 20), "red").save(out, format="PNG")
    return base64.b64encode(out.getvalue()).decode()


def article(
    slug: str,
    text: str = "Some words.",
    *,
    lang: str = "en",
    edition: str = "",
    figure: bool = False,
    **fields: Any,
) -> Article:
    front = {"title": slug.replace("-", " ").capitalize(), "date": "2026-11-01", **fields}
    cells = [nb.new_markdown_cell(text, id="c1")]
    if figure:
        bundle = {"image/svg+xml": SVG, "image/png": png()}
        output = nb.new_output(
            "display_data", bundle, metadata={"image/svg+xml": {"alt": "A line"}}
        )
        source = "#| label: fig-window\n#| caption: A window."
        cells.append(nb.new_code_cell(source, id="c2", outputs=[output]))
    front_matter = FrontMatter.model_validate(front, context={"people": CONFIG.authors})
    file = f"notebooks/{slug}.ipynb" if lang == "en" else f"notebooks/{slug}.{lang}.ipynb"
    identity = Identity(file, slug, lang, edition, str(front["title"]), front_matter)
    return read_article(nb.new_notebook(cells=cells), identity)


def page(made: Article, original: str = "", **fields: Any) -> SiteArticle:
    first = next(iter(made.front_matter.editions), "")
    is_first = made.edition in {"", first}
    path = page_path(made.slug, made.lang, "" if is_first else made.edition, CONFIG)
    return SiteArticle(
        identity_of(made), path, original or made.slug, lambda: made, is_first, **fields
    )


def identity_of(made: Article) -> Identity:
    return Identity(made.file, made.slug, made.lang, made.edition, made.title, made.front_matter)


def site(*pages: SiteArticle, config: SiteConfig = CONFIG, **fields: Any) -> AssembledSite:
    render = fields.pop("render", None) or page_renderer(no_pandoc, Style(), PRINT)
    maker = SiteMaker(config, TODAY, Press(render), templates=TEMPLATES, **fields)
    return assemble(pages, maker)


def text_of(made: AssembledSite, path: str) -> str:
    return made.files[path].decode()


def tree_of(made: AssembledSite, path: str) -> Any:
    return html.fromstring(text_of(made, path))


def hrefs(made: AssembledSite, path: str, selector: str = "//a") -> list[str]:
    return [element.get("href") for element in tree_of(made, path).xpath(selector)]


def broken_links(files: Mapping[str, bytes], root: str = "/blog") -> list[tuple[str, str]]:
    """Find every relative link of every page that leads to no file or fragment of the site."""
    ids = {
        path: set(html.fromstring(data.decode()).xpath("//@id"))
        for path, data in files.items()
        if path.endswith(".html")
    }
    broken = []
    for path in ids:
        for link in html.fromstring(files[path].decode()).xpath("//@href | //@src"):
            if urlsplit(link).scheme:
                continue
            start = "https://x.org/blog/" + path
            target, fragment = urldefrag(link)
            if target.startswith("/"):
                found = posixpath.relpath(target, root)
            else:
                folder = posixpath.dirname(urlsplit(start).path)
                found = posixpath.relpath(posixpath.join(folder, target), "/blog")
            found = unquote(found) if target else path
            if found not in files or (fragment and fragment not in ids.get(found, set())):
                broken.append((path, link))
    return broken


@cache
def whole_site() -> AssembledSite:
    """An article in two languages and two editions, a neighbour, and a page."""
    editions = {"patient": {"audience": "patient"}, "clinician": {"audience": "clinician"}}
    about: dict[str, Any] = {
        "tags": ["Stroke", "timing"],
        "category": "neurorestoration",
        "authors": ["editors"],
    }
    both: dict[str, Any] = {**about, "editions": editions, "figure": True}
    return site(
        page(article("window", "See [](other.ipynb) and [two](other.ipynb).", edition="patient",
                     aliases=["old-window", "2024/window.html"], **both)),
        page(article("window", edition="clinician", **both)),
        page(article("window", "Lihat [ini](other.ipynb).", lang="id", edition="patient",
                     title="Jendela", **both)),
        page(article("other", "Back to [it](window.ipynb#fig-window).", date="2026-10-01",
                     tags=["stroke "], authors=[{"name": "Ana Müller"}])),
        page(article("about", kind="page", date=None)),
    )  # fmt: skip


def test_every_page_list_and_feed_is_there() -> None:
    made = whole_site()
    assert made.failed == {}
    assert [path for path in sorted(made.files) if not path.startswith("assets/")] == [
        "2024/window.html",
        "404.html",
        "a-z.html",
        "about.html",
        "archive.html",
        "author/ana-muller.html",
        "author/editors.html",
        "category/neurorestoration.html",
        "feed.json",
        "feed.xml",
        "id/a-z.html",
        "id/archive.html",
        "id/author/editors.html",
        "id/category/neurorestoration.html",
        "id/feed.json",
        "id/feed.xml",
        "id/index.html",
        "id/tag/stroke.html",
        "id/tag/timing.html",
        "id/window.html",
        "id/window/fig-window.png",
        "id/window/fig-window.svg",
        "index.html",
        "old-window/index.html",
        "other.html",
        "robots.txt",
        "sitemap.xml",
        "tag/stroke.html",
        "tag/timing.html",
        "window.html",
        "window/clinician.html",
        "window/clinician/fig-window.png",
        "window/clinician/fig-window.svg",
        "window/fig-window.png",
        "window/fig-window.svg",
    ]
    assert "index.html" in made.lists
    assert "id/tag/stroke.html" in made.lists
    assert "window.html" not in made.lists


def test_every_link_leads_to_a_file_of_the_site() -> None:
    assert broken_links(whole_site().files) == []


def test_the_same_articles_give_the_same_bytes_in_any_order() -> None:
    assert whole_site().files == whole_site.__wrapped__().files
    first, second = page(article("a")), page(article("b"))
    assert site(first, second).files == site(second, first).files


@pytest.mark.parametrize("fields", [{"draft": True}, {"date": "2026-11-21"}])
def test_what_is_not_published_yet_appears_nowhere(fields: dict[str, Any]) -> None:
    secret = article(
        "secret", "Hidden.", title="Zebra", tags=["zebra"], category="Zebra", figure=True,
        authors=[{"name": "Zebra"}], aliases=["zebra"], **fields,
    )  # fmt: skip
    made = site(page(article("open", "A [link](secret.ipynb) to it.")), page(secret))
    assert [path for path in made.files if "zebra" in path or "secret" in path] == []
    told = [path for path, data in made.files.items() if b"Zebra" in data or b"secret" in data]
    assert told == []


def test_an_article_is_published_on_its_day() -> None:
    assert "today.html" in site(page(article("today", date="2026-11-20"))).files


def test_a_withdrawn_article_keeps_its_page_but_is_not_listed() -> None:
    fields: dict[str, Any] = {
        "withdrawn": {"date": "2026-11-10", "reason": "Its trial was retracted."}
    }
    made = site(page(article("gone", **fields)), page(article("open")))
    assert "Its trial was retracted." in text_of(made, "gone.html")
    for path in ("index.html", "feed.xml", "sitemap.xml", "open.html"):
        assert "gone.html" not in text_of(made, path)


def test_spellings_of_a_tag_are_one() -> None:
    made = site(
        page(article("a", tags=["Stroke", "stroke"])),
        page(article("b", tags=["stroke "])),
        page(article("c", tags=["stroke", "ÉPILEPSIE"])),
    )
    assert sorted(path for path in made.files if path.startswith("tag/")) == [
        "tag/epilepsie.html",
        "tag/stroke.html",
    ]
    assert tree_of(made, "tag/stroke.html").xpath("string(//h1)").strip() == "stroke"
    assert len(tree_of(made, "tag/stroke.html").xpath("//article")) == 3


def test_a_category_is_written_as_in_the_site_file() -> None:
    made = whole_site()
    heading = tree_of(made, "category/neurorestoration.html").xpath("string(//h1)")
    assert heading.strip() == "Neurorestoration"


def test_editions_and_translations_lead_to_each_other() -> None:
    made = whole_site()
    assert "window/clinician.html" in hrefs(made, "window.html")
    assert "id/window.html" in hrefs(made, "window.html")
    assert "../window.html" in hrefs(made, "window/clinician.html")
    assert "../window.html" in hrefs(made, "id/window.html")
    alternates = tree_of(made, "window.html").xpath("//link[@rel='alternate'][@hreflang]")
    assert [(link.get("hreflang"), link.get("href")) for link in alternates] == [
        ("en", "https://example.org/blog/window.html"),
        ("id", "https://example.org/blog/id/window.html"),
        ("x-default", "https://example.org/blog/window.html"),
    ]


def test_previous_and_next_stay_within_a_language() -> None:
    editions = {"patient": {"audience": "patient"}, "clinician": {"audience": "clinician"}}
    made = site(
        page(article("window", edition="patient", editions=editions)),
        page(article("window", edition="clinician", editions=editions)),
        page(article("window", lang="id", edition="patient", editions=editions)),
        page(article("other", date="2026-10-01")),
    )
    assert hrefs(made, "window.html", "//nav//a[@rel='prev']") == ["other.html"]
    assert hrefs(made, "window/clinician.html", "//nav//a[@rel='prev']") == ["../other.html"]
    assert hrefs(made, "other.html", "//nav//a[@rel='next']") == ["window.html"]
    assert hrefs(made, "id/window.html", "//nav//a[@rel='prev']") == []


def test_links_to_notebooks_become_links_to_their_pages() -> None:
    made = whole_site()
    assert "window.html#fig-window" in hrefs(made, "other.html")
    assert "../other.html" in hrefs(made, "id/window.html")


def test_a_link_stays_in_the_language_of_its_page() -> None:
    made = site(
        page(article("a", "[b](b.ipynb)")),
        page(article("a", "[b](b.ipynb) and [English](a.ipynb)", lang="id")),
        page(article("b")),
        page(article("b", lang="id")),
    )
    assert "b.html" in hrefs(made, "a.html")
    links = hrefs(made, "id/a.html", "//div[@class='body']//a")
    assert links[:2] == ["b.html", "../a.html"]


def test_home_shows_the_newest_article_with_its_figure() -> None:
    made = whole_site()
    lead = tree_of(made, "index.html").xpath("//section[contains(@class, 'lead')]")[0]
    assert "Window" in lead.text_content()
    assert lead.xpath(".//svg")
    assert tree_of(made, "id/index.html").get("lang") == "id"
    assert "Kabut & Cahaya" in html.fromstring(text_of(made, "id/index.html")).text_content()


def test_ids_on_a_list_page_are_unique() -> None:
    pages = [page(article(name, figure=True)) for name in ("a", "b", "c", "d")]
    ids = tree_of(site(*pages), "index.html").xpath("//@id")
    assert len(ids) == len(set(ids))


def test_a_long_list_runs_over_pages_that_are_linked() -> None:
    pages = [page(article(f"text-{n:02}", tags=["one"])) for n in range(35)]
    made = site(*pages)
    assert {"tag/one.html", "tag/one-2.html"} <= set(made.files)
    assert "one-2.html" in hrefs(made, "tag/one.html")
    assert "one.html" in hrefs(made, "tag/one-2.html")
    assert "archive.html" in hrefs(made, "index.html", "//p[@class='shelf__more']/a")
    assert broken_links(made.files) == []


def test_an_old_address_leads_to_the_article() -> None:
    made = whole_site()
    assert hrefs(made, "old-window/index.html") == ["../window.html"]
    refresh = tree_of(made, "2024/window.html").xpath("//meta[@http-equiv='refresh']/@content")
    assert refresh == ["0; url=../window.html"]


def test_an_alias_that_is_taken_is_said_and_the_page_stays() -> None:
    made = site(page(article("a", aliases=["b.html", "index.html"])), page(article("b", "Of b.")))
    assert "Of b." in text_of(made, "b.html")
    said = [str(finding) for finding in made.findings if finding.rule == "site-address-clash"]
    assert said == [
        f"notebooks/a.ipynb: the address '{path}' cannot be used: it is already taken by {owner}\n"
        "  Fix: Change the slug, the alias or the file name it comes from."
        for path, owner in (("b.html", "notebooks/b.ipynb"), ("index.html", "a list of articles"))
    ]


def test_two_articles_at_one_address_cost_only_the_second() -> None:
    other = article("other")
    second = SiteArticle(identity_of(other), "a.html", "other", lambda: other)
    made = site(page(article("a", "Of a.")), second)
    assert "Of a." in text_of(made, "a.html")
    assert made.findings[0].message == (
        "the address 'a.html' cannot be used: it is already taken by notebooks/a.ipynb"
    )


def test_an_article_that_cannot_be_rendered_is_left_out_everywhere() -> None:
    wrong = Finding("x", Severity.ERROR, Place("notebooks/bad.ipynb"), "is wrong")
    usual = page_renderer(no_pandoc, Style())

    def render(made: Article, around: Surroundings, context: PageContext) -> RenderedPage:
        if made.slug == "bad":
            raise ContentError(wrong)
        return usual(made, around, context)

    made = site(page(article("good")), page(article("bad", title="Zebra")), render=render)
    assert made.failed == {"bad.html": (wrong,)}
    assert [path for path, data in made.files.items() if b"Zebra" in data] == []
    assert broken_links(made.files) == []


def test_without_a_base_url_nothing_absolute_is_made_and_that_is_said() -> None:
    config = CONFIG.model_copy(update={"base_url": "", "navigation": ()})
    made = site(page(article("a")), config=config)
    assert {"feed.xml", "sitemap.xml"} & set(made.files) == set()
    assert "canonical" not in text_of(made, "a.html")
    assert text_of(made, "robots.txt") == "User-agent: *\nAllow: /\n"
    (finding,) = made.findings
    assert str(finding) == (
        "site.toml: base_url is not set, so there is no feed, no sitemap and no canonical "
        'address\n  Fix: Add the site\'s address, for example base_url = "https://example.org/".'
    )


def test_a_folder_without_any_configuration_makes_a_site() -> None:
    made = site(page(article("a", date=None)), config=SiteConfig())
    assert broken_links(made.files, "/") == []
    assert [finding.severity for finding in made.findings] == [Severity.ADVICE]


def test_an_empty_folder_makes_an_empty_site() -> None:
    made = site(config=SiteConfig())
    assert {"index.html", "404.html", "robots.txt"} <= set(made.files)


def test_a_menu_entry_that_leads_nowhere_is_said_and_not_shown() -> None:
    made = site(page(article("a")))
    assert [finding.message for finding in made.findings] == [
        "the menu entry 'about.html' leads to no page, so it is not shown"
    ]
    assert "about.html" not in text_of(made, "a.html")


def test_a_category_leads_to_the_others_and_names_itself_once() -> None:
    made = site(page(article("a", category="One")), page(article("b", category="Two")))
    assert hrefs(made, "category/one.html", "//nav[@aria-label='Topics']//a") == [
        "one.html",
        "two.html",
    ]
    assert tree_of(made, "category/one.html").xpath("//a[@aria-current]/text()") == ["One"]
    assert "entry__category" not in text_of(made, "category/one.html")
    assert "entry__category" in text_of(made, "index.html")


def test_an_author_page_says_who_it_is_and_how_that_can_be_verified() -> None:
    person = {
        "name": "Ana Müller", "credentials": "MD, neurologist", "affiliation": "A hospital",
        "registration": "STR 12", "orcid": "0000-0002-1825-0097", "bio": "Treats people.",
    }  # fmt: skip
    made = site(page(article("a", authors=[person])))
    head = tree_of(made, "author/ana-muller.html").xpath("//header[@class='listing-head']")[0]
    assert " ".join(head.text_content().split()) == (
        "Author Ana Müller MD, neurologist A hospital Treats people. Registration: STR 12 "
        "ORCID: orcid.org/0000-0002-1825-0097 1 article"
    )
    described = tree_of(made, "author/ana-muller.html").xpath(
        "//meta[@name='description']/@content"
    )
    assert described == ["Treats people."]


def test_the_404_page_says_in_every_language_where_home_is() -> None:
    made = site(page(article("a")), page(article("a", lang="id")))
    (other,) = tree_of(made, "404.html").xpath("//p[@lang='id']")
    assert other.text_content() == "Halaman ini tidak ditemukan. Ke halaman beranda"
    assert other.xpath("a/@href") == ["/blog/id/index.html"]


def test_the_404_page_works_from_any_depth() -> None:
    links = hrefs(whole_site(), "404.html", "//a[not(starts-with(@href, '#'))] | //link")
    assert [link for link in links if not link.startswith(("/blog/", "https:", "data:"))] == []


def test_pages_that_search_engines_must_not_show_stay_out_of_the_sitemap() -> None:
    made = site(page(article("open")), page(article("closed", noindex=True)))
    assert "closed.html" not in text_of(made, "sitemap.xml")
    assert "open.html" in text_of(made, "sitemap.xml")
    assert 'content="noindex"' in text_of(made, "closed.html")
    everything = CONFIG.model_copy(update={"noindex": True})
    assert "sitemap.xml" not in site(page(article("open")), config=everything).files


def test_the_sitemap_names_pages_that_exist_and_their_languages() -> None:
    made = whole_site()
    tree = etree.fromstring(made.files["sitemap.xml"])
    names = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "h": "http://www.w3.org/1999/xhtml",
    }
    urls = tree.xpath("//s:loc/text()", namespaces=names)
    paths = [url.removeprefix("https://example.org/blog/") for url in urls]
    files = [f"{path}index.html" if path in {"", "id/"} else path for path in paths]
    assert [path for path in files if path not in made.files] == []
    window = tree.xpath("//s:url[s:loc[contains(., 'blog/window.html')]]", namespaces=names)[0]
    assert window.xpath("h:link/@hreflang", namespaces=names) == ["en", "id", "x-default"]
    assert window.xpath("s:lastmod/text()", namespaces=names) == ["2026-11-01"]
    assert text_of(made, "robots.txt").endswith("\nSitemap: https://example.org/blog/sitemap.xml\n")


def test_the_feed_holds_whole_articles_with_absolute_addresses_only() -> None:
    made = whole_site()
    names = {"a": "http://www.w3.org/2005/Atom"}
    tree = etree.fromstring(made.files["feed.xml"])
    assert tree.xpath("a:entry/a:title/text()", namespaces=names) == ["Window", "Other"]
    assert tree.xpath("string(a:updated)", namespaces=names) == "2026-11-01T00:00:00+07:00"
    content = html.fromstring(tree.xpath("string(a:entry/a:content)", namespaces=names))
    links = content.xpath("//@href | //@src")
    assert "https://example.org/blog/window/fig-window.png" in links
    assert [link for link in links if not link.startswith("https://")] == []
    assert "About" not in tree.xpath("a:entry/a:title/text()", namespaces=names)


def test_a_file_beside_the_notebook_that_is_linked_is_published(tmp_path: Path) -> None:
    (tmp_path / "Exercise sheet.pdf").write_bytes(b"%PDF")
    (tmp_path / "evil.html").write_bytes(b"<script>")
    text = "[sheet](Exercise%20sheet.pdf) and [other](evil.html)"
    made = site(page(article("a", text), find=find_beside(tmp_path, tmp_path)))
    sheets = [path for path in made.files if path.endswith(".pdf")]
    assert len(sheets) == 1
    assert sheets[0] in hrefs(made, "a.html")
    assert b"<script>" not in made.files.values()


def test_pictures_beside_the_notebook_become_files(tmp_path: Path) -> None:
    (tmp_path / "hand.png").write_bytes(base64.b64decode(png()))
    made = site(page(article("a", "![A hand](hand.png)"), find=find_beside(tmp_path, tmp_path)))
    (picture,) = (path for path in made.files if path.startswith("assets/img/hand-"))
    image = tree_of(made, "a.html").xpath("//img")[0]
    assert (image.get("src"), image.get("width"), image.get("height")) == (picture, "40", "20")


def test_the_logo_is_a_file_of_the_site_and_a_missing_one_is_said(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text(SVG, encoding="utf-8")
    config = CONFIG.model_copy(update={"logo": "logo.svg", "icon": "none.png", "navigation": ()})
    made = site(page(article("a")), config=config, find=find_beside(tmp_path, tmp_path))
    assert [path for path in made.files if path.startswith("assets/img/logo-")]
    assert [finding.message for finding in made.findings] == ["the icon 'none.png' is not there"]
    assert broken_links(made.files) == []


# ------------------------------------------------------------------ any site

_DATES = st.sampled_from([None, "2026-10-01", "2026-11-20", "2026-11-21"])
_ARTICLES = st.lists(
    st.fixed_dictionaries(
        {
            "slug": st.sampled_from(["a", "b", "c/d", "c/e"]),
            "lang": st.sampled_from(["en", "id"]),
            "date": _DATES,
            "draft": st.booleans(),
            "noindex": st.sampled_from([None, True]),
            "kind": st.sampled_from(["article", "article", "page"]),
            "tags": st.lists(st.sampled_from(["Stroke", "stroke", "α", "💊"]), max_size=2),
            "category": st.sampled_from(["", "One", "two"]),
            "aliases": st.lists(st.sampled_from(["old", "a.html", "tag/stroke.html"]), max_size=2),
        }
    ),
    max_size=5,
    unique_by=lambda fields: (fields["slug"], fields["lang"]),
)


@settings(deadline=None, max_examples=15)
@given(_ARTICLES)
def test_whatever_is_listed_is_there_and_nothing_is_told_early(all_fields: list[Any]) -> None:
    titles = [f"Zq-{fields['slug']}-{fields['lang']}" for fields in all_fields]
    pages = zip(all_fields, titles, strict=True)
    made = site(*(page(article(text="", title=title, **fields)) for fields, title in pages))
    assert broken_links(made.files) == []
    sitemap = made.files.get("sitemap.xml", b"")
    for fields, title in zip(all_fields, titles, strict=True):
        path = page_path(fields["slug"], fields["lang"], "", CONFIG)
        is_out = not fields["draft"] and (fields["date"] or "") <= "2026-11-20"
        told = [path for path, data in made.files.items() if title.encode() in data]
        assert (path in told) == bool(told) == is_out
        is_indexed = is_out and not fields["noindex"]
        assert (f"<loc>https://example.org/blog/{path}<".encode() in sitemap) == is_indexed


def test_a_build_prints_what_the_exporter_prints() -> None:
    code = nb.new_code_cell("#| echo: true\nprint('x')", id="c9")
    code.outputs = [nb.new_output("stream", text="\x1b[31mx\x1b[0m")]
    notebook = nb.new_notebook(
        cells=[nb.new_markdown_cell("# A\n\nText.[^1]\n\n[^1]: Note."), code]
    )
    terminal = read_article(notebook, Identity("notebooks/t.ipynb", "t", title="T"))
    pages = [page(article("first", figure=True, tags=["one"])), page(terminal)]
    exporter = ArticleExporter()  # type: ignore[no-untyped-call]
    by_exporter = site(*pages, render=page_renderer(no_pandoc, Style(), exporter.print_page))
    assert dict(site(*pages).files) == dict(by_exporter.files)
