"""Cut faces kept in the user's cache, since cutting all of them takes seconds in every process.

A file's name holds the digest of what the face was made from, and the digest of what is in it. The
first finds it; the second proves it whole. A cache that is damaged, full or forbidden costs time
and nothing else.
"""

from __future__ import annotations

import hashlib
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class FaceCache:
    """A folder of cut faces; it need not be there yet. Without a folder nothing is kept."""

    folder: Path | None

    def read(self, key: str) -> bytes | None:
        """Return what was kept under the key; None if that is nothing, or not whole."""
        for path in self._found(key):
            with suppress(OSError):
                data = path.read_bytes()
                if path.name == _file_name(key, data):
                    return data
        return None

    def keep(self, key: str, data: bytes) -> None:
        """Keep the data under the key, if the disk allows it."""
        if self.folder is not None:
            with suppress(OSError):
                _write_whole(self.folder / _file_name(key, data), data)

    def _found(self, key: str) -> list[Path]:
        if self.folder is None:
            return []
        with suppress(OSError):
            return list(self.folder.glob(f"{key}-*.woff2"))
        return []


def _file_name(key: str, data: bytes) -> str:
    return f"{key}-{hashlib.sha256(data).hexdigest()}.woff2"


def _write_whole(path: Path, data: bytes) -> None:
    """Write beside and rename, so that other builds never read half a face."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as beside:
        made = Path(beside.name)
        try:
            beside.write(data)
            beside.close()
            made.replace(path)
        except OSError:
            beside.close()
            made.unlink(missing_ok=True)
            raise
