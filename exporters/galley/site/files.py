"""The files of a site: what lies where, by digest, so that a large site needs little memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from galley.findings import EnvironmentFault


class VanishedError(EnvironmentFault):
    """Something that was made for the site is no longer in the store, or is damaged there."""


class BlobStore(Protocol):
    """Keeps bytes by their digest: `galley.blobs.Blobs` on the disk, `MemoryBlobs` in memory."""

    def put(self, data: bytes) -> str:
        """Keep bytes and return their digest."""

    def get(self, digest: str) -> bytes | None:
        """Return the bytes of a digest; ``None`` where they are absent."""


@dataclass(frozen=True)
class MemoryBlobs:
    """Blobs that are kept as long as the object is."""

    kept: dict[str, bytes] = field(default_factory=dict, repr=False)

    def put(self, data: bytes) -> str:
        """Keep bytes and return their digest."""
        digest = hashlib.sha256(data).hexdigest()
        self.kept[digest] = data
        return digest

    def get(self, digest: str) -> bytes | None:
        """Return the bytes of a digest; ``None`` where they are absent."""
        return self.kept.get(digest)


@dataclass(frozen=True)
class Overlay:
    """Keeps new bytes in memory, above blobs that are kept elsewhere.

    Lists and feeds change with every article and are made at every build, so no store needs them.

    Attributes
    ----------
    on_disk
        Digest → the author's file that holds those bytes, which is read when it is published.
    """

    below: BlobStore
    above: MemoryBlobs = field(default_factory=MemoryBlobs)
    on_disk: dict[str, Path] = field(default_factory=dict, repr=False)

    def put(self, data: bytes) -> str:
        """Keep bytes and return their digest."""
        return self.above.put(data)

    def get(self, digest: str) -> bytes | None:
        """Return the bytes of a digest; ``None`` where they are absent."""
        if digest in self.on_disk:
            return _read_unchanged(self.on_disk[digest], digest)
        data = self.above.get(digest)
        return self.below.get(digest) if data is None else data


def _read_unchanged(path: Path, digest: str) -> bytes | None:
    """Return what is in a file, unless somebody has changed it since its digest was taken."""
    try:
        data = path.read_bytes()
    except OSError:
        return None
    return data if hashlib.sha256(data).hexdigest() == digest else None


@dataclass(frozen=True)
class SiteFiles(Mapping[str, bytes]):
    """Path inside the site → content, read only when it is asked for.

    Attributes
    ----------
    digests
        Path → SHA-256 of the content, in hex.
    """

    digests: Mapping[str, str] = field(default_factory=dict)
    blobs: BlobStore = field(default_factory=MemoryBlobs, repr=False, compare=False)

    def __getitem__(self, path: str) -> bytes:
        data = self.blobs.get(self.digests[path])
        if data is None:
            raise VanishedError(
                f"what was made for {path} has vanished from the store",
                "Build again: it will be made once more.",
            )
        return data

    def __iter__(self) -> Iterator[str]:
        return iter(self.digests)

    def __len__(self) -> int:
        return len(self.digests)


def as_site_files(files: Mapping[str, bytes]) -> SiteFiles:
    """Return any mapping of files as `SiteFiles`."""
    if isinstance(files, SiteFiles):
        return files
    blobs = MemoryBlobs()
    return SiteFiles({path: blobs.put(data) for path, data in files.items()}, blobs)
