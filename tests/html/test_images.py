"""Pictures are published upright, narrow, without metadata, and the same each time."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

import pytest
from PIL import Image, ImageCms
from PIL.PngImagePlugin import PngInfo

from galley.findings import ContentError, Place
from galley.html.images import ProcessedImage, image_address, process_image


def saved(picture: Image.Image, kind: str, **options: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, format=kind, **options)
    return out.getvalue()


def reopened(image: ProcessedImage) -> Image.Image:
    picture = Image.open(io.BytesIO(image.data))
    picture.load()
    return picture


def frame_count(image: ProcessedImage) -> int:
    return int(getattr(reopened(image), "n_frames", 1))


def photo(width: int = 120, height: int = 80) -> Image.Image:
    """Left half red, right half blue."""
    picture = Image.new("RGB", (width, height), "#d00000")
    picture.paste("#0000d0", (width // 2, 0, width, height))
    return picture


def exif_with_place(orientation: int = 1) -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = orientation
    exif[0x010F] = "SecretPhone"
    exif.get_ifd(0x8825)[1] = "N"
    return exif


def test_a_photograph_loses_place_device_and_comment() -> None:
    data = saved(photo(), "JPEG", exif=exif_with_place(), comment=b"Ward 7")
    assert b"SecretPhone" in data
    image = process_image(data, "photo.jpg")
    picture = reopened(image)
    assert image.suffix == ".jpg"
    assert dict(picture.getexif()) == {}
    assert b"SecretPhone" not in image.data
    assert b"Ward 7" not in image.data
    assert picture.info["progressive"] == 1


def test_orientation_is_applied_before_it_is_forgotten() -> None:
    """Orientation 6: the camera was held upright, the left of the file is the top."""
    image = process_image(saved(photo(), "JPEG", exif=exif_with_place(6)), "photo.jpg")
    assert (image.width, image.height) == (80, 120)
    red, _, blue = reopened(image).getpixel((40, 10))  # type: ignore[misc]
    assert red > 150 > blue


def test_wide_pictures_are_narrowed_and_others_are_not() -> None:
    wide = process_image(saved(photo(2880, 1000), "PNG"), "wide.png")
    assert (wide.width, wide.height) == (1440, 500)
    assert reopened(wide).size == (1440, 500)
    small = process_image(saved(photo(1440, 10), "PNG"), "small.png")
    assert (small.width, small.height) == (1440, 10)


def test_a_palette_stays_a_palette_also_when_narrowed() -> None:
    for width in (200, 3000):
        drawing = photo(width, 100).quantize(8)
        assert reopened(process_image(saved(drawing, "PNG"), "x.png")).mode == "P"


def test_transparency_survives_in_every_mode() -> None:
    clear = Image.new("RGBA", (2000, 20), (0, 0, 0, 0))
    keyed = saved(Image.new("RGB", (2000, 20), (1, 2, 3)), "PNG", transparency=(1, 2, 3))
    for data in (saved(clear, "PNG"), keyed, saved(clear, "WEBP", lossless=True)):
        assert reopened(process_image(data, "x")).convert("RGBA").getpixel((5, 5))[3] == 0  # type: ignore[index]


def test_text_chunks_of_a_drawing_program_are_removed() -> None:
    info = PngInfo()
    info.add_text("Author", "Dr Real Name")
    info.add_itxt("XML:com.adobe.xmp", "<x>C:/Users/real.name</x>")
    image = process_image(saved(photo(), "PNG", pnginfo=info, dpi=(300, 300)), "x.png")
    assert b"eal" not in image.data
    assert reopened(image).info == {}


def test_a_colour_profile_is_applied_and_removed() -> None:
    """A damaged profile is dropped; the picture is not lost for it."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for kind in ("JPEG", "PNG", "WEBP"):
        image = process_image(saved(photo(), kind, icc_profile=profile), "x")
        assert "icc_profile" not in reopened(image).info
    image = process_image(saved(photo(), "PNG", icc_profile=b"damaged"), "x.png")
    assert image.width == 120


def test_an_animated_gif_keeps_its_frames_times_and_loop() -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "lime", "blue")]
    data = saved(
        frames[0], "GIF", save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=0,
        comment=b"Ward 7",
    )  # fmt: skip
    image = process_image(data, "steps.gif")
    picture = reopened(image)
    assert frame_count(image) == 3
    assert picture.info["loop"] == 0
    durations = []
    for number in range(3):
        picture.seek(number)
        durations.append(picture.info["duration"])
    assert durations == [100, 200, 300]
    assert b"Ward 7" not in image.data


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_other_animations_keep_their_frames(kind: str) -> None:
    frames = [Image.new("RGB", (40, 30), colour) for colour in ("red", "lime")]
    data = saved(frames[0], kind, save_all=True, append_images=frames[1:], duration=100)
    assert frame_count(process_image(data, "x")) == 2


@pytest.mark.parametrize(
    ("picture", "kind", "suffix"),
    [
        (photo().convert("CMYK"), "JPEG", ".jpg"),
        (photo().convert("L"), "JPEG", ".jpg"),
        (photo().convert("1"), "PNG", ".png"),
        (photo().convert("L").convert("I;16"), "PNG", ".png"),
        (photo(), "TIFF", ".png"),
        (photo(), "BMP", ".png"),
        (photo().convert("LA"), "PNG", ".png"),
        (photo(), "WEBP", ".webp"),
        (photo(1600, 20).convert("1"), "PNG", ".png"),
    ],
)
def test_every_usual_mode_comes_out_as_something_browsers_show(
    picture: Image.Image, kind: str, suffix: str
) -> None:
    image = process_image(saved(picture, kind), "x")
    assert image.suffix == suffix
    assert reopened(image).mode in {"1", "L", "LA", "P", "RGB", "RGBA"}


def test_sixteen_bit_grey_keeps_its_brightness() -> None:
    grey = Image.new("I;16", (4, 4), 128 * 256)
    assert reopened(process_image(saved(grey, "PNG"), "x.png")).getpixel((1, 1)) == 128


def test_the_same_picture_gives_the_same_bytes_and_address() -> None:
    for kind in ("JPEG", "PNG", "WEBP", "GIF"):
        data = saved(photo(1500, 40), kind)
        first, second = process_image(data, "Ward Röund.jpg"), process_image(data, "x")
        assert first == second
        assert image_address(first, "bilder/Ward Röund.jpg").startswith("assets/img/ward-round-")
        assert image_address(first, "a/b.c").endswith(first.suffix)


def test_a_name_without_letters_still_has_an_address() -> None:
    image = process_image(saved(photo(), "PNG"), "x.png")
    assert image_address(image, "….png").startswith("assets/img/image-")


def test_a_picture_that_is_cut_short_is_named_with_its_place() -> None:
    data = saved(photo(400, 400), "JPEG")
    with pytest.raises(ContentError) as caught:
        process_image(data[: len(data) // 2], "photo.jpg", place=Place("notebooks/a.ipynb", "c1"))
    assert str(caught.value) == (
        "notebooks/a.ipynb#c1: the picture 'photo.jpg' is damaged or cut short\n"
        "  Fix: Open it in an image program, save it anew, and put the new file in its place."
    )


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n", b"hello", b"%PDF-1.7", b"\x00" * 99])
def test_what_is_no_picture_is_said(data: bytes) -> None:
    with pytest.raises(ContentError) as caught:
        process_image(data, "scan.heic")
    assert caught.value.findings[0].message == (
        "'scan.heic' is not a picture that browsers show, or it is damaged from its first byte"
    )


def test_a_picture_that_unpacks_to_gigabytes_is_refused() -> None:
    """A tiny file that says it is 60,000 × 60,000 pixels."""
    header = b"IHDR" + struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    sums = struct.pack(">I", zlib.crc32(header))
    data = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + header + sums
    data += struct.pack(">I", 0) + b"IDAT" + struct.pack(">I", zlib.crc32(b"IDAT"))
    with pytest.raises(ContentError) as caught:
        process_image(data, "bomb.png")
    assert caught.value.findings[0].rule == "image-too-large"


def test_a_long_animation_is_refused() -> None:
    frames = [Image.new("L", (1400, 1400), level) for level in range(40)]
    data = saved(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=10)
    with pytest.raises(ContentError, match="has too many pixels to be opened safely"):
        process_image(data, "long.gif")
