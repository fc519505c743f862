"""A picture is published in the widths that pages use, each file as light as it can be."""

from __future__ import annotations

import io
import struct
from functools import cache
from itertools import pairwise
from typing import Any

import pytest
from matplotlib.cbook import get_sample_data
from PIL import Image, ImageCms, ImageDraw, ImageOps
from PIL.PngImagePlugin import PngInfo

from galley.findings import Place
from galley.html import picture_set as making
from galley.html.images import ProcessedImage
from galley.html.picture_set import (
    PictureSet,
    RememberedPictures,
    one_picture,
    picture_set,
)

PLACE = Place("notebooks/a.ipynb", "c1")
SECRETS = (b"SecretPhone", b"Ward 7", b"Real Name", b"SecretLens", b"MakerSecret", b"Jalan Rahasia")


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, format=kind, **options)
    return out.getvalue()


def photo(width: int, height: int) -> Image.Image:
    """Return a part of a photograph."""
    with get_sample_data("grace_hopper.jpg") as file, Image.open(file) as picture:
        return ImageOps.fit(picture.convert("RGB"), (width, height))


def drawing(width: int, height: int) -> Image.Image:
    """Lines on paper."""
    picture = Image.new("RGB", (width, height), "white")
    pen = ImageDraw.Draw(picture)
    for step in range(0, width, 12):
        pen.line((step, 0, width - step, height), fill="black", width=2)
    return picture


def widths(images: tuple[ProcessedImage, ...]) -> list[int]:
    return [image.width for image in images]


@cache
def made(data: bytes) -> PictureSet:
    return picture_set(data, "ward.jpg", PLACE)


def all_files(found: PictureSet) -> tuple[ProcessedImage, ...]:
    still = (found.still,) if found.still else ()
    return (found.shown, *found.narrower, *found.modern, *still)


def test_a_photograph_comes_in_four_widths_and_in_three_for_old_browsers() -> None:
    found = made(saved(photo(2000, 1500), "JPEG"))
    assert (found.shown.suffix, found.shown.width, found.shown.height) == (".jpg", 1440, 1080)
    assert widths(found.modern) == [350, 720, 1080, 1440]
    assert {image.suffix for image in found.modern} == {".webp"}
    assert widths(found.narrower) == [350, 720]
    assert {image.suffix for image in found.narrower} == {".jpg"}
    for image in all_files(found):
        with Image.open(io.BytesIO(image.data)) as picture:
            assert picture.size == (image.width, image.height)


def test_webp_spares_a_fifth_of_a_photograph_at_least() -> None:
    found = made(saved(photo(1440, 1080), "JPEG", quality=92))
    assert len(found.modern[-1].data) < 0.8 * len(found.shown.data)


@pytest.mark.parametrize(("width", "expected"), [(300, [300]), (760, [350, 760])])
def test_nothing_is_enlarged_and_nothing_hardly_narrower_is_made(
    width: int, expected: list[int]
) -> None:
    """720 px beside 760 px would spare nobody anything."""
    assert widths(made(saved(photo(width, 400), "JPEG", quality=92)).modern) == expected


def test_a_drawing_keeps_every_pixel_where_that_is_lighter() -> None:
    picture = drawing(1200, 800)
    found = made(saved(picture, "PNG"))
    widest = found.modern[-1]
    assert widest.width == 1200
    with Image.open(io.BytesIO(widest.data)) as seen:
        assert seen.convert("RGB").tobytes() == picture.tobytes()
    assert len(widest.data) < len(found.shown.data)


def test_a_photograph_saved_as_png_is_not_sent_in_full() -> None:
    found = made(saved(photo(1000, 700), "PNG"))
    assert len(found.modern[-1].data) < len(found.shown.data) / 4


def test_each_narrower_file_is_clearly_lighter_than_the_next() -> None:
    """A screenshot shrunk has more colours than before and may weigh more."""
    for data in (saved(drawing(1440, 900), "PNG"), saved(photo(1440, 900), "JPEG")):
        found = made(data)
        for files in ((*found.narrower, found.shown), found.modern):
            sizes = [len(image.data) for image in files]
            assert all(a < 0.9 * b for a, b in pairwise(sizes))


def test_a_few_pixels_are_one_file_alone() -> None:
    assert made(saved(Image.new("RGB", (40, 30), "red"), "PNG")) == PictureSet(
        one_picture(saved(Image.new("RGB", (40, 30), "red"), "PNG"), "x", PLACE).shown
    )


def test_what_is_see_through_stays_so() -> None:
    clear = photo(900, 600).convert("RGBA")
    clear.putalpha(Image.linear_gradient("L").resize((900, 600)))
    found = made(saved(clear, "PNG"))
    assert len(found.modern) > 1
    for image in found.modern:
        with Image.open(io.BytesIO(image.data)) as picture:
            assert min(picture.convert("RGBA").getchannel("A").tobytes()) < 10


def test_a_webp_needs_no_other_form() -> None:
    found = made(saved(photo(1440, 900), "WEBP"))
    assert found.shown.suffix == ".webp"
    assert found.modern == ()
    assert widths(found.narrower) == [350, 720, 1080]


def test_a_picture_that_moves_stays_as_it_is_beside_its_first_frame() -> None:
    frames = [Image.new("RGB", (400, 300), colour) for colour in ("red", "lime", "blue")]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=100, loop=0)
    found = made(data)
    assert found.shown.suffix == ".gif"
    assert (found.narrower, found.modern) == ((), ())
    assert found.still is not None
    with Image.open(io.BytesIO(found.still.data)) as still:
        assert (still.format, still.size) == ("WEBP", (400, 300))
        assert not getattr(still, "is_animated", False)
        assert still.convert("RGB").getpixel((9, 9)) == (255, 0, 0)


def test_a_drawing_in_svg_is_one_file() -> None:
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 900 10"><path d="M0 0h9"/></svg>'
    found = made(svg)
    assert found == one_picture(svg, "x.svg", PLACE)


def test_the_same_picture_gives_the_same_files() -> None:
    data = saved(photo(900, 600), "JPEG")
    assert made(data) == picture_set(data, "other.jpg", PLACE)


def test_a_phone_loads_what_has_twice_its_points() -> None:
    found = made(saved(photo(2000, 1500), "JPEG"))
    assert found.on_phone_bytes == len(found.modern[1].data)
    small = made(saved(Image.new("RGB", (40, 30), "red"), "PNG"))
    assert small.on_phone_bytes == len(small.shown.data)


def test_a_page_made_again_and_again_makes_its_pictures_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    done: list[str] = []

    def counted(data: bytes, name: str, place: Place) -> PictureSet:
        done.append(name)
        return one_picture(data, name, place)

    monkeypatch.setattr(making, "one_picture", counted)
    remembered = RememberedPictures(most=2)
    pictures = [saved(photo(size, 20), "PNG") for size in (20, 30, 40)]
    for place in (0, 1, 0, 1, 0, 2, 0, 1):
        made = remembered.make(pictures[place], str(place), PLACE)
        assert made == one_picture(pictures[place], "x", PLACE)
    assert done == ["0", "1", "2", "1"]


# ------------------------------------------------------------------ what a camera adds


def camera_exif() -> bytes:
    """Return what a phone writes: device, place, owner, maker's own note, thumbnail."""
    exif = Image.Exif()
    exif[0x010F], exif[0x013B], exif[0x0112] = "SecretPhone", "Real Name", 1
    place = exif.get_ifd(0x8825)
    place[1], place[2], place[0x1B] = "S", (6.0, 10.0, 30.0), b"ASCII\0\0\0Jalan Rahasia"
    detail = exif.get_ifd(0x8769)
    detail[0xA434], detail[0x927C], detail[0x9286] = (
        "SecretLens", b"MakerSecret\0\1\2", b"ASCII\0\0\0Ward 7"
    )  # fmt: skip
    return exif.tobytes()


def with_segments(jpeg: bytes, *segments: tuple[int, bytes]) -> bytes:
    """Put marker segments behind the start of a JPEG."""
    added = b"".join(
        bytes((0xFF, marker)) + struct.pack(">H", len(data) + 2) + data for marker, data in segments
    )
    return jpeg[:2] + added + jpeg[2:]


XMP = b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>Real Name</x:xmpmeta>"
IPTC = (
    b"Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x14\x1c\x02\x50\0\x09Real Name\x1c\x02\x5a\0\0Ward 7"
)


def phone_jpeg() -> bytes:
    """Return a JPEG with everything that travels beside pixels, the thumbnail at the end too."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    jpeg = saved(
        photo(800, 600), "JPEG", exif=camera_exif(), icc_profile=profile, comment=b"Ward 7"
    )
    thumbnail = saved(photo(160, 120), "JPEG", comment=b"SecretPhone")
    return with_segments(jpeg, (0xE1, XMP), (0xED, IPTC)) + thumbnail


def test_no_file_of_a_photograph_tells_who_where_and_with_what() -> None:
    data = phone_jpeg()
    assert all(secret in data for secret in SECRETS)
    assert b"ICC_PROFILE" in data
    files = all_files(made(data))
    assert len(files) == 4
    for image in files:
        assert not any(secret in image.data for secret in SECRETS)
        for mark in (
            b"Exif",
            b"http://ns.adobe",
            b"8BIM",
            b"ICC_PROFILE",
            b"EXIF",
            b"XMP ",
            b"ICCP",
        ):
            assert mark not in image.data
        # One picture and no more: no thumbnail inside, none behind it.
        assert image.data.count(b"\xff\xd8\xff") == (1 if image.suffix == ".jpg" else 0)


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF", "AVIF"])
def test_nor_does_a_file_of_another_form(kind: str) -> None:
    options: dict[str, Any] = {"exif": camera_exif()}
    if kind == "PNG":
        info = PngInfo()
        info.add_text("Author", "Real Name")
        info.add_itxt("XML:com.adobe.xmp", "Ward 7")
        options["pnginfo"] = info
    if kind in {"WEBP", "AVIF"}:
        options["xmp"] = XMP
    data = saved(photo(800, 600), kind, **options)
    assert b"SecretPhone" in data
    for image in all_files(made(data)):
        assert not any(secret in image.data for secret in SECRETS)
        with Image.open(io.BytesIO(image.data)) as picture:
            assert dict(picture.getexif()) == {}
            assert not {"xmp", "exif", "icc_profile", "comment"} & picture.info.keys()
