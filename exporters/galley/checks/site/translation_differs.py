"""A translation that says something else than its original."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

from galley.checks.rule import Cost, Group, Manuscript, Remark
from galley.checks.site.harm_words import knows_harm_in
from galley.checks.site.numbers import Number
from galley.checks.site.sides import Side
from galley.checks.site.site_rule import SiteRule
from galley.checks.site.standing import standing_remarks
from galley.findings import Place, Severity
from galley.workspace import Workspace

_Found = Iterable[tuple[str, Place]]
"""What one of the two has alone, as it is written there."""


def find(manuscripts: Sequence[Manuscript], workspace: Workspace) -> Iterator[Remark]:
    """Compare every translation with its original, edition by edition.

    An edition that the original does not have is compared with its first one.
    """
    by_edition = {(each.article.file, each.article.edition): each for each in manuscripts}
    first = {each.article.file: each for each in reversed(manuscripts)}
    originals = {
        source.slug: source.file for source in workspace.sources if source.translation_of is None
    }
    translated = {
        source.file: originals.get(source.translation_of or "") for source in workspace.sources
    }
    for (file, edition), here in by_edition.items():
        original = translated.get(file) or ""
        there = by_edition.get((original, edition)) or first.get(original)
        if there:
            yield from compare(there, here)


def compare(original: Manuscript, translation: Manuscript) -> Iterator[Remark]:
    """Yield what one of the two says and the other does not; places are the translation's."""
    there, here = Side(original), Side(translation)
    yield from _remarks(
        "number", there, here, _lone_numbers(there, here), _lone_numbers(here, there)
    )
    for what, in_original, in_translation in (
        ("citation", there.citations, here.citations),
        ("figure", there.figures, here.figures),
    ):
        missing, added = _lone(in_original, in_translation), _lone(in_translation, in_original)
        yield from _remarks(what, there, here, missing, added)
    yield from _harms(there, here)
    yield from standing_remarks(original, translation)


def _remarks(
    what: str, there: Side, here: Side, missing: _Found, added: _Found
) -> Iterator[Remark]:
    """Yield a remark for each cell in which something is missing or added."""
    places: dict[Place, tuple[list[str], list[str]]] = {}
    for text, place in missing:
        places.setdefault(here.beside(place), ([], []))[0].append(text)
    for text, place in added:
        places.setdefault(here.beside(place), ([], []))[1].append(text)
    for place, (lost, new) in places.items():
        yield Remark(place, _message(what, lost, new, there.file), _fix(there, place))


def _message(what: str, lost: list[str], new: list[str], file: str) -> str:
    if lost and new:
        return (
            f"{file} has the {_listed(what, lost)}, this translation has the {_listed(what, new)}"
        )
    if lost:
        return f"{file} has the {_listed(what, lost)}, this translation of it has not"
    return f"this translation has the {_listed(what, new)}, {file} has not"


def _listed(what: str, texts: list[str]) -> str:
    each = tuple(dict.fromkeys(texts))
    return f"{what}{'s' if len(each) > 1 else ''} {', '.join(each)}"


def _fix(there: Side, place: Place) -> str:
    return f"compare with {there.beside(place)}, and let both say the same."


def _lone(these: Mapping[str, Place], those: Mapping[str, Place]) -> _Found:
    return [(name, place) for name, place in these.items() if name not in those]


def _lone_numbers(these: Side, those: Side) -> _Found:
    """Yield numbers that the other side has nowhere, neither in digits nor written out."""
    values = {each.value for each, _ in those.numbers}
    percentages = {each.value for each, _ in those.numbers if each.is_percentage}
    for each, place in these.numbers:
        if not _is_there(each, percentages if each.is_percentage else values):
            yield each.text.strip(), place


def _is_there(number: Number, values: set[Decimal]) -> bool:
    return not number.is_telling or number.value in values


def _harms(there: Side, here: Side) -> Iterator[Remark]:
    """Yield cells of which one speaks of harm, and the same one of the other article does not."""
    if not knows_harm_in(there.manuscript.lang, here.manuscript.lang):
        return
    for cell, place in there.harms.items():
        if cell not in here.harms and (cell in here.cells or not here.harms):
            yield Remark(
                here.beside(place),
                f"{there.file} speaks of harm here, this translation of it does not",
                f"compare with {place}, and write it here as well.",
            )
    for cell, place in here.harms.items():
        if cell not in there.harms and (cell in there.cells or not there.harms):
            yield Remark(
                place,
                f"this translation speaks of harm here, {there.file} does not",
                f"compare with {there.beside(place)}, and write it there as well.",
            )


RULE = SiteRule(
    id="translation-differs",
    severity=Severity.WARNING,
    group=Group.CLAIMS,
    what="a translation that says something else than its original",
    why="Readers of one language are told less, or something wrong.",
    harm=4,
    cost=Cost.SENTENCE,
    find=find,
)
