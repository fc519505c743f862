"""A post as it was read: the value between every importer and the notebook that it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from galley.findings import Finding

BlockKind = Literal[
    "heading",
    "paragraph",
    "list",
    "table",
    "figure",
    "callout",
    "quote",
    "formula",
    "code",
    "cell",
    "notes",
    "other",
]


@dataclass(frozen=True)
class Block:
    """One part of a post, as the Markdown that Galley reads.

    Attributes
    ----------
    kind
        What it is; ``code`` is shown, ``cell`` runs: the source of a code cell, without fences.
        ``notes`` are the texts of footnotes.
    text
        Markdown without empty lines around it.
    level
        Of a heading: 1 to 6.
    line
        Where it stands in the source, counted from 1; None where the source has no lines.
    info
        Of a code cell: its language, where it is not Python.
    """

    kind: BlockKind
    text: str
    level: int = 0
    line: int | None = None
    info: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture and where it will lie, seen from the notebook, with forward slashes."""

    path: str
    data: bytes


@dataclass(frozen=True)
class Post:
    """One post, read from one source.

    Attributes
    ----------
    source
        The file as the author calls it; where a file holds many posts, with ``#`` and its name.
    digest
        The SHA-256 of what was read: another one means that the source has changed.
    slug
        The notebook's name without its suffix.
    fields
        Front matter under Galley's own names, with plain values: texts, days, lists.
    entries
        The works that its citations need, as BibTeX or CSL-JSON; those that it came with, then
        those that the bibliography lacks.
    addresses
        What other posts may call it in their links: old addresses, names of files.
    findings
        What was not understood, kept in a simpler form or guessed; each names its place.
    """

    source: str
    digest: str
    slug: str
    fields: Mapping[str, Any]
    blocks: tuple[Block, ...]
    pictures: tuple[Picture, ...] = ()
    entries: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = field(default=())
