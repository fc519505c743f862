"""Whole works by their numbers: a DOI at Crossref or DataCite, a PubMed number at its library."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urlencode

from galley.article.bibliography_notice import NoticeKind
from galley.online import crossref, registries
from galley.online.client import OnlineClient
from galley.online.records import WorkRecord
from galley.online.transport import NoAnswerError

PUBMED = "PubMed"
Item = dict[str, Any]
"""A work as CSL-JSON."""

_TYPES = {
    "journal-article": "article-journal",
    "posted-content": "article",
    "proceedings-article": "paper-conference",
    "book-chapter": "chapter",
    "book-section": "chapter",
    "book-part": "chapter",
    "reference-entry": "entry",
    "dissertation": "thesis",
    "dataset": "dataset",
    "report": "report",
    "book": "book",
    "edited-book": "book",
    "monograph": "book",
    "reference-book": "book",
    "proceedings": "book",
}
_DATACITE_TYPES = {
    "Dataset": "dataset",
    "Software": "software",
    "JournalArticle": "article-journal",
    "Preprint": "article",
    "Report": "report",
    "Dissertation": "thesis",
    "Book": "book",
    "BookChapter": "chapter",
    "ConferencePaper": "paper-conference",
}
# Whatever else a service says is not for a list of references.
_KEPT = frozenset({
    "type", "title", "subtitle", "container-title", "author", "editor", "issued",
    "published-print", "published-online", "page", "article-number", "volume", "issue",
    "publisher", "publisher-place", "DOI", "PMID", "PMCID", "ISBN", "URL", "group-title",
    "update-to", "updated-by",
})  # fmt: skip
_DATACITE_KEPT = ("doi", "titles", "creators", "publicationYear", "publisher", "types", "url")
_SAME_NAME = ("volume", "issue", "publisher", "publisher-place", "DOI", "PMID", "PMCID")
_TAG = re.compile(r"</?(?P<name>[A-Za-z][\w:]*)[^>]*>")
_ALLOWED_TAGS = frozenset({"i", "b", "sub", "sup"})
_NOTICE_WORDS = {
    NoticeKind.RETRACTION: "Retracted publication",
    NoticeKind.CONCERN: "Expression of concern",
    NoticeKind.CORRECTION: "Corrected",
}
_ORDER = tuple(NoticeKind)


@dataclass(frozen=True)
class FoundWork:
    """A work as a service describes it.

    Attributes
    ----------
    item
        CSL-JSON; a notice on the work is among its keywords.
    record
        What the service says about notices; None where it says nothing of them.
    """

    service: str
    item: Item
    record: WorkRecord | None = None


def work_by_doi(client: OnlineClient, doi: str) -> FoundWork | None:
    """Look a DOI up at Crossref, then at DataCite; None where neither knows it.

    Raises
    ------
    NoAnswerError
        If a service does not answer.
    """
    services = client.services
    answer = client.ask(crossref.work_url(services.crossref, doi), _keep_crossref)
    if answer.is_found:
        return _of_crossref(answer.content)
    answer = client.ask(registries.datacite_url(services.datacite, doi), _keep_datacite)
    if answer.is_found:
        return FoundWork(registries.DATACITE, _item_of_datacite(answer.content))
    return None


def work_by_pmid(client: OnlineClient, pmid: str) -> FoundWork | None:
    """Look a PubMed number up; None where there is no such work.

    Raises
    ------
    NoAnswerError
        If the service does not answer.
    """
    query = urlencode({"format": "csl", "id": pmid})
    answer = client.ask(f"{client.services.pubmed}/?{query}", _keep_pubmed)
    if not answer.is_found or not answer.content:
        return None
    item = {**_plain_item(answer.content), "PMID": pmid}
    return _with_notices(FoundWork(PUBMED, item), client)


def _with_notices(found: FoundWork, client: OnlineClient) -> FoundWork:
    """Add what Crossref knows of notices; without its answer, the work is as PubMed has it."""
    doi = str(found.item.get("DOI", ""))
    try:
        other = work_by_doi(client, doi) if doi else None
    except NoAnswerError:
        return found
    if other is None or other.record is None:
        return found
    keyword = {name: other.item[name] for name in ("keyword",) if name in other.item}
    return FoundWork(PUBMED, {**found.item, **keyword}, other.record)


def _keep_crossref(answer: Any) -> Any:  # noqa: ANN401 - JSON
    message = answer["message"]
    if not isinstance(message["DOI"], str):
        raise TypeError("a work without DOI")
    return {name: value for name, value in message.items() if name in _KEPT}


def _keep_datacite(answer: Any) -> Any:  # noqa: ANN401 - JSON
    attributes = answer["data"]["attributes"]
    return {name: attributes[name] for name in _DATACITE_KEPT if name in attributes}


def _keep_pubmed(answer: Any) -> Any:  # noqa: ANN401 - JSON
    """Keep the work; an answer without a title says that there is none."""
    item = answer[0] if isinstance(answer, list) else answer
    kept = {name: value for name, value in item.items() if name in _KEPT}
    return kept if kept.get("title") else {}


def _of_crossref(kept: Mapping[str, Any]) -> FoundWork:
    record = crossref.parse_work(kept)
    item = _plain_item({**kept, "type": _TYPES.get(str(kept.get("type")), "document")})
    gravest = max(
        (notice.kind for notice in record.notices),
        key=lambda kind: -_ORDER.index(kind),
        default=None,
    )
    if gravest:
        item["keyword"] = _NOTICE_WORDS[gravest]
    return FoundWork(crossref.NAME, item, record)


def _plain_item(kept: Mapping[str, Any]) -> Item:
    """Return CSL-JSON in the forms that all programs read; Crossref writes lists of one."""
    item: Item = {
        "type": str(kept.get("type") or "document"),
        "title": _title(kept),
        "author": _people(kept.get("author")),
        "editor": _people(kept.get("editor")),
        "container-title": _markup(_first(kept.get("container-title"))),
        "issued": _issued(kept),
        "page": _first(kept.get("page")) or _first(kept.get("article-number")),
        "ISBN": _first(kept.get("ISBN")),
        **{name: _first(kept.get(name)) for name in _SAME_NAME},
    }
    if not item["DOI"]:
        item["URL"] = _first(kept.get("URL"))
    if item["type"] == "article" and not item["publisher"]:
        item["publisher"] = _first(kept.get("group-title"))
    return {name: value for name, value in item.items() if value}


def _title(kept: Mapping[str, Any]) -> str:
    title, subtitle = (_markup(_first(kept.get(name))) for name in ("title", "subtitle"))
    is_whole = not subtitle or subtitle.lower() in title.lower()
    return (title if is_whole else f"{title.rstrip('.: ')}: {subtitle}").rstrip(".")


def _markup(text: str) -> str:
    """Keep italics and raised letters, which CSL-JSON knows; services send other tags too."""

    def kept(match: re.Match[str]) -> str:
        name = match["name"].lower()
        return f"<{'/' * match[0].startswith('</')}{name}>" if name in _ALLOWED_TAGS else ""

    return " ".join(_TAG.sub(kept, unescape(text)).split())


def _people(value: object) -> list[dict[str, str]]:
    return [person for each in _objects(value) if (person := _person(each))]


def _person(value: Mapping[str, Any]) -> dict[str, str]:
    if isinstance(value.get("family"), str):
        parts = ("family", "given", "suffix", "non-dropping-particle", "dropping-particle")
        return {part: value[part] for part in parts if isinstance(value.get(part), str)}
    name = value.get("name") or value.get("literal")
    return {"literal": name} if isinstance(name, str) else {}


def _issued(kept: Mapping[str, Any]) -> Item:
    """Return the day of the printed volume, by which works are cited; else the first day."""
    for name in ("published-print", "issued", "published-online"):
        parts = kept[name].get("date-parts") if isinstance(kept.get(name), Mapping) else None
        first = parts[0] if isinstance(parts, list) and parts else None
        listed = first if isinstance(first, list) else []
        numbers = [int(part) for part in listed if str(part).isdigit()]
        if numbers:
            return {"date-parts": [numbers]}
    return {}


def _item_of_datacite(kept: Mapping[str, Any]) -> Item:
    titles = [each.get("title") for each in _objects(kept.get("titles"))]
    types, publisher = kept.get("types"), kept.get("publisher")
    general = types.get("resourceTypeGeneral") if isinstance(types, Mapping) else ""
    year = str(kept.get("publicationYear"))
    item: Item = {
        "type": _DATACITE_TYPES.get(str(general), "document"),
        "title": _markup(_first(titles)),
        "author": [
            person for each in _objects(kept.get("creators")) if (person := _datacite_person(each))
        ],
        "issued": {"date-parts": [[int(year)]]} if year.isdigit() else {},
        "publisher": _first(publisher.get("name") if isinstance(publisher, Mapping) else publisher),
        "DOI": _first(kept.get("doi")),
    }
    return {name: value for name, value in item.items() if value}


def _datacite_person(value: Mapping[str, Any]) -> dict[str, str]:
    if isinstance(value.get("familyName"), str):
        return {"family": value["familyName"], "given": _first(value.get("givenName"))}
    name = _first(value.get("name"))
    family, comma, given = name.partition(", ")
    return {"family": family, "given": given} if comma else {"literal": name} if name else {}


def _first(value: object) -> str:
    """Return a text, a number as text, or the first text of a list."""
    if isinstance(value, Sequence) and not isinstance(value, str):
        value = value[0] if value else ""
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def _objects(value: object) -> list[Mapping[str, Any]]:
    return [each for each in value if isinstance(each, Mapping)] if isinstance(value, list) else []
