"""JSON feed, sitemap of pictures, security.txt, and what the pages of a site say of themselves."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from html import unescape
from typing import Any

import pytest
from lxml import html
from tests.site.test_assemble import CONFIG, article, page, png, site, text_of

from galley.config import SiteConfig
from galley.findings import Place
from galley.site.feed import Feed, FeedEntry
from galley.site.json_feed import render_json_feed
from galley.site.security_text import SECURITY, render_security_text, security_findings
from galley.site.sitemap import SitemapEntry, render_sitemap

TODAY = date(2026, 11, 20)
ENTRY = FeedEntry(
    "5 < 6",
    "https://e.org/a.html",
    date(2026, 11, 1),
    date(2026, 11, 3),
    summary="A sentence.",
    content='<p>5 &lt; 6 é</p><img src="https://e.org/a/fig.png" alt="">',
    authors=("Ana",),
    categories=("Stroke",),
    image="https://e.org/assets/cards/a.png",
)
FEED = Feed("Blog", "https://e.org/", "https://e.org/feed.xml", "id", [ENTRY], "About.")


def test_a_json_feed_holds_whole_articles() -> None:
    assert json.loads(render_json_feed(FEED, "https://e.org/feed.json")) == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Blog",
        "home_page_url": "https://e.org/",
        "feed_url": "https://e.org/feed.json",
        "description": "About.",
        "language": "id",
        "items": [
            {
                "id": "https://e.org/a.html",
                "url": "https://e.org/a.html",
                "title": "5 < 6",
                "summary": "A sentence.",
                "content_html": '<p>5 &lt; 6 é</p><img src="https://e.org/a/fig.png" alt="">',
                "image": "https://e.org/assets/cards/a.png",
                "date_published": "2026-11-01T00:00:00+00:00",
                "date_modified": "2026-11-03T00:00:00+00:00",
                "authors": [{"name": "Ana"}],
                "tags": ["Stroke"],
                "language": "id",
            }
        ],
    }


def test_a_json_feed_has_no_empty_values_and_takes_any_text() -> None:
    bare = replace(ENTRY, title="a\x00\ud800", summary="", image="", authors=(), categories=())
    value = json.loads(
        render_json_feed(replace(FEED, entries=[bare], subtitle=""), "https://e.org/f")
    )
    assert "description" not in value
    (item,) = value["items"]
    assert set(item) >= {"id", "url", "content_html"}
    assert item["authors"] == [{"name": "Blog"}]
    assert {"summary", "image", "tags"} & set(item) == set()


def test_the_sitemap_names_pictures() -> None:
    entry = SitemapEntry("https://e.org/a.html", images=("https://e.org/a/fig.png",))
    assert (
        "<url><loc>https://e.org/a.html</loc><image:image><image:loc>https://e.org/a/fig.png"
        "</image:loc></image:image></url>"
    ) in re.sub(r">\s+<", "><", render_sitemap([entry]).decode())


def config(**fields: Any) -> SiteConfig:
    return SiteConfig.model_validate({"base_url": "https://e.org/", **fields})


def test_security_text_says_whom_to_tell_and_until_when() -> None:
    named = config(
        languages=["en", "id"],
        security={"contact": "security@e.org", "expires": date(2027, 11, 1)},
    )
    assert render_security_text(named, TODAY) == (
        b"Contact: mailto:security@e.org\n"
        b"Expires: 2027-11-01T00:00:00Z\n"
        b"Preferred-Languages: en, id\n"
        b"Canonical: https://e.org/.well-known/security.txt\n"
    )
    assert list(security_findings(named, TODAY, Place("site.toml"))) == []
    assert render_security_text(config(), TODAY) is None
    assert list(security_findings(config(), TODAY, Place("site.toml"))) == []


def test_security_text_in_a_folder_of_a_host_vouches_for_no_address() -> None:
    named = config(
        base_url="https://e.org/blog/",
        security={"contact": "https://e.org/tell", "expires": "2027-11-01"},
    )
    text = render_security_text(named, TODAY) or b""
    assert b"Contact: https://e.org/tell\n" in text
    assert b"Canonical" not in text


@pytest.mark.parametrize(
    ("expires", "message"),
    [
        (
            None,
            "site.toml: security names a contact and no day until which it holds, so there is no "
            "security.txt\n  Fix: Add expires, a day within the next year, for example "
            "expires = 2027-11-01.",
        ),
        (
            date(2026, 11, 20),
            "site.toml: the contact for security held until 2026-11-20, so there is no "
            "security.txt any more\n  Fix: Look whether the contact still answers, and set expires "
            "to a day within the next year.",
        ),
    ],
)
def test_a_contact_that_no_longer_holds_is_told_to_the_author(
    expires: date | None, message: str
) -> None:
    named = config(security={"contact": "security@e.org", "expires": expires})
    (finding,) = security_findings(named, TODAY, Place("site.toml"))
    assert (finding.rule, str(finding)) == ("site-security-expires", message)
    assert render_security_text(named, TODAY) is None


# ------------------------------------------------------------------ a whole site


def head_of(made: Any, path: str) -> dict[str, str]:
    """Return what the head of a page tells, by name; of several, the last."""
    tree = html.document_fromstring(text_of(made, path))
    tags = tree.xpath("//head/meta[@property or @name]")
    return {tag.get("property") or tag.get("name"): tag.get("content") for tag in tags}


@pytest.fixture(scope="module")
def made() -> Any:
    window = article(
        "window",
        figure=True,
        category="Neurorestoration",
        tags=["stroke"],
        authors=["editors"],
        editions={"patient": {"audience": "patient"}, "clinician": {"audience": "clinician"}},
        edition="patient",
        updated="2026-11-05",
    )
    clinician = replace(window, edition="clinician")
    translated = article("window", lang="id", authors=["editors"])
    withdrawn = article(
        "wrong", figure=True, withdrawn={"date": "2026-11-10", "reason": "A number."}
    )
    own = CONFIG.model_copy(
        update={
            "security": config(security={"contact": "a@e.org", "expires": "2027-01-01"}).security
        }
    )
    pages = (
        page(window),
        page(clinician),
        page(translated),
        page(withdrawn),
        page(article("other")),
    )
    return site(*pages, config=own)


def test_an_article_shows_its_card_wherever_its_link_is_sent(made: Any) -> None:
    head = head_of(made, "window.html")
    card = head["og:image"].removeprefix("https://example.org/blog/")
    assert re.fullmatch(r"assets/cards/window-[0-9a-f]{8}\.png", card)
    assert made.files[card].startswith(b"\x89PNG")
    assert {name: text for name, text in head.items() if ":" in name and name != "og:image"} == {
        "og:title": "Window",
        "og:type": "article",
        "og:site_name": "Fog & Light",
        "og:url": "https://example.org/blog/window.html",
        "og:locale": "en_US",
        "og:locale:alternate": "id_ID",
        "article:published_time": "2026-11-01",
        "article:modified_time": "2026-11-05",
        "article:section": "Neurorestoration",
        "article:tag": "stroke",
        "og:image:width": "1200",
        "og:image:height": "630",
        "og:image:alt": "Window. A line",
        "twitter:card": "summary_large_image",
        "z:itemType": "webpage",
    }


def test_each_edition_and_language_has_a_card_of_its_own(made: Any) -> None:
    paths = (
        "window.html",
        "window/clinician.html",
        "id/window.html",
        "index.html",
        "id/index.html",
    )
    cards = [head_of(made, path)["og:image"] for path in paths]
    assert len(set(cards)) == len(paths)


def test_lists_show_the_card_of_the_site(made: Any) -> None:
    home = head_of(made, "index.html")
    assert head_of(made, "tag/stroke.html")["og:image"] == home["og:image"]
    assert home["og:image:alt"] == "Fog & Light"


def test_a_withdrawn_article_has_no_card_and_no_linked_data(made: Any) -> None:
    assert "og:image" not in head_of(made, "wrong.html")
    assert "ld+json" not in text_of(made, "wrong.html")


def test_a_site_without_an_address_has_no_cards() -> None:
    made = site(page(article("window", figure=True)), config=SiteConfig(title="Site"))
    assert "og:image" not in head_of(made, "window.html")
    assert "ld+json" not in text_of(made, "window.html")
    assert not [path for path in made.files if path.startswith("assets/cards/")]


def test_both_feeds_are_named_in_the_head_and_hold_the_same(made: Any) -> None:
    tree = html.document_fromstring(text_of(made, "id/window.html"))
    feeds = {
        tag.get("type"): tag.get("href") for tag in tree.xpath("//link[@rel='alternate'][@type]")
    }
    assert feeds == {"application/atom+xml": "feed.xml", "application/feed+json": "feed.json"}
    items = json.loads(made.files["feed.json"])["items"]
    window = next(item for item in items if item["url"].endswith("/window.html"))
    assert 'src="https://example.org/blog/window/fig-window.png"' in window["content_html"]
    assert window["image"] == head_of(made, "window.html")["og:image"]
    assert 'src="https://example.org/blog/window/fig-window.png"' in unescape(
        made.files["feed.xml"].decode()
    )


def test_the_sitemap_of_a_site_names_its_figures(made: Any) -> None:
    assert (
        "<image:loc>https://example.org/blog/window/fig-window.png</image:loc>"
        in made.files["sitemap.xml"].decode()
    )


def test_security_text_is_where_it_is_looked_for(made: Any) -> None:
    assert made.files[SECURITY].startswith(b"Contact: mailto:a@e.org\n")


def test_the_linked_data_of_an_article_names_reviewers_works_and_readers(made: Any) -> None:
    tree = html.document_fromstring(text_of(made, "window/clinician.html"))
    (text,) = tree.xpath("//script[@type='application/ld+json']/text()")
    page_, posting, _ = json.loads(text)["@graph"]
    assert page_["medicalAudience"] == "https://schema.org/Clinician"
    assert posting["image"]["url"] == head_of(made, "window/clinician.html")["og:image"]


def test_a_picture_made_for_sharing_is_used_as_it_is(tmp_path: Any) -> None:
    import base64
    import io

    from PIL import Image

    out = io.BytesIO()
    Image.new("RGB", (1200, 630), "red").save(out, format="PNG")
    (tmp_path / "card.png").write_bytes(out.getvalue())
    (tmp_path / "dot.png").write_bytes(base64.b64decode(png()))

    def find(name: str) -> Any:
        return tmp_path / name if (tmp_path / name).is_file() else None

    own = article("own", image="card.png", image_alt="Hands.")
    drawn = article("drawn", image="dot.png", image_alt="A dot.")
    made = site(page(own, find=find), page(drawn, find=find))
    assert "assets/cards/" not in head_of(made, "own.html")["og:image"]
    assert head_of(made, "own.html")["og:image:alt"] == "Hands."
    assert "assets/cards/drawn-" in head_of(made, "drawn.html")["og:image"]
    assert head_of(made, "drawn.html")["og:image:alt"] == "Drawn. A dot."
