"""The people an article names, and where their particulars are written."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from galley.article.front_matter import Person
from galley.checks.rule import Field, Manuscript
from galley.findings import Place


def authors_lacking(
    field: Literal["credentials", "affiliation"], manuscript: Manuscript
) -> Iterator[tuple[Person, Place]]:
    """Yield the authors of an article without a field; pages such as "About" have no byline."""
    front_matter = manuscript.article.front_matter
    if front_matter.kind != "article":
        return
    for number, person in enumerate(front_matter.authors):
        if not getattr(person, field):
            yield person, place_of(("authors", number), manuscript)


def place_of(field: Field, manuscript: Manuscript) -> Place:
    """Return where a field of the front matter stands, as far as that is known."""
    return manuscript.context.field_place(field) or Place(manuscript.article.file)


def where_to_write(person: Person, field: str, example: str) -> str:
    """Return the sentence that tells where a field of a person belongs."""
    if person.id:
        return f'Write {field} = "{example}" under [authors.{person.id}] in site.toml.'
    return f'In the front matter, write {{name: {person.name}, {field}: "{example}"}}.'
