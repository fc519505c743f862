"""Files that are no Word files, are broken or would do harm: a clear sentence each."""

from __future__ import annotations

import pytest
from tests.review.returned.docx_files import docx, paragraph, text, zipped

from galley.findings import UsageError
from galley.review.returned import parts
from galley.review.returned.parts import read_parts

BILLION = (
    b'<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;'
    b"</w:document>"
)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "x.docx is broken, or is not a Word file"),
        (b"PK\x03\x04 and then nothing", "x.docx is broken, or is not a Word file"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1",
            "x.docx is in the old format of Word (.doc), or needs a password",
        ),
        (zipped({"content.xml": b"<x/>"}), "x.docx is not a Word file"),
        (zipped({"word/document.xml": b"<w:p>"}), "x.docx is broken (word/document.xml)"),
        (
            zipped({"word/document.xml": BILLION}),
            "x.docx holds something that Word never writes (word/document.xml)",
        ),
        (docx(paragraph(text("x")))[:-60], "x.docx is broken, or is not a Word file"),
    ],
)
def test_what_is_no_word_file_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(UsageError) as refused:
        read_parts(data, "x.docx")
    assert refused.value.message == message
    assert refused.value.fix


def test_a_file_that_unpacks_to_far_more_than_it_says_is_refused() -> None:
    bomb = zipped({"word/document.xml": b" " * (parts.LARGEST_PART + 10)})
    assert len(bomb) < 100_000
    with pytest.raises(UsageError, match="unpacks to more than 50 MB of text"):
        read_parts(bomb, "x.docx")


def test_a_file_larger_than_any_article_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "LARGEST_FILE", 10)
    with pytest.raises(UsageError, match="larger than 200 MB"):
        read_parts(docx(paragraph()), "x.docx")


def test_a_file_says_which_article_it_is_of() -> None:
    data = docx(paragraph(), properties={"galley-article": "a/b", "Author": "X & Y"})
    assert read_parts(data, "x.docx").properties == {"galley-article": "a/b", "Author": "X & Y"}
