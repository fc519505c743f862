"""The article where its page is not, as the build gives it away: in a feed, behind a link."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pytest
from tests.jupyterlab.notebooks import ARTICLES, cell_of, in_memory, markdown, notebook_of

from galley.cli import run
from galley.jupyterlab.preview import render_page
from galley.jupyterlab.sessions import Sessions
from galley.site.social_card import CardFace, draw_card

pytestmark = pytest.mark.kernel  # pandoc

FRONT = "title: A title\ndescription: What it says.\ndate: 2026-01-02\nauthors: [ann]"
SITE = """title = "The site"
base_url = "https://blog.example.org/me"
[authors.ann]
name = "Ann Example"
"""
NAME = "what-recovery-means.ipynb"
Look = Callable[..., str]


@pytest.fixture
def look(tmp_path: Path) -> Iterator[Look]:
    """Return a function that shows cells as they are seen elsewhere."""
    (tmp_path / "site.toml").write_text(SITE, encoding="utf-8")
    path = tmp_path / "hands.ipynb"
    path.write_text(json.dumps(notebook_of()), encoding="utf-8")
    sessions = Sessions(tmp_path)

    def look(view: str, *cells: dict[str, Any], front: str = FRONT) -> str:
        notebook = notebook_of(markdown(f"---\n{front}\n---", "front"), *cells)
        return render_page(notebook, "", sessions.around(path), view).parts.html

    yield look
    sessions.close()


def words_of(html: str) -> str:
    body = lxml.html.fromstring(html).xpath("//body")[0]
    for script in body.xpath(".//script"):
        script.drop_tree()
    return " ".join(body.text_content().split())


def test_a_feed_reader_shows_plain_text_with_its_author_and_day(look: Look) -> None:
    html = look("feed", markdown("## One\n\nWords and [more](other.html).", "a"))
    assert words_of(html).startswith("A titleAnn Example · 2 January 2026One Words and more.")
    assert 'href="https://blog.example.org/me/other.html"' in html


def test_the_entry_is_the_one_of_the_published_feed(tmp_path: Path) -> None:
    content, site = tmp_path / "content", tmp_path / "site"
    content.mkdir()
    (content / "site.toml").write_text(SITE, encoding="utf-8")
    (content / "references.bib").write_bytes((ARTICLES / "references.bib").read_bytes())
    notebook = in_memory(ARTICLES / NAME)
    front = cell_of(notebook, "front-matter")
    front["source"] = front["source"].replace("[editors]", "[ann]")
    for cell in notebook["cells"]:  # the other article is not there
        cell["source"] = cell["source"].replace("when-is-the-window.ipynb", "https://example.org/")
    (content / NAME).write_text(json.dumps(notebook), encoding="utf-8")
    run(["build", str(content), "--output", str(site), "--today", "2026-11-20"])
    feed = lxml.etree.parse(site / "feed.xml")
    entry = feed.findtext(".//{http://www.w3.org/2005/Atom}content")
    sessions = Sessions(content)
    html = render_page(notebook, "", sessions.around(content / NAME), "feed").parts.html
    sessions.close()
    own = html[html.index("</p>", html.index('class="about"')) + 4 : html.rindex("<script type")]
    pictures = re.compile(r'src="[^"]*"')
    assert pictures.sub("", own) == pictures.sub("", str(entry))
    assert own.count('src="data:image/png;base64,') == str(entry).count("<img") > 0


def test_a_link_shows_title_description_and_where_it_leads(look: Look) -> None:
    html = look("card", markdown("Words.", "a"))
    card = "blog.example.orgA titleWhat it says."
    assert words_of(html) == card + card


def test_a_link_shows_the_card_that_the_build_draws(look: Look) -> None:
    html = look("card", markdown("Words.", "a"))
    sources = lxml.html.fromstring(html).xpath("//img/@src")
    assert len(sources) == 2
    drawn = draw_card(CardFace("A title", site="The site", text="What it says."))
    assert set(sources) == {f"data:image/png;base64,{b64encode(drawn).decode()}"}


def test_a_withdrawn_article_is_not_recommended(look: Look) -> None:
    front = f"{FRONT}\nwithdrawn: {{date: 2026-02-01, reason: Wrong.}}"
    html = look("card", front=front)
    assert "What it says." not in html
    assert "Withdrawn" in words_of(html)


@pytest.mark.parametrize("view", ["feed", "card"])
def test_what_an_author_writes_stays_text(view: str, look: Look) -> None:
    made_up = "https://x.org/galley-picture/%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E"
    front = FRONT.replace("A title", '"<script>alert(2)</script>{kind}"')
    html = look(
        view,
        markdown(f'![a]({made_up})\n\n<img src="{made_up}"><script>alert(3)</script>', "a"),
        front=front,
    )
    scripts = lxml.html.fromstring(html).xpath("//script")
    assert [script.get("type") for script in scripts] == ["application/json", None]
    assert "alert" not in scripts[1].text


@pytest.mark.parametrize("view", ["feed", "card"])
def test_nothing_is_asked_of_the_network(view: str, look: Look) -> None:
    html = look(view, markdown("Words.", "a"))
    assert "default-src &#39;none&#39;; script-src &#39;sha256-" in html
    assert not lxml.html.fromstring(html).xpath("//link")
