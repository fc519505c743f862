"""A figure as HTML for the notebook: the picture with its text alternative, and its words."""

import base64
import io
import tomllib
from importlib.resources import files

import pytest
from PIL import Image, ImageChops

from galley_figures import plasticity_window, recovery_matrix
from galley_figures.explanatory import DataTable
from galley_figures.locale.notebook import WORDS
from galley_figures.notebook_html import notebook_html
from galley_figures.style.png import small_png


def png(size: tuple[int, int] = (1440, 400), kind: str = "PNG") -> bytes:
    stream = io.BytesIO()
    Image.new("RGB", size, "#fbf8f1").save(stream, kind)
    return stream.getvalue()


def html(**changes: object) -> str:
    given = {
        "alt": "A curve that falls.",
        "caption": "The curve falls.",
        "evidence_kind": "schematic",
        "note": "Drawn by hand.",
        "png": png(),
        "lang": "en",
    }
    return notebook_html(**{**given, **changes})


def image_tag(text: str) -> str:
    return text[text.index("<img") : text.index("<figcaption>")]


def test_the_picture_has_its_text_alternative() -> None:
    assert 'alt="A curve that falls."' in image_tag(html())


def test_the_author_reads_what_a_screen_reader_says() -> None:
    assert "Text alternative: <em>A curve that falls.</em>" in html()
    assert "Teks pengganti gambar: <em>A curve that falls.</em>" in html(lang="id")


def test_caption_and_evidence_stand_below_in_words() -> None:
    text = html()
    assert "<p>The curve falls.</p>" in text
    assert "<strong>Drawing, not measured data.</strong> Drawn by hand." in text


def test_a_figure_without_caption_and_note_has_no_empty_lines() -> None:
    text = html(caption=None, note="")
    assert "<p></p>" not in text
    assert "<strong>Drawing, not measured data.</strong> </small>" in text


def test_sources_description_and_numbers_are_there_for_the_author() -> None:
    table = DataTable(("day", "gain (points)"), ((7, 2.5), ("<later>", None)))
    text = html(sources=("bi2001", "hebb1949"), description="A long form.", table=table)
    assert "Sources: <code>@bi2001</code>, <code>@hebb1949</code>" in text
    assert (
        "<details><summary><small>Data and description</small></summary><p>A long form.</p>"
        '<table><thead><tr><th scope="col">day</th><th scope="col">gain (points)</th></tr></thead>'
        "<tbody><tr><td>7</td><td>2.5</td></tr><tr><td>&lt;later&gt;</td><td></td></tr></tbody>"
        "</table></details>"
    ) in text
    assert "Data dan keterangan" in html(lang="id", description="Panjang.")


def test_a_figure_without_sources_and_numbers_has_nothing_to_open() -> None:
    assert "<details" not in html()
    assert "Sources" not in html()


def test_it_says_its_language_and_speaks_english_where_it_has_no_words() -> None:
    assert html(lang="id").startswith('<figure lang="id"')
    assert html(lang="jv").startswith('<figure lang="jv"')
    assert "Text alternative" in html(lang="jv")


@pytest.mark.parametrize(
    ("size", "shown"),
    [((1440, 400), (720, 200)), ((2880, 400), (720, 100)), ((400, 300), (200, 150))],
)
def test_a_picture_is_shown_at_two_pixels_per_px_and_never_wider_than_the_column(
    size: tuple[int, int], shown: tuple[int, int]
) -> None:
    assert f'width="{shown[0]}" height="{shown[1]}"' in image_tag(html(png=png(size)))


@pytest.mark.parametrize(("kind", "media_type"), [("PNG", "image/png"), ("JPEG", "image/jpeg")])
def test_the_picture_travels_inside(kind: str, media_type: str) -> None:
    data = png(kind=kind)
    source = f"data:{media_type};base64,{base64.b64encode(data).decode()}"
    assert f'src="{source}"' in html(png=data)


def test_words_are_text_and_never_markup() -> None:
    text = html(alt='<b>"one"</b>', caption="a < b", note="<script>")
    assert 'alt="&lt;b&gt;&quot;one&quot;&lt;/b&gt;"' in text
    assert "a &lt; b" in text
    assert "<script>" not in text


@pytest.mark.parametrize("lang", ["en", "id"])
def test_evidence_is_said_in_the_words_of_the_page(lang: str) -> None:
    table = files("galley.html").joinpath("locale", f"{lang}.toml").read_text("utf-8")
    page = tomllib.loads(table)
    assert {kind: page[f"evidence_{kind}"] for kind in WORDS[lang].evidence} == dict(
        WORDS[lang].evidence
    )
    assert WORDS[lang].details == page["figure_details"]
    assert WORDS[lang].sources == page["figure_sources"]
    own = WORDS[lang].picture_evidence
    assert {kind: page[f"picture_{kind}"] for kind in own} == dict(own)


def test_every_figure_shows_its_own_words_in_the_notebook() -> None:
    figure = recovery_matrix(lang="id")
    data, _ = figure._repr_mimebundle_()
    assert data["text/html"] == notebook_html(
        alt=figure.alt,
        caption=figure.caption,
        evidence_kind="schematic",
        note=figure.evidence.note,
        png=figure.png,
        lang="id",
        sources=figure.evidence.sources,
        description=figure.description,
        table=figure.data,
    )


def test_a_drawing_is_kept_with_a_palette_that_nobody_can_tell_from_it() -> None:
    figure = plasticity_window()
    with Image.open(io.BytesIO(figure.png)) as picture:
        assert picture.mode == "P"
        assert round(picture.info["dpi"][0]) == 144
        assert picture.convert("RGB").getpixel((5, 5)) == (0xFB, 0xF8, 0xF1)
    assert len(figure.png) < 60_000


def test_a_picture_of_many_colours_keeps_them() -> None:
    photo = Image.merge("RGB", [Image.effect_noise((90, 90), 90) for _ in range(3)])
    with Image.open(io.BytesIO(small_png(photo, dpi=144))) as kept:
        assert kept.mode == "RGB"
        assert ImageChops.difference(kept, photo).getbbox() is None


def test_the_same_picture_gives_the_same_bytes() -> None:
    shades = Image.linear_gradient("L").convert("RGB")
    assert small_png(shades, dpi=144) == small_png(shades.copy(), dpi=144)
