"""Outputs that are neither figures nor prose: tables and other HTML, plain text."""

from __future__ import annotations

import re

from markupsafe import escape

from galley.article.model import Output
from galley.html.own_html import OwnHtml
from galley.html.safety import clean_html
from galley.html.surroundings import Surroundings
from galley.html.terminal import terminal_html

_TAG = re.compile(r"<[^>]*>")


def render_output(output: Output, surroundings: Surroundings, own: OwnHtml | None = None) -> str:
    """Return an output as HTML that is safe on the page.

    What has no readable form is shown as its plain text.

    Parameters
    ----------
    own
        Lets HTML through, where its author is trusted; all other is cleaned.
    """
    html = output.data.get("text/html")
    if html and own:
        return own.let_through(
            str(html), image=lambda src: surroundings.image(src, ""), link=surroundings.link
        )
    if html:
        cleaned = clean_html(str(html))
        if _shows_something(cleaned):
            return cleaned
    text = output.data.get("text/plain")
    return f"<pre>{terminal_html(str(text))}</pre>" if text else str(escape(""))


def _shows_something(html: str) -> bool:
    """Tell whether there is more than empty boxes, which a script would have filled."""
    return "<img" in html or bool(_TAG.sub("", html).strip())
