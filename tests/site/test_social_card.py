"""The picture that stands for a page elsewhere: its size, its weight, and that it is whole."""

from __future__ import annotations

import io
import random
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from galley.config_colours import Colours
from galley.look import Look
from galley.site.card_keeping import CardKeeper, in_look
from galley.site.files import MemoryBlobs
from galley.site.memo import Memo
from galley.site.social_card import HEIGHT, MOST_BYTES, WIDTH, CardFace, draw_card
from galley_figures.style.palette import css_variables

RED = "#a1322a"
PAPER = css_variables("light")["--fig-paper"]
LONG = "Apakah saya sudah terlambat untuk pulih setelah stroke? Yang diketahui tentang pemulihan"


def drawing(width: int, height: int, colour: str = RED) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, format="PNG")
    return out.getvalue()


def noise() -> bytes:
    """Return a photo at its heaviest: every pixel by chance."""
    out = io.BytesIO()
    data = random.Random(1).randbytes(1440 * 810 * 3)
    Image.frombytes("RGB", (1440, 810), data).save(out, format="PNG", compress_level=0)
    return out.getvalue()


def opened(face: CardFace) -> Image.Image:
    return Image.open(io.BytesIO(draw_card(face))).convert("RGB")


def inked(card: Image.Image, box: tuple[int, int, int, int]) -> tuple[int, ...] | None:
    """Return where in a part of the card anything but paper is."""
    part = card.crop(box)
    paper = Image.new("RGB", part.size, PAPER)
    return ImageChops.difference(part, paper).convert("L").point(lambda v: 255 * (v > 24)).getbbox()


def found(card: Image.Image, colour: str) -> tuple[int, int, int, int]:
    """Return the box of all that has a colour."""
    away = ImageChops.difference(card, Image.new("RGB", card.size, colour)).convert("L")
    return away.point(lambda v: 255 * (v < 8)).getbbox() or (0, 0, 0, 0)


FACES = {
    "short": CardFace("Sleep", "Recovery", "Blog", drawing=drawing(1440, 800)),
    "long": CardFace(LONG, "Pemulihan", "Blog", drawing=drawing(1440, 800)),
    "endless": CardFace("Recovery " * 60, "R" * 300, "Blog " * 60, drawing=drawing(900, 1400)),
    "one word": CardFace("Elektroensefalografikuantitatif" * 3, "R", "Blog", drawing=drawing(9, 9)),
    "flat": CardFace("Does training help?", "Timing", "Blog", drawing=drawing(1440, 296)),
    "words": CardFace("What we do not know", "Mechanisms", "Blog", "A sentence. " * 30),
    "nothing": CardFace(""),
    "damaged": CardFace("Sleep", "Recovery", "Blog", drawing=b"\x89PNG no picture"),
}


@pytest.mark.parametrize("name", FACES)
def test_a_card_has_the_size_and_weight_that_messengers_take(name: str) -> None:
    data = draw_card(FACES[name])
    with Image.open(io.BytesIO(data)) as card:
        assert (card.format, card.size) == ("PNG", (WIDTH, HEIGHT)) == ("PNG", (1200, 630))
    assert len(data) < 100_000


def test_a_photo_stays_below_the_limit() -> None:
    assert len(draw_card(CardFace("Sleep", "Recovery", "Blog", drawing=noise()))) <= MOST_BYTES


@pytest.mark.parametrize("name", FACES)
def test_nothing_runs_over_the_edge(name: str) -> None:
    card = opened(FACES[name])
    edge = 48
    for box in (
        (0, 0, WIDTH, edge),
        (0, HEIGHT - 30, WIDTH, HEIGHT),
        (0, 0, edge, HEIGHT),
        (WIDTH - edge, 0, WIDTH, HEIGHT),
    ):
        assert inked(card, box) is None, (name, box)


@pytest.mark.parametrize("name", ["short", "long", "endless", "flat"])
def test_title_and_drawing_do_not_touch(name: str) -> None:
    """The whole drawing is there, with paper at its left and above."""
    card = opened(FACES[name])
    left, top, right, bottom = found(card, RED)
    with Image.open(io.BytesIO(FACES[name].drawing)) as figure:
        assert (right - left) / (bottom - top) == pytest.approx(figure.width / figure.height, 0.02)
    assert right == WIDTH - 64
    assert right - left > 200
    assert inked(card, (left - 20, top, left - 4, bottom)) is None
    assert inked(card, (left, top - 16, right, top - 4)) is None


def test_a_small_picture_is_not_blown_up() -> None:
    left, top, right, bottom = found(opened(FACES["one word"]), RED)
    assert (right - left, bottom - top) == (14, 14)


def test_a_drawing_that_can_be_seen_through_lies_on_paper() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (1440, 800), (0, 0, 0, 0)).save(out, format="PNG")
    card = opened(CardFace("Sleep", "", "Blog", drawing=out.getvalue()))
    assert inked(card, (700, 100, 1150, 500)) is None


def test_the_same_face_gives_the_same_bytes() -> None:
    first = draw_card(FACES["long"])
    draw_card.cache_clear()
    assert draw_card(FACES["long"]) == first


# ------------------------------------------------------------------ keeping


def test_a_card_is_drawn_once_and_again_only_for_another_face(tmp_path, monkeypatch) -> None:
    drawn: list[CardFace] = []
    monkeypatch.setattr(
        "galley.site.card_keeping.draw_card",
        lambda face: drawn.append(face) or b"card of " + face.title.encode(),
    )
    blobs = MemoryBlobs()
    keeper = CardKeeper(blobs, Memo(tmp_path), "program")
    first = keeper.card("id/sleep.html", CardFace("Sleep"))
    assert first.path == f"assets/cards/sleep-{first.digest[:8]}.png"
    assert keeper.card("id/sleep.html", CardFace("Sleep")) == first
    assert len(drawn) == 1
    assert keeper.card("id/sleep.html", CardFace("Sleep", drawing=b"x")) == first
    assert len(drawn) == 2
    CardKeeper(blobs, Memo(tmp_path), "newer program").card("id/sleep.html", CardFace("Sleep"))
    assert len(drawn) == 3


def test_a_card_that_vanished_is_drawn_again(tmp_path) -> None:
    keeper = CardKeeper(MemoryBlobs(), Memo(tmp_path), "program")
    card = keeper.card("sleep.html", CardFace("Sleep"))
    healed = CardKeeper(MemoryBlobs(), Memo(tmp_path), "program")
    assert healed.card("sleep.html", CardFace("Sleep")) == card
    assert healed.blobs.get(card.digest) == draw_card(CardFace("Sleep"))


def test_the_card_of_a_recalled_page_stays_and_that_of_a_lost_one_goes(tmp_path) -> None:
    blobs = MemoryBlobs()
    for page in ("sleep.html", "lost.html"):
        CardKeeper(blobs, Memo(tmp_path), "program").card(page, CardFace(page))
    memo = Memo(tmp_path)
    CardKeeper(blobs, memo, "program").still_used("sleep.html")
    memo.forget_unused()
    assert [path.name.rsplit("-", 1)[0] for path in tmp_path.iterdir()] == ["card-of-sleep-html"]


def test_a_site_that_sets_its_titles_without_serifs_has_cards_like_that() -> None:
    face = CardFace("Sleep", "Recovery", "Blog")
    own = in_look(face, Look(Colours(accent="#aa1155"), "sans"))
    assert (own.accent, own.is_sans) == ("#aa1155", True)
    assert found(opened(own), "#aa1155") != (0, 0, 0, 0)
    assert draw_card(replace(own, accent="")) != draw_card(face)
    assert in_look(face, Look(Colours(accent="#ffcc00", paper="#000000"))) == face
