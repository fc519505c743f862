"""What DataCite and doi.org are asked about a DOI that Crossref does not have."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from urllib.parse import quote

from galley.online.records import WorkRecord

DATACITE = "DataCite"
DOI_ORG = "doi.org"
_KEPT = ("doi", "titles", "publicationYear")
_IS_REGISTERED = frozenset({1, 200})  # 200: registered, and leads nowhere yet
_IS_UNKNOWN = 100


def datacite_url(base: str, doi: str) -> str:
    """Return where DataCite is asked for one work."""
    return f"{base}/dois/{quote(doi, safe='/')}"


def keep_datacite(answer: Any) -> Any:  # noqa: ANN401 - JSON
    """Keep what is looked at of DataCite's answer."""
    attributes = answer["data"]["attributes"]
    return {name: attributes[name] for name in _KEPT if name in attributes}


def parse_datacite(kept: Mapping[str, Any]) -> WorkRecord:
    """Read what was kept of a work."""
    titles = [each.get("title") for each in kept.get("titles") or () if isinstance(each, Mapping)]
    year = str(kept.get("publicationYear"))
    return WorkRecord(
        service=DATACITE,
        doi=str(kept.get("doi", "")).lower(),
        titles=tuple(title for title in titles if isinstance(title, str)),
        years=(int(year),) if year.isdigit() else (),
    )


def handle_url(base: str, doi: str) -> str:
    """Return where doi.org is asked whether a DOI is registered, by whomever."""
    return f"{base}/api/handles/{quote(doi, safe='/')}"


def keep_handle(answer: Any) -> Any:  # noqa: ANN401 - JSON
    """Keep whether the DOI is registered; other codes are faults of the service."""
    code = answer["responseCode"]
    if code not in {*_IS_REGISTERED, _IS_UNKNOWN}:
        raise ValueError(code)
    return code in _IS_REGISTERED
