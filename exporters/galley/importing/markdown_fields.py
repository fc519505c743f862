"""Front matter of other tools as Galley's fields."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from pydantic import ValidationError

from galley.article.front_matter_aliases import is_known_field, spelled, translate_fields
from galley.article.front_matter_models import FrontMatter
from galley.article.yaml_text import YamlProblemError, parse_yaml
from galley.importing.remarks import Remarks
from galley.importing.shaping import day_of

_YAML = re.compile(r"---[ \t]*\n(?P<fields>.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_TOML = re.compile(r"\+\+\+[ \t]*\n(?P<fields>.*?)\n\+\+\+[ \t]*(?:\n|\Z)", re.DOTALL)
_LINES = re.compile(r"(?:[A-Z][A-Za-z_-]{1,20}:[ \t]+\S.*\n)+\n")
_DAYS = ("date", "updated", "reviewed", "review_by")
_MORE_NAMES = {
    "lastmod": "updated",
    "last_updated": "updated",
    "modified": "updated",
    "featured_image": "image",
    "cover": "image",
    "banner": "image",
    "og_image": "image",
    "by": "authors",
    "url": "permalink",
    "tag": "tags",
    "locale": "lang",
}
_ADDRESSES = ("permalink", "aliases", "redirect_from")


def split_fields(text: str, remarks: Remarks) -> tuple[dict[str, Any], str, int]:
    """Return the fields above a text, the text, and how many lines the fields took."""
    for pattern, read in ((_YAML, _yaml), (_TOML, _toml), (_LINES, _lines)):
        match = pattern.match(text)
        raw = read(match.groupdict().get("fields") or match[0]) if match else None
        if match and raw is not None:
            return _galley_fields(raw, remarks), text[match.end() :], match[0].count("\n")
        if match and pattern is not _LINES:
            remarks.left_out(
                "the fields above the text cannot be read",
                "Write them into the notebook's first cell by hand.",
                1,
            )
            return {}, text[match.end() :], match[0].count("\n")
    return {}, text, 0


def _yaml(text: str) -> dict[str, Any] | None:
    try:
        value = parse_yaml(text).value
    except YamlProblemError:
        return None
    if value is None:
        return {}
    return value if isinstance(value, dict) else None


def _toml(text: str) -> dict[str, Any] | None:
    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError):
        return None


def _lines(text: str) -> dict[str, Any] | None:
    """Read Pelican's fields: lines of ``Name: value`` above an empty line."""
    pairs = [line.split(":", 1) for line in text.strip().split("\n")]
    fields = {name.strip(): value.strip() for name, value in pairs}
    return fields if "Title" in fields or "title" in fields else None


def _galley_fields(raw: Mapping[str, Any], remarks: Remarks) -> dict[str, Any]:
    renamed = {_MORE_NAMES.get(spelled(str(name)), str(name)): value for name, value in raw.items()}
    addresses = list(_old_addresses(renamed))
    others = {name: value for name, value in renamed.items() if spelled(name) not in _ADDRESSES}
    topics = _take_topics(others)
    fields, _, unused = translate_fields(others)
    fields = {**topics, **fields}
    for name in _DAYS:
        if name in fields:
            fields[name] = day_of(fields[name])
    if addresses:
        fields["aliases"] = addresses
    known = {name: value for name, value in fields.items() if name in FrontMatter.model_fields}
    legal = dict(_legal(known, remarks))
    # What other tools alone act on is no loss; a name that none of them has may be one.
    unknown = [name for name in sorted({*unused, *fields} - set(known)) if not is_known_field(name)]
    if unknown:
        remarks.simplified(
            f"fields that mean nothing here are left out: {', '.join(map(str, unknown))}",
            "Nothing needs to be done.",
            1,
        )
    return legal


def _take_topics(fields: dict[str, Any]) -> dict[str, Any]:
    """Read Jekyll's and Hugo's ``categories``: one is the topic, several are tags."""
    name = next((name for name in fields if spelled(name) == "categories"), None)
    if name is None:
        return {}
    value = fields.pop(name)
    words = value.split(",") if isinstance(value, str) else value
    words = [str(word).strip() for word in words or () if str(word).strip()]
    tags = next((fields.pop(each) for each in list(fields) if spelled(each) == "tags"), None)
    tags = _split_tags(tags, fields) if isinstance(tags, str) else list(tags or ())
    if len(words) == 1 and "category" not in fields:
        return {"category": words[0], "tags": tags}
    return {"tags": [*tags, *(word for word in words if word not in tags)]}


def _split_tags(tags: str, fields: Mapping[str, Any]) -> list[str]:
    """Split a line of tags at its commas; Jekyll, whose posts have a layout, at spaces."""
    mark = "," if "," in tags or "layout" not in fields else None
    return [tag.strip() for tag in tags.split(mark)]


def _old_addresses(fields: Mapping[str, Any]) -> Iterator[str]:
    for name, value in fields.items():
        if spelled(name) in _ADDRESSES:
            values = value if isinstance(value, list) else [value]
            for each in values:
                path = re.sub(r"https?://[^/]+", "", str(each or ""))
                if path.strip("/") and ":" not in path:
                    yield path if path.startswith("/") else f"/{path}"


def _legal(fields: Mapping[str, Any], remarks: Remarks) -> Iterator[tuple[str, Any]]:
    """Yield what Galley reads of each field; what it would refuse is told and left out."""
    for name, value in fields.items():
        kept = _reduced(name, value)
        if value in (None, "", [], {}) or kept is None:
            if value not in (None, "", [], {}):
                remarks.left_out(
                    f"the field '{name}' has a value that Galley cannot use: {_short(value)}",
                    "Write it into the notebook's first cell as Galley knows it.",
                    1,
                )
            continue
        yield name, kept


def _reduced(name: str, value: Any) -> Any:  # noqa: ANN401 - as YAML has it
    if name in {"authors", "reviewers"}:
        people = value if isinstance(value, list) else [value]
        simple = [each if _is_legal(name, [each]) else _name_only(each) for each in people]
        return [each for each in simple if each and _is_legal(name, [each])] or None
    return value if _is_legal(name, value) else None


def _name_only(person: Any) -> Any:  # noqa: ANN401 - as YAML has it
    if not isinstance(person, Mapping):
        return str(person)
    name = person.get("name") or person.get("literal") or ""
    if isinstance(name, Mapping):
        name = name.get("literal") or " ".join(str(name.get(p, "")) for p in ("given", "family"))
    return str(name).strip()


def _is_legal(name: str, value: Any) -> bool:  # noqa: ANN401 - as YAML has it
    try:
        FrontMatter.model_validate({name: value}, context={"people": {}})
    except (ValidationError, TypeError, RecursionError):
        return False
    return isinstance(value, date) or value is not None


def _short(value: object) -> str:
    longest = 40
    text = " ".join(str(value).split())
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
