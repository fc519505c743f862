"""The files and folders that an execution used, by name and with their digests."""

# Paths are text here: thousands of them are compared.
# ruff: noqa: PTH112, PTH116, PTH117, PTH118

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from galley.execution.tracing.places import is_of_figures
from galley.execution.tracing.present import Present
from galley.execution.tracing.record import FileUse, Record
from galley.execution.tracing.trace import CHANGED_MEANWHILE


@dataclass(frozen=True)
class UsedFiles:
    """What a record tells of files."""

    record: Record
    present: Present

    @cached_property
    def modules(self) -> dict[str, str]:
        """Loaded modules that no installed package holds → digest."""
        return dict(self._digests(self.record.modules))

    @cached_property
    def own_modules(self) -> tuple[str, ...]:
        """The author's modules: all but those of the figure library, which reads only its own."""
        return tuple(n for n in self.modules if n.endswith(".py") and not is_of_figures(n))

    @cached_property
    def files(self) -> dict[str, str]:
        """Files that were read, and not written before → digest; empty where there was none."""
        read = {path: use for path, use in self.record.files.items() if not use.is_made}
        return {n: digest for n, digest in self._digests(read) if n not in self.modules}

    @cached_property
    def made(self) -> tuple[str, ...]:
        """Files in the content folder that were written before anything read them."""
        paths = (path for path, use in self.record.files.items() if use.is_made)
        names = set(map(self.present.places.name_of, paths)) - {""}
        return tuple(sorted(name for name in names if not os.path.isabs(name)))

    @cached_property
    def folders(self) -> dict[str, str]:
        """Folders that were listed, and not made before → digest of the names in them."""
        made = frozenset(self.made)
        names = set(map(self.present.places.name_of, self.record.folders)) - {"", *self.made}
        return {name: self.present.folder_digest(name, made) for name in sorted(names)}

    def _digests(self, uses: Mapping[str, FileUse]) -> Iterator[tuple[str, str]]:
        for path, use in sorted(uses.items()):
            name = self.present.places.name_of(path)
            is_passing = os.path.isabs(name) and _is_passing(path)
            if name and not is_passing and not os.path.isdir(path):
                yield name, self._digest(name, path, use)

    def _digest(self, name: str, path: str, use: FileUse) -> str:
        """Return a file's digest, unless it may be another file than the one that was read."""
        if use.is_written or use.sizes == {_size(path)}:
            return self.present.digest(name)
        return CHANGED_MEANWHILE


def _size(path: str) -> tuple[int, int]:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return -1, 0
    return found.st_size, found.st_mtime_ns


def _is_passing(path: str) -> bool:
    """Tell whether a file is gone that lay where programs keep what they need for a moment."""
    temporary = os.path.join(os.path.realpath(tempfile.gettempdir()), "")
    return os.path.realpath(path).startswith(temporary) and not os.path.lexists(path)
