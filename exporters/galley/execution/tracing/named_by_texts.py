"""Files that the code names in texts: no event tells of those that a library opens in C."""

# Paths are text here: hundreds of candidates are tried.
# ruff: noqa: PTH111, PTH112, PTH118, PTH120, PTH207

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from glob import glob
from itertools import islice, product

from galley.execution.tracing.opened_in_c import libraries_in_c
from galley.execution.tracing.present import Present
from galley.execution.tracing.ran import Ran
from galley.execution.tracing.record import Record
from galley.execution.tracing.syntax import CodeFacts
from galley.execution.tracing.used_files import UsedFiles

_FILE_NAME = re.compile(r".*\.\w{1,8}")
_GLOB_SIGNS = re.compile(r"[*?\[]")
_MOST_PAIRS = 4000
_MOST_FILES = 20_000


@dataclass(frozen=True)
class NamedByTexts:
    """What the texts in cells and in the author's modules name, seen from where they stand."""

    record: Record
    ran: Ran
    present: Present
    used: UsedFiles
    facts: CodeFacts

    @cached_property
    def files(self) -> dict[str, str]:
        """Files that a text names, and that no event told of → digest."""
        paths = set(self._named_files)
        if libraries_in_c(self.facts):
            paths |= set(islice(self._in_named_folders(), _MOST_FILES))
        return {name: self.present.digest(name) for name in self._names_of(paths)}

    @cached_property
    def absent(self) -> dict[str, str]:
        """Files that the code may have asked for without opening them, which are not there."""
        if not self.facts.asks_whether_files_exist:
            return {}
        paths = {p for p in self._meant if _FILE_NAME.fullmatch(p) and not os.path.lexists(p)}
        return dict.fromkeys(self._names_of(paths), "")

    def _names_of(self, paths: set[str]) -> list[str]:
        known = {"", *self.used.files, *self.used.modules, *self.used.made}
        return sorted({self.present.places.name_of(path) for path in paths} - known)

    @cached_property
    def _meant(self) -> tuple[str, ...]:
        """Each text as a path, from the notebook's folder or that of the module it stands in."""
        here = os.fspath(self.ran.folder)
        found = [(here, text) for text in self.facts.texts]
        for name in self.used.own_modules:
            folder = os.path.dirname(self.present.places.path_of(name))
            found += [(folder, text) for text in self.present.facts_of(name).texts]
        return tuple(dict.fromkeys(_joined(folder, text) for folder, text in found))

    @cached_property
    def _folders(self) -> tuple[str, ...]:
        inside = (path for path in self._meant if self.present.places.name_of(path))
        return tuple(path for path in inside if os.path.isdir(path))

    @property
    def _named_files(self) -> Iterator[str]:
        """Yield files that a text names, by itself or in a folder that another text names."""
        pairs = islice(product(self._folders, sorted(self.facts.texts)), _MOST_PAIRS)
        candidates = {*self._meant, *(_joined(folder, text) for folder, text in pairs)}
        yield from filter(os.path.isfile, candidates)

    def _in_named_folders(self) -> Iterator[str]:
        """Yield what a library may have opened in folders and by patterns that the code names."""
        for folder in dict.fromkeys((*self._folders, *sorted(self.record.folders))):
            if folder != os.fspath(self.ran.folder) and self.present.places.name_of(folder):
                for place, _, names in os.walk(folder):
                    yield from (os.path.join(place, name) for name in names)
        for path in filter(_GLOB_SIGNS.search, self._meant):
            yield from filter(os.path.isfile, glob(path, recursive=True))


def _joined(folder: str, text: str) -> str:
    return os.path.normpath(os.path.join(folder, os.path.expanduser(text)))
