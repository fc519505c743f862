"""Groups and arguments in TeX, found by counting braces."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from galley.article.markdown.macros import braced

_SIGN = re.compile(r"\\begin\b|\\end\b|\\left\b|\\right\b|\\\\|\\[^A-Za-z]|[{}&]", re.DOTALL)
_OPENING = frozenset({"{", r"\begin", r"\left"})
_CLOSING = frozenset({"}", r"\end", r"\right"})
_CELL_ENDS = frozenset({"&", r"\\"})
_MOST = 200
"""Replacements of one command in one formula; no formula that people read needs more."""


def group_bounds(tex: str, position: int) -> tuple[int, int]:
    """Return where the group, or the table cell, around `position` begins and ends."""
    starts = [0]
    for match in _SIGN.finditer(tex):
        sign = match[0]
        if match.start() >= position:
            return starts[-1], _end(tex, match.start())
        if sign in _OPENING:
            starts.append(_after(tex, match))
        elif sign in _CLOSING and len(starts) > 1:
            starts.pop()
        elif sign in _CELL_ENDS:
            starts[-1] = match.end()
    return starts[-1], len(tex)


def _after(tex: str, match: re.Match[str]) -> int:
    r"""Return where the content begins: behind ``\begin{name}`` and ``\left(``."""
    if match[0] == r"\begin":
        end = braced(tex, match.end()) if tex[match.end() : match.end() + 1] == "{" else None
        return end or match.end()
    if match[0] == r"\left":
        delimiter = re.compile(r"\s*(?:\\[A-Za-z]+|\\.|.)", re.DOTALL).match(tex, match.end())
        return delimiter.end() if delimiter else match.end()
    return match.end()


def _end(tex: str, position: int) -> int:
    depth = 0
    for match in _SIGN.finditer(tex, position):
        if depth == 0 and (match[0] in _CLOSING or match[0] in _CELL_ENDS):
            return match.start()
        depth += (match[0] in _OPENING) - (match[0] in _CLOSING)
    return len(tex)


def replace_command(tex: str, name: str, replacement: Callable[[str], str]) -> str:
    r"""Replace ``\name{argument}`` everywhere in a formula."""
    pattern = re.compile(rf"\\{name}\s*(?=\{{)")
    for _ in range(_MOST):
        match = pattern.search(tex)
        end = braced(tex, match.end()) if match else None
        if match is None or end is None:
            break
        tex = tex[: match.start()] + replacement(tex[match.end() + 1 : end - 1]) + tex[end:]
    return tex


def replace_call(
    tex: str, name: str, most: int, written: Callable[[str, Sequence[str]], str]
) -> str:
    r"""Replace ``\name[option]{first}{second}`` everywhere in a formula.

    Parameters
    ----------
    most
        How many groups the command takes at most; with none at all it may take one sign instead.
    written
        Option and groups → TeX.
    """
    pattern = re.compile(rf"\\{name}(?![A-Za-z])\*?\s*(?:\[([^\]]*)\])?")
    position = 0
    for _ in range(_MOST):
        match = pattern.search(tex, position)
        if match is None:
            break
        groups, end = _groups(tex, match.end(), most)
        if most and not groups:
            position = match.end()
            continue
        tex = tex[: match.start()] + written(match[1] or "", groups) + tex[end:]
        position = match.start()
    return tex


def _groups(tex: str, position: int, most: int) -> tuple[list[str], int]:
    groups: list[str] = []
    while len(groups) < most:
        start = position
        while tex[start : start + 1].isspace():
            start += 1
        end = braced(tex, start) if tex[start : start + 1] == "{" else None
        if end is None:
            break
        groups.append(tex[start + 1 : end - 1])
        position = end
    return groups, position
