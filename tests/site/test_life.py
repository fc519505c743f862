"""The life of an article: due for review, changed, withdrawn, moved."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import nbformat.v4 as nb
import pytest
from nbformat import write

from galley.findings import Finding
from galley.site.build import build_site
from galley.site.ledger import recall_build
from galley.site.request import BuildReport, BuildRequest

DAY = date(2026, 11, 25)
WORDS = "One paragraph.\n\nA second one.\n\nAnd a third."


def article(path: Path, front: str = "", text: str = WORDS, title: str = "") -> None:
    lines = f"title: {title or path.stem}\ndate: 2026-11-01\ndisclosures: none\n{front}"
    cell = nb.new_markdown_cell(f"---\n{lines}\n---\n\n{text}", id="c1")
    write(nb.new_notebook(cells=[cell]), path)


@pytest.fixture
def asked(tmp_path: Path) -> BuildRequest:
    content = tmp_path / "content"
    content.mkdir()
    (content / "site.toml").write_text(
        'title = "Site"\nbase_url = "https://example.org/"\nlanguages = ["en", "id"]\n'
    )
    return BuildRequest(content, "content", tmp_path / "site", DAY)


def build(request: BuildRequest, day: date) -> BuildReport:
    """Build as the command line does: not at all where nothing would change."""
    asked = replace(request, today=day)
    return recall_build(asked) or build_site(asked)


def page(request: BuildRequest, path: str) -> str:
    return (request.output / path).read_text()


def moved(report: BuildReport) -> list[Finding]:
    return [found for found in report.findings if found.rule == "site-address-changed"]


# ------------------------------------------------------------------ due for review

DUE = 'This article was due for review on <time datetime="2026-12-01">1 December 2026</time>.'


def test_the_banner_comes_on_the_day_of_the_review_without_a_change(asked: BuildRequest) -> None:
    article(asked.content / "a.ipynb", "review_by: 2026-12-01")
    build(asked, date(2026, 11, 29))
    assert DUE not in page(asked, "a.html")
    assert build(asked, date(2026, 11, 30)).written == ()
    assert DUE not in page(asked, "a.html")
    assert build(asked, date(2026, 12, 1)).written == ("a.html",)
    assert DUE in page(asked, "a.html")
    assert "<li>Review was due <time" in page(asked, "a.html")
    assert build(asked, date(2026, 12, 2)).written == ()


def test_security_text_goes_on_the_day_until_which_it_held(asked: BuildRequest) -> None:
    article(asked.content / "a.ipynb")
    with (asked.content / "site.toml").open("a") as settings:
        settings.write('security = {contact = "security@example.org", expires = 2026-12-01}\n')
    file = asked.output / ".well-known" / "security.txt"
    build(asked, date(2026, 11, 29))
    assert "Contact: mailto:security@example.org\n" in file.read_text()
    assert build(asked, date(2026, 11, 30)).written == ()
    report = build(asked, date(2026, 12, 1))
    assert "site-security-expires" in [found.rule for found in report.findings]
    assert not file.exists()


def test_the_banner_goes_with_a_new_date(asked: BuildRequest) -> None:
    article(asked.content / "a.ipynb", "review_by: 2026-11-24")
    build(asked, DAY)
    assert "was due for review" in page(asked, "a.html")
    article(asked.content / "a.ipynb", "review_by: 2028-11-24")
    build(asked, DAY)
    assert "was due for review" not in page(asked, "a.html")


def test_the_banner_speaks_the_language_of_its_page(asked: BuildRequest) -> None:
    article(asked.content / "a.ipynb")
    article(asked.content / "a.id.ipynb", "review_by: 2026-11-25")
    build(asked, DAY)
    assert "seharusnya ditinjau ulang pada" in page(asked, "id/a.html")


# ------------------------------------------------------------------ changes

CHANGES = """updated: 2026-11-27
changes:
- {date: 2026-11-20, note: First.}
- {date: 2026-11-27, note: Second.}"""


def test_changes_are_a_dated_list_with_the_newest_first(asked: BuildRequest) -> None:
    article(asked.content / "a.ipynb", CHANGES)
    build(asked, date(2026, 11, 27))
    html = page(asked, "a.html")
    assert html.index("27 November 2026</time>: Second.") < html.index("</time>: First.")
    assert '<a href="#changes">Updated <time datetime="2026-11-27">' in html


def test_a_change_of_a_day_to_come_is_told_on_that_day(asked: BuildRequest) -> None:
    article(asked.content / "a.ipynb", CHANGES)
    build(asked, date(2026, 11, 26))
    assert "Second." not in page(asked, "a.html")
    build(asked, date(2026, 11, 27))
    assert "Second." in page(asked, "a.html")


# ------------------------------------------------------------------ withdrawn

WITHDRAWN = """description: It heals.
key_points: [It always heals.]
withdrawn: {date: 2026-11-25, reason: Its trial was retracted.}"""


def test_an_article_is_withdrawn_on_its_day(asked: BuildRequest) -> None:
    article(asked.content / "a.ipynb", WITHDRAWN)
    article(asked.content / "b.ipynb", "date: 2026-11-02".replace("date", "updated"))
    build(asked, date(2026, 11, 24))
    assert "Its trial was retracted." not in page(asked, "a.html")
    assert "a.html" in page(asked, "index.html")
    build(asked, DAY)
    assert "Its trial was retracted." in page(asked, "a.html")
    for path in ("index.html", "feed.xml", "sitemap.xml", "b.html"):
        assert "a.html" not in page(asked, path)


def test_a_withdrawn_article_says_nothing_that_could_be_believed(asked: BuildRequest) -> None:
    article(asked.content / "a.ipynb", WITHDRAWN)
    build(asked, DAY)
    html = page(asked, "a.html")
    head, _, rest = html.partition("</head>")
    shown, _, hidden = rest.partition('<details class="withdrawn-text">')
    assert '<meta name="robots" content="noindex">' in head
    assert "<title>Withdrawn: a – Site</title>" in head
    assert 'class="article-head__title">Withdrawn: a</h1>' in shown
    assert "It heals." not in html
    assert "It always heals." not in html
    assert "A second one." not in shown
    assert "A second one." in hidden.partition("</details>")[0]


# ------------------------------------------------------------------ moved


def test_a_new_slug_leaves_a_way_from_the_old_address(asked: BuildRequest) -> None:
    article(asked.content / "a.ipynb")
    build(asked, DAY)
    article(asked.content / "a.ipynb", "slug: b")
    report = build(asked, DAY)
    assert 'url=../b.html"' in page(asked, "a.html").replace("url=b", "url=../b")
    assert "a.html" not in page(asked, "sitemap.xml")
    assert str(moved(report)[0]) == (
        "content/a.ipynb: its address was 'a.html' and is now 'b.html'; the old one leads readers "
        "to the new one, as long as the site is built with this store\n"
        "  Fix: Add aliases: [a.html] to its front matter, so that this holds wherever the site "
        "is built."
    )


def test_what_an_alias_says_is_not_told_again(asked: BuildRequest) -> None:
    article(asked.content / "a.ipynb")
    build(asked, DAY)
    article(asked.content / "a.ipynb", "slug: b\naliases: [a.html]")
    assert moved(build(asked, DAY)) == []
    assert "b.html" in page(asked, "a.html")


@pytest.mark.parametrize("title", ["a", "Another title"])
def test_a_renamed_notebook_is_known_by_its_title_or_its_text(
    asked: BuildRequest, title: str
) -> None:
    article(asked.content / "a.ipynb")
    build(asked, DAY)
    (asked.content / "a.ipynb").unlink()
    article(asked.content / "b.ipynb", title=title)
    build(asked, DAY)
    assert "b.html" in page(asked, "a.html")


def test_another_article_is_no_heir(asked: BuildRequest) -> None:
    article(asked.content / "a.ipynb")
    build(asked, DAY)
    (asked.content / "a.ipynb").unlink()
    article(asked.content / "b.ipynb", text="Something else.\n\nAltogether.")
    report = build(asked, DAY)
    assert not (asked.output / "a.html").exists()
    assert moved(report) == []


def test_a_translation_moves_with_its_original(asked: BuildRequest) -> None:
    for name in ("a.ipynb", "a.id.ipynb"):
        article(asked.content / name)
    build(asked, DAY)
    for name in ("a.ipynb", "a.id.ipynb"):
        (asked.content / name).rename(asked.content / name.replace("a.", "b.", 1))
    build(asked, DAY)
    assert "b.html" in page(asked, "a.html")
    assert "b.html" in page(asked, "id/a.html")


def test_an_address_that_moved_twice_leads_to_the_last_place(asked: BuildRequest) -> None:
    article(asked.content / "a.ipynb")
    build(asked, DAY)
    for slug in ("b", "c"):
        article(asked.content / "a.ipynb", f"slug: {slug}")
        build(asked, DAY)
    assert "c.html" in page(asked, "a.html")
    assert "c.html" in page(asked, "b.html")


def test_an_address_that_is_taken_again_is_no_way_on(asked: BuildRequest) -> None:
    article(asked.content / "a.ipynb")
    build(asked, DAY)
    article(asked.content / "a.ipynb", "slug: b")
    build(asked, DAY)
    article(asked.content / "c.ipynb", "slug: a", text="New.", title="New")
    build(asked, DAY)
    assert "New." in page(asked, "a.html")


def test_another_pattern_of_addresses_leaves_ways_and_no_findings(asked: BuildRequest) -> None:
    article(asked.content / "a.ipynb")
    build(asked, DAY)
    config = asked.content / "site.toml"
    config.write_text(f'{config.read_text()}address = "blog/{{slug}}/index.html"\n')
    report = build(asked, DAY)
    assert "blog/a/" in page(asked, "a.html")
    assert moved(report) == []


def test_an_edition_that_is_gone_leads_to_the_article(asked: BuildRequest) -> None:
    article(asked.content / "a.ipynb", "editions: {patient: {}, clinician: {}}")
    build(asked, DAY)
    article(asked.content / "a.ipynb", "editions: {patient: {}}")
    build(asked, DAY)
    assert "a.html" in page(asked, "a/clinician.html")


@pytest.mark.parametrize(
    "damage", ["", "[]", '{"schema": 1, "pages": 3}', '{"schema": 1, "pages": {"a": 1}}']
)
def test_a_damaged_memory_costs_a_way_and_nothing_else(asked: BuildRequest, damage: str) -> None:
    article(asked.content / "a.ipynb")
    build(asked, DAY)
    memory = asked.content / ".galley" / "addresses.json"
    memory.write_text(damage)
    article(asked.content / "a.ipynb", "slug: b")
    assert build(asked, DAY).is_complete
    assert not (asked.output / "a.html").exists()
    assert json.loads(memory.read_text())["pages"] == {"b.html": ["b", "en", ""]}
