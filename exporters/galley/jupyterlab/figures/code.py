"""A cell's code as it stands, read and never run: its tree, and where each part of it is."""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass
from functools import cached_property, lru_cache

LONGEST_CELL = 100_000
"""Characters; a longer cell is data, not a call that somebody wrote."""

# What the notebook understands and Python does not, with as many characters as before.
_MAGIC_LINE = re.compile(r"^(\s*)[%!?](.*)$", re.MULTILINE)
_MAGIC_VALUE = re.compile(r"^(\s*[\w, ()]+=\s*)[%!](.*)$", re.MULTILINE)
_HELP_LINE = re.compile(r"^(\s*)[\w.]([\w.]*\?{1,2}\s*)$", re.MULTILINE)
_OTHER_LANGUAGE = re.compile(r"\s*%%(?!(?:capture|prun|time|timeit)\b)")
_LINE_END = re.compile(r"\r\n|\r|\n")


class UnreadableCodeError(ValueError):
    """The code is not Python; the message tells an author."""


@dataclass(frozen=True)
class Code:
    """Code that could be read.

    Attributes
    ----------
    text
        As it stands in the cell.
    """

    text: str
    tree: ast.Module

    def start_of(self, node: ast.expr | ast.keyword) -> int:
        """Return where a part begins, in characters."""
        return self._offset(node.lineno, node.col_offset)

    def end_of(self, node: ast.expr | ast.keyword) -> int:
        """Return where a part ends, in characters."""
        return self._offset(node.end_lineno or node.lineno, node.end_col_offset or 0)

    def of(self, node: ast.expr) -> str:
        """Return a part's own text."""
        return self.text[self.start_of(node) : self.end_of(node)]

    def _offset(self, line: int, column: int) -> int:
        start = self._lines[line - 1]
        # Python counts the bytes of a line, of which a character may have several.
        ahead = self.text[start : start + column].encode("utf-8", "surrogatepass")[:column]
        return start + len(ahead.decode("utf-8", "surrogatepass"))

    @cached_property
    def _lines(self) -> tuple[int, ...]:
        return (0, *(match.end() for match in _LINE_END.finditer(self.text)))


@lru_cache(maxsize=512)
def read_code(text: str) -> Code:
    """Read the code of a cell; nothing in it runs.

    Raises
    ------
    UnreadableCodeError
        If it is not Python, with the line at which it stops being so.
    """
    if len(text) > LONGEST_CELL:
        raise UnreadableCodeError("This cell is too long for a form. Change it in the cell itself.")
    if _OTHER_LANGUAGE.match(text):
        raise UnreadableCodeError("This cell is not written in Python.")
    try:
        return Code(text, _parsed(text))
    except SyntaxError:
        try:
            return Code(text, _parsed(_without_magics(text)))
        except SyntaxError as error:
            raise UnreadableCodeError(
                f"This cell cannot be read as Python: look at line {error.lineno or 1}."
            ) from None


def _parsed(text: str) -> ast.Module:
    try:
        with warnings.catch_warnings():
            # An unusual escape is its author's concern.
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (ValueError, RecursionError, MemoryError, OverflowError) as error:
        if isinstance(error, SyntaxError):
            raise
        raise UnreadableCodeError("This cell cannot be read as Python.") from None


def _without_magics(text: str) -> str:
    text = _MAGIC_LINE.sub(r"\1#\2", text)
    text = _HELP_LINE.sub(r"\1#\2", text)
    return _MAGIC_VALUE.sub(_as_value, text)


def _as_value(match: re.Match[str]) -> str:
    return f"{match[1]}0{'#' * bool(match[2])}{match[2][1:]}"


def readable(text: str) -> Code | None:
    """Return the code of a cell, or nothing where it cannot be read."""
    try:
        return read_code(text)
    except UnreadableCodeError:
        return None
