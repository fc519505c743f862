"""Cleaning the store: what nothing refers to goes, and the rest is bounded by age and size.

What a site needs to stay as it is never goes: the last good version of each page, and the newest
outcome of each article. What goes is made again when it is wanted.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from galley.blobs import FOLDER as BLOBS

_DIGEST = re.compile(rb"[0-9a-f]{64}")
# Folders of records that name blobs. Those of `made`, `cards`, `packed` and `pictures` are a
# convenience and may be made again. Those of `versions` say what was published; they stay.
_RECORDS = (
    *("runs", "pages", "made", "cards", "packed", "read", "shared", "pictures", "search"),
    "versions",
)
_BESIDE = ".new-"


@dataclass(frozen=True)
class Bounds:
    """What may stay in a store.

    Attributes
    ----------
    oldest
        Outcomes of an earlier day go, unless they are the newest of their article.
    most_bytes
        When the rest is larger, the oldest goes first.
    """

    oldest: date
    most_bytes: int

    @classmethod
    def of(cls, today: date, days: int, megabytes: float) -> Bounds:
        """Return the bounds that a number of days and of megabytes mean today."""
        return cls(today - timedelta(days=days), int(megabytes * 1_000_000))


@dataclass(frozen=True)
class Cleaned:
    """What went and what stays; sizes in bytes."""

    outcomes: int = 0
    files: int = 0
    removed_bytes: int = 0
    kept_bytes: int = 0


@dataclass(frozen=True)
class _Outcome:
    """One kept execution of an article."""

    path: Path
    article: str
    day: str
    is_newest: bool


@dataclass
class _Inventory:
    """What a store holds and which record names which blob; what goes is counted.

    Attributes
    ----------
    records
        Record → its size and the digests in it.
    blobs
        Digest → file and size of a blob.
    """

    is_dry: bool
    records: dict[Path, tuple[int, frozenset[str]]]
    blobs: dict[str, tuple[Path, int]]
    kept_bytes: int
    named: Counter[str] = field(default_factory=Counter)
    outcomes: int = 0
    files: int = 0
    removed_bytes: int = 0

    def __post_init__(self) -> None:
        for _, digests in self.records.values():
            self.named.update(digests)

    def drop_outcome(self, path: Path) -> None:
        """Remove an outcome and what only it names."""
        self.outcomes += self._drop_record(path)

    def drop_page(self, path: Path) -> None:
        """Remove what is remembered of a page and what only that names."""
        self.files += self._drop_record(path)

    def drop_unused_picture(self, path: Path) -> None:
        """Remove what is remembered of a picture that no page shows any more."""
        _, digests = self.records.get(path, (0, frozenset[str]()))
        if not any(self.named[digest] > 1 and digest in self.blobs for digest in digests):
            self.files += self._drop_record(path)

    def drop_unnamed(self) -> None:
        """Remove the blobs that nothing names."""
        for digest in [digest for digest in self.blobs if not self.named[digest]]:
            self._drop_blob(digest)

    def drop_file(self, path: Path, size: int) -> bool:
        """Remove a file, unless the system does not let it go."""
        with suppress(OSError):
            if not self.is_dry:
                path.unlink()
            self.removed_bytes += size
            self.kept_bytes -= size
            return True
        return False

    def _drop_record(self, path: Path) -> bool:
        size, digests = self.records.pop(path, (0, frozenset[str]()))
        if not size or not self.drop_file(path, size):
            return False
        self.named.subtract(digests)
        for digest in digests:
            if self.named[digest] <= 0 and digest in self.blobs:
                self._drop_blob(digest)
        return True

    def _drop_blob(self, digest: str) -> None:
        path, size = self.blobs.pop(digest)
        self.files += self.drop_file(path, size)


def clean_store(root: Path, content: Path, bounds: Bounds, *, is_dry: bool = False) -> Cleaned:
    """Clean a store whose lock is held.

    Parameters
    ----------
    root
        The store's folder.
    content
        The content folder; outcomes of notebooks that are gone from it go too.
    is_dry
        Only count.
    """
    stock = _take_inventory(root, is_dry=is_dry)
    for path in sorted(root.rglob(f"{_BESIDE}*")):
        # Left behind by a build that was killed while it wrote.
        stock.files += stock.drop_file(path, _size(path))
    outcomes = list(_outcomes(root))
    for outcome in outcomes:
        if _is_lost(outcome, content) or _is_too_old(outcome, bounds.oldest):
            stock.drop_outcome(outcome.path)
    for path in sorted((root / "pictures").glob("*.json")):
        stock.drop_unused_picture(path)
    stock.drop_unnamed()
    for outcome in sorted(outcomes, key=lambda each: (each.day, each.path)):
        if stock.kept_bytes > bounds.most_bytes and not outcome.is_newest:
            stock.drop_outcome(outcome.path)
    for path in _pages_oldest_first(root):
        if stock.kept_bytes > bounds.most_bytes:
            stock.drop_page(path)
    return Cleaned(stock.outcomes, stock.files, stock.removed_bytes, stock.kept_bytes)


def bound_store(root: Path, content: Path, bounds: Bounds) -> None:
    """Clean a store only where it has grown larger than it may be."""
    if _size_of_tree(str(root)) > bounds.most_bytes:
        clean_store(root, content, bounds)


def _size_of_tree(folder: str) -> int:
    total = 0
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                total += _size_of_tree(entry.path)
            else:
                total += entry.stat(follow_symlinks=False).st_size
    return total


def _take_inventory(root: Path, *, is_dry: bool) -> _Inventory:
    paths = (path for name in _RECORDS for path in (root / name).rglob("*.json"))
    blobs = sorted((root / BLOBS).glob("*/*"))
    return _Inventory(
        is_dry=is_dry,
        records={path: (_size(path), _digests_in(path)) for path in sorted(paths)},
        blobs={f"{path.parent.name}{path.name}": (path, _size(path)) for path in blobs},
        kept_bytes=sum(_size(path) for path in root.rglob("*")),
    )


def _is_lost(outcome: _Outcome, content: Path) -> bool:
    """Tell whether the notebook is no longer there."""
    return bool(outcome.article) and not (content / outcome.article).is_file()


def _is_too_old(outcome: _Outcome, oldest: date) -> bool:
    return not outcome.is_newest and outcome.day < oldest.isoformat()


def _pages_oldest_first(root: Path) -> list[Path]:
    """Return what is remembered of pages and their cards, which can be made again."""
    paths = [path for name in ("made", "cards") for path in (root / name).glob("*.json")]
    return sorted(paths, key=lambda path: (path.stat().st_mtime, path))


def _outcomes(root: Path) -> Iterator[_Outcome]:
    for folder in sorted((root / "runs").glob("*")):
        newest = {_newest(path) for path in folder.glob("last-*.json")}
        for path in sorted(folder.glob("*.json")):
            if not path.name.startswith("last-"):
                value = _read(path)
                article = value.get("parts", {}).get("notebook", "")
                yield _Outcome(path, article, str(value.get("day", "")), path.stem in newest)


def _newest(last: Path) -> str:
    keys = _read(last).get("keys")
    return str(keys[0]) if isinstance(keys, list) and keys else ""


def _digests_in(path: Path) -> frozenset[str]:
    """Return whatever looks like a digest: to keep a blob too many does no harm."""
    try:
        return frozenset(found.decode() for found in _DIGEST.findall(path.read_bytes()))
    except OSError:
        return frozenset()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size if path.is_file() else 0
    except OSError:
        return 0


def _read(path: Path) -> dict[str, Any]:
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}
