"""What is seen, and what has become of a signature, as words in the language of the sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from galley.article.bibliography_notice import NoticeKind
from galley.article.front_matter import Person
from galley.review.observing import Seen
from galley.review.sheet import LineSignature
from galley.review.words import SheetWords
from galley.signing.fingerprint import (
    DATES,
    FOOTNOTES,
    FRONT,
    ORDER,
    ORIGINAL,
    REFERENCES,
)

_PARTS = {
    FRONT: "part_front",
    FOOTNOTES: "part_footnotes",
    DATES: "part_dates",
    ORDER: "part_order",
    ORIGINAL: "part_original",
    REFERENCES: "part_references",
}


def seen_text(seen: Seen, words: SheetWords) -> str:
    """Return one thing seen in words."""
    values = {key: _value_text(value, words) for key, value in seen.values.items()}
    person = seen.values.get("person")
    if isinstance(person, Person):
        values["who"] = _person_text(person, words)
    return words.seen[seen.key].format(**values)


def signature_text(judged: LineSignature, words: SheetWords) -> str:
    """Return who signed a line and when, or that the text has changed since."""
    signature = judged.signature
    values = {"by": signature.by, "date": signature.day.isoformat()}
    note = f" – {signature.note}" if signature.note else ""
    if judged.stands:
        return words.sheet["signed"].format(**values) + note
    where = changed_text(judged.changed, words)
    what = f"; {words.sheet['changed_where'].format(parts=where)}" if where else ""
    return words.sheet["changed"].format(**values) + what + note


def changed_text(changed: Sequence[str], words: SheetWords) -> str:
    """Return what has changed: front matter, cells by their ids."""
    named = [words.sheet[_PARTS[part]] for part in changed if part in _PARTS]
    cells = [part for part in changed if part not in _PARTS and part != "?"]
    if cells:
        key = "part_cells_many" if len(cells) > 1 else "part_cells"
        named.append(words.sheet[key].format(cells=", ".join(cells)))
    return "; ".join(named)


def _value_text(value: object, words: SheetWords) -> str:
    if value is None:
        return words.seen["no_day"]
    if isinstance(value, NoticeKind):
        return words.seen[f"notice_{value.name.lower()}"]
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        counted = (f"{count} {words.seen[f'evidence_{kind}']}" for kind, count in value.items())
        return ", ".join(counted)
    return str(value)


def _person_text(person: Person, words: SheetWords) -> str:
    known = person.credentials, person.affiliation
    key = {
        (True, True): "author_whole",
        (True, False): "author_without_affiliation",
        (False, True): "author_without_credentials",
        (False, False): "author_bare",
    }[bool(known[0]), bool(known[1])]
    return words.seen[key].format(
        name=person.name, credentials=person.credentials, affiliation=person.affiliation
    )
