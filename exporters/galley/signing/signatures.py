"""What named people have signed of an article, as the file that keeps it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import yaml

from galley.article.yaml_text import YamlProblemError, parse_yaml
from galley.findings import ContentError, Finding, Place, Severity
from galley.signing.fingerprint import Fingerprint, digest_of

_SCHEMA = 1
_CONFLICT = re.compile(r"^<{7} ", re.MULTILINE)
_HEAD = """\
# What named people have signed of this article. `galley sheet` writes this file; keep it with the
# article. `texts` says what each of them had before them, so that a later change shows.
"""


@dataclass(frozen=True)
class Signature:
    """One line of the sheet, signed by one person.

    Attributes
    ----------
    text
        The name under which the sheet keeps what was signed.
    person
        Their id in ``site.toml``; empty for somebody who is not there.
    """

    item: str
    by: str
    day: date
    text: str
    note: str = ""
    person: str = ""

    def is_of(self, by: str, person: str = "") -> bool:
        """Tell whether somebody signed it: by their id, or by their name as it is written."""
        return bool(person and person == self.person) or self.by == by


@dataclass(frozen=True)
class Signed:
    """Everything that was signed of one article in one language and edition."""

    signatures: tuple[Signature, ...] = ()
    texts: Mapping[str, Fingerprint] = field(default_factory=dict)

    @property
    def last_day(self) -> date | None:
        """The day of the newest signature."""
        return max((signature.day for signature in self.signatures), default=None)

    def of(self, item: str) -> tuple[Signature, ...]:
        """Return the signatures of one line, the newest first."""
        own = [signature for signature in self.signatures if signature.item == item]
        return tuple(sorted(own, key=lambda signature: signature.day, reverse=True))

    def sign(
        self,
        items: Iterable[str],
        by: str,
        day: date,
        seen: Fingerprint,
        *,
        note: str = "",
        person: str = "",
    ) -> Signed:
        """Return the sheet with these lines signed; a person's earlier signature of one goes."""
        wanted, name = tuple(items), text_name(seen)
        stay = self.without(wanted, by, person).signatures
        new = [Signature(item, by, day, name, note, person) for item in wanted]
        return replace(self, signatures=(*stay, *new), texts={**self.texts, name: seen})

    def without(self, items: Iterable[str], by: str, person: str = "") -> Signed:
        """Return the sheet without a person's signatures of these lines."""
        wanted = frozenset(items)
        stay = tuple(s for s in self.signatures if not (s.item in wanted and s.is_of(by, person)))
        return replace(self, signatures=stay)


def text_name(seen: Fingerprint) -> str:
    """Return the name under which a sheet keeps what was signed."""
    code = sorted(cell for cell in seen.code if cell not in seen.cells)
    works = [digest_of(dict(seen.works))] if seen.works else []
    return digest_of([seen.text, seen.dates, seen.original, code, *works])


def render_signed(signed: Signed, about: Mapping[str, str]) -> str:
    """Return the text of the file.

    Parameters
    ----------
    about
        Which article it is, for whoever reads the file.
    """
    used = {signature.text for signature in signed.signatures}
    value = {
        "schema": _SCHEMA,
        **about,
        "signed": [_signature_record(signature) for signature in signed.signatures],
        "texts": {name: _text_record(seen) for name, seen in signed.texts.items() if name in used},
    }
    text: str = yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
    return _HEAD + text


def parse_signed(text: str, file: str) -> Signed:
    """Read the text of the file.

    Raises
    ------
    ContentError
        If it is not such a file.
    """
    if _CONFLICT.search(text):
        raise ContentError(_unmerged(file))
    try:
        value = parse_yaml(text).value
    except YamlProblemError as problem:
        raise _broken(file, problem.line, problem.message) from None
    try:
        if int(value["schema"]) > _SCHEMA:
            raise _broken(file, None, "it was written by a newer Galley")
        texts = {str(name): _text_of(record) for name, record in value["texts"].items()}
        signatures = tuple(_signature_of(record) for record in value["signed"])
    except (KeyError, ValueError, TypeError, AttributeError):
        raise _broken(file, None, "something in it is missing or has another form") from None
    return Signed(signatures, texts)


class _Dumper(yaml.SafeDumper):  # type: ignore[misc] # PyYAML has no types
    """Writes YAML that reads the same by its old rules and by those of 1.2."""


def _represent_text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    # A digest such as 12e4 or 0o17 would be read as a number.
    style = '"' if text[:1] in "+-.0123456789" else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _represent_text)


def _unmerged(file: str) -> Finding:
    return Finding(
        "sheet-broken",
        Severity.ERROR,
        Place(file),
        "two people signed at the same time, and git could not join their signatures",
        "Take one side with 'git checkout --ours' or '--theirs', and let the other person sign "
        "again.",
    )


def _broken(file: str, line: int | None, problem: str) -> ContentError:
    return ContentError(
        Finding(
            "sheet-broken",
            Severity.ERROR,
            Place(file, line=line),
            f"the editor's sheet cannot be read: {problem}",
            "Take the file back from version control, or delete it: then nothing is signed.",
        )
    )


def _signature_record(signature: Signature) -> dict[str, Any]:
    note = {"note": signature.note} if signature.note else {}
    person = {"id": signature.person} if signature.person else {}
    return {
        "item": signature.item,
        "by": signature.by,
        **person,
        "date": signature.day.isoformat(),
        **note,
        "text": signature.text,
    }


def _signature_of(record: Mapping[str, Any]) -> Signature:
    return Signature(
        item=str(record["item"]),
        by=str(record["by"]),
        day=date.fromisoformat(str(record["date"])),
        text=str(record["text"]),
        note=str(record.get("note") or ""),
        person=str(record.get("id") or ""),
    )


def _text_record(seen: Fingerprint) -> dict[str, Any]:
    record: dict[str, Any] = {"front matter": seen.front, "dates": seen.dates}
    if seen.original:
        record["original"] = seen.original
    if seen.works is not None:
        record["works"] = dict(seen.works)
    return record | {"cells": dict(seen.cells), "code": dict(seen.code)}


def _digests(record: Mapping[Any, Any] | None) -> dict[str, str]:
    return {str(name): str(digest) for name, digest in (record or {}).items()}


def _text_of(record: Mapping[str, Any]) -> Fingerprint:
    return Fingerprint(
        front=str(record["front matter"]),
        dates=str(record["dates"]),
        cells=_digests(record["cells"]),
        code=_digests(record["code"]),
        original=str(record.get("original") or ""),
        works=_digests(record["works"]) if "works" in record else None,
    )
