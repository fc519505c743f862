"""Drawings as pictures: in a theme's colours, kept in the store, and done without where need be."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from galley.blobs import Blobs
from galley.exporting.bundle import drawing
from galley.exporting.bundle.drawing import Drawings
from galley.look import GALLEYS_LOOK
from galley.site.memo import Memo

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20" width="40" height="20">'
    '<rect width="20" height="20" fill="var(--fig-ink, #1a1a1a)"/></svg>'
)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_drawing_has_the_colours_of_a_theme_and_twice_its_pixels(theme: str) -> None:
    colours = GALLEYS_LOOK.variables(theme)  # type: ignore[arg-type]
    png = Drawings().png(SVG, colours)

    assert png is not None
    picture = Image.open(io.BytesIO(png)).convert("RGB")
    assert picture.size == (80, 40)
    hexes = [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in _at(picture, 10, 70)]
    assert hexes == [colours["--fig-ink"], colours["--fig-paper"]]


def _at(picture: Image.Image, *columns: int) -> list[tuple[int, int, int]]:
    return [picture.getpixel((column, 20)) for column in columns]  # type: ignore[misc]


def test_a_drawing_is_drawn_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    colours = GALLEYS_LOOK.variables("dark")
    first = Drawings(Memo(tmp_path / "drawn"), Blobs(tmp_path / "blobs")).png(SVG, colours)
    monkeypatch.setattr(drawing, "_drawn", lambda *_: pytest.fail("drawn again"))

    again = Drawings(Memo(tmp_path / "drawn"), Blobs(tmp_path / "blobs")).png(SVG, colours)
    assert again == first


def test_without_typst_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "find_spec", lambda _name: None)
    assert Drawings().png(SVG, GALLEYS_LOOK.variables("dark")) is None


def test_what_is_no_drawing_is_no_picture() -> None:
    assert Drawings().png("<svg", GALLEYS_LOOK.variables("light")) is None
