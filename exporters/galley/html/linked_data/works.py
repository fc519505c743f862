"""Cited works as linked data, from the CSL JSON that pandoc gives."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from galley.html.linked_data.nodes import Node, thing

_TYPES = {
    "article-journal": "ScholarlyArticle",
    "article-magazine": "Article",
    "article-newspaper": "NewsArticle",
    "book": "Book",
    "chapter": "Chapter",
    "dataset": "Dataset",
    "paper-conference": "ScholarlyArticle",
    "post-weblog": "BlogPosting",
    "report": "Report",
    "software": "SoftwareSourceCode",
    "thesis": "Thesis",
    "webpage": "WebPage",
}
_TAGS = re.compile(r"</?(?:i|b|sub|sup|span)\b[^>]*>")


@dataclass(frozen=True)
class CitedWork:
    """A work that an article cites.

    Attributes
    ----------
    kind
        Its type in CSL: ``article-journal``, ``book`` …
    year
        Empty where it is not known.
    """

    title: str
    kind: str = ""
    doi: str = ""
    url: str = ""
    year: str = ""

    def as_data(self) -> Node:
        """Return the work as linked data."""
        address = f"https://doi.org/{self.doi}" if self.doi else self.url
        return thing(
            _TYPES.get(self.kind, "CreativeWork"),
            name=self.title,
            datePublished=self.year,
            url=address,
        )


def cited_works(csl_json: str) -> tuple[CitedWork, ...]:
    """Return the works of a list in CSL JSON; those without a title are nothing to name."""
    listed: list[Mapping[str, Any]] = json.loads(csl_json or "[]")
    works = (
        CitedWork(
            title=_TAGS.sub("", str(work.get("title", ""))).strip(),
            kind=str(work.get("type", "")),
            doi=str(work.get("DOI", "")),
            url=str(work.get("URL", "")),
            year=_year(work),
        )
        for work in listed
    )
    return tuple(work for work in works if work.title)


def _year(work: Mapping[str, Any]) -> str:
    parts = (work.get("issued") or {}).get("date-parts") or [[]]
    return str(parts[0][0]) if parts[0] else ""
