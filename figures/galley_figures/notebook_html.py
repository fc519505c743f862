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
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Final

from PIL import Image

from galley_figures.locale.notebook import Words, words_for

if TYPE_CHECKING:
    from galley_figures.explanatory import DataTable, EvidenceClass  # whose figures use this module

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
    credit_lines: Sequence[str] = (),
    is_picture: bool = False,
    sources: Sequence[str] = (),
    description: str = "",
    table: DataTable | None = None,
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
    credit_lines
        Sentences on who made it and who agreed to be shown; see `galley_figures.credits`.
    is_picture
        Whether it is a photo or a drawn picture, and not a figure drawn from data.
    sources
        Citation keys, shown as an author writes them, ``@bi2001``.
    description, table
        The long form and the numbers, in an element that opens.
    """
    words = words_for(lang)
    evidence = words.evidence_of(evidence_kind, is_picture=is_picture)
    behind = " ".join(escape(text) for text in (*credit_lines, note) if text)
    lines = (
        f"<p>{escape(caption)}</p>" if caption else "",
        f"<p><small><strong>{escape(evidence)}.</strong> {behind}</small></p>",
        _sources(sources, words),
        f"<p><small>{escape(words.text_alternative)}: <em>{escape(alt)}</em></small></p>",
        _details(description, table, words),
    )
    return (
        f'<figure lang="{escape(lang)}" style="margin: 0">'
        f"{_picture(png, alt)}<figcaption>{''.join(lines)}</figcaption></figure>"
    )


def _sources(keys: Sequence[str], words: Words) -> str:
    if not keys:
        return ""
    listed = ", ".join(f"<code>@{escape(key)}</code>" for key in keys)
    return f"<p><small>{escape(words.sources)}: {listed}</small></p>"


def _details(description: str, table: DataTable | None, words: Words) -> str:
    if not description and table is None:
        return ""
    text = f"<p>{escape(description)}</p>" if description else ""
    return (
        f"<details><summary><small>{escape(words.details)}</small></summary>"
        f"{text}{_table(table) if table else ''}</details>"
    )


def _table(table: DataTable) -> str:
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in table.columns)
    rows = "".join(
        f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>" for row in table.rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _cell(value: object) -> str:
    return "" if value is None else escape(f"{value:g}" if isinstance(value, float) else str(value))


def _picture(data: bytes, alt: str) -> str:
    with Image.open(io.BytesIO(data)) as picture:
        width = min(WIDTH_PX, round(picture.width / PIXELS_PER_PX))
        height = round(picture.height * width / picture.width)
        media_type = picture.get_format_mimetype()
    source = f"data:{media_type};base64,{base64.b64encode(data).decode('ascii')}"
    return f'<img alt="{escape(alt)}" src="{source}" width="{width}" height="{height}">'
