"""A memory of what was made: one small JSON record for each page, valid under its key and seal."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from galley.disk import write_whole
from galley.seal import read_sealed, sealed

_SCHEMA = 1


@dataclass
class Memo:
    """A folder of records; one that is damaged, or not this user's, counts as absent."""

    folder: Path
    _used: set[str] = field(default_factory=set)

    def recall(self, name: str, key: str) -> Mapping[str, Any] | None:
        """Return what was kept for a name under this very key, else None."""
        path = self._path(name)
        self._used.add(path.name)
        record = read_sealed(path, self._sealed_name(path))
        is_valid = record is not None and record.get("key") == key
        return record if record and is_valid and record.get("schema") == _SCHEMA else None

    def keep(self, name: str, key: str, record: Mapping[str, Any]) -> None:
        """Keep a record in place of the former one of its name."""
        path = self._path(name)
        self._used.add(path.name)
        value = {**record, "schema": _SCHEMA, "key": key}
        write_whole(path, sealed(value, self._sealed_name(path)))

    def note_use(self, name: str) -> None:
        """Keep the record of a name, though nobody has read it."""
        self._used.add(self._path(name).name)

    def forget_unused(self) -> None:
        """Let go of the records of pages that nobody has asked for."""
        for path in self.folder.glob("*.json") if self.folder.is_dir() else ():
            if path.name not in self._used:
                path.unlink(missing_ok=True)

    def forget_all(self) -> None:
        """Let go of every record."""
        for path in self.folder.glob("*.json") if self.folder.is_dir() else ():
            path.unlink(missing_ok=True)

    def _sealed_name(self, path: Path) -> str:
        return f"{self.folder.name}/{path.name}"

    def _path(self, name: str) -> Path:
        return self.folder / f"{file_name(name)}.json"


def file_name(name: str) -> str:
    """Return a name that every disk takes, is readable and differs for each text."""
    readable = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")[-60:]
    return f"{readable}-{hashlib.sha256(name.encode()).hexdigest()[:8]}".lstrip("-")


def key_of_parts(parts: Collection[object]) -> str:
    """Return a digest of values whose ``repr`` says all of them."""
    return hashlib.sha256("\0".join(map(repr, parts)).encode()).hexdigest()
