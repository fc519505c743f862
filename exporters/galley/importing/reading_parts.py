"""What the importers share: a source as it was found, and a post before its last touches."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from slugify import slugify

from galley.findings import Finding
from galley.importing.pandoc_reading import UnreadableError
from galley.importing.post import Block, Picture, Post

ReadFile = Callable[[str], bytes | None]
"""A path as a source writes it → the bytes of the file beside it; None where there is none."""

LONGEST_SLUG = 80


@dataclass(frozen=True)
class Source:
    """One file, or one post of a file that holds many.

    Attributes
    ----------
    file
        What the author calls it, with forward slashes.
    read_beside
        Reads what lies beside it: pictures. Nothing outside the folder that was imported.
    """

    file: str
    data: bytes
    read_beside: ReadFile = field(default=lambda _path: None, compare=False)

    @property
    def digest(self) -> str:
        """The digest by which a changed source is noticed."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def path(self) -> PurePosixPath:
        """Its name."""
        return PurePosixPath(self.file.replace("\\", "/"))

    @property
    def stem(self) -> str:
        """What a page is called by its file; of ``my-post/index.html`` the folder's name."""
        stem = self.path.name.split(".")[0] if self.path.name else ""
        if stem.lower() in {"index", "page", "readme", "_index"} and self.path.parent.name:
            return self.path.parent.name
        return self.path.stem or stem


@dataclass(frozen=True)
class Draft:
    """What an importer makes of a source; `finish` makes a post of it."""

    blocks: tuple[Block, ...]
    fields: Mapping[str, Any]
    pictures: tuple[Picture, ...] = ()
    findings: tuple[Finding, ...] = ()
    addresses: tuple[str, ...] = ()


def picture_folder(slug: str) -> str:
    """Return where the pictures of a post lie, seen from its notebook."""
    return f"images/{slug}"


def _names(source: Source) -> Iterator[str]:
    """Yield what other posts may call a post by its place: its name, then with folders above."""
    path = source.path.with_suffix("")
    parts = [part for part in path.parts if part not in {"/", "..", "."}]
    if len(parts) > 1 and parts[-1].lower() in {"index", "_index"}:
        parts.pop()
    yield parts[-1] if parts else ""
    yield from (f"/{'/'.join(parts[start:])}" for start in range(len(parts)))


def slug_of(source: Source) -> str:
    """Return the notebook's name; dates that Jekyll puts before it are left out."""
    stem = source.stem
    parts = stem.split("-", 3)
    is_dated = len(parts) == 4 and all(map(str.isdecimal, parts[:3]))  # noqa: PLR2004
    name = parts[3] if is_dated else stem
    return slugify(name, max_length=LONGEST_SLUG, word_boundary=True) or "post"


def finish(source: Source, draft: Draft, slug: str) -> Post:
    """Return the post of a draft.

    Raises
    ------
    UnreadableError
        If nothing is left of it.
    """
    if not any(block.text.strip() for block in draft.blocks):
        raise UnreadableError("there is no text in it")
    names = (source.file, source.path.name, *_names(source))
    return Post(
        source=source.file,
        digest=source.digest,
        slug=slug,
        fields=dict(draft.fields),
        blocks=draft.blocks,
        pictures=draft.pictures,
        addresses=tuple(dict.fromkeys((*draft.addresses, *names))),
        findings=draft.findings,
    )


def with_fields(draft: Draft, fields: Mapping[str, Any]) -> Draft:
    """Return a draft with more fields; those it has stay."""
    more = {name: value for name, value in fields.items() if value not in (None, "", [], ())}
    return replace(draft, fields={**more, **draft.fields})
