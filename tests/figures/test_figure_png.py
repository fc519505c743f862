"""A drawing as a small PNG: few colours, and none that anybody could tell from its own."""

import io

import numpy as np
import pytest
from PIL import Image

from galley_figures.style.png import pixels_png

RNG = np.random.default_rng(7)


def opaque(colours: np.ndarray) -> np.ndarray:
    """Return pixels of some colours, shape (rows, columns, 3), with full opacity."""
    return np.dstack([colours, np.full(colours.shape[:2], 255)]).astype(np.uint8)


def reopened(pixels: np.ndarray) -> Image.Image:
    return Image.open(io.BytesIO(pixels_png(pixels, dpi=144)))


def changes(pixels: np.ndarray) -> np.ndarray:
    kept = np.asarray(reopened(pixels).convert("RGB")).astype(int)
    return np.abs(kept - pixels[..., :3])


def shades_between(one: tuple[int, ...], other: tuple[int, ...]) -> np.ndarray:
    """Return areas of two colours with many shades between them, as at the edges of letters."""
    steps = np.linspace(0, 1, 200)[:, np.newaxis]
    edge = np.array(one) * (1 - steps) + np.array(other) * steps
    areas = [np.tile(one, (400, 1)), edge, np.tile(other, (400, 1))]
    return opaque(np.tile(np.vstack(areas), (20, 1, 1)).round())


def test_areas_keep_their_colours_exactly_and_shades_change_by_8_of_255_at_most() -> None:
    pixels = shades_between((0xFB, 0xF8, 0xF1), (0x0B, 0x66, 0x63))
    found = changes(pixels)
    assert found[:, :400].max() == found[:, 600:].max() == 0
    assert 0 < found.max() <= 8
    assert reopened(pixels).mode == "P"


def test_a_colour_that_is_rare_and_unlike_all_others_stays_exactly_what_it_is() -> None:
    pixels = shades_between((255, 255, 255), (0, 0, 0))
    pixels[3, 5] = (200, 30, 40, 255)
    assert changes(pixels)[3, 5].max() == 0


@pytest.mark.parametrize(("count", "mode"), [(256, "P"), (257, "RGB")])
def test_a_picture_has_a_palette_as_long_as_256_colours_are_enough(count: int, mode: str) -> None:
    levels = np.arange(4, 256, 24)
    cube = np.stack(np.meshgrid(levels, levels, levels), axis=-1).reshape(-1, 3)
    pixels = opaque(cube[:count][np.newaxis])
    assert reopened(pixels).mode == mode
    assert changes(pixels).max() == 0


def test_a_picture_of_very_many_shades_keeps_them() -> None:
    pixels = opaque(RNG.integers(0, 256, (200, 200, 3)))
    assert reopened(pixels).mode == "RGB"
    assert changes(pixels).max() == 0


def test_the_resolution_is_written_down() -> None:
    assert round(reopened(shades_between((9, 9, 9), (0, 0, 0))).info["dpi"][0]) == 144
