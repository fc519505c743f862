"""Blobs: files named after their content, so that the same bytes are kept once.

::

    BLOBS/3f/9a…      the file whose SHA-256 begins with 3f9a

A blob is written beside and renamed; one that is damaged counts as absent when it is read.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from galley.disk import write_whole

FOLDER = "blobs"
"""Where the blobs lie in the store."""


@dataclass(frozen=True)
class Blobs:
    """A folder of blobs; it need not be there yet."""

    folder: Path

    def put(self, data: bytes) -> str:
        """Keep bytes and return their digest.

        Raises
        ------
        EnvironmentFault
            If the disk does not let it.
        """
        digest = hashlib.sha256(data).hexdigest()
        # Read, not only looked for: what a power cut or a bad disk has damaged is healed here.
        if self.get(digest) is None:
            write_whole(self.path(digest), data)
        return digest

    def get(self, digest: str) -> bytes | None:
        """Return the bytes of a digest; ``None`` where they are absent or damaged.

        What is damaged is removed, so that the next `put` heals it.
        """
        path = self.path(digest)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        if hashlib.sha256(data).hexdigest() == digest:
            return data
        path.unlink(missing_ok=True)
        return None

    def holds(self, digest: str, size: int) -> bool:
        """Tell whether the bytes of a digest are there in their full size, without reading them."""
        return bool(digest) and self.size(digest) == size

    def size(self, digest: str) -> int:
        """Return how many bytes are kept under a digest; -1 where there are none."""
        try:
            return self.path(digest).stat().st_size
        except OSError:
            return -1

    def path(self, digest: str) -> Path:
        """Return where the bytes of a digest are, if they are kept."""
        return self.folder / digest[:2] / digest[2:]
