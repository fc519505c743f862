"""Outputs that are neither figures nor prose: tables and other HTML, plain text."""

from __future__ import annotations

import re

from markupsafe import escape

from galley.article.model import Output
from galley.html.safety import clean_html
from galley.html.surroundings import Surroundings
from galley.html.terminal import terminal_html

_TAG = re.compile(r"<[^>]*>")


def render_output(output: Output, _surroundings: Surroundings) -> str:
    """Return an output as HTML that is safe on the page.

    HTML of an output is always cleaned: a page holds no script and no style of its own, whoever
    wrote it. What has no readable form is shown as its plain text.
    """
    html = output.data.get("text/html")
    if html:
        cleaned = clean_html(str(html))
        if _shows_something(cleaned):
            return cleaned
    text = output.data.get("text/plain")
    return f"<pre>{terminal_html(str(text))}</pre>" if text else str(escape(""))


def _shows_something(html: str) -> bool:
    """Tell whether there is more than empty boxes, which a script would have filled."""
    return "<img" in html or bool(_TAG.sub("", html).strip())
