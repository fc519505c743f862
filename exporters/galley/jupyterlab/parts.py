"""A page in parts, so that only what changed travels to the panel that shows it."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import blake2b
from typing import Any

from markupsafe import Markup

from galley.html.context import RenderedBlock
from galley.html.markup import finished
from galley.jupyterlab.body_parts import extent_of

DIVIDER: Markup = finished(f"<!--{secrets.token_hex(16)}-->")
"""Stands between the blocks of a page that is taken apart; no author can have written it."""


@dataclass(frozen=True)
class Block:
    """A piece of the article's body, from the start of an element to that of the next piece."""

    html: str
    elements: int


@dataclass(frozen=True)
class PageParts:
    """A page; its parts one after the other are the document.

    Attributes
    ----------
    head
        All before ``<body>``.
    top, end
        What stands before the article's body, and what comes after it.
    blocks
        The body; None where it cannot be divided, and all of it lies in `top`.
    """

    head: str
    top: str
    blocks: tuple[Block, ...] | None
    end: str

    @property
    def html(self) -> str:
        """The whole document."""
        return "".join((self.head, self.top, *(each.html for each in self.blocks or ()), self.end))

    def record(self, known: Iterable[str]) -> dict[str, Any]:
        """Return the parts by their digests, and those that are not known to whoever asks."""
        parts: dict[str, str] = {}

        def named(html: str) -> str:
            name = digest(html)
            parts[name] = html
            return name

        order = {
            "head": named(self.head),
            "top": named(self.top),
            "blocks": self.blocks and [[named(each.html), each.elements] for each in self.blocks],
            "end": named(self.end),
        }
        has = set(known)
        return {**order, "parts": {name: html for name, html in parts.items() if name not in has}}


def take_apart(html: str, blocks: Sequence[RenderedBlock] = ()) -> PageParts:
    """Divide a page that was printed with dividers; without them, it is one part.

    Parameters
    ----------
    blocks
        Those of the article, in the order in which they were printed.
    """
    before, *printed = html.split(DIVIDER)
    head, body, top = before.partition("<body")
    divided = _blocks(printed[:-1], blocks) if printed else None
    if divided is None:
        return PageParts(head, "".join((body, top, *printed[:-1])), None, "".join(printed[-1:]))
    space, made = divided
    return PageParts(head, f"{body}{top}{space}", made, printed[-1])


def digest(html: str) -> str:
    """Return a short name for a part."""
    return blake2b(html.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()


def _blocks(
    printed: Sequence[str], blocks: Sequence[RenderedBlock]
) -> tuple[str, tuple[Block, ...]] | None:
    """Return the space before the first block, and the blocks up to the next one each.

    None where one of them is not made of whole elements.
    """
    space, made = "", list[Block]()
    for html, block in zip(printed, blocks, strict=True):
        extent, own = extent_of(block), html.lstrip()
        if not extent.is_whole:
            return None
        before = html[: len(html) - len(own)]
        if made:
            made[-1] = replace(made[-1], html=made[-1].html + before)
        else:
            space += before
        if own:
            made.append(Block(own, extent.elements))
    return space, tuple(made)
