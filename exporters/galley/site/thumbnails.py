"""Small drawings beside the entries of a list: a figure without its words."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from markupsafe import Markup
from slugify import slugify

from galley.article.model import Figure
from galley.html.inline_svg import UnusableDrawingError, follows_theme, inline_svg

# A list of heavy drawings would weigh more than the articles it leads to.
_MOST_BYTES = 40_000


def wordless(figure: Figure, path: str) -> Markup | None:
    """Return the drawing without text, with ids of its own, since a list holds many drawings."""
    svg = figure.drawings.get("image/svg+xml", "")
    try:
        prefix = f"thumb-{slugify(path)}-{slugify(figure.anchor)}"
        root = ET.fromstring(inline_svg(svg, prefix=prefix, alt=""))  # noqa: S314 - made by us
    except (UnusableDrawingError, ET.ParseError):
        return None
    for parent in list(root.iter()):
        for child in [child for child in parent if child.tag in {"text", "desc", "title"}]:
            parent.remove(child)
    if not follows_theme(svg):
        root.set("class", "on-paper")
    text = ET.tostring(root, encoding="unicode")
    return Markup(text) if len(text) <= _MOST_BYTES else None  # noqa: S704 - cleaned by inline_svg
