"""A picture of text, by what is said of it; the pixels themselves are not read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from galley.checks.figures.drawn import Drawn, read_drawn
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.content_files import bare_path
from galley.findings import Severity

_RASTER = frozenset([".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".tif", ".tiff", ".avif"])
_THINGS = r"slides?|salindia|leaflet|poster|tab(?:le|el)|infogra(?:phic|fik|fis)|brosur|selebaran"
# "A hand on a table" and "a slide of nerve tissue" are no pictures of text.
_SAID = re.compile(
    r"\bscreen ?shots?\b|\btangkapan layar\b|\bcuplikan layar\b|\binfogra(?:phic|fik|fis)\b"
    r"|\b(?:poster|leaflet|brosur|selebaran|salindia)\b"
    r"|^(?:an? |the |this )?(?:table|tabel)\b"
    r"|\b(?:powerpoint|presentation|lecture|presentasi|kuliah) slides?\b"
    r"|\bslide (?:\d+|presentasi|kuliah|from (?:a|the|my|our) (?:talk|lecture|presentation))\b"
    r"|\b(?:scan(?:ned)?|photo(?:graph)?|picture) (?:of )?(?:an? |the )?"
    r"(?:pages?|document|letter|form|article)\b"
    r"|\b(?:pindaian|foto) (?:halaman|dokumen|surat|formulir|artikel)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    rf"^(?:screen[-_ ]?shot|tangkapan[-_ ]?layar|cuplikan[-_ ]?layar|{_THINGS})(?:[-_ .\d]|$)"
    r"|[-_ ](?:screen[-_ ]?shot|tangkapan[-_ ]?layar|infogra(?:phic|fik|fis)|poster|leaflet)"
    r"(?:[-_ .\d]|$)",
    re.IGNORECASE,
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find raster pictures that their name, alternative text or caption calls a picture of text.

    A screenshot that nobody calls so is missed: the pixels are not read.
    """
    for drawn in read_drawn(manuscript):
        if _is_raster(drawn.address) and _is_of_text(drawn):
            yield Remark(
                drawn.place,
                f"'{_name(drawn.address)}' seems to be a picture of text",
                "write the words as text, and a table as a table; a picture of words can be "
                "neither enlarged nor translated, searched or read aloud.",
            )


def _is_of_text(drawn: Drawn) -> bool:
    stem = PurePosixPath(_name(drawn.address)).stem
    return any(_SAID.search(text) for text in (drawn.alt, drawn.caption)) or bool(
        _NAMED.search(stem)
    )


def _is_raster(address: str) -> bool:
    return PurePosixPath(bare_path(address).lower()).suffix in _RASTER


def _name(address: str) -> str:
    return PurePosixPath(unquote(bare_path(address)).removeprefix("attachment:")).name


RULE = Rule(
    id="image-of-text",
    severity=Severity.ADVICE,
    group=Group.FIGURES,
    what="a picture of text in place of text",
    why="Readers on a phone, with a screen reader or in another language cannot use it.",
    harm=2,
    cost=Cost.WORK,
    find=find,
)
