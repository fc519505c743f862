"""What files, folders, variables and packages are like now; each is looked at once in a build."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar, cast

from galley.execution.tracing.packages import Installed
from galley.execution.tracing.places import Places
from galley.execution.tracing.syntax import CodeFacts, read_module
from galley.seen import SeenFiles

Made = TypeVar("Made")

_MODULE_FILE = re.compile(r"(?P<name>[A-Za-z_]\w*)(?:\.[\w-]+)*\.(?:py|so|pyd)")

_IMPORT_LINE = re.compile(r"^\s*(?:from|import)\s+([A-Za-z_]\w*)", re.MULTILINE)


@dataclass
class Present:
    """The present state of everything that articles may have read.

    Attributes
    ----------
    variables
        The environment variables that kernels inherit.
    python, executable, sites
        The Python that runs Galley, which most kernels use as well, and its package folders.
    read_beside
        Returns path → digest of all files that code beside the articles could read; called only
        for kernels whose reading cannot be traced.
    """

    places: Places
    seen: SeenFiles = field(default_factory=SeenFiles)
    variables: Mapping[str, str] = field(default_factory=dict)
    python: str = ""
    executable: str = ""
    sites: tuple[str, ...] = ()
    read_beside: Callable[[], Mapping[str, str]] = dict
    _digests: dict[str, str] = field(default_factory=dict)
    _names: dict[str, tuple[str, ...]] = field(default_factory=dict)
    _importable: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)
    _installed: dict[tuple[str, ...], Installed] = field(default_factory=dict)
    _facts: dict[str, CodeFacts] = field(default_factory=dict)
    _tops: dict[str, frozenset[str]] = field(default_factory=dict)
    _remembered: dict[Hashable, object] = field(default_factory=dict)

    def afresh(self) -> Present:
        """Return the same with a new look at files and folders: a run has gone by."""
        return replace(self, _digests={}, _names={}, _importable={})

    def digest(self, name: str) -> str:
        """Return a file's digest; empty where there is none that can be read."""
        if name not in self._digests:
            self._digests[name] = self.seen.digest(self.places.path_of(name))
        return self._digests[name]

    def folder_digest(self, name: str, made: frozenset[str]) -> str:
        """Return a digest of the names in a folder, without those of files an article made."""
        if name not in self._names:
            self._names[name] = tuple(self.places.names_in(name))
        names = [entry for entry in self._names[name] if _joined(name, entry) not in made]
        return digest_of_text("\0".join(names))

    def variable_digest(self, name: str) -> str:
        """Return a digest of an environment variable's value; empty where it is not set."""
        value = self.variables.get(name)
        return "" if value is None else digest_of_text(value)

    def installed(self, sites: tuple[str, ...]) -> Installed:
        """Return what is installed in the package folders of a Python."""
        if sites not in self._installed:
            self._installed[sites] = Installed(sites)
        return self._installed[sites]

    def importable(self, folder: str) -> Mapping[str, tuple[str, ...]]:
        """Return top name → files and packages in a folder that an import of it would find."""
        if folder not in self._importable:
            self._importable[folder] = _importable_in(folder, self.places)
        return self._importable[folder]

    def facts_of(self, name: str) -> CodeFacts:
        """Return what a module's code says; an unreadable one says nothing."""
        digest = self.digest(name)
        if digest not in self._facts:
            self._facts[digest] = read_module(self.text_of(name))
        return self._facts[digest]

    def import_tops_of(self, name: str) -> frozenset[str]:
        """Return the top names that a module's lines of import name: far faster than its facts."""
        digest = self.digest(name)
        if digest not in self._tops:
            self._tops[digest] = frozenset(_IMPORT_LINE.findall(self.text_of(name)))
        return self._tops[digest]

    def text_of(self, name: str) -> str:
        """Return a file's text; empty where it cannot be read."""
        try:
            return Path(self.places.path_of(name)).read_text(encoding="utf-8", errors="replace")
        except (OSError, ValueError):
            return ""

    def remember(self, key: Hashable, make: Callable[[], Made]) -> Made:
        """Return what was made of a key before, or make it; the key says what it is made of."""
        if key not in self._remembered:
            self._remembered[key] = make()
        return cast("Made", self._remembered[key])

    def beside(self) -> Mapping[str, str]:
        """Return path → digest of all files that code beside the articles could read."""
        return self.remember("beside", self.read_beside)


def digest_of_text(text: str) -> str:
    """Return the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _joined(folder: str, entry: str) -> str:
    return entry if folder == "." else f"{folder}/{entry}"


def _importable_in(folder: str, places: Places) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for entry in places.names_in(folder):
        match = _MODULE_FILE.fullmatch(entry)
        if match:
            name = match["name"]
        elif entry.isidentifier() and Path(places.path_of(folder), entry, "__init__.py").is_file():
            name = entry
        else:
            continue
        found[name] = (*found.get(name, ()), _joined(folder, entry))
    return found
