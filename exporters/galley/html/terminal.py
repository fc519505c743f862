"""Text as a terminal shows it, with its colours as classes."""

from __future__ import annotations

import re
from collections.abc import Sequence

# Links, window titles and moves of the cursor: all that is no colour (`ESC [ … m`).
_NO_COLOUR = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?|\x1b\[[0-?]*[ -/]*[@-ln-~]|\x1b(?![\[\]])[^\n]?"
)
_MIXED = re.compile(r'<span(?: class="(?P<classes>[^"]*)")? style="(?P<style>[^"]*)">')
_COLOUR = re.compile(r"(?<![\w-])color: rgb\((\d+,\d+,\d+)\)")
_SHADES = {
    "red": (200, 0, 0),
    "green": (0, 160, 0),
    "yellow": (170, 140, 0),
    "blue": (0, 80, 210),
    "magenta": (170, 0, 170),
    "cyan": (0, 150, 170),
}
_GREY = 40
_ERASED = re.compile(r"[^\n\x08]\x08")


def terminal_html(text: str) -> str:
    """Return text with ANSI colour codes as HTML; the colours become ``ansi-…`` classes.

    What else a terminal would obey is left out, and what was erased again is not shown.
    """
    # Late: nbconvert takes a while to load, and few articles show what a terminal would.
    from nbconvert.filters.ansi import ansi2html

    html: str = ansi2html(_ERASED.sub("", _NO_COLOUR.sub("", text)))
    return _MIXED.sub(_near_class, html)


def _near_class(span: re.Match[str]) -> str:
    """Return a span whose own mixture is one of the colours that both themes have.

    No page allows a style of its own; a coloured ground is left out with it.
    """
    colour = _COLOUR.search(span["style"])
    names = (span["classes"] or "").split()
    if colour:
        names += _nearest([int(part) for part in colour[1].split(",")])
    return f'<span class="{" ".join(names)}">' if names else "<span>"


def _nearest(shade: Sequence[int]) -> list[str]:
    """Return the class of a colour; grey is the colour of the text."""
    if max(shade) - min(shade) < _GREY:
        return []
    return [f"ansi-{min(_SHADES, key=lambda name: _distance(_SHADES[name], shade))}-fg"]


def _distance(one: Sequence[int], other: Sequence[int]) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))
