r"""Words of a stranger's as they may be shown: no sign in them commands the terminal.

A file name, a title or an error may hold signs that colour, move or erase what a terminal shows,
that begin a line of their own (which a build server could take for an order), or that turn the
direction of what follows. Each is shown as the author of a program would write it: ``\x1b``.
"""

from __future__ import annotations

import re

_LINES = "\n\t"
_ODD = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_ODD_IN_LINE = re.compile(f"{_ODD.pattern[:-1]}{_LINES}]")


def plain_line(text: str) -> str:
    """Return one line without signs that do anything but being read."""
    return text if text.isprintable() else _ODD_IN_LINE.sub(_shown, text)


def plain_words(text: str) -> str:
    """Return the same of words that may have several lines."""
    return text if text.isprintable() else _ODD.sub(_shown, text)


def _shown(sign: re.Match[str]) -> str:
    code = ord(sign[0])
    if sign[0] in _LINES:
        return " "
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"  # noqa: PLR2004 - one byte
