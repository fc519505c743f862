"""The picture variant after WordPress's filter: nothing a reader needs is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from tests.exporting.bundle.test_bundle import FOLDERS
from tests.exporting.bundle.wordpress import ALLOWED, autop, kses_post

pytestmark = pytest.mark.kernel


def before_and_after(folder: Path, name: str) -> tuple[BeautifulSoup, BeautifulSoup]:
    html = (folder / name).read_text(encoding="utf-8")
    return BeautifulSoup(html, "html.parser"), BeautifulSoup(autop(kses_post(html)), "html.parser")


def words(soup: BeautifulSoup) -> str:
    return re.sub(r"\s+", "", soup.get_text())


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_word_stays(bundles: Path, folder: str) -> None:
    before, after = before_and_after(bundles / folder, "body-pictures.html")
    assert words(before) == words(after)


@pytest.mark.parametrize("folder", FOLDERS)
def test_only_what_fits_a_picture_to_its_reader_is_lost(bundles: Path, folder: str) -> None:
    html = (bundles / folder / "body-pictures.html").read_text(encoding="utf-8")
    lost = set()
    for tag in BeautifulSoup(html, "html.parser").find_all(True):
        if tag.name not in ALLOWED:
            lost.add(f"<{tag.name}>")
        else:
            lost |= {f"{tag.name} {name}" for name in tag.attrs if name not in ALLOWED[tag.name]}
    assert lost == {"<picture>", "<source>", "div tabindex"}


@pytest.mark.parametrize("folder", FOLDERS)
def test_pictures_tables_headings_and_links_are_what_they_were(bundles: Path, folder: str) -> None:
    before, after = before_and_after(bundles / folder, "body-pictures.html")
    for found in (
        lambda soup: [(each["src"], each["alt"], each["width"]) for each in soup.find_all("img")],
        lambda soup: [
            [len(row.find_all(["td", "th"])) for row in t.find_all("tr")]
            for t in soup.find_all("table")
        ],
        lambda soup: [
            (each.name, each.get_text()) for each in soup.find_all(re.compile("^h[1-6]$"))
        ],
        lambda soup: [(each["href"], each.get_text()) for each in soup.find_all("a")],
        lambda soup: [words(each) for each in soup.find_all("figcaption")],
        lambda soup: [words(each) for each in soup.find_all("details")],
        lambda soup: [each["id"] for each in soup.find_all(id=True)],
        lambda soup: len(soup.find_all("br")),
    ):
        assert found(after) == found(before)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_citation_still_leads_to_its_reference(bundles: Path, folder: str) -> None:
    _, after = before_and_after(bundles / folder, "body-pictures.html")
    listed = {each["id"] for each in after.select("li[id^=ref-]")}
    cited = {each["href"].removeprefix("#") for each in after.select('a[href^="#ref-"]')}  # type: ignore[union-attr]
    assert cited
    assert cited <= listed


def test_the_filter_does_strip_drawings_formulas_and_controls(bundles: Path) -> None:
    before, after = before_and_after(bundles / "how-synapses-strengthen", "body.html")
    assert before.find("svg")
    assert before.find("math")
    assert not after.find(["svg", "math", "path"])
    assert (
        kses_post("<script>x</script><p onclick=y style=a>b</p><input>c") == 'x<p style="a">b</p>c'
    )


def test_paragraphs_are_made_of_lines() -> None:
    assert autop("one\n\ntwo\nthree") == "<p>one</p>\n<p>two<br />\nthree</p>\n"
    assert autop("<ul>\n<li>a</li>\n</ul>\n<p>b</p>") == "<ul>\n<li>a</li>\n</ul>\n<p>b</p>\n"
    assert autop("<pre>a\n\nb</pre>") == "<pre>a\n\nb</pre>\n"
