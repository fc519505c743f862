"""What differs between two versions of a file, in cells and words: enough to choose one."""

from __future__ import annotations

import difflib
import re
from collections import Counter
from dataclasses import dataclass

from galley.article.notebook import decode_notebook, parse_notebook
from galley.findings import ContentError

_WORD = re.compile(r"\w+(?:[-'’]\w+)*")
_PARAGRAPH = re.compile(r"\n[ \t]*\n+")


@dataclass(frozen=True)
class Difference:
    """How a later version differs from an earlier one.

    Attributes
    ----------
    is_notebook
        Whether cells were counted; of other files it is paragraphs.
    is_same
        Whether not a byte differs.
    """

    added: int = 0
    removed: int = 0
    changed: int = 0
    words_added: int = 0
    words_removed: int = 0
    is_notebook: bool = True
    is_same: bool = False


def compare_versions(file: str, before: bytes, after: bytes) -> Difference:
    """Compare two versions of a file; `file` is its name, which says whether it is a notebook."""
    if before == after:
        return Difference(is_same=True)
    is_notebook = file.lower().endswith(".ipynb")
    old, new = _pieces(file, before, is_notebook), _pieces(file, after, is_notebook)
    if old is None or new is None:
        # One of them is no notebook any more, which is why an author wants the other.
        is_notebook = False
        old, new = _paragraphs(before), _paragraphs(after)
    added, removed, changed = _count(old, new)
    gone, come = _words(old), _words(new)
    return Difference(
        added,
        removed,
        changed,
        (come - gone).total(),
        (gone - come).total(),
        is_notebook=is_notebook,
    )


def _pieces(file: str, data: bytes, is_notebook: bool) -> list[str] | None:  # noqa: FBT001
    if not is_notebook:
        return _paragraphs(data)
    try:
        cells = parse_notebook(decode_notebook(data, file), file).cells
    except ContentError:
        return None
    return [cell.source for cell in cells if cell.source.strip()]


def _paragraphs(data: bytes) -> list[str]:
    text = data.decode("utf-8", "replace").replace("\r\n", "\n")
    return [piece for piece in _PARAGRAPH.split(text) if piece.strip()]


def _count(old: list[str], new: list[str]) -> tuple[int, int, int]:
    """Return how many pieces were added, removed and changed."""
    added = removed = changed = 0
    matcher = difflib.SequenceMatcher(a=old, b=new, autojunk=False)
    for tag, first, last, start, end in matcher.get_opcodes():
        if tag != "equal":
            both = min(last - first, end - start)
            changed += both
            removed += last - first - both
            added += end - start - both
    return added, removed, changed


def _words(pieces: list[str]) -> Counter[str]:
    return Counter(word for piece in pieces for word in _WORD.findall(piece))
