"""Front matter: what the first cell says about an article, as frozen values.

The names are MyST's where MyST has one; `galley.article.front_matter_values` lists the names of
other tools that are understood too, `galley.article.front_matter_places` where it is found.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from galley.article.directions import plain_directions
from galley.article.front_matter_aliases import translate_fields
from galley.article.front_matter_models import Change, FrontMatter, Person, Withdrawn
from galley.article.front_matter_places import SplitFrontMatter, split_front_matter
from galley.article.front_matter_values import Scalar, as_list, is_person_id
from galley.article.yaml_text import YamlProblemError, YamlText, parse_yaml
from galley.findings import ContentError, Finding, Place, Severity
from galley.validation import Dialect, Loc, validate_fields, wrong_fields, yaml_example

__all__ = [
    "Change",
    "FrontMatter",
    "Person",
    "Scalar",
    "SplitFrontMatter",
    "Withdrawn",
    "missing_field_findings",
    "parse_front_matter",
    "parse_metadata_fields",
    "read_fields",
    "split_front_matter",
]

_DIALECT = Dialect("front-matter", yaml_example)


def parse_front_matter(
    text: str, place: Place, people: Mapping[str, Person]
) -> tuple[FrontMatter, tuple[Finding, ...]]:
    """Parse the YAML of an article's front matter.

    Parameters
    ----------
    text
        With or without the ``---`` lines; its lines are numbered as in the cell.
    place
        The cell it stands in.
    people
        The authors of ``site.toml`` by id.

    Returns
    -------
    tuple
        The front matter without the fields that hold a wrong value, and what is wrong with it.

    Raises
    ------
    ContentError
        If what is wrong may decide whether readers are to see the article at all.
    """
    yaml, broken = _read_yaml(plain_directions(text), place)
    fields, written, unused = translate_fields(yaml.value)

    def place_of(loc: Loc) -> Place:
        path = (written.get(str(loc[0]), loc[0]), *loc[1:])
        # A single author written without a list has no entry 0 in the text.
        return Place(place.file, place.cell, yaml.line(path) or place.line)

    trusts_itself = [_trusts_itself(place_of(("trusted",)))] if fields.pop("trusted", 0) else []
    front_matter, noticed = _validated(fields, place_of, {"people": people})
    return front_matter, (
        *broken,
        *noticed,
        *trusts_itself,
        *_unused_findings(unused, place),
        *_names_taken_for_ids(fields, people, place_of),
    )


def parse_metadata_fields(
    text: str, place: Place, people: Mapping[str, Person]
) -> tuple[FrontMatter, tuple[Finding, ...]]:
    """Parse what a notebook's metadata says, which mostly no author wrote.

    A field with a wrong value is left out with a warning, since it was meant for another tool.
    """
    try:
        front_matter, noticed = parse_front_matter(text, place, people)
        return front_matter, tuple(map(_as_warning, noticed))
    except ContentError as error:
        fields = _legible_fields(text, place, people)
        kept, findings = parse_front_matter(
            json.dumps(fields, ensure_ascii=False, default=str), place, people
        )
        return kept, (
            *map(_as_warning, error.findings),
            *findings,
        )


def _as_warning(finding: Finding) -> Finding:
    is_error = finding.severity is Severity.ERROR
    return replace(finding, severity=Severity.WARNING) if is_error else finding


def _legible_fields(text: str, place: Place, people: Mapping[str, Person]) -> dict[str, object]:
    """Return the fields that are right by themselves; none where it is no set of fields."""
    try:
        fields = parse_yaml(text).value
    except YamlProblemError:
        return {}
    return {
        name: value
        for name, value in (fields.items() if isinstance(fields, dict) else ())
        if _is_legible(json.dumps({name: value}, default=str), place, people)
    }


def _is_legible(text: str, place: Place, people: Mapping[str, Person]) -> bool:
    try:
        parse_front_matter(text, place, people)
    except ContentError:
        return False
    return True


# A page that is made without one of these might show what is not to be seen, or leave the address
# at which readers know it.
_DECIDING = frozenset(
    {"draft", "withdrawn", "noindex", "editions", "date", "slug", "aliases", "lang"}
)
_MAY_DECIDE = re.compile(
    r"draft|withdrawn|published|noindex|editions|^date|^slug|^alias|^lang",
    re.IGNORECASE | re.MULTILINE,
)


def _validated(
    fields: Mapping[str, Any], place_of: Callable[[Loc], Place], context: Mapping[str, Any]
) -> tuple[FrontMatter, tuple[Finding, ...]]:
    """Return the fields that are right, and a finding for each that is not."""
    try:
        return validate_fields(FrontMatter, fields, place_of, _DIALECT, context)
    except ContentError as error:
        wrong = wrong_fields(FrontMatter, fields, context)
        if wrong & _DECIDING:
            raise
        kept = {name: value for name, value in fields.items() if name not in wrong}
        front_matter, _ = _validated(kept, place_of, context)
        return front_matter, error.findings


def _read_yaml(text: str, place: Place) -> tuple[YamlText, tuple[Finding, ...]]:
    """Read the fields; of a text that is no YAML, those on their own that are."""
    bare = _without_fences(text)
    try:
        yaml = parse_yaml(bare)
    except YamlProblemError as problem:
        finding = _broken(
            place,
            problem.line,
            f"front matter cannot be read: {problem.message}",
            problem.fix or _FIELDS_FIX,
        )
        if _MAY_DECIDE.search(bare):
            raise ContentError(finding) from None
        # Without a line it is the whole that cannot be: too much of it, or nested without end.
        return _readable_fields(bare) if problem.line else YamlText({}), (finding,)
    if yaml.value is None:
        return YamlText({}), ()
    if not isinstance(yaml.value, dict):
        finding = _broken(place, None, "front matter is not a set of fields", _FIELDS_FIX)
        return YamlText({}), (finding,)
    return yaml, ()


_FIELDS_FIX = "Write field: value on each line between the two --- lines."
_TEXT_LINE = re.compile(r"[^\s\-\]}#]")
_FIELD_LINE = re.compile(r"[A-Za-z_][\w -]*:(?:\s|$)")


def _broken(place: Place, line: int | None, message: str, fix: str) -> Finding:
    where = Place(place.file, place.cell, line or place.line)
    return Finding("front-matter-broken", Severity.ERROR, where, message, fix)


def read_fields(text: str) -> YamlText:
    """Return the fields of front matter that can be read, and where they stand."""
    try:
        yaml = parse_yaml(_without_fences(text))
    except YamlProblemError:
        return _readable_fields(_without_fences(text))
    return yaml if isinstance(yaml.value, dict) else YamlText({})


def _readable_fields(text: str) -> YamlText:
    """Read each field by itself, and leave out those that cannot be read."""
    values: dict[str, Any] = {}
    places: dict[tuple[str | int, ...], int] = {}
    lines = text.split("\n")
    starts = [index for index, line in enumerate(lines) if _FIELD_LINE.match(line)]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        last = next((n for n in range(start + 1, end) if _TEXT_LINE.match(lines[n])), end)
        try:
            part = parse_yaml("\n" * start + "\n".join(lines[start:last]))
        except YamlProblemError:
            continue
        if isinstance(part.value, dict):
            values.update(part.value)
            places.update(part.lines)
    return YamlText(values, places)


def _without_fences(text: str) -> str:
    """Blank the ``---`` lines, keeping the count of lines."""
    lines = text.split("\n")
    filled = [index for index, line in enumerate(lines) if line.strip()]
    for index in filled[:1] + filled[-1:]:
        if lines[index].rstrip() == "---":
            lines[index] = ""
    return "\n".join(lines)


def _unused_findings(unused: list[str], place: Place) -> tuple[Finding, ...]:
    if not unused:
        return ()
    verb = "have" if len(unused) > 1 else "has"
    return (
        Finding(
            "front-matter-unused-field",
            Severity.ADVICE,
            place,
            f"{', '.join(repr(name) for name in unused)} {verb} no effect in Galley",
            "Nothing needs to be done; you may remove it."
            if verb == "has"
            else "Nothing needs to be done; you may remove them.",
        ),
    )


def _trusts_itself(place: Place) -> Finding:
    return Finding(
        "front-matter-trusted",
        Severity.WARNING,
        place,
        "'trusted' has no effect in front matter, because whoever wrote the notebook wrote that "
        "too",
        "If its HTML and scripts are your own, add the article to trusted in site.toml.",
    )


def _names_taken_for_ids(
    fields: Mapping[str, object], people: Mapping[str, Person], place_of: Callable[[Loc], Place]
) -> tuple[Finding, ...]:
    """Warn where an id is shown as a name, because ``site.toml`` has no authors at all."""
    if people:
        return ()
    return tuple(
        Finding(
            "front-matter-person-unknown",
            Severity.WARNING,
            place_of((field, index)),
            f"'{person}' is shown as a name, because site.toml has no authors",
            f"Add [authors.{person}] with a name to site.toml, or write the person's full name.",
        )
        for field in ("authors", "reviewers")
        for index, person in enumerate(_listed(fields.get(field)))
        if isinstance(person, str) and is_person_id(person.strip())
    )


def _listed(value: object) -> list[object]:
    listed = as_list(value)
    return listed if isinstance(listed, list) else []


def missing_field_findings(
    front_matter: FrontMatter, place: Place, *, had_front_matter: bool
) -> tuple[Finding, ...]:
    """Tell what a reader would miss; date, authors and disclosures are errors.

    A notebook without front matter gets a single advice: it was never meant for Galley, or is
    just being begun.
    """
    if not had_front_matter:
        return (
            Finding(
                "front-matter-missing",
                Severity.ADVICE,
                place,
                "the notebook has no front matter",
                "Begin its first cell with title, date, authors and disclosures between --- lines.",
            ),
        )
    if front_matter.kind == "page":
        return ()
    return tuple(
        Finding(f"front-matter-missing-{field.replace('_', '-')}", severity, place, message, fix)
        for field, severity, message, fix in _WANTED_FIELDS
        if not getattr(front_matter, field)
    )


_WANTED_FIELDS = (
    (
        "date",
        Severity.ERROR,
        "the article has no date",
        "Add the day of publication, for example date: 2026-11-20",
    ),
    (
        "authors",
        Severity.ERROR,
        "the article has no authors",
        "Add ids from site.toml or names, for example authors: [editors]",
    ),
    (
        "disclosures",
        Severity.ERROR,
        "the article does not say whether its authors have interests to disclose",
        "Add them in a sentence, or write disclosures: none",
    ),
    (
        "description",
        Severity.WARNING,
        "the article has no description",
        "Add one sentence for search results and under the title: description: …",
    ),
    (
        "review_by",
        Severity.ADVICE,
        "the article does not say when it will be reviewed",
        "Add a day, for example review_by: 2028-11-20",
    ),
)
