"""What picture files tell besides the picture."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pytest
from nbformat.v4 import new_markdown_cell
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from galley.checks.structure.image_dicom import RULE as DICOM
from galley.checks.structure.image_metadata import RULE

FIX = (
    "save the picture anew without its properties (in an image program: export for the web, "
    "without metadata)."
)
PACKET = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><dc:creator><rdf:Seq><rdf:li>{name}</rdf:li></rdf:Seq>'
    "</dc:creator></x:xmpmeta>"
)


def told_of(name, what):
    return (
        f"the file '{name}' holds {what}; the page leaves that out, "
        f"but whoever gets the file can read it\n  Fix: {FIX}"
    )


def jpeg(*, artist="", serial="", position=False, **options):
    exif = Image.Exif()
    if artist:
        exif[0x013B] = artist
    if serial:
        exif.get_ifd(0x8769)[0xA431] = serial
    if position:
        exif.get_ifd(0x8825).update({1: "S", 2: (7.0, 46.0, 0.0), 3: "E", 4: (110.0, 22.0, 0.0)})
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "JPEG", exif=exif, **options)
    return out.getvalue()


def png(**texts):
    info = PngInfo()
    for key, value in texts.items():
        info.add_text(key, value, zip=key.startswith("C"))
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG", pnginfo=info)
    return out.getvalue()


@pytest.fixture
def files(tmp_path):
    """Write files and return what finds them."""

    def write(**contents):
        for name, data in contents.items():
            (tmp_path / name.replace("_", ".")).write_bytes(data)
        return lambda address: path if (path := tmp_path / address).is_file() else None

    return write


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (jpeg(artist="Budi Santoso"), "the name 'Budi Santoso'"),
        (jpeg(position=True), "the place where it was taken"),
        (jpeg(serial="0123456"), "the number of the camera"),
        (
            jpeg(artist="Ana Brown", serial="1", position=True),
            "the name 'Ana Brown', the place where it was taken and the number of the camera",
        ),
        (jpeg(xmp=PACKET.format(name="Siti Aminah").encode()), "the name 'Siti Aminah'"),
        (png(Author="Budi Santoso"), "the name 'Budi Santoso'"),
        (png(Creator="Ana Brown"), "the name 'Ana Brown'"),
    ],
)
@pytest.mark.parametrize("alt", ["A hand beside a mirror", "Tangan di depan cermin"])
def test_a_file_that_tells(told, files, data, what, alt):
    found = told(RULE, f"![{alt}](a.jpg)", find_file=files(a_jpg=data))

    assert found == [f"#text:1: {told_of('a.jpg', what)}"]


@pytest.mark.parametrize(
    "data",
    [
        jpeg(),
        jpeg(artist="Maria Lopez"),
        jpeg(artist="Adobe Photoshop"),
        png(Software="Matplotlib version 3.11", Title="Scores"),
        png(Author="Canva"),
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"no picture",
        jpeg(artist="Budi Santoso")[:60],
        b"",
    ],
)
@pytest.mark.parametrize("alt", ["A hand beside a mirror", "Tangan di depan cermin"])
def test_a_file_that_tells_nothing_new(told, files, data, alt):
    assert told(RULE, f"![{alt}](a.jpg)", find_file=files(a_jpg=data)) == []


def test_whoever_is_credited_may_be_named(told, files):
    find = files(a_jpg=jpeg(artist="Ayu Lestari"))
    directive = ":::{figure} a.jpg\n:alt: Tangan di depan cermin.\n:credit: Ayu Lestari\n:::"

    assert told(RULE, directive, find_file=find) == []


def test_pasted_and_embedded_images_are_looked_at_too(found):
    data = base64.b64encode(jpeg(position=True)).decode()
    cell = new_markdown_cell("![Sebuah tangan](attachment:a%20b.jpg)", id="text")
    cell["attachments"] = {"a b.jpg": {"image/jpeg": data}}
    embedded = new_markdown_cell(f"![A hand](data:image/jpeg;base64,{data})", id="embedded")

    assert found(RULE, cell, embedded) == [
        f"#text:1: {told_of('a b.jpg', 'the place where it was taken')}",
        f"#embedded:1: {told_of('image', 'the place where it was taken')}",
    ]


def test_a_file_is_told_of_once(told, files):
    text = "![A hand](a.jpg)\n\n![The same hand](a.jpg)"

    assert len(told(RULE, text, find_file=files(a_jpg=jpeg(position=True)))) == 1


@pytest.mark.parametrize(
    "text", ["![Otak](scan.dcm)", "[the scan](scan.dcm)", "![A brain](scan.png)"]
)
def test_a_scanners_own_file(told, files, text):
    data = b"\0" * 128 + b"DICM" + b"\0" * 20
    name = text.split("(")[1].rstrip(")")

    assert told(DICOM, text, find_file=files(scan_dcm=data, scan_png=data)) == [
        f"#text:1: '{name}' is a DICOM file, which holds the patient's name and numbers\n"
        "  Fix: export the image as PNG without annotations, look at it for a name in the "
        "picture, and take the DICOM file out of the folder."
    ]


@pytest.mark.parametrize("text", ["![Otak](otak.png)", "[the scan](scan.pdf)"])
def test_other_files_are_no_dicom(told, files, text):
    assert told(DICOM, text, find_file=files(otak_png=png())) == []


def test_a_file_that_cannot_be_read_is_left_to_the_build(told):
    assert told(RULE, "![A hand](a.jpg)", find_file=lambda _: Path("/nowhere/a.jpg")) == []
