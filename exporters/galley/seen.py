"""Digests of files, computed again only where a file has changed since it was last read.

A file counts as unchanged as long as its size, its times and its number on the disk are the same.
The time of the last change of the inode is among them, which no editor, copy or check-out can set
back. What changed within a blink before it was read could change once more without a trace, so
such a file is read again by the next build.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from galley.disk import write_whole

Signature = tuple[int, int, int, int]
"""Size, time of change of the content, time of change of the inode (both in ns), inode."""

FILE_NAME = "seen.json"
_SCHEMA = 1
# Linux counts time in steps of at most 10 ms; disks of cameras and sticks in steps of 2 s.
_BLINK_NS = 50_000_000
_COARSE_BLINK_NS = 2_500_000_000
_SECOND_NS = 1_000_000_000


@dataclass
class SeenFiles:
    """What is known of files; `digest` reads only those that are new or have changed.

    Attributes
    ----------
    known
        Path → signature and digest.
    clock
        The present time in ns, in the system's own count of file times.
    """

    known: dict[str, tuple[Signature, str]] = field(default_factory=dict)
    clock: Callable[[], int] = time.time_ns
    _is_unsettled: set[str] = field(default_factory=set)
    _used: set[str] = field(default_factory=set)

    def digest(self, path: str | Path) -> str:
        """Return the SHA-256 of a file in hex; empty where there is no file that can be read."""
        place = os.fspath(path)
        try:
            found = os.stat(place)  # noqa: PTH116 - called for every file of a site
        except (OSError, ValueError):
            return ""
        signature = (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)
        self._used.add(place)
        before = self.known.get(place)
        if before is not None and before[0] == signature:
            return before[1]
        return self._read(place, signature) if stat.S_ISREG(found.st_mode) else ""

    def has_content(self, path: Path, digest: str) -> bool:
        """Tell whether a plain file, no link, holds exactly what the digest says."""
        return self.digest(path) == digest and not path.is_symlink()

    def write(self, folder: Path) -> None:
        """Keep what was seen and used by this build, without what may still be changing."""
        kept = {
            path: [*self.known[path][0], self.known[path][1]]
            for path in sorted(self._used & self.known.keys() - self._is_unsettled)
        }
        data = json.dumps({"schema": _SCHEMA, "files": kept}, ensure_ascii=False)
        write_whole(folder / FILE_NAME, data.encode("utf-8", "surrogateescape"))

    def _read(self, place: str, signature: Signature) -> str:
        started_ns = self.clock()
        try:
            with open(place, "rb") as file:  # noqa: PTH123 - as above
                digest = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError:
            return ""
        self.known[place] = (signature, digest)
        changed_ns = max(signature[1], signature[2])
        is_coarse = signature[1] % _SECOND_NS == 0 and signature[2] % _SECOND_NS == 0
        if started_ns - changed_ns < (_COARSE_BLINK_NS if is_coarse else _BLINK_NS):
            self._is_unsettled.add(place)
        else:
            self._is_unsettled.discard(place)
        return digest


def read_seen(folder: Path) -> SeenFiles:
    """Read what earlier builds have seen; nothing where that is absent or damaged."""
    try:
        value = json.loads((folder / FILE_NAME).read_bytes().decode("utf-8", "surrogateescape"))
        if value["schema"] != _SCHEMA:
            return SeenFiles()
        files = {path: ((a, b, c, d), e) for path, (a, b, c, d, e) in value["files"].items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return SeenFiles()
    return SeenFiles(files)
