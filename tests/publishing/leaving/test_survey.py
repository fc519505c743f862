"""What a publish makes public: read from the files themselves, told before they are gone."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from galley.console.leaving_text import leaving_text
from galley.publishing.leaving.model import (
    FileLeaving,
    Leaving,
    Mark,
    MarkKind,
    PageLeaving,
    PictureLeaving,
)
from galley.publishing.leaving.news import keep_shown, kinds_of, read_shown
from galley.publishing.leaving.page_facts import read_page
from galley.publishing.leaving.picture_facts import metadata_of
from galley.publishing.leaving.survey import Belongings, find_pictures, survey_leaving

GPS, EXIF, MAKE, DAY, ARTIST = 0x8825, 0x8769, 0x010F, 0x9003, 0x013B
PAGE = """<!DOCTYPE html><html lang="en"><head><title>How hands recover</title>
<meta name="robots" content="noindex"><script type="application/ld+json">{"n": "MRN: 77001"}
</script>
</head><body><p>Seen by <em>Ny</em>. S at home.</p>
<details class="code-fold"><summary>Code</summary><pre>read("/home/anna/p.csv")</pre></details>
<div class="printed scroll"><pre>mean  3.2\n  sd 1.1</pre></div>
<figure class="output-block"><table><tr><td>2 </td></tr></table></figure>
<details class="figure__details"><p>long</p></details>
<img src="a.png" alt="Mr. K smiling"> <p>A</p><p>B</p>
<a href="mailto:dr%40x.org?subject=a">write</a> <a href="https://doi.org/10.1/2">d</a>
<a href="https://[bad">b</a> <a href="notes.html">n</a>
<p>Of siti@klinik.example.id and dr@x.org.</p></body></html>"""


def a_photo(kind: str = "JPEG") -> bytes:
    picture = Image.new("RGB", (8, 8))
    exif = picture.getexif()
    exif[MAKE], exif[ARTIST] = "Canon", "A. Person"
    exif.get_ifd(EXIF)[DAY] = "2026:05:03 10:00:00"
    exif.get_ifd(GPS)[1] = "S"
    data = io.BytesIO()
    picture.save(data, kind, exif=exif)
    return data.getvalue()


def plain(kind: str = "PNG", **options: object) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (8, 8)).save(data, kind, **options)
    return data.getvalue()


# ------------------------------------------------------------------ pages


def test_a_page_tells_what_is_folded_printed_and_hidden_too() -> None:
    facts = read_page(PAGE)
    assert facts.title == "How hands recover"
    assert (facts.is_listed, facts.folded, facts.tables, facts.figures) == (False, 1, 1, 1)
    assert [text.split() for text in facts.printed] == [["mean", "3.2", "sd", "1.1"]]
    assert facts.mails() == ("dr@x.org",)
    assert facts.hosts() == ("doi.org",)
    assert "Seen by Ny. S at home." in facts.text().splitlines()
    assert {"A", "B", "Mr. K smiling"} <= set(facts.text().splitlines())


def test_marks_come_from_all_words_of_a_page_but_from_mail_meant_to_be_public() -> None:
    left = survey_leaving(["p.html"], {"p.html": PAGE.encode()}.__getitem__, Belongings())
    assert {mark.words for _, mark in left.marks} == {
        "MRN: 77001", "Ny. S", "Mr. K", "/home/anna/p.csv", "siti@klinik.example.id",
    }  # fmt: skip


def test_broken_html_is_read_as_far_as_it_goes() -> None:
    assert read_page("</p><div class=printed>a<b <p></div></span>").printed[0].startswith("a")


# ------------------------------------------------------------------ pictures


def test_what_a_camera_noted_is_named_by_its_kind() -> None:
    assert metadata_of(a_photo()) == ("place", "time", "device", "person")


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_other_forms_hold_the_same_notes(kind: str) -> None:
    assert {"place", "time", "device", "person"} <= set(metadata_of(a_photo(kind)))


def test_words_in_a_png_and_the_author_of_a_pdf_are_seen() -> None:
    words = PngInfo()
    words.add_text("Author", "A. Person")
    words.add_text("Comment", "left hand")
    assert metadata_of(plain(pnginfo=words)) == ("person", "words")
    pdf = b"%PDF-1.7\n1 0 obj <</Author (A. Person) /CreationDate (D:2026)>> endobj"
    assert metadata_of(pdf) == ("time", "person")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no picture",
        plain(),
        plain("JPEG"),
        plain("TIFF"),
        plain("GIF"),
        b"%PDF-1.7 /Author ()",
    ],
)
def test_what_tells_nothing_else_has_no_metadata(data: bytes) -> None:
    assert metadata_of(data) == ()


def test_a_picture_tells_what_was_taken_out_of_the_author_s_own(tmp_path: Path) -> None:
    for folder in ("images", ".galley", "_site"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "Ward Round.JPG").write_bytes(a_photo())
    found = tuple(find_pictures(tmp_path))
    assert found == (tmp_path / "images" / "Ward Round.JPG",)
    path = "assets/img/ward-round-0123456789.jpg"
    left = survey_leaving([path], {path: plain("JPEG")}.__getitem__, Belongings(pictures=found))
    assert left.pictures == (PictureLeaving(path, ("place", "time", "device", "person")),)


# ------------------------------------------------------------------ the whole


FILES: Mapping[str, bytes] = {
    "index.html": b"<title>Home</title>",
    "index.html.gz": b"...",
    "feed.xml": b"<x/>",
    "search/topics.json": b"{}",
    "assets/site-1.css": b"a{}",
    "hands/fig-a.csv": b"patient_id,effect\nS-0231,2\n",
    "hands/fig-a.svg": b"<svg><title>t</title><text>MRN 44120</text></svg>",
    "hands/hands.ipynb": b'{"cells": ["3171236708900001"]}',
    "photo.jpg": a_photo(),
    "CNAME": b"blog.example.org",
}


def surveyed() -> Leaving:
    own = frozenset({"photo.jpg", "CNAME"})
    return survey_leaving(FILES, FILES.__getitem__, Belongings(own), "https://example.org/")


def test_every_file_is_told_once_as_what_it_is() -> None:
    left = surveyed()
    assert [page.path for page in left.pages] == ["index.html"]
    assert [item.path for item in left.downloads] == [
        "hands/fig-a.csv", "hands/fig-a.svg", "hands/hands.ipynb",
    ]  # fmt: skip
    assert [(item.path, item.kind) for item in left.own_files] == [
        ("CNAME", ""),
        ("photo.jpg", "jpg"),
    ]
    assert left.others == 3


def test_downloads_and_the_author_s_own_files_are_looked_into() -> None:
    assert [(path, mark.words) for path, mark in surveyed().marks] == [
        ("hands/fig-a.csv", "patient_id"),
        ("hands/fig-a.svg", "MRN 44120"),
        ("hands/hands.ipynb", "3171236708900001"),
        ("photo.jpg", "place"),
        ("photo.jpg", "time"),
        ("photo.jpg", "device"),
        ("photo.jpg", "person"),
    ]


# ------------------------------------------------------------------ what is new


def test_only_what_is_of_a_new_kind_is_shown_again(tmp_path: Path) -> None:
    shown = tmp_path / "state" / "shown.json"
    assert read_shown(shown) == frozenset()
    keep_shown(shown, kinds_of(surveyed()))
    assert kinds_of(surveyed()) <= read_shown(shown)
    page = PageLeaving("new.html", "New")
    more = replace(surveyed(), pages=(*surveyed().pages, page))
    assert kinds_of(more) <= read_shown(shown)
    printed = replace(more, pages=(replace(page, printed=("3",)),))
    assert kinds_of(printed) - read_shown(shown) == {"printed"}
    elsewhere = replace(more, address="https://other.example/")
    assert kinds_of(elsewhere) - read_shown(shown) == {"at:https://other.example/"}


def test_each_identifier_is_a_kind_of_its_own_and_is_not_written_down(tmp_path: Path) -> None:
    marked = Leaving(pages=(PageLeaving("a.html", marks=(Mark(MarkKind.RECORD, "MRN 1"),)),))
    other = Leaving(pages=(PageLeaving("a.html", marks=(Mark(MarkKind.RECORD, "MRN 2"),)),))
    assert kinds_of(marked) != kinds_of(other)
    keep_shown(tmp_path / "shown.json", kinds_of(marked))
    assert "MRN" not in (tmp_path / "shown.json").read_text()


@pytest.mark.parametrize("text", ["", "[]", '{"schema": 9, "shown": []}', '{"schema": 1}', "\0"])
def test_a_damaged_memory_shows_all_once_more(tmp_path: Path, text: str) -> None:
    (tmp_path / "shown.json").write_text(text)
    assert read_shown(tmp_path / "shown.json") == frozenset()


# ------------------------------------------------------------------ in words


def test_the_author_reads_what_leaves_in_a_few_lines() -> None:
    pages = (
        PageLeaving("a.html", "A", figures=2, hosts=("doi.org", "who.int"), mails=("dr@x.org",)),
        PageLeaving("b.html", "B", is_listed=False, folded=1, printed=("mean 3.2",), tables=1),
    )
    pictures = (PictureLeaving("assets/img/a-0123456789.jpg", ("place", "device"), ("words",)),)
    downloads = (
        FileLeaving("a/f.csv", "csv"),
        FileLeaving("b/f.csv", "csv", (Mark(MarkKind.COLUMN, "nik"),)),
    )
    own = tuple(FileLeaving(f"{name}.pdf", "pdf") for name in "abcdef")
    left = Leaving("https://example.org/", pages, pictures, downloads, own, 1)
    assert leaving_text(left) == (
        "This will be public at https://example.org/:\n"
        "  2 pages; hidden from search engines, not from readers: b.html\n"
        "  on them: 2 figures with description and data, 1 cell of code, folded, "
        "1 table made by code\n"
        '  printed by code on b.html: "mean 3.2"\n'
        "  mail addresses: dr@x.org\n"
        "  links to 2 other hosts: doi.org, who.int\n"
        "  1 picture; taken out of them: place, camera or program\n"
        "  to download: 2 CSV\n"
        "  as they are: a.pdf, b.pdf, c.pdf, d.pdf, 2 more\n"
        "  1 file besides: style, type, search, feeds\n"
        "  The notebooks stay here, with every cell that no page shows.\n"
        "  Words inside pictures are not read.\n"
        "Look at these before you go on:\n"
        "  assets/img/a-0123456789.jpg: the file tells more than it shows: words\n"
        '  b/f.csv: the column "nik" may hold persons'
    )


def test_a_notebook_that_leaves_is_not_said_to_stay() -> None:
    assert "stay here" not in leaving_text(surveyed())
    assert "1 CSV, 1 IPYNB, 1 SVG" in leaving_text(surveyed())


def test_it_is_told_in_indonesian(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANGUAGE", "id")
    left = Leaving(pages=(PageLeaving("a.html", marks=(Mark(MarkKind.RECORD, "No. RM 1"),)),))
    assert leaving_text(left) == (
        "Ini akan terbuka untuk umum:\n"
        "  1 halaman\n"
        "  Notebook tetap di sini, dengan setiap sel yang tidak ditampilkan di halaman.\n"
        "Periksa ini sebelum melanjutkan:\n"
        '  a.html: "No. RM 1" tampak seperti nomor rekam medis'
    )
