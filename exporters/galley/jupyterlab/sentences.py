"""What Galley refuses, in whole sentences as they stand in a dialog."""

from __future__ import annotations

from galley.findings import ContentError, GalleyError


def in_sentences(error: GalleyError) -> str:
    """Return what is wrong and what to do about it, as it stands in a dialog."""
    if isinstance(error, ContentError):
        told = [(each.message, each.fix) for each in error.findings[:1]]
    else:
        told = [(getattr(error, "message", str(error)), getattr(error, "fix", ""))]
    return " ".join(sentence(text) for pair in told for text in pair if text)


def sentence(text: str) -> str:
    """Return a text with a capital and a full stop."""
    whole = text[:1].upper() + text[1:]
    return whole if whole.endswith((".", "?", "!")) else f"{whole}."
