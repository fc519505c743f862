"""What this computer remembers of files that lie elsewhere, so that they need not be fetched.

A server tells of a file its size and a mark that changes with it: an ETag, a moment. Beside the
digest of what was sent, that is enough to know the next time that nobody has changed it. What is
remembered lies in the user's cache; without it, files are fetched to be compared, and nothing else
is different.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from galley.findings import EnvironmentFault
from galley.locations.address import read_address
from galley.locations.cache import cache_folder, write_cached
from galley.site.published import digest_of

_FILE = "seen.json"


class Remembered:
    """The digests of files at one target.

    Parameters
    ----------
    folder
        Where they are kept; None where there is no such place.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._known = _read(folder / _FILE) if folder else {}
        self._marks: dict[str, str] = {}
        self._sent: dict[str, str] = {}

    def digest(self, path: str) -> str:
        """Return the digest of a file as listed last; empty where only a fetch would tell."""
        mark, digest = self._known.get(path, ("", ""))
        return digest if mark and mark == self._marks.get(path) else ""

    def note_sent(self, path: str, data: bytes) -> None:
        """Hear what was sent; what its mark is, the next listing tells."""
        self._sent[path] = digest_of(data)

    def note_listed(self, marks: Mapping[str, str]) -> None:
        """Hear what a target lists: path → mark, empty where it tells none."""
        self._marks = dict(marks)
        for path, digest in self._sent.items():
            self._known[path] = (marks.get(path, ""), digest)
        self._known = {path: each for path, each in self._known.items() if path in marks}
        if self._sent:
            self._keep()
        self._sent.clear()

    def _keep(self) -> None:
        if self._folder is not None:
            with suppress(EnvironmentFault):
                write_cached(self._folder / _FILE, json.dumps(self._known).encode())


def remembered_of(words: str) -> Remembered:
    """Return what is remembered of a target's address."""
    try:
        return Remembered(cache_folder("targets", read_address(words)))
    except EnvironmentFault:
        return Remembered(None)


def _read(file: Path) -> dict[str, tuple[str, str]]:
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
        return {str(path): (str(mark), str(digest)) for path, (mark, digest) in value.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
