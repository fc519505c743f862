"""Citations of pandoc's documents as those of Galley: ``[see @{77}, p. 5; @{78}]``."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

Words = Callable[[Sequence[dict[str, Any]]], str]

_PAGES = re.compile(r"\b(?:pages?)\s+(?=\d)", re.IGNORECASE)


def cluster_of(citations: Sequence[dict[str, Any]], words: Words) -> str:
    """Return citations that stand together; empty where one of them names no work."""
    if not citations or not all(each["citationId"].strip() for each in citations):
        return ""
    return f"[{'; '.join(_citation(each, words) for each in citations)}]"


def citation_id(text: str) -> str:
    """Return the name by which a document calls a work, as it can stand between braces."""
    return re.sub(r"[{}\s]", "_", text) or "work"


def _citation(citation: dict[str, Any], words: Words) -> str:
    prefix = _plain(words(citation["citationPrefix"]))
    suffix = _PAGES.sub(_page, _plain(words(citation["citationSuffix"])))
    minus = "-" if citation["citationMode"]["t"] == "SuppressAuthor" else ""
    lead = f"{prefix} " if prefix else ""
    joint = ", " if suffix and suffix[0].isalnum() else " " if suffix and suffix[0] != "," else ""
    return f"{lead}{minus}@{{{citation_id(citation['citationId'])}}}{joint}{suffix}"


def _page(match: re.Match[str]) -> str:
    return "pp. " if match[0].lower().startswith("pages") else "p. "


def _plain(text: str) -> str:
    """Leave away what would end the citation."""
    return " ".join(re.sub(r"[\[\];@]", " ", text).split())
