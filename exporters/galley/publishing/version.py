"""A published version: what lay where, and when; kept in the store as one JSON file.

::

    STORE/versions/TARGET/0007.json     the seventh version; the contents are blobs of the store
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Literal

from galley.disk import write_whole

FOLDER = "versions"
"""Where they lie in the store; `galley clean` keeps what they name."""
KEPT = 20
_SCHEMA = 1

Deed = Literal["publish", "undo", "unpublish"]


@dataclass(frozen=True)
class Counts:
    """How a version differs from the one before it."""

    new: int = 0
    changed: int = 0
    removed: int = 0
    files: int = 0
    size: int = 0


@dataclass(frozen=True)
class Version:
    """What was published to a target at one moment.

    Attributes
    ----------
    number
        1 for the first version of a target.
    when
        The moment, as ISO 8601 with its offset.
    target
        How the author knows the target.
    deed
        What brought it about.
    of
        The number of the version that an undo has published again; else 0.
    files
        Path → SHA-256.
    pages
        Path of an article's page → its title.
    lists
        Pages that list others.
    is_finished
        False from before anything is sent until all has arrived.
    """

    number: int
    when: str
    target: str
    files: Mapping[str, str] = field(repr=False)
    pages: Mapping[str, str] = field(default_factory=dict, repr=False)
    lists: tuple[str, ...] = ()
    deed: Deed = "publish"
    of: int = 0
    counts: Counts = Counts()
    is_finished: bool = False

    @property
    def id(self) -> str:
        """What the record at the target calls it; no other version has it."""
        files = sorted(self.files.items())
        told = json.dumps([self.number, self.when, self.target, files], ensure_ascii=False)
        return hashlib.sha256(told.encode()).hexdigest()[:32]


@dataclass(frozen=True)
class Versions:
    """The versions of one target in the store.

    Attributes
    ----------
    folder
        Need not be there yet.
    """

    folder: Path

    def read(self) -> tuple[Version, ...]:
        """Return all versions, the oldest first; a damaged one counts as absent."""
        paths = sorted(self.folder.glob("*.json")) if self.folder.is_dir() else []
        return tuple(version for path in paths if (version := _read(path)))

    def write(self, version: Version) -> None:
        """Keep a version, in place of an earlier state of the same.

        Raises
        ------
        EnvironmentFault
            If the disk does not let it.
        """
        value = {"schema": _SCHEMA, **asdict(version)}
        data = json.dumps(value, indent=1, ensure_ascii=False).encode() + b"\n"
        write_whole(self.folder / f"{version.number:04}.json", data)

    def bound(self, count: int = KEPT) -> None:
        """Let go of all but the newest."""
        for path in sorted(self.folder.glob("*.json"))[:-count]:
            path.unlink(missing_ok=True)


def versions_of(store: Path, target: str) -> Versions:
    """Return the versions of a target, by its name in ``site.toml``."""
    return Versions(store / FOLDER / target)


def published_targets(store: Path) -> dict[str, tuple[Version, ...]]:
    """Return the versions of each target to which anything was published, by its name."""
    folders = sorted((store / FOLDER).iterdir()) if (store / FOLDER).is_dir() else []
    found = {folder.name: Versions(folder).read() for folder in folders}
    return {name: versions for name, versions in found.items() if versions}


def public_version(versions: tuple[Version, ...]) -> Version | None:
    """Return the version that readers see; None where nothing was published."""
    return next((each for each in reversed(versions) if each.is_finished), None)


def _read(path: Path) -> Version | None:
    try:
        value: dict[str, Any] = json.loads(path.read_bytes())
        if value.pop("schema") != _SCHEMA:
            return None
        counts, lists = Counts(**value.pop("counts")), tuple(value.pop("lists"))
        return Version(counts=counts, lists=lists, **value)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
