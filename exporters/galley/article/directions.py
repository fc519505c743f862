"""Signs that turn the direction of text, of which some only serve to deceive.

An override shows letters in another order than they are written: a file's name ends otherwise
than it seems to, a comment is code ("Trojan Source"). Arabic and Hebrew need none of them; names
in other letters are set apart by isolates, which stay where each that begins also ends.
"""

from __future__ import annotations

import re

_FORCING = re.compile("[\u202a-\u202e]")
_ISOLATING = re.compile("[\u2066-\u2069]")
_EITHER = re.compile("[\u202a-\u202e\u2066-\u2069]")
_PARAGRAPH = re.compile(r"(\n[ \t]*\n)")
_END = "\u2069"


def plain_directions(text: str) -> str:
    """Return a text that is read in the order in which it is written."""
    if not _EITHER.search(text):
        return text
    return "".join(_balanced(_FORCING.sub("", part)) for part in _PARAGRAPH.split(text))


def without_directions(text: str) -> str:
    """Return code, of which every sign stands where it is read."""
    return _EITHER.sub("", text) if _EITHER.search(text) else text


def without_overrides(html: str) -> str:
    """Return HTML without overrides; what an isolate begins ends with its paragraph."""
    return _FORCING.sub("", html) if _FORCING.search(html) else html


def _balanced(part: str) -> str:
    depth = 0
    for sign in _ISOLATING.findall(part):
        depth += -1 if sign == _END else 1
        if depth < 0:
            break
    return _ISOLATING.sub("", part) if depth else part
