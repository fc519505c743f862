"""What Crossref is asked, and how it answers.

Fields as in its documentation of the works of its REST API; ``updated-by`` and ``update-to`` with
the data of Retraction Watch since January 2025.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote, urlencode

from galley.article.bibliography import BibliographyEntry, NoticeKind
from galley.online.records import OnlineNotice, WorkRecord

NAME = "Crossref"
_DATES = ("issued", "published", "published-print", "published-online")
_KEPT = ("DOI", "title", "subtitle", "original-title", "author", "update-to", "updated-by", *_DATES)
# What a search may be asked for; `published` repeats the others and is not on every list.
_SEARCHED = tuple(name for name in _KEPT if name not in {"published", "updated-by"})
_ROWS = 3
_PARTS_OF_DAY = 3

_KINDS = {
    "retraction": NoticeKind.RETRACTION,
    "withdrawal": NoticeKind.RETRACTION,
    "removal": NoticeKind.RETRACTION,
    "expression_of_concern": NoticeKind.CONCERN,
    "partial_retraction": NoticeKind.CONCERN,
}
# A later version is no flaw of the one that is cited.
_NO_NOTICE = frozenset({"new_version", "new_edition"})


def work_url(base: str, doi: str) -> str:
    """Return where Crossref is asked for one work."""
    return f"{base}/works/{quote(doi, safe='')}"


def search_url(base: str, entry: BibliographyEntry) -> str:
    """Return where Crossref is asked which works look like an entry without DOI."""
    words = " ".join(part for part in (entry.title, *entry.authors[:1], entry.year) if part)
    query = {"query.bibliographic": words, "rows": _ROWS, "select": ",".join(_SEARCHED)}
    return f"{base}/works?{urlencode(query)}"


def keep_work(answer: Any) -> Any:  # noqa: ANN401 - JSON
    """Keep what is looked at of the answer for one work."""
    return _kept(answer["message"])


def keep_search(answer: Any) -> Any:  # noqa: ANN401 - JSON
    """Keep what is looked at of the answer to a search."""
    return [_kept(item) for item in answer["message"]["items"]]


def parse_work(kept: Mapping[str, Any]) -> WorkRecord:
    """Read what was kept of a work; what has another form than documented counts as not said."""
    doi = _text(kept.get("DOI")).lower()
    updates = tuple(_updates(kept.get("update-to")))
    in_place = tuple(update for update in updates if update.doi == doi)
    return WorkRecord(
        service=NAME,
        doi=doi,
        titles=tuple(_titles(kept)),
        years=tuple(sorted({year for name in _DATES for year in _years(kept.get(name))})),
        first_author=_first_author(kept.get("author")),
        notices=(*_updates(kept.get("updated-by")), *in_place),
        notice_of=tuple(update for update in updates if update.doi != doi),
    )


def _kept(message: Mapping[str, Any]) -> dict[str, Any]:
    if not _text(message.get("DOI")):
        raise ValueError("a work without DOI")
    kept = {name: message[name] for name in _KEPT if name in message}
    if isinstance(kept.get("author"), list):
        kept["author"] = kept["author"][:1]
    return kept


def _titles(kept: Mapping[str, Any]) -> Iterator[str]:
    subtitles = _texts(kept.get("subtitle"))
    for title in _texts(kept.get("title")):
        yield title
        yield from (f"{title}: {subtitle}" for subtitle in subtitles)
    yield from _texts(kept.get("original-title"))


def _updates(value: object) -> Iterator[OnlineNotice]:
    for update in _objects(value):
        kind = _text(update.get("type")).lower().replace(" ", "_").replace("-", "_")
        if kind and kind not in _NO_NOTICE:
            yield OnlineNotice(
                kind=_KINDS.get(kind, NoticeKind.CORRECTION),
                label=_text(update.get("label")) or kind.replace("_", " "),
                doi=_text(update.get("DOI")).lower(),
                date=_day(update.get("updated")),
                source=_text(update.get("source")),
            )


def _day(value: object) -> str:
    """Return a whole day, as ``retractions.csv`` has it; a year alone is none."""
    parts = _date_parts(value)
    if len(parts) != _PARTS_OF_DAY:
        return ""
    year, month, day = parts
    return f"{year:04}-{month:02}-{day:02}"


def _years(value: object) -> tuple[int, ...]:
    return _date_parts(value)[:1]


def _date_parts(value: object) -> tuple[int, ...]:
    """Read ``{"date-parts": [[2019, 7, 26]]}``, in which Crossref writes null for no date."""
    parts = value.get("date-parts") if isinstance(value, Mapping) else None
    first = parts[0] if isinstance(parts, list) and parts else None
    numbers = tuple(first) if isinstance(first, list) else ()
    return numbers if all(isinstance(number, int) for number in numbers) else ()


def _first_author(value: object) -> str:
    first: Mapping[str, Any] = next(iter(_objects(value)), {})
    return _text(first.get("family")) or _text(first.get("name"))


def _objects(value: object) -> Iterable[Mapping[str, Any]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _texts(value: object) -> list[str]:
    return [item for item in value if isinstance(item, str)] if isinstance(value, list) else []


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
