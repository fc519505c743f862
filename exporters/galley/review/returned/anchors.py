"""Bookmarks by which a Word file remembers which cell each of its paragraphs came from.

Word shows no bookmarks, and keeps them when text around them is changed. A name may have 40
letters, digits and underscores, so it holds a digest of the cell's id and not the id.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping

_PREFIX = "galley_"
_DIGITS = 20
_ANCHOR = re.compile(rf"({_PREFIX}[0-9a-f]{{{_DIGITS}}})(?:_\d{{1,4}})?")

ARTICLE, LANGUAGE, EDITION, SENT = (
    "galley-article",
    "galley-language",
    "galley-edition",
    "galley-sent",
)
"""Properties of a Word file: which article it is, and by which name its copy is kept."""


def anchor_of(cell: str) -> str:
    """Return the bookmark of a cell."""
    return _PREFIX + hashlib.sha256(cell.encode()).hexdigest()[:_DIGITS]


def second_anchor_of(cell: str, number: int) -> str:
    """Return a bookmark for another place that shows something of a cell."""
    return f"{anchor_of(cell)}_{number}"


def first_anchor(name: str) -> str:
    """Return a cell's own bookmark for any of its bookmarks; empty for one that is not ours."""
    found = _ANCHOR.fullmatch(name)
    return found[1] if found else ""


def cells_by_anchor(cells: Iterable[str]) -> Mapping[str, str]:
    """Return bookmark → cell."""
    return {anchor_of(cell): cell for cell in cells}
