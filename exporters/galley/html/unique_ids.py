"""Ids that occur once on a page, whatever the HTML of the author's tools repeats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from galley.html.context import RenderedBlock
from galley.html.markup import finished

_ID = re.compile(r'(?P<before><[a-z][^<>]*?) id="(?P<id>[^"]*)"', re.IGNORECASE)


def with_unique_ids(blocks: Iterable[RenderedBlock]) -> Iterator[RenderedBlock]:
    """Yield the blocks; of elements with one id, the first keeps it.

    Galley's own ids are unique from the start. A cell that shows the same table twice, or a
    paragraph that was copied with its anchor, is what repeats them.
    """
    blocks = tuple(blocks)
    used = {block.anchor for block in blocks if block.anchor}
    used |= {block.figure.anchor for block in blocks if block.figure}
    for block in blocks:
        yield replace(block, html=finished(_once(str(block.html), used))) if block.html else block


def _once(html: str, used: set[str]) -> str:
    def keep(match: re.Match[str]) -> str:
        if match["id"] in used:
            return match["before"]
        used.add(match["id"])
        return match[0]

    return _ID.sub(keep, html)
