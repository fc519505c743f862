"""The Word file for a colleague: Word's own styles, anchors of cells, and the same bytes."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from xml.etree import ElementTree as ET

import nbformat.v4 as nb
import pytest

from galley.exporting.bundle.drawing import Drawings
from galley.exporting.document.model import Document
from galley.exporting.word.anchored import word_document
from galley.exporting.word.columns import shares
from galley.exporting.word.making import with_pictures, write_docx
from galley.exporting.word.styles import PARAGRAPHS, STYLE_OF_CLASS, styles_xml
from galley.html.png_chunks import png_size
from galley.review.returned.anchors import anchor_of
from galley.review.returned.notes import read_notes
from galley.review.returned.paragraphs import Paragraph, read_paragraphs
from galley.review.returned.parts import DOCUMENT, DocxParts, read_parts

pytestmark = pytest.mark.kernel
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def written(english: Document) -> bytes:
    return write_docx(english, "0123456789abcdef")


@pytest.fixture(scope="module")
def parts(written: bytes) -> DocxParts:
    return read_parts(written, "x.docx")


@pytest.fixture(scope="module")
def paragraphs(parts: DocxParts) -> tuple[Paragraph, ...]:
    return read_paragraphs(parts.roots[DOCUMENT])


def part(data: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name).decode()


def in_style(data: bytes, style: str) -> list[str]:
    """Return the paragraphs of a style."""
    root = ET.fromstring(part(data, "word/document.xml"))
    return ["".join(_texts(each)) for each in root.iter(f"{W}p") if _style(each) == style]


def _style(paragraph: ET.Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return found.get(f"{W}val", "") if found is not None else ""


def _texts(paragraph: ET.Element) -> Iterator[str]:
    return (each.text or "" for each in paragraph.iter(f"{W}t"))


def test_title_byline_and_day_stand_above_the_text(written: bytes, english: Document) -> None:
    assert in_style(written, "Title") == [english.title]
    assert in_style(written, "Subtitle") == [english.article.description]
    assert in_style(written, "Author")
    published = english.article.updated or english.article.published
    assert published is not None
    assert in_style(written, "Date") == [published.text]


def test_headings_callouts_captions_and_references_have_styles(written: bytes) -> None:
    assert "What the window is" in in_style(written, "Heading1")
    assert "If it gets worse" in in_style(written, "CalloutTitle")
    assert "Call your doctor." in in_style(written, "Callout")
    assert any(text.startswith("Figure\u00a01") for text in in_style(written, "ImageCaption"))
    assert any("Drawing, not measured data" in text for text in in_style(written, "Evidence"))
    assert len(in_style(written, "Bibliography")) == 2


def test_every_style_that_is_named_is_there(written: bytes) -> None:
    names = {style.name for style in PARAGRAPHS}
    assert set(STYLE_OF_CLASS.values()) <= names
    styles = part(written, "word/styles.xml")
    assert all(f'w:val="{name}"' in styles for name in names)
    assert {_style(p) for p in ET.fromstring(part(written, "word/document.xml")).iter(f"{W}p")} <= {
        "",
        *(style.id for style in PARAGRAPHS),
    }


def test_pictures_are_png_with_their_text_alternative(written: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        media = [name for name in archive.namelist() if name.startswith("word/media/")]
    assert media
    assert all(name.endswith(".png") for name in media)
    assert 'descr="A curve that rises and falls."' in part(written, "word/document.xml")


def test_an_author_s_drawing_becomes_a_picture_of_its_size(make: Callable[..., Document]) -> None:
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100"></svg>'
    document = make(nb.new_markdown_cell("![A box](a.svg)", id="text"))
    image = {"t": "Image", "c": [["", [], []], [], ["media/a.svg", ""]]}
    block = {"t": "Div", "c": [["", ["cell"], [["cell", "text"]]], [{"t": "Para", "c": [image]}]]}
    bare = replace(document, blocks=(block,), files={"media/a.svg": drawing.encode()}, png={})
    drawn = with_pictures(bare, Drawings())
    assert list(drawn.files) == ["media/a.svg", "media/a-drawn.png"]
    assert png_size(drawn.files["media/a-drawn.png"]) == (400, 200)
    assert '["width", "200px"]' in json.dumps(word_document(drawn))
    with zipfile.ZipFile(io.BytesIO(write_docx(drawn))) as archive:
        assert not [name for name in archive.namelist() if name.endswith(".svg")]


def test_formulas_and_notes_are_word_s_own_and_tables_repeat_their_head(written: bytes) -> None:
    document = part(written, "word/document.xml")
    assert "<m:oMath>" in document
    assert "w:footnoteReference" in document
    assert "A note with" in part(written, "word/footnotes.xml")
    # The third was printed by code that gave it no head.
    assert (document.count("<w:tblHeader"), document.count("<w:tbl>")) == (2, 3)


def test_lines_are_numbered_on_a4(written: bytes) -> None:
    document = part(written, "word/document.xml")
    assert "<w:lnNumType" in document
    assert 'w:w="11906"' in document


def test_pages_are_numbered(written: bytes) -> None:
    assert "w:footerReference" in part(written, "word/document.xml")
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        footers = [archive.read(name) for name in archive.namelist() if "footer" in name]
    assert any(b"PAGE" in footer for footer in footers)


def test_word_checks_the_language_of_the_article(written: bytes, indonesian: Document) -> None:
    assert 'w:val="en-GB"' in part(written, "word/styles.xml")
    assert b'w:val="id-ID"' in styles_xml(indonesian)
    assert word_document(indonesian)["meta"]["lang"]["c"] == "id-ID"


def test_descriptions_and_data_stand_at_the_end(paragraphs: tuple[Paragraph, ...]) -> None:
    texts = [each.now for each in paragraphs]
    description = texts.index("The curve is highest in the first weeks.")
    assert texts.index("Data and description", texts.index("References")) < description
    assert "Data and description" in texts[: texts.index("References")], "the way to it"


def test_each_paragraph_of_a_cell_lies_behind_its_bookmark(
    paragraphs: tuple[Paragraph, ...],
) -> None:
    anchors = {each.anchor for each in paragraphs if each.now == "Call your doctor."}
    assert len(anchors) == 1
    assert anchors != {""}
    described = next(p for p in paragraphs if p.now == "The curve is highest in the first weeks.")
    captions = {p.anchor for p in paragraphs if p.now.startswith("Figure\u00a0")}
    assert described.anchor in captions - {""}


def test_all_that_a_cell_shows_has_one_bookmark(make: Callable[..., Document]) -> None:
    document = make(
        nb.new_markdown_cell("One.\n\n## Two\n\nThree.", id="first"),
        nb.new_markdown_cell("Four.", id="second"),
    )
    found = read_paragraphs(read_parts(write_docx(document), "x").roots[DOCUMENT])
    cells = {each.now: each.anchor for each in found}
    assert cells["One."] == cells["Two"] == cells["Three."] == anchor_of("first")
    assert cells["Four."] == anchor_of("second")


def test_the_file_says_which_article_it_is(parts: DocxParts, english: Document) -> None:
    assert parts.properties["galley-article"] == english.slug
    assert parts.properties["galley-language"] == "en"
    assert parts.properties["galley-sent"] == "0123456789abcdef"


def test_the_same_article_gives_the_same_bytes(written: bytes, english: Document) -> None:
    assert write_docx(english, "0123456789abcdef") == written


def test_what_comes_back_as_it_was_sent_says_nothing(parts: DocxParts) -> None:
    assert read_notes(parts, parts) == ()


def test_an_article_without_a_day_can_be_sent(english: Document) -> None:
    bare = replace(
        english, article=replace(english.article, published=None, updated=None, reviewed=None)
    )
    assert in_style(write_docx(bare), "Date") == []


def test_columns_are_as_wide_as_their_words() -> None:
    narrow, wide = shares([("0.523", "1"), ("a text of many words that needs more room", "x")])
    assert narrow < wide
    assert narrow + wide <= 1.0


def test_no_column_breaks_a_word_while_there_is_room() -> None:
    columns = [("secondary",), *[("a longer text of several words in this column",)] * 5]
    first, *rest = shares(columns)
    assert first * 86 >= len("secondary") + 3
    assert sum((first, *rest)) <= 1.001


def test_a_table_that_is_too_wide_stays_on_the_page() -> None:
    assert sum(shares([("w" * 40,)] * 9)) <= 1.01
