"""Installed packages: which one holds a module, in which version, and what it rests on.

Everything is read from names of ``*.dist-info`` folders and the texts in them, never by importing,
so that it also works for the environment of another kernel.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

# Folders that describe a package: today's, and those of setup.py and of Linux distributions.
_SUFFIXES = (".dist-info", ".egg-info")
_REQUIREMENT = re.compile(r"Requires-Dist:\s*([A-Za-z0-9][\w.-]*)(.*)")
_EXTRA = re.compile(r"extra\s*==\s*['\"]([^'\"]+)['\"]")
# Extras that serve a package's developers, not its users.
_FOR_DEVELOPERS = re.compile(r"dev|doc|lint|test|typing|build|bench|ci$|style|cov")


@dataclass(frozen=True)
class Installed:
    """The packages in some folders of one Python; what was read once is remembered.

    Attributes
    ----------
    sites
        The ``site-packages`` folders; the first one with a package counts.
    """

    sites: tuple[str, ...]
    _holders: dict[str, str] = field(default_factory=dict, compare=False, repr=False)
    _rested_on: dict[str, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    @cached_property
    def versions(self) -> dict[str, str]:
        """Package → version, by the names of folders: far faster than reading each."""
        return {name: version for name, (version, _) in self._packages.items()}

    @cached_property
    def top_names(self) -> frozenset[str]:
        """The names that can be imported, as far as the names of files and folders tell."""
        names = (name for entries in self._entries.values() for name in entries)
        return frozenset(name.partition(".")[0] for name in names if not name.endswith(_SUFFIXES))

    def version_of(self, package: str) -> str:
        """Return a package's version; empty where it is not installed."""
        return self.versions.get(package, "")

    def holder_of(self, module: str) -> str:
        """Return the package that holds a top-level module; empty where none says so."""
        if module not in self._holders:
            self._holders[module] = self._find_holder(module)
        return self._holders[module]

    def rests_on(self, package: str) -> tuple[str, ...]:
        """Return the installed packages that a package names as its own or as optional ones."""
        if package not in self._rested_on:
            self._rested_on[package] = tuple(sorted(set(self._requirements(package))))
        return self._rested_on[package]

    @cached_property
    def _entries(self) -> dict[str, tuple[str, ...]]:
        return {site: _names_in(site) for site in self.sites}

    @cached_property
    def _packages(self) -> dict[str, tuple[str, Path]]:
        found: dict[str, tuple[str, Path]] = {}
        for site, names in self._entries.items():
            for entry in names:
                if entry.endswith(_SUFFIXES):
                    name, version, *_ = f"{entry.rpartition('.')[0]}--".split("-")
                    found.setdefault(normal_name(name), (version, Path(site, entry)))
        return found

    def _find_holder(self, module: str) -> str:
        same = normal_name(module)
        if same in self._packages and self._lists(same, module):
            return same
        return next((name for name in self._packages if self._lists(name, module)), "")

    def _lists(self, package: str, module: str) -> bool:
        """Tell whether a package's list of files has the module."""
        text = self._records.get(package)
        if text is None:
            listed = self._text(package, "RECORD") or self._text(package, "top_level.txt")
            text = self._records[package] = f"\n{listed}\n"
        return any(f"\n{module}{end}" in text for end in ("/", ".", "\n"))

    @cached_property
    def _records(self) -> dict[str, str]:
        return {}

    def _requirements(self, package: str) -> Iterator[str]:
        described = self._text(package, "METADATA") or self._text(package, "PKG-INFO")
        for line in described.partition("\n\n")[0].splitlines():
            match = _REQUIREMENT.match(line)
            if match and normal_name(match[1]) in self._packages and not _for_developers(match[2]):
                yield normal_name(match[1])

    def _text(self, package: str, file: str) -> str:
        try:
            path = self._packages[package][1] / file
            return path.read_text(encoding="utf-8", errors="replace")
        except (KeyError, OSError):
            return ""


def normal_name(package: str) -> str:
    """Return a package's name in the one spelling by which names are compared."""
    return re.sub(r"[-_.]+", "-", package).lower()


def _for_developers(marker: str) -> bool:
    extra = _EXTRA.search(marker)
    return extra is not None and _FOR_DEVELOPERS.search(extra[1].lower()) is not None


def _names_in(folder: str) -> tuple[str, ...]:
    try:
        return tuple(sorted(os.listdir(folder)))  # noqa: PTH208 - thousands of names
    except OSError:
        return ()
