"""A few words of a sentence, around the one that was found."""

from __future__ import annotations

_LONGEST = 92
_BEFORE = 30


def quote(text: str, at: int = 0) -> str:
    """Return the text between quotation marks, shortened around a place in it."""
    flat = " ".join(text.split())
    if len(flat) <= _LONGEST:
        return f"“{flat}”"
    # White space that was taken out hardly moves the place.
    begin = 0 if at < _LONGEST - _BEFORE else _word_start(flat, at - _BEFORE)
    end = _word_end(flat, begin + _LONGEST)
    before, after = ("… " if begin else ""), (" …" if end < len(flat) else "")
    return f"“{before}{flat[begin:end].strip()}{after}”"


def _word_start(text: str, at: int) -> int:
    return text.rfind(" ", 0, at) + 1


def _word_end(text: str, at: int) -> int:
    if at >= len(text):
        return len(text)
    space = text.rfind(" ", 0, at)
    return space if space > 0 else at
