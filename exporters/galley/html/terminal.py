"""Text as a terminal shows it, with its colours as classes."""

from __future__ import annotations

import re

# Links, window titles and moves of the cursor: all that is no colour (`ESC [ … m`).
_NO_COLOUR = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b\[[0-?]*[ -/]*[@-ln-~]|\x1b(?![\[\]])[^\n]?"
)
_ERASED = re.compile(r"[^\n\x08]\x08")


def terminal_html(text: str) -> str:
    """Return text with ANSI colour codes as HTML; the colours become ``ansi-…`` classes.

    What else a terminal would obey is left out, and what was erased again is not shown.
    """
    # Late: nbconvert takes a while to load, and few articles show what a terminal would.
    from nbconvert.filters.ansi import ansi2html

    html: str = ansi2html(_ERASED.sub("", _NO_COLOUR.sub("", text)))
    return html
