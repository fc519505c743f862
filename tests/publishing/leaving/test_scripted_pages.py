"""Before a publish, an author is told on which pages scripts of an author run."""

from __future__ import annotations

from galley.console.leaving_text import leaving_text
from galley.publishing.leaving.model import Leaving, PageLeaving
from galley.publishing.leaving.news import kinds_of
from galley.publishing.leaving.page_facts import read_page


def test_a_script_in_the_article_is_one_and_galleys_own_is_not() -> None:
    page = "<head><script>theme()</script></head><main><article>{}</article></main>"

    assert read_page(page.format("<script>own()</script>")).is_scripted
    assert read_page(page.format('<button onclick="own()">b</button>')).is_scripted
    assert read_page(page.format('<iframe srcdoc="own"></iframe>')).is_scripted
    assert not read_page(page.format("<p>words</p>")).is_scripted


def test_it_is_told_once_and_by_page() -> None:
    leaving = Leaving(pages=(PageLeaving("own.html", is_scripted=True), PageLeaving("other.html")))

    assert "with scripts of their author, which run there: own.html" in leaving_text(leaving)
    assert "scripted" in kinds_of(leaving)
