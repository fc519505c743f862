"""Opening an author's picture file, and saying in words why it cannot be opened."""

from __future__ import annotations

import io
import warnings
from pathlib import Path
from typing import Final

from PIL import Image, UnidentifiedImageError

from galley_figures.errors import FigureError, nearest

_FORMATS: Final = ("PNG", "JPEG", "WEBP")
_DAMAGED: Final = (OSError, SyntaxError, ValueError, EOFError, IndexError, TypeError)
"""What Pillow raises for files that are cut short or wrong inside."""


def read_picture(path: Path) -> Image.Image:
    """Return the picture in a file, all its pixels read.

    Raises
    ------
    FigureError
        If there is no such file, or none that can be shown.
    """
    data = _read(path)
    if b"<svg" in data[:4096]:
        raise FigureError(
            f"{path.name}: an SVG file has no pixels to show here",
            f"show it in a Markdown cell, :::{{figure}} {path.as_posix()}, with the same options; "
            "or save it as PNG, 1440 pixels wide",
        )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(io.BytesIO(data), formats=_FORMATS)
            picture.load()
    except UnidentifiedImageError as error:
        raise FigureError(
            f"{path.name}: not a PNG, JPEG or WebP file",
            "open it in an image program and save it as PNG (drawings) or JPEG (photos)",
        ) from error
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise FigureError(
            f"{path.name}: too many pixels to be opened safely",
            "make it smaller in an image program; 1440 pixels in width are enough",
        ) from error
    except _DAMAGED as error:
        raise FigureError(
            f"{path.name}: the file is damaged or cut short",
            "open it in an image program and save it anew",
        ) from error
    return picture


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise FigureError(
            f"{path.as_posix()}: there is no such file beside the notebook", _guess(path)
        ) from error


def _guess(path: Path) -> str:
    beside = path.parent.iterdir() if path.parent.is_dir() else ()
    guess = nearest(path.name, sorted(other.name for other in beside))
    return guess or "put it there, or correct its name (capitals count)"
