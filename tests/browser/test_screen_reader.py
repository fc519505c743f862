"""What a screen reader is told, in its order: the accessibility tree of whole pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

LANDMARKS = {"banner", "navigation", "main", "contentinfo", "complementary", "region", "search"}
NAMELESS_BY_NATURE = {"banner", "main", "contentinfo"}
NAMED = {"link", "button", "radio", "textbox", "searchbox", "img", "image"}


def tree(page: Page) -> list[tuple[str, str, str]]:
    """Return role, name and level of each node in reading order."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    known = {node["nodeId"]: node for node in nodes}
    return list(_walk(nodes[0], known))


def _walk(node: Any, known: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    if not node.get("ignored"):
        levels = [p["value"]["value"] for p in node.get("properties", ()) if p["name"] == "level"]
        level = str(levels[0]) if levels else ""
        yield (
            str(node.get("role", {}).get("value", "")),
            str(node.get("name", {}).get("value", "")),
            level,
        )
    for child in node.get("childIds", ()):
        if child in known:
            yield from _walk(known[child], known)


@pytest.fixture
def article(open_page: Callable[..., Page], examples: Any) -> list[tuple[str, str, str]]:
    page = open_page(
        examples.url + "when-is-the-window.html", viewport={"width": 390, "height": 844}
    )
    return tree(page)


def test_an_article_is_heard_in_the_order_in_which_it_is_read(
    article: list[tuple[str, str, str]],
) -> None:
    heard = [name for role, name, _ in article if role in {"heading", "figure", "navigation"}]
    order = [
        "Have I missed the window for recovery after a stroke?",
        "Written for",
        "Read in",
        "Key points",
        "Contents",
        "What the window is",
        "When to get help",
        "References",
        "About the author",
        "About this article",
        "Cite this article",
    ]
    places = [next(i for i, name in enumerate(heard) if name.startswith(item)) for item in order]
    assert places == sorted(places)


def test_headings_go_down_one_level_at_a_time(article: list[tuple[str, str, str]]) -> None:
    levels = [int(level) for role, _, level in article if role == "heading"]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("examples", "index.html"),
        ("examples", "when-is-the-window/clinician.html"),
        ("examples", "id/what-recovery-means.html"),
        ("everything", "everything.html"),
        ("examples", "author/editors.html"),
    ],
)
def test_whatever_can_be_used_or_seen_has_a_name(
    open_page: Callable[..., Page], make_site: Callable[[str], Any], name: str, address: str
) -> None:
    page = open_page(make_site(name).url + address)
    page.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true; })")
    heard = tree(page)
    nameless = [role for role, text, _ in heard if role in NAMED and not text.strip()]
    assert nameless == []
    landmarks = [(role, text) for role, text, _ in heard if role in LANDMARKS]
    repeated = {each for each in landmarks if landmarks.count(each) > 1}
    assert repeated == set()
    assert [role for role, text in landmarks if not text and role not in NAMELESS_BY_NATURE] == []


def test_a_drawing_is_heard_once_by_what_it_shows(article: list[tuple[str, str, str]]) -> None:
    drawings = [name for role, name, _ in article if role in {"img", "image"}]
    assert len(drawings) == len(set(drawings)) >= 2
    assert all(len(name) > 20 for name in drawings)
    assert [name for role, name, _ in article if role == "figure"] == ["Figure 1", "Figure 2"]
