"""What a picture file tells besides the picture: a name, a place, a camera."""

from __future__ import annotations

import re
from collections.abc import Iterator

from galley.article.model import Figure
from galley.article.tokens import walk_article
from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.structure.picture_bytes import read_pictures
from galley.checks.structure.picture_notes import PictureNotes, read_notes
from galley.findings import Severity

_WORD = re.compile(r"[^\W\d_]{2,}")
# What programs and cameras write where a name belongs.
_NOBODY = re.compile(
    r"\b(?:unknown|anonymous|none|user|admin|author|owner|administrator|picasa|canva|adobe|photoshop"
    r"|gimp|inkscape|matplotlib|microsoft|windows|apple|samsung|python|camera|biorender|midjourney"
    r"|stable diffusion|openai|dall)\b",
    re.IGNORECASE,
)


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find pictures whose files hold a position, a camera's number or a name that is not credited.

    The page's own copies are written anew without any of this; the files themselves are shared
    with the content folder.
    """
    credited = _credited(manuscript)
    for picture in read_pictures(manuscript):
        held = list(_held(read_notes(picture.data), credited))
        if held:
            yield Remark(
                picture.place,
                f"the file '{picture.name}' holds {_listed(held)}; the page leaves that out, "
                "but whoever gets the file can read it",
                "save the picture anew without its properties (in an image program: export for "
                "the web, without metadata).",
            )


def _held(notes: PictureNotes, credited: frozenset[str]) -> Iterator[str]:
    for name in notes.people:
        words = {word.casefold() for word in _WORD.findall(name)}
        if words and not words <= credited and not _NOBODY.search(name):
            yield f"the name '{name[:60]}'"
    if notes.has_position:
        yield "the place where it was taken"
    if notes.has_serial_number:
        yield "the number of the camera"


def _credited(manuscript: Manuscript) -> frozenset[str]:
    """Return the words of the names that the page gives itself."""
    article = manuscript.article
    front = article.front_matter
    texts = [person.name for person in (*front.authors, *front.reviewers)]
    texts += [block.credit for block in article.blocks if isinstance(block, Figure)]
    texts += [
        token.meta["words"].credit
        for token in walk_article(article)
        if token.type == "picture_words"
    ]
    return frozenset(word.casefold() for text in texts for word in _WORD.findall(text or ""))


def _listed(parts: list[str]) -> str:
    *first, last = parts
    return f"{', '.join(first)} and {last}" if first else last


RULE = Rule(
    id="image-metadata",
    severity=Severity.WARNING,
    group=Group.STRUCTURE,
    what="a picture file that tells a name, a place or a camera",
    why="Whoever gets the file learns who was there and where, a patient's home included.",
    harm=3,
    cost=Cost.WORK,
    find=find,
)
