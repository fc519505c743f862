"""Films, sounds and pages of other hosts: no page shows them inside itself, it links to them."""

from __future__ import annotations

import re

_YOUTUBE = re.compile(r"(?:https?:)?//(?:www\.)?youtube(?:-nocookie)?\.com/embed/([\w-]+).*")
_HOST = re.compile(r"^(?:https?:)?//(?:www\.)?([^/?#]*).*")
_FILE = re.compile(r"^.*/")


def film_address(address: str) -> str:
    """Return the address at which readers watch what another page shows inside itself."""
    address = _YOUTUBE.sub(r"https://www.youtube.com/watch?v=\1", address.strip())
    return f"https:{address}" if address.startswith("//") else address


def embed_words(address: str) -> str:
    """Return the words of a link where the author gave none: the host, or the file's name."""
    host = _HOST.match(address)
    return host[1] if host else _FILE.sub("", address.partition("?")[0])


def embed_link(address: str, words: str = "") -> str:
    """Return Markdown for a link to a film, a sound or a page; empty where none can be written."""
    address = film_address(address)
    if not address or re.search(r"[<>\n]", address):
        return ""
    words = re.sub(r"[\[\]]", "", words) or embed_words(address)
    return f"[{words}](<{address}>)"
