"""Citations that Zotero, Mendeley and EndNote keep as fields in Word, with their works."""

from __future__ import annotations

import base64
import binascii
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from galley.importing.ast_citations import citation_id
from galley.importing.ast_inlines import plain_text

_MENDELEY = b"MENDELEY_CITATION_v3_"
# Mendeley's newer program marks its citations otherwise than all the others.
_CONTROL = re.compile(
    rb"<w:sdt>(?:(?!</?w:sdt>).)*?<w:tag w:val=\"MENDELEY_CITATION_v3_(?P<data>[\w+/=-]+)\"\s*/>"
    rb"(?:(?!</?w:sdt>).)*?<w:sdtContent>(?P<words>(?:(?!</?w:sdt>).)*?)</w:sdtContent>\s*</w:sdt>",
    re.DOTALL,
)
_YEAR = re.compile(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?")
# What pandoc calls otherwise than CSL-JSON does.
_NAMES = {"pages": "page", "doi": "DOI", "url": "URL"}


def with_citation_fields(document: bytes) -> bytes:
    """Return ``document.xml`` with every citation as a field, which pandoc reads."""
    return _CONTROL.sub(_as_field, document) if _MENDELEY in document else document


def works_of(meta: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the works that the citations of a document carry, each as CSL-JSON."""
    listed = _value(meta.get("references"))
    works = listed if isinstance(listed, list) else []
    return tuple(
        json.dumps([_item(work)], ensure_ascii=False) for work in works if isinstance(work, dict)
    )


def _as_field(match: re.Match[bytes]) -> bytes:
    data = match["data"]
    try:
        citation = json.loads(base64.b64decode(data + b"=" * (-len(data) % 4)))
    except (binascii.Error, ValueError):
        return match[0]
    code = escape(f"ADDIN CSL_CITATION {json.dumps(citation)}").encode()
    begin, separate, end = (
        f'<w:r><w:fldChar w:fldCharType="{part}"/></w:r>'.encode()
        for part in ("begin", "separate", "end")
    )
    said = b'<w:r><w:instrText xml:space="preserve"> ' + code + b" </w:instrText></w:r>"
    return begin + said + separate + match["words"] + end


def _value(meta: Any) -> Any:  # noqa: ANN401 - pandoc's metadata
    """Return metadata as plain values."""
    if not isinstance(meta, dict):
        return ""
    kind, content = meta.get("t"), meta.get("c") or []
    if kind == "MetaMap":
        return {name: _value(each) for name, each in dict(content).items()}
    if kind == "MetaList":
        return [_value(each) for each in content]
    return " ".join(plain_text(content).split()) if kind == "MetaInlines" else content


def _item(work: Mapping[str, Any]) -> dict[str, Any]:
    item = {_NAMES.get(name, name): value for name, value in work.items() if value}
    if "number" in item and "issue" not in item and item.get("type") == "article-journal":
        item["issue"] = item.pop("number")
    for name in ("issued", "accessed"):
        if isinstance(item.get(name), str):
            parts = [int(part) for part in next(_dates(item[name]), ()) if part]
            item[name] = {"date-parts": [parts]} if parts else {"literal": item[name]}
    item["id"] = citation_id(str(item.get("id", "")))
    return item


def _dates(text: str) -> Iterator[Iterable[str | None]]:
    match = _YEAR.search(text)
    if match:
        yield match.groups()
