"""What every form of the article holds."""

from __future__ import annotations

import io

from PIL import Image

TITLE = "How a garden is watered"
DESCRIPTION = (
    "Two ways of bringing water to a garden begin at different ends. This article says how they "
    "differ, and why it matters."
)
AUTHOR = "Rini Example"
HELD = {
    "headings": 3,
    "pictures": 2,
    "tables": 1,
    "lists": 2,
    "footnotes": 2,
    "links": 3,
    "formulas": 2,
    "callouts": 1,
}
"""What there is in the article, by the names under which importing counts it."""


NOT_WRITTEN = {
    "google-docs.html": frozenset({"formulas"}),
    "word.htm": frozenset({"formulas"}),
    "plain.txt": frozenset({"pictures", "tables", "footnotes", "formulas"}),
}
"""Form → what that program does not write, or only draws: in HTML, formulas are pictures."""


def png(colour: str = "green", size: tuple[int, int] = (24, 16)) -> bytes:
    """Return a small picture."""
    written = io.BytesIO()
    Image.new("RGB", size, colour).save(written, "PNG")
    return written.getvalue()
