"""An image whose file is not there."""

from __future__ import annotations

from collections.abc import Iterator

from galley.checks.rule import Cost, Group, Manuscript, Remark, Rule
from galley.checks.structure.pictures_and_links import image_addresses
from galley.findings import Severity


def find(manuscript: Manuscript) -> Iterator[Remark]:
    """Find images without a file; an image of another host is never fetched."""
    for address, place in image_addresses(manuscript):
        if manuscript.context.has_image(address, place.cell or ""):
            continue
        if not address:
            yield Remark(
                place,
                "an image has no file",
                "write the file's name between the round brackets: ![a hand on a table](hand.png).",
            )
            continue
        yield Remark(
            place,
            f"the image '{address}' is not there",
            "put the file beside the notebook, or correct its name (capitals count).",
        )


RULE = Rule(
    id="image-missing",
    severity=Severity.ERROR,
    group=Group.STRUCTURE,
    what="an image whose file is not there",
    why="A reader sees a gap where the picture should be.",
    harm=3,
    cost=Cost.WORD,
    find=find,
)
