"""A photo or a drawn picture: what is published of its file, what it says, what is refused."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, ImageDraw

from galley_figures import picture
from galley_figures.credits import credit_sentences
from galley_figures.errors import FigureError
from galley_figures.explanatory import FIGURE_BUNDLE
from galley_figures.kinds.picture import PictureFigure
from galley_figures.style.palette import colour

RED, BLUE = (200, 40, 40), (40, 40, 200)


def file(
    folder: Path,
    name: str = "hand.jpg",
    *,
    size: tuple[int, int] = (600, 400),
    mode: str = "RGB",
    **options: object,
) -> Path:
    """Save a picture that is red on the left and blue on the right."""
    image = Image.new("RGB", size, RED)
    image.paste(BLUE, (size[0] // 2, 0, size[0], size[1]))
    path = folder / name
    image.convert(mode).save(path, **options)
    return path


def make(path: Path, **changes: object) -> PictureFigure:
    given = {"alt": "A hand on a table.", "evidence": "data", "credit": "Ayu Lestari"}
    return picture(path, **{**given, **changes})


def shown(figure: PictureFigure) -> Image.Image:
    image = Image.open(io.BytesIO(figure.data))
    image.load()
    return image


def is_near(pixel: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 12 for one, other in zip(pixel, wanted, strict=True))


def exif(**values: object) -> Image.Exif:
    data = Image.Exif()
    data[0x010F] = "Camera of Dr Sari"
    data[0x8825] = {1: "S", 2: (6.0, 10.0, 30.0)}  # where it was taken
    if "orientation" in values:
        data[0x0112] = values["orientation"]
    return data


# ------------------------------------------------------------------ pixels


def test_a_photo_stands_upright_and_tells_neither_place_nor_camera(tmp_path: Path) -> None:
    path = file(tmp_path, exif=exif(orientation=6), comment=b"Mr A")
    figure = make(path)
    image = shown(figure)
    assert image.size == (400, 600)
    assert is_near(image.getpixel((200, 10)), RED)
    assert is_near(image.getpixel((200, 590)), BLUE)
    assert not image.getexif()
    assert not {"exif", "comment", "icc_profile", "xmp"} & set(image.info)
    assert b"Camera" not in figure.data
    assert b"Mr A" not in figure.data


@pytest.mark.parametrize(
    ("size", "kept"), [((2880, 100), (1440, 50)), ((1440, 3000), (1440, 3000)), ((9, 9), (9, 9))]
)
def test_it_is_as_wide_as_a_sharp_screen_shows_and_no_wider(
    tmp_path: Path, size: tuple[int, int], kept: tuple[int, int]
) -> None:
    assert shown(make(file(tmp_path, size=size))).size == kept


@pytest.mark.parametrize(
    ("name", "mode", "media_type"),
    [
        ("a.jpg", "RGB", "image/jpeg"),
        ("a.jpg", "CMYK", "image/jpeg"),
        ("a.jpg", "L", "image/jpeg"),
        ("a.png", "RGB", "image/png"),
        ("a.png", "P", "image/png"),
        ("a.png", "1", "image/png"),
        ("a.png", "LA", "image/png"),
        ("a.webp", "RGB", "image/png"),
    ],
)
def test_every_common_file_becomes_a_png_or_a_jpeg(
    tmp_path: Path, name: str, mode: str, media_type: str
) -> None:
    figure = make(file(tmp_path, name, mode=mode))
    assert figure.media_type == media_type
    assert shown(figure).get_format_mimetype() == media_type


def test_a_photo_saved_as_png_is_kept_small(tmp_path: Path) -> None:
    noise = [Image.effect_noise((700, 500), 90) for _ in range(3)]
    path = tmp_path / "photo.png"
    Image.merge("RGB", noise).save(path)
    figure = make(path)
    assert figure.media_type == "image/jpeg"
    assert len(figure.data) < path.stat().st_size / 2


def test_ink_on_a_see_through_ground_is_put_on_paper(tmp_path: Path) -> None:
    drawing = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    ImageDraw.Draw(drawing).rectangle((50, 20, 90, 60), "black")
    drawing.save(tmp_path / "drawing.png")
    image = shown(make(tmp_path / "drawing.png")).convert("RGB")
    assert not image.has_transparency_data
    assert image.getpixel((5, 5)) == (0xFB, 0xF8, 0xF1)
    assert image.getpixel((60, 30)) == (0, 0, 0)


def test_the_same_file_gives_the_same_figure(tmp_path: Path) -> None:
    path = file(tmp_path, size=(2000, 800))
    assert make(path, evidence="synthetic") == make(path, evidence="synthetic")


# ------------------------------------------------------------------ marks


def test_a_photo_as_data_has_no_mark(tmp_path: Path) -> None:
    path = file(tmp_path, "a.png")
    change = ImageChops.difference(shown(make(path)).convert("RGB"), Image.open(path))
    assert change.getbbox() is None


@pytest.mark.parametrize("lang", ["en", "id"])
@pytest.mark.parametrize(
    ("evidence", "ink"), [("schematic", "ink-muted"), ("synthetic", "caution")]
)
def test_a_drawing_and_a_made_up_picture_wear_a_frame_and_a_word_in_it(
    tmp_path: Path, evidence: str, ink: str, lang: str
) -> None:
    path = file(tmp_path, "a.png", size=(700, 400))
    image = shown(make(path, evidence=evidence, lang=lang)).convert("RGB")
    edge = [image.getpixel((x, image.height - 1)) for x in range(image.width)]
    drawn = edge.count(hex_colour(ink)) / len(edge)
    assert drawn == 1 if evidence == "synthetic" else 0.4 < drawn < 0.7
    word = image.crop((8, 6, 350, 44))
    assert hex_colour(ink) in {value for _, value in word.getcolors(10_000) or []}


def hex_colour(name: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour(name).removeprefix("#")))


def test_the_mark_hides_nothing_of_a_drawing(tmp_path: Path) -> None:
    path = file(tmp_path, "a.png", size=(600, 400))
    image = shown(make(path, evidence="schematic")).convert("RGB")
    colours = {value: count for count, value in image.getcolors(100_000) or []}
    assert colours[RED] + colours[BLUE] == 600 * 400


def test_no_cut_out_of_a_made_up_picture_is_without_a_watermark(tmp_path: Path) -> None:
    path = file(tmp_path, "a.png", size=(700, 700))
    image = shown(make(path, evidence="synthetic")).convert("RGB")
    for top in range(50, 500, 50):
        part = image.crop((200, top, 500, top + 200))
        assert {value for _, value in part.getcolors(100_000) or []} - {RED, BLUE}


@pytest.mark.parametrize("width", [24, 120, 350, 1440, 3000])
def test_the_mark_fits_every_width_and_its_letters_stay_12_px_high_on_a_phone(
    tmp_path: Path, width: int
) -> None:
    path = file(tmp_path, "a.png", size=(width, 200))
    image = shown(make(path, evidence="synthetic"))
    assert image.width <= 1440
    wide = min(width, 1440)
    assert image.height >= min(200, 200 * wide / width * 0.98) + 24 * max(1, wide / 350) - 1


# ------------------------------------------------------------------ what it says


def test_it_displays_itself_with_the_bundle_of_a_figure(tmp_path: Path) -> None:
    figure = make(
        file(tmp_path),
        description="A longer text.",
        shows_person=True,
        consent="written consent, 2026",
        sources=["@bi2001"],
        note="Taken in a gym.",
        caption="A hand.",
    )
    data, metadata = figure._repr_mimebundle_()
    assert set(data) == {"image/jpeg", "text/html", "text/plain", FIGURE_BUNDLE}
    assert metadata == {"image/jpeg": {"alt": "A hand on a table."}}
    bundle = data[FIGURE_BUNDLE]
    assert bundle["made_by"].pop("versions")
    assert bundle == {
        "schema": 1,
        "is_picture": True,
        "alt": "A hand on a table.",
        "description": "A longer text.",
        "caption": "A hand.",
        "lang": "en",
        "evidence": {"class": "data", "sources": ["bi2001"], "note": "Taken in a gym."},
        "credit": "Ayu Lestari",
        "consent": "written consent, 2026",
        "made_by": {
            "function": "galley_figures.picture",
            "parameters": {"path": "hand.jpg", "evidence": "data"},
        },
    }


def test_the_notebook_shows_it_with_alt_credit_and_consent(tmp_path: Path) -> None:
    figure = make(file(tmp_path), shows_person=True, consent="written consent, 2026")
    html = figure._repr_mimebundle_()[0]["text/html"]
    assert '<img alt="A hand on a table." src="data:image/jpeg;base64,' in html
    assert (
        "<strong>Seen or measured, not made up.</strong> "
        "Photo: Ayu Lestari. Shown with consent (written consent, 2026)."
    ) in html


@pytest.mark.parametrize(
    ("said", "told"),
    [
        (("A. Lestari", "", "data", "en"), ("Photo: A. Lestari.",)),
        (("A. Lestari", "", "schematic", "en"), ("Picture: A. Lestari.",)),
        (("Drawing: A. Lestari", "", "data", "en"), ("Drawing: A. Lestari.",)),
        (("A. Lestari", "", "data", "id"), ("Foto: A. Lestari.",)),
        (("A. Lestari", "", None, "fr"), ("Photo: A. Lestari.",)),
        (("", "yes", "data", "en"), ("Shown with consent.",)),
        (("", "ya", "data", "id"), ("Ditampilkan dengan persetujuan.",)),
        (("", "written, 2026.", "data", "en"), ("Shown with consent (written, 2026).",)),
        (("", "", "data", "en"), ()),
    ],
)
def test_credit_and_consent_are_said_in_words(
    said: tuple[str, str, str, str], told: tuple[str, ...]
) -> None:
    credit, consent, kind, lang = said
    assert credit_sentences(credit=credit, consent=consent, evidence_kind=kind, lang=lang) == told


# ------------------------------------------------------------------ what is refused


def refused(path: Path, **changes: object) -> str:
    with pytest.raises(FigureError) as caught:
        make(path, **changes)
    return str(caught.value)


def test_a_person_is_not_shown_without_consent(tmp_path: Path) -> None:
    path = file(tmp_path)
    assert refused(path, shows_person=True) == (
        "hand.jpg: a picture that shows a person needs their consent\n"
        'Fix: consent="written consent, 2026"'
    )
    assert make(path, shows_person=True, consent="written consent, 2026").consent


def test_a_picture_without_words_or_origin_is_refused(tmp_path: Path) -> None:
    path = file(tmp_path)
    assert refused(path, alt=" ") == (
        "hand.jpg: alt is empty, so a screen reader has nothing to say\n"
        'Fix: alt="A hand on a table, and its image in a mirror beside it."'
    )
    assert refused(path, credit="") == (
        "hand.jpg: nothing says where the picture comes from\n"
        'Fix: credit="who made it", or the work it is from: sources=["key"]'
    )
    assert make(path, credit="", evidence="schematic").credit == ""


def test_an_unknown_evidence_class_is_refused_with_the_legal_ones(tmp_path: Path) -> None:
    assert refused(file(tmp_path), evidence="photo") == (
        "evidence must be one of data, model, schematic, synthetic, not 'photo'"
    )


def test_a_file_that_is_not_there_is_guessed(tmp_path: Path) -> None:
    file(tmp_path, "hand.jpg")
    missing = tmp_path / "Hand.jpg"
    assert refused(missing) == (
        f"{missing.as_posix()}: there is no such file beside the notebook\n"
        "Fix: Did you mean 'hand.jpg'?"
    )
    elsewhere = tmp_path / "nowhere" / "a.png"
    assert refused(elsewhere).endswith("put it there, or correct its name (capitals count)")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'/>",
            "x.png: an SVG file has no pixels to show here",
        ),
        (b"not a picture", "x.png: not a PNG, JPEG or WebP file"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "x.png: not a PNG, JPEG or WebP file"),
    ],
)
def test_a_file_that_is_no_picture_says_what_to_do(
    tmp_path: Path, data: bytes, message: str
) -> None:
    path = tmp_path / "x.png"
    path.write_bytes(data)
    said = refused(path)
    assert said.startswith(message)
    assert "\nFix: " in said


def test_a_file_cut_short_is_refused(tmp_path: Path) -> None:
    path = file(tmp_path)
    path.write_bytes(path.read_bytes()[:1500])
    assert refused(path) == (
        "hand.jpg: the file is damaged or cut short\n"
        "Fix: open it in an image program and save it anew"
    )


def test_a_picture_too_large_to_open_safely_is_refused(tmp_path: Path) -> None:
    Image.new("1", (10_000, 9_000)).save(tmp_path / "scan.png")
    assert refused(tmp_path / "scan.png") == (
        "scan.png: too many pixels to be opened safely\n"
        "Fix: make it smaller in an image program; 1440 pixels in width are enough"
    )
