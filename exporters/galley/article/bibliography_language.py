"""The language of a cited work, however its file writes it."""

from __future__ import annotations

import re

_TAG = re.compile(r"([a-z]{2,3})([-_][a-z0-9]{2,8})*", re.IGNORECASE)
# Names that biblatex, Zotero and PubMed's three letters use.
_TAGS = {
    "american": "en",
    "bahasa": "id",
    "bahasai": "id",
    "british": "en",
    "chinese": "zh",
    "chi": "zh",
    "dutch": "nl",
    "eng": "en",
    "english": "en",
    "fre": "fr",
    "french": "fr",
    "ger": "de",
    "german": "de",
    "ind": "id",
    "indonesia": "id",
    "indonesian": "id",
    "italian": "it",
    "japanese": "ja",
    "jpn": "ja",
    "ngerman": "de",
    "portuguese": "pt",
    "russian": "ru",
    "spanish": "es",
    "spa": "es",
    "ukenglish": "en",
    "usenglish": "en",
}


def language_tag(text: str) -> str:
    """Return a language's tag for a page's ``lang``: ``en``, ``pt-br``; empty if it is unknown."""
    words = re.sub(r"bahasa\s+", "", text.strip().lower())
    if words in _TAGS:
        return _TAGS[words]
    return words.replace("_", "-") if _TAG.fullmatch(words) else ""
