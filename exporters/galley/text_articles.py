"""Which texts of a content folder are articles: those whose front matter says so."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from galley.article.notebook_bytes import decode_roughly

# What lies in folders of every project and is never an article.
_NEVER_TEXT = """
    agents authors changelog citation claude code_of_conduct codeofconduct contributing contributors
    copying history license licence notice readme security support todo
"""
_NEVER = frozenset(_NEVER_TEXT.split())
# What is longer says at its beginning what it is.
_MOST_BYTES = 1_000_000
_TITLE = re.compile(r"^[\"']?(?:title|kernelspec|jupytext|jupyter)[\"']?\s*:", re.MULTILINE)
_FRONT_MATTER = re.compile(
    r"\ufeff?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE
)
_FIELD = re.compile(r"^[A-Za-z_][\w-]*\s*:", re.MULTILINE)
_CODE_CELL = re.compile(r"^(?:```+|~~~+)\{code-cell\}", re.MULTILINE)
_CODE = re.compile(
    r"^(```+|~~~+)[ \t]*(?:\{[^\n]*\}[^\n]*|python[^\n]*)\n(.*?)^\1", re.DOTALL | re.MULTILINE
)


@dataclass(frozen=True)
class TextLook:
    """What a text is, as far as its beginning tells.

    Attributes
    ----------
    is_unclear
        Whether it looks like an article, and yet does not say that it is one.
    """

    is_article: bool = False
    is_unclear: bool = False


def look_at_text(path: Path) -> TextLook:
    """Tell whether a text file is an article.

    A ``.md`` is one where its front matter has a title, or names the kernel that runs it; a
    ``.qmd`` always is. READMEs and their like, and what begins with ``_``, never are.
    """
    stem = path.stem.lower().replace("-", "_")
    if stem in _NEVER or path.name.startswith("_") or not path.is_file():
        return TextLook()
    if path.suffix.lower() == ".qmd":
        return TextLook(is_article=True)
    try:
        with path.open("rb") as file:
            return look_at(decode_roughly(file.read(_MOST_BYTES)))
    except OSError:
        return TextLook()


def look_at(text: str) -> TextLook:
    """Tell the same of the text of a ``.md``."""
    text = text.replace("\r\n", "\n")
    front = _FRONT_MATTER.match(text)
    if front is None:
        return TextLook(is_unclear=_CODE_CELL.search(text) is not None)
    is_article = _TITLE.search(front[1]) is not None
    return TextLook(is_article, not is_article and _FIELD.search(front[1]) is not None)


def code_in(text: str) -> str:
    """Return what may be code in a text, found quickly and not exactly."""
    return "\0".join(match[2] for match in _CODE.finditer(text.replace("\r\n", "\n")))
