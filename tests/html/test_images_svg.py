"""SVG files of others are published as drawings only."""

from __future__ import annotations

import base64
import io
import re
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from galley.findings import ContentError
from galley.html.images import process_image

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def cleaned(body: str, attributes: str = 'viewBox="0 0 200 100"') -> str:
    image = process_image(f"{HEAD} {attributes}>{body}</svg>".encode(), "drawing.svg")
    text = image.data.decode()
    ET.fromstring(text)
    return text


@pytest.mark.parametrize(
    "body",
    [
        "<script>alert(1)</script>",
        "<g onclick='alert(1)' ONLOAD='alert(1)'/>",
        "<foreignObject><body xmlns='http://www.w3.org/1999/xhtml'>alert</body></foreignObject>",
        "<a xlink:href='javascript:alert(1)'/>",
        "<use href='https://example.org/alert.svg#x'/>",
        "<image xlink:href='https://example.org/alert.png'/>",
        "<image href='data:image/svg+xml;base64,alert'/>",
        "<set attributeName='href' to='javascript:alert(1)'/>",
        "<animate attributeName='href' values='javascript:alert(1)'/>",
        "<rect fill='url(https://example.org/alert)'/>",
        "<rect style='fill: u\\rl(https://example.org/alert)'/>",
        "<rect style='background:url(\"https://example.org/alert\")'/>",
        "<style>@import url(https://example.org/alert.css);</style>",
        "<style>@\\69mport 'alert'; </style>",
        "<style>rect{fill:url( 'https://example.org/alert' )}</style>",
        "<style>/* */@import/**/'alert';</style>",
        "<metadata>alert</metadata><sodipodi:namedview xmlns:sodipodi='x' a='alert'/>",
        "<x:script xmlns:x='http://www.w3.org/2000/svg'>alert(1)</x:script>",
        "<svg:script xmlns:svg='http://www.w3.org/2000/svg'>alert(1)</svg:script>",
        "<iframe src='https://example.org/alert'/><!-- alert -->",
        "<?xml-stylesheet href='alert.css'?>",
    ],
)
def test_nothing_in_it_acts_or_asks(body: str) -> None:
    text = cleaned(body)
    assert "alert" not in text
    assert "example.org" not in text


def test_what_draws_stays() -> None:
    body = (
        '<defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient>'
        '<filter id="f"><feGaussianBlur stdDeviation="2"/></filter><path id="p" d="M0 0h9"/></defs>'
        '<style>.a{fill:url(#g)}</style><rect class="a" style="stroke:#000" filter="url(#f)"/>'
        '<use xlink:href="#p"/><text x="1">5 &lt; 6 &amp; <tspan>α</tspan> end</text>'
    )
    text = cleaned(body)
    assert re.sub(r"\s*/>", "/>", text) == (f'{HEAD} viewBox="0 0 200 100">{body}</svg>\n')


def test_text_around_what_is_removed_stays() -> None:
    assert "<text>one two three</text>" in cleaned("<text>one <script/>two<b/> three</text>")


def test_a_link_keeps_its_drawing() -> None:
    assert '<g><path d="M0 0" /></g>' in cleaned("<a href='https://x.org'><path d='M0 0'/></a>")


def test_a_link_among_words_keeps_them() -> None:
    assert "<text>see <tspan>here</tspan></text>" in cleaned("<text>see <a>here</a></text>")


def test_words_that_no_program_draws_go() -> None:
    body = "stray <g>stray <path d='M0 0'/> stray</g> <script/>stray"
    assert '<g><path d="M0 0" /></g>' in cleaned(body)
    assert "stray" not in cleaned(body)


def test_a_picture_inside_is_cleaned_too() -> None:
    out = io.BytesIO()
    exif = Image.Exif()
    exif[0x010F] = "SecretPhone"
    Image.new("RGB", (20, 10), "red").save(out, format="JPEG", exif=exif)
    inner = base64.b64encode(out.getvalue()).decode()
    text = cleaned(f'<image xlink:href="data:image/jpg;base64,{inner}"/>')
    found = re.search(r"data:image/jpeg;base64,([^\"]+)", text)
    assert found is not None
    assert b"SecretPhone" not in base64.b64decode(found[1])


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="72pt" height="36pt"', (96, 48)),
        ('viewBox="0 0 200 100"', (200, 100)),
        ('viewBox="0 0 200 100" width="400"', (400, 200)),
        ('viewBox="0,0,200,100" width="100%" height="100%"', (200, 100)),
        ('viewBox="0 0 2880 100"', (1440, 50)),
        ("", (300, 150)),
    ],
)
def test_its_size_is_known_to_the_page(attributes: str, size: tuple[int, int]) -> None:
    image = process_image(f"{HEAD} {attributes}/>".encode(), "x.svg")
    assert (image.suffix, image.width, image.height) == (".svg", *size)


def test_a_file_of_illustrator_with_short_entities_is_read() -> None:
    text = (
        '<?xml version="1.0"?><!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" '
        '"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [<!ENTITY ns_ai "http://adobe">]>'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:i="&ns_ai;" width="9" height="9"/>'
    )
    assert process_image(text.encode(), "x.svg").width == 9


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<svg><g></svg>", "it is not well-formed (line 1)"),
        ("<html><svg/></html>", "its outermost element is not <svg>"),
        ('<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><svg>&b;</svg>',
         "its entity 'b' is not allowed"),
        ('<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]><svg>&a;</svg>',
         "its entity 'a' is not allowed"),
        ("<svg>" + "<g>" * 5000 + "</g>" * 5000 + "</svg>", "its elements are nested too deeply"),
    ],
)  # fmt: skip
def test_a_damaged_or_hostile_drawing_is_said(text: str, reason: str) -> None:
    with pytest.raises(ContentError) as caught:
        process_image(text.encode(), "x.svg")
    assert caught.value.findings[0].message == f"the picture 'x.svg' is damaged: {reason}"
