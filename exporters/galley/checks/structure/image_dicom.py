"""A scanner's own file, with the patient's name in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote

from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.structure.picture_bytes import read_pictures
from galley.checks.structure.picture_notes import read_notes
from galley.checks.structure.pictures_and_links import image_addresses, tokens_with_places
from galley.content_files import bare_path
from galley.findings import Place, Severity

_SUFFIXES = frozenset([".dcm", ".dicom", ".dic"])


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find images and links that are DICOM files, by their name or by what they hold."""
    found: dict[str, Place] = {}
    for address, place in (*image_addresses(manuscript), *_links(manuscript)):
        path = PurePosixPath(unquote(bare_path(address)))
        if path.suffix.lower() in _SUFFIXES:
            found.setdefault(path.name, place)
    for picture in read_pictures(manuscript):
        if read_notes(picture.data).is_dicom:
            found.setdefault(picture.name, picture.place)
    for name, place in found.items():
        yield Remark(
            place,
            f"'{name}' is a DICOM file, which holds the patient's name and numbers",
            "export the image as PNG without annotations, look at it for a name in the picture, "
            "and take the DICOM file out of the folder.",
        )


def _links(manuscript: Manuscript) -> Iterator[tuple[str, Place]]:
    for token, place in tokens_with_places(manuscript):
        if token.type == "link_open":
            yield str(token.attrs.get("href", "")), place


RULE = Rule(
    id="image-dicom",
    severity=Severity.ERROR,
    group=Group.STRUCTURE,
    what="a DICOM file",
    why="Its header names the patient, the hospital and the examination.",
    harm=5,
    cost=Cost.WORK,
    find=find,
)
