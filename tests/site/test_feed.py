"""The feed and the sitemap as other programs read them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

from markupsafe import Markup

from galley.html.context import (
    ArticleContext,
    ChoiceContext,
    EvidenceContext,
    FigureContext,
    Reference,
    RenderedBlock,
    StateContext,
    TableContext,
)
from galley.html.words import words_for
from galley.site.feed import MOST_ENTRIES, Feed, FeedEntry, render_feed
from galley.site.feed_content import feed_content
from galley.site.sitemap import SitemapEntry, render_robots, render_sitemap

ENTRY = FeedEntry(
    "5 < 6 & more",
    "https://e.org/a.html",
    date(2026, 11, 1),
    date(2026, 11, 3),
    content="<p>5 &lt; 6</p>",
    authors=("Ana",),
    categories=("Stroke",),
)
FEED = Feed("Blog", "https://e.org/", "https://e.org/feed.xml", "en", [ENTRY])
ATOM = "{http://www.w3.org/2005/Atom}"


def test_a_feed_is_well_formed_and_has_what_atom_requires() -> None:
    root = ET.fromstring(render_feed(FEED))
    assert root.tag == f"{ATOM}feed"
    for name in ("title", "id", "updated"):
        assert root.findtext(f"{ATOM}{name}")
    (entry,) = root.findall(f"{ATOM}entry")
    assert entry.findtext(f"{ATOM}title") == "5 < 6 & more"
    assert entry.findtext(f"{ATOM}id") == "https://e.org/a.html"
    assert entry.findtext(f"{ATOM}updated") == "2026-11-03T00:00:00+00:00"
    assert entry.findtext(f"{ATOM}author/{ATOM}name") == "Ana"
    assert entry.findtext(f"{ATOM}content") == "<p>5 &lt; 6</p>"


def test_a_feed_knows_no_clock() -> None:
    assert render_feed(FEED) == render_feed(FEED)
    root = ET.fromstring(render_feed(replace(FEED, timezone="Asia/Jakarta")))
    assert root.findtext(f"{ATOM}updated") == "2026-11-03T00:00:00+07:00"


def test_an_entry_without_author_names_the_site() -> None:
    root = ET.fromstring(render_feed(replace(FEED, entries=[replace(ENTRY, authors=())])))
    assert root.findtext(f"{ATOM}entry/{ATOM}author/{ATOM}name") == "Blog"


def test_characters_that_xml_forbids_do_not_break_a_feed() -> None:
    entry = replace(ENTRY, title="a\x00b\x0cc", content="\x1b[0m\ufffe")
    root = ET.fromstring(render_feed(replace(FEED, entries=[entry])))
    assert root.findtext(f"{ATOM}entry/{ATOM}title") == "abc"


def test_a_feed_does_not_grow_without_end() -> None:
    root = ET.fromstring(render_feed(replace(FEED, entries=[ENTRY] * (MOST_ENTRIES + 9))))
    assert len(root.findall(f"{ATOM}entry")) == MOST_ENTRIES


def content_of(**fields: object) -> str:
    article = replace(ArticleContext(title="T", kind="page"), **fields)  # type: ignore[arg-type]
    return feed_content(
        article, "https://e.org/id/a.html", words_for("en"), {"fig-a": "a/fig-a.png"}
    )


def test_addresses_in_feed_content_are_absolute() -> None:
    html = Markup(
        '<p><a href="../b.html#x">b</a> <a href="#ref-k">k</a> <img src="p.png" alt="p"></p>'
    )
    assert content_of(blocks=(RenderedBlock("prose", html),)) == (
        '<p><a href="https://e.org/b.html#x">b</a> <a href="https://e.org/id/a.html#ref-k">k</a> '
        '<img src="https://e.org/id/p.png" alt="p"></p>'
    )


def test_a_heading_in_feed_content_has_no_link_to_itself() -> None:
    mark = '<h2 id="m">More <a class="heading-anchor" href="#m" aria-label="Section">#</a></h2>'
    assert content_of(blocks=(RenderedBlock("prose", Markup(mark)),)) == "<h2>More</h2>"


def test_figures_in_feed_content_are_pictures_that_still_say_what_they_are() -> None:
    figure = FigureContext(
        "fig-a",
        "2",
        Markup("A <em>curve</em>."),
        alt="It falls",
        svg_wide=Markup("<svg><text>hidden</text></svg>"),
        evidence=EvidenceContext("schematic", Markup("<a href='#ref-k'>K 2013</a>"), "Not data."),
    )
    text = content_of(blocks=(RenderedBlock("figure", figure=figure),))
    assert '<img src="https://e.org/id/a/fig-a.png" alt="It falls">' in text
    assert "<strong>Figure 2</strong> A <em>curve</em>." in text
    assert words_for("en").evidence_schematic in text
    assert "hidden" not in text


def test_figures_in_feed_content_bring_their_description_and_numbers() -> None:
    figure = FigureContext(
        anchor="fig-a",
        alt="A curve.",
        description="A curve that <falls>.",
        table=TableContext(("day", "gain (points)"), ((7, -2.5), (None, "none"))),
    )
    text = content_of(blocks=(RenderedBlock("figure", figure=figure),))
    assert (
        "<details><summary>Data and description</summary><p>A curve that &lt;falls&gt;.</p>"
        '<table><thead><tr><th scope="col">day</th><th scope="col">gain (points)</th></tr></thead>'
        "<tbody><tr><td>7</td><td>−2.5</td></tr><tr><td></td><td>none</td></tr></tbody></table>"
        "</details></figure>"
    ) in text


def test_a_figure_in_states_is_the_picture_of_one_and_says_that_there_are_others() -> None:
    plain = FigureContext("fig-a", "2", Markup("A line."), alt="Day 30")
    states = tuple(
        StateContext((place,), f"Starts after: {day} days", plain, is_shown=day == 30)
        for place, day in enumerate((7, 30, 90), start=1)
    )
    figure = replace(plain, choices=(ChoiceContext("c", "Starts after", ()),), states=states)
    text = content_of(blocks=(RenderedBlock("figure", figure=figure),))
    assert text == (
        '<figure><img src="https://e.org/id/a/fig-a.png" alt="Day 30">'
        "<figcaption><strong>Figure 2</strong> A line.</figcaption>"
        "<p><small>Shown here is one of 3 states (Starts after: 30 days); the others are on the "
        "page.</small></p></figure>"
    )


def test_feed_content_keeps_maths_and_references_and_no_code_that_runs() -> None:
    text = content_of(
        blocks=(
            RenderedBlock("prose", Markup("<math><mi>x</mi></math><script>alert(1)</script>")),
            RenderedBlock("stream", Markup("1 &lt; 2")),
        ),
        references=(Reference("k", Markup("K. 2013.")),),
        key_points=(Markup("First."),),
    )
    assert "<math><mi>x</mi></math>" in text
    assert "<pre>1 &lt; 2</pre>" in text
    assert "<li>K. 2013.</li>" in text
    assert text.startswith("<h2>Key points</h2>\n<ul><li>First.</li></ul>")
    assert "alert" not in text


def test_the_sitemap_is_in_order_of_address() -> None:
    entries = [SitemapEntry("https://e.org/b"), SitemapEntry("https://e.org/a", date(2026, 1, 2))]
    root = ET.fromstring(render_sitemap(entries))
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    assert [node.text for node in root.iter(f"{space}loc")] == [
        "https://e.org/a",
        "https://e.org/b",
    ]
    assert root.findtext(f"{space}url/{space}lastmod") == "2026-01-02"


def test_robots_may_read_everything() -> None:
    assert render_robots() == b"User-agent: *\nAllow: /\n"
