"""Licences by the name that authors know them by, and where their text is."""

from __future__ import annotations

import re

_CREATIVE_COMMONS = re.compile(
    r"(?:cc|creative commons)[ -]"
    r"(?P<terms>by(?:[ -](?:nc[ -]sa|nc[ -]nd|nc|sa|nd))?)"
    r"[ -]?(?P<version>[1-4]\.0)?",
    re.IGNORECASE,
)
_ZERO = re.compile(r"cc[ -]?0(?: 1\.0)?", re.IGNORECASE)
_WEB_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_NEWEST = "4.0"


def licence_address(name: str) -> str:
    """Return where a licence can be read; empty for words that name none we know."""
    text = name.strip()
    if _WEB_ADDRESS.fullmatch(text):
        return text
    if _ZERO.fullmatch(text):
        return "https://creativecommons.org/publicdomain/zero/1.0/"
    found = _CREATIVE_COMMONS.fullmatch(text)
    if not found:
        return ""
    terms = found["terms"].lower().replace(" ", "-")
    return f"https://creativecommons.org/licenses/{terms}/{found['version'] or _NEWEST}/"
