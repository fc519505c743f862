"""Drawings that carry their type: a book's reader has none of Galley's, and words would overlap."""

from __future__ import annotations

import base64
import re
from functools import cache
from html import unescape

from galley.html.fonts import FACES, face_file

_TEXT = re.compile(r"<text\b([^>]*)>(.*?)</text>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_BOLD = re.compile(r'font-weight="(?:[6-9]00|bold)"')
_FAMILY = "Source Sans Pro"


def with_faces(svg: bytes) -> bytes:
    """Return a drawing with the letters it uses inside; one without words as it is."""
    text = svg.decode()
    if _FAMILY not in text:
        return svg
    used: dict[str, set[str]] = {"sans": set(), "sans-semibold": set()}
    for attributes, inside in _TEXT.findall(text):
        is_bold = bool(_BOLD.search(attributes) or _BOLD.search(inside))
        letters = set(unescape(_TAG.sub("", inside)))
        used["sans"] |= letters
        if is_bold:
            used["sans-semibold"] |= letters
    rules = "".join(_rule(name, frozenset(letters)) for name, letters in used.items() if letters)
    if not rules:
        return svg
    return text.replace(">", f"><style>{rules}</style>", 1).encode()


@cache
def _rule(name: str, letters: frozenset[str]) -> str:
    from galley.html.face_cutting import cut_font

    face = next(face for face in FACES if face.name == name)
    data = cut_font(face_file(face), sorted(map(ord, letters)), face.features)
    source = base64.b64encode(data).decode()
    return (
        f"@font-face{{font-family:'{_FAMILY}';font-weight:{face.weights[0]};"
        f"src:url(data:font/woff2;base64,{source})}}"
    )
