"""Titles in BibTeX as their authors wrote them; pandoc writes Each Word With A Capital."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

_FIELDS = (("title", "title"), ("booktitle", "container-title"))
_TAG = re.compile(r"<[^<>]*>")
_COMMAND = re.compile(r"\\[A-Za-z]+")


def with_own_case(entry: str, work: Mapping[str, object]) -> str:
    """Return an entry whose titles have the capitals of the work as CSL-JSON, and no others."""
    for field, name in _FIELDS:
        line = re.search(rf"(?m)^  {field} = \{{(.*)\}},?$", entry)
        own = _TAG.sub("", str(work.get(name, "")))
        if line and own:
            title = _cased(line[1], own)
            entry = entry[: line.start(1)] + title + entry[line.end(1) :]
    return entry


def _cased(written: str, own: str) -> str:
    """Give each letter the case that it has in the other text; else leave all as it is."""
    places = list(_letters(written))
    letters = [char for char in own if char.isalpha()]
    if [written[at].casefold() for at in places] != [letter.casefold() for letter in letters]:
        return written
    chars = list(written)
    for at, letter in zip(places, letters, strict=True):
        chars[at] = letter
    return "".join(chars)


def _letters(text: str) -> Iterator[int]:
    """Yield where the letters of words stand; those of TeX's commands are none."""
    commands = {at for match in _COMMAND.finditer(text) for at in range(*match.span())}
    yield from (at for at, char in enumerate(text) if char.isalpha() and at not in commands)
