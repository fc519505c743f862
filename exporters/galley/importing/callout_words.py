"""Words by which authors mark a box in the text: ``Note:``, a style called ``Peringatan``."""

from __future__ import annotations

import re

_WORDS = {
    "note": "note notes catatan info information informasi nb remark remarks disclaimer callout",
    "tip": "tip tips hint saran petunjuk",
    "important": "important penting remember ingat key",
    "warning": "warning peringatan perhatian attention danger bahaya awas alert",
    "caution": "caution hati-hati waspada",
    "seealso": "seealso",
}
_NAMES = {word: name for name, words in _WORDS.items() for word in words.split()}
_USUAL = {"note", "tip", "important", "warning", "caution", "catatan", "peringatan", "penting"}
_LEAD = re.compile(r"([^\W\d][\w-]*(?: [\w-]+){0,2})\s*[:：.!]?")
# Names by which programs and themes call a style or a class that frames a text.
_STYLE = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_FRAMES = frozenset(["admonition", "callout", "alert", "notice", "infobox"])
_ENOUGH = frozenset(["note", "tip", "hint", "important", "warning", "caution", "danger", "catatan",
                     "peringatan", "penting", "callout", "perhatian", "saran"])  # fmt: skip


def callout_of_lead(lead: str) -> tuple[str, str] | None:
    """Return name and title of the callout that a lead such as ``Note:`` begins, or None.

    The title is empty where it is what the callout is called anyway.
    """
    match = _LEAD.fullmatch(lead.strip())
    if match is None:
        return None
    words = match[1].strip()
    name = _NAMES.get(words.lower()) or _NAMES.get(words.lower().replace(" ", "-"))
    return (name, "" if words.lower() in _USUAL else words) if name else None


def callout_of_style(style: str) -> str:
    """Return the callout that a paragraph style or class names; empty where it names none."""
    words = [word.lower() for word in _STYLE.findall(style)]
    named = next((_NAMES[word] for word in words if word in _ENOUGH), "")
    return named or ("note" if _FRAMES & set(words) else "")
