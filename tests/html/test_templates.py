"""From the page's context to HTML, one component at a time."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from jinja2 import UndefinedError
from markupsafe import Markup

from galley.html.context import (
    Alternate,
    ArticleContext,
    ChangeContext,
    Day,
    EvidenceContext,
    FigureContext,
    HomeContext,
    ImageContext,
    Link,
    ListingContext,
    ListingItem,
    NotFoundContext,
    PageContext,
    PersonContext,
    RedirectContext,
    Reference,
    RenderedBlock,
    SiteContext,
    TableContext,
    TocEntry,
)
from galley.html.directory import DirectoryContext, DirectoryEntry, DirectorySection
from galley.html.environment import TEMPLATES, make_environment
from galley.html.other_home import OtherHome
from galley.html.related import RelatedItem
from galley.html.words import words_for
from galley.look import Look

WORDS = words_for("en")
DAY = Day("2026-08-17", "17 August 2026")
SITE = SiteContext(
    title="The Listening Brain",
    description="How nervous systems recover.",
    home_href="index.html",
    navigation=(Link("Articles", "articles.html", is_current=True), Link("About", "about.html")),
    languages=(
        Link("English", "index.html", is_current=True, lang="en"),
        Link("Bahasa Indonesia", "id/", lang="id"),
    ),
    notice="Drafted by software & reviewed by no clinician.",
    footer="Not advice.",
    licence="CC BY 4.0",
    feed_href="feed.xml",
)
PAGE = PageContext(
    lang="en",
    words=WORDS,
    site=SITE,
    title="When does the <brain> listen?",
    description="The first weeks.",
    canonical="https://example.org/a.html",
    alternates=(
        Alternate("id", "https://example.org/id/a.html"),
        Alternate("x-default", "https://example.org/a.html"),
    ),
    stylesheets=("assets/site-1.css",),
)
FIGURE = FigureContext(
    anchor="fig-window",
    number="1",
    caption_html=Markup("The first weeks <em>matter</em>."),
    alt="A curve",
    description="It rises & falls.",
    svg_wide=Markup("<svg>wide</svg>"),
    svg_narrow=Markup("<svg>narrow</svg>"),
    evidence=EvidenceContext("schematic", Markup('<a href="#ref-z">Zeiler 2013</a>'), "No scale."),
    table=TableContext(("Phase", "Gain, points"), (("Acute", -1.5), ("Late", None))),
    downloads=(Link("Data (CSV)", "a/fig.csv"),),
    made_by_html=Markup("Drawn by <code>f</code>; matplotlib 3."),
)
ITEM = ListingItem(
    "What recovery means", "r.html", "Two kinds.", Link("Recovery", "c.html"), DAY, 4
)
ARTICLE = ArticleContext(
    title="When does the <brain> listen?",
    description="The first weeks.",
    category=Link("Recovery", "c.html"),
    authors=(PersonContext("A. Writer", "Sp.N.", "Clinic", "w.html", "0000-0002-1825-0097"),),
    reviewers=(PersonContext("R. Reader"),),
    published=DAY,
    updated=DAY,
    review_by=DAY,
    reading_minutes=4,
    key_points=(Markup("Start <em>soon</em>."),),
    editions=(Link("Patients", "a.html", is_current=True), Link("Clinicians", "a/clinician.html")),
    translations=(
        Link("English", "a.html", is_current=True, lang="en"),
        Link("Bahasa Indonesia", "id/a.html", lang="id"),
    ),
    toc=(TocEntry(2, "What opens it", "opens"),),
    blocks=(
        RenderedBlock("prose", Markup("<p>Hello.</p>")),
        RenderedBlock("figure", figure=FIGURE),
        RenderedBlock("table", Markup("<table></table>"), anchor="t1", number="1"),
        RenderedBlock("output", Markup("<p>42</p>")),
        RenderedBlock("code", Markup("<pre>x</pre>"), label="Python", is_folded=True),
        RenderedBlock("stream", Markup("printed")),
        RenderedBlock("error", Markup("trace"), label="ValueError: no"),
    ),
    footnotes_html=Markup("<ol><li>Note</li></ol>"),
    references=(Reference("z", Markup("Zeiler. <i>Curr</i>")),),
    disclosures="none",
    funding="None & nothing",
    changes=(ChangeContext(DAY, "Numbers added."),),
    tags=(Link("stroke", "t.html"),),
    previous=Link("Before", "b.html"),
    next=Link("After", "n.html"),
)


def render(template: str, **values: Any) -> str:
    return make_environment().get_template(template).render(**{"page": PAGE, **values})


def macro(partial: str, name: str, *values: Any, **options: Any) -> str:
    """Call one macro and join its lines, so that golden text shows structure and not layout."""
    module: Any = make_environment().get_template(f"partials/{partial}.html.j2").module
    return re.sub(r">\s*\n\s*<", "><", str(getattr(module, name)(*values, **options))).strip()


def lead_figure() -> Markup:
    macros: Any = make_environment().get_template("partials/entry.html.j2").module
    return Markup(str(macros.lead_figure(FIGURE, WORDS)).strip())


DIRECTORY = DirectoryContext(
    "All articles",
    (
        DirectorySection(
            "2026", "year-2026", (DirectoryEntry("Sleep <8>", "s.html", DAY, "Brain"),)
        ),
        DirectorySection("2025", "year-2025", (DirectoryEntry("Older", "o.html"),)),
    ),
    total=2,
    ways=(Link("2026", "#year-2026"), Link("2025", "#year-2025")),
    ways_label="Years",
)


def all_pages() -> dict[str, str]:
    plain = replace(ITEM, thumbnail=Markup("<svg></svg>"), lang="id")
    pictured = replace(ITEM, thumbnail=ImageContext("x.png", 320, 200))
    listing = ListingContext(
        "author", "A. Writer", "Writes.", (plain, pictured), ARTICLE.authors[0]
    )
    return {
        "article": render("article/index.html.j2", article=ARTICLE),
        "bare article": render("article/index.html.j2", article=ArticleContext("Title")),
        "home": render(
            "site/home.html.j2",
            home=HomeContext(
                replace(ITEM, figure_html=lead_figure()),
                (plain,),
                (Link("Recovery", "c.html"),),
                Link("All", "all.html"),
            ),
        ),
        "empty home": render("site/home.html.j2", home=HomeContext()),
        "listing": render(
            "site/listing.html.j2", listing=replace(listing, next=Link("2", "2.html"))
        ),
        "directory": render("site/directory.html.j2", directory=DIRECTORY),
        "not found": render(
            "site/not_found.html.j2",
            not_found=NotFoundContext((plain,), (OtherHome("id", "Tidak ada", "Beranda", "/id/"),)),
        ),
        "redirect": render("site/redirect.html.j2", redirect=RedirectContext("new.html", "New")),
    }


PAGES = all_pages()


class Outline(HTMLParser):
    """Collects ids, heading levels, landmarks and elements left open."""

    VOID = frozenset({"meta", "link", "img", "br", "hr"})

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.headings: list[int] = []
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.ids += [value or "" for name, value in attrs if name == "id"]
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes another element"


@pytest.mark.parametrize("name", PAGES)
def test_every_page_is_well_formed_and_quiet(name: str) -> None:
    outline = Outline(PAGES[name])
    assert outline.open == []
    assert len(outline.ids) == len(set(outline.ids))
    assert "style" not in outline.attributes
    assert not {attribute for attribute in outline.attributes if attribute.startswith("on")}
    assert not {"style", "iframe", "form"} & set(outline.tags)
    assert outline.tags.count("script") == 1
    assert outline.tags.count("main") == 1


@pytest.mark.parametrize("name", PAGES)
def test_headings_start_at_one_and_leave_out_no_level(name: str) -> None:
    levels = Outline(PAGES[name]).headings
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("name", PAGES)
def test_every_page_declares_language_and_policy_before_anything_else(name: str) -> None:
    assert re.match(
        r'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        r'<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;; ',
        PAGES[name].lstrip("\n"),
    )


def test_the_head_tells_browsers_search_engines_and_messengers_what_the_page_is() -> None:
    head = PAGES["article"].partition("</head>")[0]
    for line in (
        "<title>When does the &lt;brain&gt; listen? – The Listening Brain</title>",
        '<meta name="description" content="The first weeks.">',
        '<link rel="canonical" href="https://example.org/a.html">',
        '<link rel="alternate" hreflang="id" href="https://example.org/id/a.html">',
        '<link rel="alternate" hreflang="x-default" href="https://example.org/a.html">',
        '<link rel="alternate" type="application/atom+xml" title="The Listening Brain" href="',
        '<meta property="og:type" content="article">',
        '<meta property="og:url" content="https://example.org/a.html">',
        '<link rel="icon" href="data:,">',
        '<link rel="stylesheet" href="assets/site-1.css">',
    ):
        assert line in head
    assert "noindex" not in head


def test_a_page_that_should_not_be_found_says_so() -> None:
    html = render("article/index.html.j2", page=replace(PAGE, noindex=True), article=ARTICLE)
    assert '<meta name="robots" content="noindex">' in html


def test_a_page_that_stands_alone_carries_its_style_and_leads_nowhere() -> None:
    page = PageContext(
        "en", WORDS, SiteContext("Site"), "Title", inline_css=Markup('a>b{content:"·"}')
    )
    html = render("article/index.html.j2", page=page, article=ArticleContext("Title"))
    assert '<style>a>b{content:"·"}</style>' in html
    assert page.is_alone
    assert re.findall(r'href="([^"#]+)"', html) == ["data:,"]


def test_the_masthead_names_the_site_and_marks_the_current_place() -> None:
    html = PAGES["article"]
    assert '<p class="masthead__name"><a href="index.html">The Listening Brain</a></p>' in html
    assert '<a href="articles.html" aria-current="page">Articles</a>' in html
    assert '<a href="id/" lang="id" hreflang="id">Bahasa Indonesia</a>' in html


def test_on_the_home_page_the_name_of_the_site_is_the_heading() -> None:
    assert '<h1 class="masthead__name">The Listening Brain</h1>' in PAGES["home"]
    assert '<p class="masthead__sentence">How nervous systems recover.</p>' in PAGES["home"]


def test_the_notice_stands_before_the_content_of_every_page() -> None:
    notice = (
        '<aside class="notice" aria-label="Please note">'
        "<p>Drafted by software &amp; reviewed by no clinician.</p></aside>"
    )
    for name in PAGES.keys() - {"redirect"}:
        assert notice in PAGES[name].partition("<main")[0]


def test_a_figure_has_caption_drawings_evidence_and_data_in_this_order() -> None:
    assert macro("figure", "figure", FIGURE, WORDS) == (
        '<figure class="figure" id="fig-window" aria-label="Figure 1">'
        '<figcaption class="figure__caption"><span class="figure__number">Figure 1</span> '
        "The first weeks <em>matter</em>.</figcaption>"
        '<div class="figure__drawings">'
        '<div class="figure__drawing figure__drawing--wide"><svg>wide</svg></div>'
        '<div class="figure__drawing figure__drawing--narrow"><svg>narrow</svg></div></div>'
        '<p class="figure__evidence figure__evidence--schematic">'
        "<strong>Drawing, not measured data.</strong> "
        'After <a href="#ref-z">Zeiler 2013</a>. No scale.</p>'
        '<details class="figure__details"><summary>Data and description</summary>'
        "<p>It rises &amp; falls.</p>"
        '<div class="scroll" role="group" aria-label="Data of figure 1" tabindex="0">'
        '<table class="data-table"><caption>Data of figure 1</caption>'
        '<thead><tr><th scope="col">Phase</th><th scope="col" class="number">'
        "Gain, points</th></tr></thead>"
        '<tbody><tr><th scope="row">Acute</th><td class="number">−1.5</td></tr>'
        '<tr><th scope="row">Late</th><td><span class="visually-hidden">no value</span></td></tr>'
        "</tbody></table></div>"
        '<dl class="figure__facts"><dt>Sources</dt><dd><a href="#ref-z">Zeiler 2013</a></dd>'
        "<dt>How it was made</dt><dd>Drawn by <code>f</code>; matplotlib 3.</dd>"
        '<dt class="figure__downloads">Download</dt>'
        '<dd class="figure__downloads"><a href="a/fig.csv" download>Data (CSV)</a></dd>'
        "</dl></details></figure>"
    )


@pytest.mark.parametrize(
    ("kind", "sentence"),
    [
        ("data", "<strong>Measured data.</strong> From Bi 2001."),
        ("model", "<strong>Calculated from a model, not measured.</strong> After Bi 2001."),
        ("schematic", "<strong>Drawing, not measured data.</strong> After Bi 2001."),
        ("synthetic", "<strong>Made-up data, to show the idea.</strong> After Bi 2001."),
    ],
)
def test_evidence_is_a_plain_sentence(kind: Any, sentence: str) -> None:
    html = macro("figure", "evidence", EvidenceContext(kind, Markup("Bi 2001")), WORDS)
    assert html == f'<p class="figure__evidence figure__evidence--{kind}">{sentence}</p>'


def test_a_picture_states_its_size_and_text_and_waits_until_it_is_near() -> None:
    figure = FigureContext("f", alt="A <scan>", image=ImageContext("a/x.png", 720, 400))
    assert macro("figure", "figure", figure, WORDS) == (
        '<figure class="figure" id="f"><div class="figure__drawings"><div class="figure__drawing">'
        '<img src="a/x.png" width="720" height="400" alt="A &lt;scan&gt;" loading="lazy" '
        'decoding="async"></div></div></figure>'
    )


def test_a_picture_of_unknown_size_claims_none() -> None:
    assert "width" not in macro("picture", "picture", ImageContext("x.png", 0, 0))


def test_numbers_in_a_table_follow_the_language() -> None:
    html = macro("table", "cell", -1.5, words_for("id"))
    assert html == '<td class="number">−1,5</td>'


def test_the_byline_is_one_line_of_facts() -> None:
    assert macro("byline", "byline", ARTICLE, WORDS) == (
        '<ul class="byline"><li>By <a href="w.html" rel="author">A. Writer</a>, '
        '<span class="credentials">Sp.N.</span></li>'
        '<li><span class="visually-hidden">Published </span>'
        '<time datetime="2026-08-17">17 August 2026</time></li>'
        '<li><a href="#changes">Updated <time datetime="2026-08-17">17 August 2026</time></a></li>'
        "<li>4 min read</li></ul>"
    )


def test_a_switch_marks_the_page_one_reads() -> None:
    html = macro("switch", "switch", "Read in", ARTICLE.translations, hreflang=True)
    assert html == (
        '<nav class="switch" aria-label="Read in">'
        '<span class="switch__label" aria-hidden="true">Read in</span><ul>'
        '<li><a href="a.html" aria-current="page" lang="en" hreflang="en">English</a></li>'
        '<li><a href="id/a.html" lang="id" hreflang="id">Bahasa Indonesia</a></li></ul></nav>'
    )


def test_key_points_and_contents_are_lists() -> None:
    assert "<li>Start <em>soon</em>.</li>" in macro(
        "key_points", "key_points", ARTICLE.key_points, WORDS
    )
    assert macro("toc", "toc", ARTICLE.toc, WORDS) == (
        '<nav class="toc" aria-label="Contents"><details><summary>Contents</summary><ul>'
        '<li class="toc__entry toc__entry--2"><a href="#opens">What opens it</a></li>'
        "</ul></details></nav>"
    )


def test_references_can_be_reached_by_their_key() -> None:
    html = macro("references", "references", ARTICLE.references, WORDS)
    assert '<li id="ref-z">Zeiler. <i>Curr</i></li>' in html


def test_folded_code_opens_without_a_script() -> None:
    assert macro("code", "code", ARTICLE.blocks[4], WORDS) == (
        '<details class="code-fold"><summary>Code (Python)</summary>'
        '<div class="code scroll" role="group" aria-label="Code (Python)" tabindex="0">'
        "<pre>x</pre></div></details>"
    )


def test_an_error_shows_its_name() -> None:
    html = macro("code", "error", ARTICLE.blocks[6], WORDS)
    assert '<p class="callout__label">Error: ValueError: no</p>' in html


def test_the_end_of_an_article_makes_it_accountable() -> None:
    end = PAGES["article"].partition('<footer class="article__end">')[2]
    assert "The authors declare no competing interests." in end
    assert "None &amp; nothing" in end
    assert '<li><time datetime="2026-08-17">17 August 2026</time>: Numbers added.</li>' in end
    assert '<a href="t.html" rel="tag">stroke</a>' in end
    assert '<a href="https://orcid.org/0000-0002-1825-0097">' in end
    assert WORDS.disclaimer in end


def test_a_related_article_is_named_with_the_reason() -> None:
    item = RelatedItem("Sleep <8>", "s.html", "Shares 3 sources")
    assert macro("related", "related", (item,), WORDS) == (
        '<nav class="related" aria-labelledby="related-title">'
        '<h2 class="related__title" id="related-title">Related articles</h2>'
        '<ul class="related__list"><li class="related__item"><a href="s.html">Sleep &lt;8&gt;</a> '
        '<span class="related__reason">Shares 3 sources</span></li></ul></nav>'
    )
    assert macro("related", "related", (), WORDS) == ""


def test_a_line_of_a_directory_has_its_day_and_a_note() -> None:
    assert (
        '<li class="directory__entry directory__entry--dated"><span class="directory__day">'
        f'<time datetime="{DAY.iso}">{DAY.text}</time></span> <a href="s.html">Sleep &lt;8&gt;</a>'
        ' <span class="directory__note">Brain</span></li>' in PAGES["directory"]
    )
    assert '<li class="directory__entry"><a href="o.html">Older</a></li>' in PAGES["directory"]


def test_a_lead_article_without_a_figure_leaves_no_room_for_one() -> None:
    assert '<section class="lead lead--drawn"' in PAGES["home"]
    plain = render("site/home.html.j2", home=HomeContext(ITEM))
    assert '<section class="lead" ' in plain


def test_neighbours_are_named_and_related() -> None:
    assert (
        '<span class="sequence__label">Previous</span> <a href="b.html" rel="prev">Before</a>'
        in PAGES["article"]
    )


def test_a_page_about_the_site_has_no_byline_and_no_disclaimer() -> None:
    html = render("article/index.html.j2", article=replace(ARTICLE, kind="page"))
    assert 'class="byline"' not in html
    assert WORDS.disclaimer not in html
    assert '<meta property="og:type" content="website">' in html


def test_a_withdrawn_article_says_so_before_its_byline() -> None:
    withdrawn = replace(ARTICLE, withdrawn=ChangeContext(DAY, "A number was wrong."))
    html = render("article/index.html.j2", article=withdrawn)
    assert "This article was withdrawn on <time" in html.partition('class="byline"')[0]


def test_the_lead_article_is_drawn_large_and_the_list_small() -> None:
    lead, _, shelf = PAGES["home"].partition('<div class="shelf">')
    assert "<svg>wide</svg>" in lead
    assert '<div class="entry__thumbnail" aria-hidden="true"><svg></svg></div>' in shelf
    assert '<a href="r.html" lang="id" hreflang="id">What recovery means</a>' in shelf


def test_an_empty_list_says_that_there_is_nothing() -> None:
    assert WORDS.no_articles in PAGES["empty home"]


def test_a_redirect_goes_on_by_itself_and_by_a_link() -> None:
    html = PAGES["redirect"]
    assert '<meta http-equiv="refresh" content="0; url=new.html">' in html
    assert '<a href="new.html">New</a>' in html


def test_a_file_of_the_same_name_in_the_content_folder_stands_in_for_ours() -> None:
    look = Look(templates={"partials/colophon.html.j2": "<footer>Hers</footer>"})
    page = make_environment(look).get_template("site/home.html.j2")
    assert "<footer>Hers</footer>" in page.render(page=PAGE, home=HomeContext())


def test_a_name_that_does_not_exist_is_an_error_and_not_an_empty_string() -> None:
    with pytest.raises(UndefinedError):
        make_environment().from_string("{{ page.wrods }}").render(page=PAGE)


def test_no_template_writes_a_style_or_a_script_of_its_own() -> None:
    for path in TEMPLATES.rglob("*.j2"):
        text = path.read_text(encoding="utf-8")
        assert "style=" not in text
        assert not re.search(
            r"<script(?! src=)", text.replace("<script>{{ page.script }}</script>", "")
        ), path
