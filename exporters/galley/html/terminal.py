"""Text as a terminal shows it, with its colours as classes."""

from __future__ import annotations

from nbconvert.filters.ansi import ansi2html


def terminal_html(text: str) -> str:
    """Return text with ANSI colour codes as HTML; the colours become ``ansi-…`` classes."""
    html: str = ansi2html(text)
    return html
