"""What an import does to the content folder: decided first, so that nothing is lost by it.

What was imported is remembered in the store::

    CONTENT/.galley/imports.json   source → its digest, the digests of what was written
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from galley.disk import refuse_links, write_whole
from galley.findings import Finding
from galley.importing.notebook import notebook_of
from galley.importing.post import Post
from galley.importing.settled_findings import (
    changed_finding,
    edited_finding,
    removed_finding,
    taken_finding,
)

RECORD = "imports.json"
_STORE = ".galley"
_SUFFIXES = (".ipynb", ".md", ".qmd")


class Fate(StrEnum):
    """What becomes of a post."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    CHANGED = "changed"
    EDITED = "edited"
    REMOVED = "removed"
    TAKEN = "taken"

    @property
    def is_written(self) -> bool:
        """Whether its notebook is written."""
        return self in {Fate.NEW, Fate.UPDATED}

    @property
    def is_refused(self) -> bool:
        """Whether the author asked for something that was not done."""
        return self in {Fate.EDITED, Fate.TAKEN}


@dataclass(frozen=True)
class Imported:
    """A post, what becomes of it, and the files that it is made of.

    Attributes
    ----------
    files
        Path under the content folder → bytes; the notebook first.
    kept_aside
        Those among them that are there already, and are copied before they are written over.
    """

    post: Post
    fate: Fate
    files: Mapping[str, bytes]
    finding: Finding | None = None
    kept_aside: tuple[str, ...] = ()

    @property
    def notebook(self) -> str:
        """The notebook's path under the content folder."""
        return next(iter(self.files))


@dataclass(frozen=True)
class Remembered:
    """What is known of an earlier import of a source.

    Attributes
    ----------
    written
        Path under the content folder → digest of what was written there; the notebook first.
    """

    digest: str
    written: Mapping[str, str] = field(default_factory=dict)


def read_records(root: Path) -> dict[str, Remembered]:
    """Return what was imported before; nothing where that is not known any more."""
    try:
        records = json.loads((root / _STORE / RECORD).read_bytes())["imports"]
        return {
            str(source): Remembered(str(each["digest"]), dict(each["written"]))
            for source, each in records.items()
            if each["written"]
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def write_records(root: Path, records: Mapping[str, Remembered]) -> None:
    """Remember what was imported."""
    store = root / _STORE
    refuse_links(store)
    if not (store / ".gitignore").exists():
        write_whole(store / ".gitignore", b"*\n")
    value = {
        "schema": 1,
        "imports": {
            source: {"digest": each.digest, "written": dict(each.written)}
            for source, each in sorted(records.items())
        },
    }
    write_whole(store / RECORD, json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n")


def record_name(post: Post, path: Path, root: Path) -> str:
    """Return what a source is remembered by: its way from the content folder."""
    name = post.source.partition("#")[2]
    try:
        way = Path(os.path.relpath(path.resolve(), root.resolve())).as_posix()
    except ValueError:  # on another drive of Windows
        way = path.resolve().as_posix()
    return f"{way}#{name}" if name else way


def settle_imports(
    posts: Sequence[tuple[Post, str]],
    root: Path,
    records: Mapping[str, Remembered],
    *,
    is_update: bool,
) -> tuple[Imported, ...]:
    """Decide what becomes of each post.

    Parameters
    ----------
    posts
        Each with what its source is remembered by.
    """

    def digest_at(path: str) -> str | None:
        return _digest_of(root / path)

    return tuple(
        _settled(post, records.get(name), digest_at, is_update=is_update) for post, name in posts
    )


def _settled(
    post: Post,
    before: Remembered | None,
    digest_at: Callable[[str], str | None],
    *,
    is_update: bool,
) -> Imported:
    # The notebook keeps the place that it has, whatever the source is called now.
    files = _files_of(post, next(iter(before.written)) if before else f"{post.slug}.ipynb")
    notebook = next(iter(files))
    if before is None and digest_at(notebook) == _digest(files[notebook]):
        # The record is lost, or was never written because the import was stopped.
        return Imported(post, Fate.UNCHANGED, files)
    is_gone = digest_at(notebook) is None
    if before is None or (is_gone and is_update):
        return _new(post, files, digest_at)
    if is_gone:
        return Imported(post, Fate.REMOVED, files, removed_finding(post, notebook))
    if post.digest == before.digest:
        return Imported(post, Fate.UNCHANGED, files)
    if not is_update:
        return Imported(post, Fate.CHANGED, files, changed_finding(post, notebook))
    return _updated(post, before, files, digest_at)


def _updated(
    post: Post,
    before: Remembered,
    files: Mapping[str, bytes],
    digest_at: Callable[[str], str | None],
) -> Imported:
    there = {path: digest_at(path) for path in (*before.written, *files)}
    edited = [
        path for path, digest in there.items() if digest not in {before.written.get(path), None}
    ]
    if edited:
        return Imported(post, Fate.EDITED, files, edited_finding(post, edited[0]))
    return Imported(post, Fate.UPDATED, files, None, tuple(path for path in files if there[path]))


def _new(
    post: Post, files: Mapping[str, bytes], digest_at: Callable[[str], str | None]
) -> Imported:
    stem = next(iter(files)).removesuffix(".ipynb")
    taken = [f"{stem}{suffix}" for suffix in _SUFFIXES if digest_at(f"{stem}{suffix}")]
    taken += [path for path, data in files.items() if digest_at(path) not in {None, _digest(data)}]
    if taken:
        return Imported(post, Fate.TAKEN, files, taken_finding(post, taken[0]))
    return Imported(post, Fate.NEW, files)


def _files_of(post: Post, notebook: str) -> dict[str, bytes]:
    return {notebook: notebook_of(post)} | {each.path: each.data for each in post.pictures}


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _digest_of(path: Path) -> str | None:
    try:
        return _digest(path.read_bytes())
    except IsADirectoryError:
        return "a folder"
    except OSError:
        return None


def remembered(imported: Imported) -> Remembered:
    """Return what is to be remembered of a post that was written."""
    written = {path: _digest(data) for path, data in imported.files.items()}
    return Remembered(imported.post.digest, written)


def as_record(imported: Imported) -> dict[str, Any]:
    """Return a post as JSON values, without its findings."""
    return {
        "source": imported.post.source,
        "notebook": imported.notebook,
        "fate": imported.fate.value,
        "files": list(imported.files),
    }
