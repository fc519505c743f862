"""A page names all files of a picture, so that a browser loads the one that it needs."""

from __future__ import annotations

from markupsafe import Markup

from galley.html.first_picture import first_picture_at_once
from galley.html.picture_files import PictureFiles
from galley.html.prose_context import ImageHtml
from galley.html.rewrite import image_tag

FILES = PictureFiles(
    usual=(("a/350.jpg", 350), ("a/900.jpg", 900)),
    modern=(("a/350.webp", 350), ("a/720.webp", 720), ("a/900.webp", 900)),
)
IMAGE = ImageHtml("a/900.jpg", 900, 600, FILES)


def test_modern_files_stand_first_and_every_browser_finds_one() -> None:
    sizes = (
        "(min-width: 42rem) 36.5rem, (min-width: 40rem) calc(100vw - 5rem), calc(100vw - 2.5rem)"
    )
    assert image_tag(IMAGE, {"alt": "A <scan>"}) == (
        '<picture><source type="image/webp" '
        f'srcset="a/350.webp 350w, a/720.webp 720w, a/900.webp 900w" sizes="{sizes}">'
        '<img src="a/900.jpg" alt="A &lt;scan&gt;" width="900" height="600" loading="lazy" '
        f'decoding="async" srcset="a/350.jpg 350w, a/900.jpg 900w" sizes="{sizes}"></picture>'
    )


def test_a_width_that_the_author_asks_for_is_what_browsers_choose_by() -> None:
    html = image_tag(IMAGE, {"alt": "", "width": "300"})
    assert html.count('sizes="300px"') == 2
    assert 'width="300" height="200"' in html


def test_a_picture_with_one_file_is_one_element() -> None:
    html = image_tag(ImageHtml("x.png", 2, 2), {"alt": "Dots"})
    assert html == (
        '<img src="x.png" alt="Dots" width="2" height="2" loading="lazy" decoding="async">'
    )


def test_whoever_wants_nothing_to_move_is_given_the_first_frame() -> None:
    html = image_tag(ImageHtml("x.gif", 2, 2, PictureFiles(still="x.webp")), {"alt": "Dots"})
    assert html.startswith(
        '<picture><source type="image/webp" media="(prefers-reduced-motion: reduce)" '
        'srcset="x.webp"><img src="x.gif"'
    )


def test_a_small_place_is_given_small_files() -> None:
    small = FILES.at_most(720)
    assert small.usual == (("a/350.jpg", 350),)
    assert small.modern == (("a/350.webp", 350), ("a/720.webp", 720))
    assert PictureFiles((("wide.jpg", 900),)).at_most(720).usual == (("wide.jpg", 900),)


def test_addresses_are_led_from_another_page() -> None:
    led = PictureFiles(FILES.usual, FILES.modern, "a/still.webp").led(lambda path: f"../{path}")
    assert led.srcset == "../a/350.jpg 350w, ../a/900.jpg 900w"
    assert led.still == "../a/still.webp"
    assert FILES.led(lambda path: f"../{path}").still == ""


def test_the_first_picture_is_loaded_at_once_and_the_others_wait() -> None:
    page = Markup('<p>loading="lazy"</p><img src="a" loading="lazy"><img src="b" loading="lazy">')
    assert first_picture_at_once(page) == (
        '<p>loading="lazy"</p><img src="a"><img src="b" loading="lazy">'
    )
