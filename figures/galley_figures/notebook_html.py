"""A figure as HTML for the notebook itself: a picture with its text alternative, and its words.

JupyterLab sets no ``alt`` on an image output, whether SVG or PNG, and shows no SVG of a notebook
that is not trusted. HTML it shows in both cases; its sanitizer keeps the picture, its ``alt`` and
all that is used here. The picture is a PNG, since an SVG inside ``<img>`` cannot use the house
font. Its paper comes with it, so it reads in a light and in a dark theme; the words beside it take
the theme's own colours.
"""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Final

from PIL import Image

from galley_figures.locale.notebook import WORDS

if TYPE_CHECKING:
    from galley_figures.explanatory import EvidenceClass  # whose figures use this module

WIDTH_PX: Final = 720
"""The widest that a picture is shown."""

PIXELS_PER_PX: Final = 2


def notebook_html(
    *,
    alt: str,
    caption: str | None,
    evidence_kind: EvidenceClass,
    note: str,
    png: bytes,
    lang: str,
) -> str:
    """Return a figure for the output of a cell.

    Parameters
    ----------
    alt
        The text alternative; set on the picture, and shown below it, so that the author sees what
        a screen reader says.
    note
        What stands behind the evidence class in words, as on the page.
    png
        The picture at two pixels per px; a JPEG is as good.
    lang
        The figure's language; one without words of its own gets the English ones.
    """
    lines = "".join(_lines(alt, caption, evidence_kind, note, lang))
    return (
        f'<figure lang="{escape(lang)}" style="margin: 0">'
        f"{_picture(png, alt)}<figcaption>{lines}</figcaption></figure>"
    )


def _picture(data: bytes, alt: str) -> str:
    with Image.open(io.BytesIO(data)) as picture:
        width = min(WIDTH_PX, round(picture.width / PIXELS_PER_PX))
        height = round(picture.height * width / picture.width)
        media_type = picture.get_format_mimetype()
    source = f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}"
    return f'<img alt="{escape(alt)}" src="{source}" width="{width}" height="{height}">'


def _lines(
    alt: str, caption: str | None, evidence_kind: EvidenceClass, note: str, lang: str
) -> Iterator[str]:
    words = WORDS["id" if lang == "id" else "en"]
    if caption:
        yield f"<p>{escape(caption)}</p>"
    evidence = f"<strong>{escape(words.evidence[evidence_kind])}.</strong> {escape(note)}"
    yield f"<p><small>{evidence.strip()}</small></p>"
    yield f"<p><small>{escape(words.text_alternative)}: <em>{escape(alt)}</em></small></p>"
