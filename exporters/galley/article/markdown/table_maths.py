r"""Upright bars inside the maths of a pipe table, which would end the table's cell.

JupyterLab takes formulas out before it reads the table, so ``| $P(A|B)$ |`` is one cell there. Who
knows of it writes ``\|``, which is also TeX's double bar: a pair of those is taken for a norm.
"""

from __future__ import annotations

import re

_DELIMITER_ROW = re.compile(r"[ >]*\|?[ ]*:?-+:?[ ]*(?:\|[ ]*:?-+:?[ ]*)*\|?[ ]*")
_FENCE = re.compile(r"[ >]*(?:```|~~~)")
_FORMULA = re.compile(r"(?<![\\\w$])(\$\$?)(?=\S)((?:\\.|[^$\\\n])+?)(?<=\S)\1(?!\d)")
_ESCAPED_BAR = re.compile(r"\\\|")
_BAR = re.compile(r"\\?\|")


def protect_bars(source: str) -> str:
    """Return a cell in which a bar inside a table's formula ends no table cell."""
    if "$" not in source or "|" not in source:
        return source
    lines = source.split("\n")
    is_fenced = is_table = False
    for index, line in enumerate(lines):
        is_fenced ^= bool(_FENCE.match(line))
        is_delimiter = "|" in line and _DELIMITER_ROW.fullmatch(line) is not None
        is_table = not is_fenced and bool(line.strip()) and (is_table or is_delimiter)
        if is_delimiter and is_table and index:
            lines[index - 1] = _protected(lines[index - 1])
        elif is_table:
            lines[index] = _protected(line)
    return "\n".join(lines)


def _protected(line: str) -> str:
    return _FORMULA.sub(_with_safe_bars, line)


def _with_safe_bars(match: re.Match[str]) -> str:
    tex = match[2]
    if len(_ESCAPED_BAR.findall(tex)) % 2:
        # One alone is no norm: the author has seen to the table already.
        tex = _ESCAPED_BAR.sub("|", tex)
    return match[1] + _BAR.sub(lambda bar: rf"\{bar[0]}", tex) + match[1]
