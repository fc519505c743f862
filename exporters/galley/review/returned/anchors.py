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
_ANCHOR = re.compile(rf"{_PREFIX}[0-9a-f]{{{_DIGITS}}}")

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


def is_anchor(name: str) -> bool:
    """Tell whether a bookmark is one of ours."""
    return _ANCHOR.fullmatch(name) is not None


def cells_by_anchor(cells: Iterable[str]) -> Mapping[str, str]:
    """Return bookmark → cell."""
    return {anchor_of(cell): cell for cell in cells}
