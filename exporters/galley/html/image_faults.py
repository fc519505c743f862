"""What can be wrong with a picture, in the author's words."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

from PIL import Image, UnidentifiedImageError

from galley.findings import ContentError, Finding, Place, Severity


class TooLongError(Exception):
    """An animation has more pixels than a build may hold in memory."""


@contextmanager
def decoder_warnings() -> Iterator[None]:
    """Let a picture that unpacks to gigabytes be an error, and every other doubt be silent.

    The filters are the whole program's: where pictures are worked on side by side, this belongs
    around all of them.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        yield


@contextmanager
def author_words(name: str, where: Place, *, most_pixels_wide: int) -> Iterator[None]:
    """Turn what a decoder complains of into one finding.

    Raises
    ------
    ContentError
        ``image-broken``, ``image-unknown-format`` or ``image-too-large``.
    """
    try:
        yield
    except UnidentifiedImageError as error:
        raise ContentError(_unknown(name, where)) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning, TooLongError) as error:
        raise ContentError(_too_large(name, where, most_pixels_wide)) from error
    except (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError) as error:
        raise ContentError(broken(name, where)) from error


def broken(name: str, where: Place, detail: str = "") -> Finding:
    """Say that a picture is damaged; `detail` where more is known than that."""
    return Finding(
        "image-broken",
        Severity.ERROR,
        where,
        f"the picture '{name}' is damaged" + (f": {detail}" if detail else " or cut short"),
        "Open it in an image program, save it anew, and put the new file in its place.",
    )


def _unknown(name: str, where: Place) -> Finding:
    return Finding(
        "image-unknown-format",
        Severity.ERROR,
        where,
        f"'{name}' is not a picture that browsers show, or it is damaged from its first byte",
        "Save it as PNG (drawings, screenshots), JPEG (photographs) or SVG.",
    )


def _too_large(name: str, where: Place, most_pixels_wide: int) -> Finding:
    return Finding(
        "image-too-large",
        Severity.ERROR,
        where,
        f"the picture '{name}' has too many pixels to be opened safely",
        f"Make it smaller in an image program; pages show at most {most_pixels_wide} pixels "
        "in width.",
    )
