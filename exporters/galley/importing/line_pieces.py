"""The parts of a line, joined so that none is read otherwise because of its neighbour."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True)
class Piece:
    """A part of a line; what lies between marks can be moved out of them."""

    text: str
    mark: str = ""
    is_words: bool = False


def joined(pieces: list[Piece]) -> str:
    """Join the parts of a line, so that no mark is read otherwise because of its neighbour."""
    pieces = [piece for piece in pieces if piece.text]
    out = ""
    for index, piece in enumerate(pieces):
        following = pieces[index + 1].text[:1] if index + 1 < len(pieces) else ""
        text = _between_marks(piece, out[-1:], following) if piece.mark else piece.text
        if text.startswith("$") and (out[-1:] + following[:1]).strip("$").isdigit():
            # Beside a digit the sign would be a price's.
            text = f"{{math}}`{text.strip('$')}`"
        out = _mended_end(out, text, piece) + text
    return out


def _between_marks(piece: Piece, before: str, after: str) -> str:
    """Put marks around words; a sign at their edge beside a letter goes outside them."""
    inner, left, right = piece.text, "", ""
    while inner and _is_letter(after) and _is_sign(inner[-1]) and not inner.endswith(_ENDS):
        inner, right = inner[:-1], inner[-1] + right
        after = right[:1] if not _is_sign(right[:1]) else after
    while inner and _is_letter(before) and _is_sign(inner[0]) and inner[0] not in _STARTS:
        inner, left = inner[1:], left + inner[0]
    words = inner.strip()
    return f"{left}{piece.mark}{words}{piece.mark}{right}" if words else f"{left}{inner}{right}"


_ENDS = (")", "`", "*", "$", "~", ">", "}")
_STARTS = frozenset("[`*$~<\\!{")


def _mended_end(out: str, text: str, piece: Piece) -> str:
    if not out or not text:
        return out
    if out.endswith("!") and text.startswith("["):
        return f"{out[:-1]}\\!"
    if out.endswith("]") and text[0] in "[({" and not out.endswith("\\]"):
        return f"{out[:-1]}\\]" if not _is_made(out) else out
    if piece.mark and out.endswith(piece.mark[0]) and not out.endswith(f"\\{piece.mark[0]}"):
        # Two runs of marks in a row would be read as one.
        return f"{out}<!-- -->"
    return out


def _is_made(out: str) -> bool:
    """Tell whether a closing bracket at the end is one of ours: of a footnote."""
    return bool(re.search(r"\[\^[\w-]+\]$", out))


def _is_letter(character: str) -> bool:
    return bool(character) and (character.isalnum() or unicodedata.category(character)[0] == "M")


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def tidy(lines: list[str]) -> str:
    """Leave out breaks before the first word and behind the last."""
    while lines and lines[-1] in _BREAKS:
        lines.pop()
    while lines and lines[0] in _BREAKS:
        lines.pop(0)
    if lines and re.search(r"(?<!\\)(?:\\\\)*\\$", lines[-1]):
        lines[-1] = lines[-1][:-1].rstrip()
    return "\n".join(line or "\\" for line in lines)


_BREAKS = ("", "\\")


def balanced(words: str) -> str:
    """Return words for square brackets; where theirs do not pair, they become their entities."""
    depth = 0
    for character in re.sub(r"\\.", "", words):
        depth += {"[": 1, "]": -1}.get(character, 0)
        if depth < 0:
            break
    if depth == 0:
        return words
    return re.sub(r"(?<!\\)\[", "&#91;", re.sub(r"(?<!\\)\]", "&#93;", words))
