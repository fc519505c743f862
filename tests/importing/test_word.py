"""Word's own ways: tracked changes, comments, boxes beside the text, merged cells."""

from __future__ import annotations

import io
import zipfile

import pytest
from tests.importing.forms.parts import png
from tests.importing.forms.word import (
    MEDIA,
    NAMESPACES,
    RELATIONS,
    cell,
    image,
    item,
    note,
    package,
    paragraph,
    run,
    table,
)

from galley.importing.pandoc_reading import UnreadableError
from galley.importing.post import Post
from galley.importing.reading_parts import Source
from galley.importing.word import read_word


def post(body: str, **parts: object) -> Post:
    return read_word(Source("old/a.docx", package(body, **parts)))  # type: ignore[arg-type]


def texts(body: str, **parts: object) -> list[str]:
    return [block.text for block in post(body, **parts).blocks]


def messages(read: Post) -> list[tuple[str, str, str]]:
    return [(found.rule, str(found.place), found.message) for found in read.findings]


def test_tracked_changes_are_taken_as_accepted_and_told() -> None:
    read = post(
        paragraph(
            f'<w:ins w:id="1" w:author="x">{run("new ")}</w:ins>',
            '<w:del w:id="2" w:author="x"><w:r><w:delText>old</w:delText></w:r></w:del>',
            run("rest"),
        )
    )

    assert [block.text for block in read.blocks] == ["new rest"]
    assert messages(read) == [
        (
            "import-simplified",
            "old/a.docx",
            "tracked changes: 2; the text is taken as if all were accepted",
        )
    ]


def test_comments_are_counted_and_left_out() -> None:
    comments = "<w:comments><w:comment w:id='0'/><w:comment w:id='1'/></w:comments>"
    read = post(paragraph("Words."), parts={"word/comments.xml": comments})

    assert messages(read) == [
        (
            "import-simplified",
            "old/a.docx",
            "comments in the margin: 2; they are not taken along",
        )
    ]


def test_a_text_box_becomes_a_box_in_the_text() -> None:
    inside = f"<w:txbxContent>{paragraph('Boxed words.')}</w:txbxContent>"
    box = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic>'
        '<a:graphicData uri="x"><wps:wsp><wps:txbx>' + inside + "</wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        "<v:textbox>" + inside + "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )

    assert texts(paragraph(run("Before."), box) + paragraph("After.")) == [
        "Before.",
        ":::{note}\nBoxed words.\n:::",
        "After.",
    ]


def test_paragraphs_in_the_style_of_a_box_become_one() -> None:
    boxed = paragraph("One.", style="NoteBox") + paragraph("Two.", style="NoteBox")

    assert texts(boxed) == [":::{note}\nOne.\n\nTwo.\n:::"]


def test_charts_and_objects_are_told() -> None:
    read = post(paragraph(run("Words.")) + "<w:p><w:r><c:chart/></w:r></w:p>")

    assert messages(read) == [
        (
            "import-left-out",
            "old/a.docx",
            "charts: 1; Word draws them itself, so that they are left out",
        )
    ]


def test_merged_cells_are_taken_apart_and_told() -> None:
    body = paragraph("Results", style="Heading1") + table(
        ("Way", "Litres"),
        (cell("Rain", '<w:vMerge w:val="restart"/>'), "10"),
        ("<w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc>", "12"),
        (cell("both", '<w:gridSpan w:val="2"/>'),),
    )
    read = post(paragraph("Title", style="Title") + body)

    assert read.blocks[-1].text == (
        "| Way | Litres |\n| --- | --- |\n| Rain | 10 |\n| Rain | 12 |\n| both |  |"
    )
    assert messages(read) == [
        (
            "import-simplified",
            "old/a.docx#results",
            "a table has merged cells; they are taken apart, and their text is repeated",
        )
    ]


def test_a_cell_that_holds_more_than_a_line_makes_a_list_table() -> None:
    many = f"<w:tc><w:tcPr/>{paragraph('One.')}{paragraph('Two.')}</w:tc>"

    assert texts(table(("Way", "Litres"), ("Rain", many))) == [
        ":::{list-table}\n:header-rows: 1\n\n* - Way\n  - Litres\n* - Rain\n  - One.\n\n"
        "    Two.\n:::"
    ]


def test_a_first_row_that_reads_like_headings_is_taken_for_them_and_told() -> None:
    read = post(table(("Way", "Litres"), ("Rain", "10"), has_head=False))

    assert read.blocks[0].text.startswith("| Way | Litres |")
    assert messages(read) == [
        (
            "import-guessed",
            "old/a.docx",
            "a table names no headings; its first row is taken for them",
        )
    ]


def test_headings_that_are_only_bold_are_found_and_told() -> None:
    bold = "<w:b/>"
    read = post(
        paragraph("Title", style="Title")
        + paragraph(run("Water from above", bold))
        + paragraph("Rain falls on all beds.")
        + paragraph(run("Water from below", bold))
        + paragraph("A can needs a hand.")
    )

    assert [block.text for block in read.blocks if block.kind == "heading"] == [
        "## Water from above",
        "## Water from below",
    ]
    assert messages(read) == [
        (
            "import-guessed",
            "old/a.docx",
            "no headings are marked; short lines in bold are taken for headings: 2",
        )
    ]


def test_a_picture_of_a_form_that_browsers_do_not_show_is_told() -> None:
    read = post(
        paragraph("Words.", image("rId10", "A drawing")),
        relations=RELATIONS,
        media=MEDIA | {"image1.png": b"\x01\x00\x00\x00 EMF"},
    )

    assert messages(read) == [
        (
            "import-picture-missing",
            "old/a.docx",
            "a picture cannot be used: media/image1.png",
        )
    ]


def test_properties_become_fields_where_the_text_says_nothing() -> None:
    core = (
        "<dc:title>Garden water</dc:title><dc:description>Short.</dc:description>"
        "<cp:keywords>water; soil</cp:keywords><dc:language>id-ID</dc:language>"
    )

    assert post(paragraph("Words."), core=core).fields == {
        "title": "Garden water",
        "description": "Short.",
        "tags": ["water", "soil"],
        "lang": "id",
    }


def test_the_table_of_contents_is_left_out() -> None:
    contents = paragraph("Water from above  2", style="TOC1")

    assert texts(contents + paragraph("Words.")) == ["Words."]


def test_lists_are_tight_and_a_note_in_one_is_kept() -> None:
    body = item("One.") + item("Two.") + paragraph(run("End."), note(1))

    assert texts(body, notes={1: "A note."}) == ["- One.\n- Two.", "End.[^1]", "[^1]: A note."]


def test_endnotes_become_notes_too() -> None:
    words = paragraph("At the very end.", style="FootnoteText")
    endnotes = f'<w:endnotes {NAMESPACES}><w:endnote w:id="5">{words}</w:endnote></w:endnotes>'
    mark = '<w:r><w:endnoteReference w:id="5"/></w:r>'
    read = post(
        paragraph(run("Words."), mark),
        relations={"rId30": ("endnotes", "endnotes.xml")},
        parts={"word/endnotes.xml": endnotes},
    )

    assert [block.text for block in read.blocks] == ["Words.[^1]", "[^1]: At the very end."]


def test_a_link_inside_the_document_leads_to_its_heading() -> None:
    heading = '<w:bookmarkStart w:id="1" w:name="below"/>' + run("Water from below")
    body = (
        paragraph(f'<w:hyperlink w:anchor="below">{run("there")}</w:hyperlink>')
        + paragraph(heading, '<w:bookmarkEnd w:id="1"/>', style="Heading1")
        + paragraph("Words.")
    )

    assert texts(paragraph("T", style="Title") + body)[:2] == [
        "[there](#water-from-below)",
        "## Water from below {#water-from-below}",
    ]


def zipped(**files: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "/"), data)
    return written.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is damaged, or it is of another kind than its name says"),
        (b"plain words", "it is damaged, or it is of another kind than its name says"),
        (
            b"\xd0\xcf\x11\xe0 old",
            "it is in the old form of Word, or has a password; save it as .docx without one",
        ),
        (zipped(mimetype=b"x"), "there is no Word document in it"),
        (
            zipped(word__document=b"x") and package("")[:900],
            "it is damaged, or it is of another kind than its name says",
        ),
    ],
)
def test_what_is_no_word_document_is_said(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableError) as raised:
        read_word(Source("a.docx", data))
    assert str(raised.value) == why


def test_a_file_that_unpacks_to_far_too_much_is_not_unpacked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("galley.importing.word._MOST_BYTES", 2_000_000)
    bomb = package(paragraph("x"), parts={"word/media/big.png": b"\0" * 2_000_000})
    assert len(bomb) < 20_000

    with pytest.raises(UnreadableError, match="far more than an article"):
        read_word(Source("a.docx", bomb))


def test_files_outside_the_document_are_never_read() -> None:
    relations = {
        "rId10": ("image", "../../../../etc/passwd"),
        "rId11": ("image", "file:///etc/passwd"),
    }
    body = paragraph("Words.", image("rId10", "One")) + paragraph(image("rId11", "Two"))
    core = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    data = package(body, relations=relations, parts={"docProps/core.xml": f"{core}<a>&x;</a>"})

    read = read_word(Source("a.docx", data))

    assert read.pictures == ()
    assert not any("root:" in block.text for block in read.blocks)


def test_the_same_picture_is_kept_once() -> None:
    body = paragraph(image("rId10", "One"), run(" "), image("rId11", "Two"))
    media = {"image1.png": png(), "image2.png": png()}

    read = post(body, relations=RELATIONS, media=media)

    assert [picture.path for picture in read.pictures] == ["images/a/one.png"]
