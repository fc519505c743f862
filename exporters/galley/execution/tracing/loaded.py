"""Which packages an execution rested on, and where a file of the author could hide one."""

# Paths are text here: thousands of them are compared.
# ruff: noqa: PTH112, PTH120

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from galley.execution.tracing.packages import Installed
from galley.execution.tracing.places import FIGURES, is_of_figures
from galley.execution.tracing.present import Present
from galley.execution.tracing.record import Record
from galley.execution.tracing.syntax import CodeFacts
from galley.execution.tracing.used_files import UsedFiles

# What every kernel is made of; an article depends on it only where its own code imports it.
_MACHINERY = frozenset(
    {
        "IPython",
        "comm",
        "debugpy",
        "ipykernel",
        "jupyter_client",
        "jupyter_core",
        "pexpect",
        "psutil",
        "ptyprocess",
        "tornado",
        "traitlets",
        "zmq",
    }
)
# These decide how results are shown, so that every execution depends on them.
_SHOWN_BY = ("ipykernel", "ipython")
_STANDARD = sys.stdlib_module_names | frozenset(sys.builtin_module_names)


@dataclass(frozen=True)
class Loaded:
    """What a record and the code tell of imports."""

    record: Record
    present: Present
    used: UsedFiles
    facts: CodeFacts

    @cached_property
    def packages(self) -> dict[str, str]:
        """Installed packages that were used → version."""
        tops = set(self.record.packages) - _MACHINERY | (self._imported - _STANDARD)
        if self.facts.is_open_ended:
            tops |= self.record.preloaded - _MACHINERY
        used = self._holders(tops)
        names = sorted({*used, *self._resting(used), *_SHOWN_BY})
        versions = {name: self._installed.version_of(name) for name in names}
        return {name: version for name, version in versions.items() if version}

    @cached_property
    def searched(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Names that a file of the author could take, and the folders it would have to be in."""
        asked = self.record.asked | self._imported
        names = asked if self._own_folders_before(self.record.library) else asked - _STANDARD
        return tuple(sorted(names)), self._own_folders_before(*self.record.sites)

    @cached_property
    def missing(self) -> tuple[str, ...]:
        """Names that were searched for and found nowhere: they may be installed later."""
        local = {os.path.basename(n).partition(".")[0] for n in self.used.modules}  # noqa: PTH119
        own = {name for folder in self.searched[1] for name in self.present.importable(folder)}
        folders = {n.partition("/")[0] for n in self.used.modules}
        known = self._installed.top_names | _STANDARD | local | own | folders | {FIGURES}
        return tuple(sorted(self.record.asked - known))

    @cached_property
    def absent_submodules(self) -> dict[str, str]:
        """Files that an import from the author's packages would find, were they there."""
        packages = {
            os.path.dirname(name) for name in self.used.own_modules if name.endswith("/__init__.py")
        }
        asked = {(i.module.replace(".", "/"), i.name) for i in self.facts.imports if not i.level}
        files = {
            f"{package}/{name}.py"
            for package in packages
            for module, name in asked
            if name and f"/{package}".endswith(f"/{module}")
        }
        paths = ((file, self.present.places.path_of(file)) for file in sorted(files))
        return {file: "" for file, path in paths if not os.path.lexists(path)}

    @property
    def _installed(self) -> Installed:
        return self.present.installed(self.record.sites)

    @cached_property
    def _imported(self) -> frozenset[str]:
        """Top names that the code imports itself, whether or not they were loaded before."""
        own = {item.top for item in self.facts.imports if item.top}
        figures = filter(is_of_figures, self.used.modules)
        theirs = {top for name in figures for top in self.present.import_tops_of(name)}
        return frozenset(own | theirs)

    def _holders(self, tops: Iterable[str]) -> set[str]:
        return {self._installed.holder_of(top) for top in sorted(tops)} - {""}

    def _resting(self, used: Iterable[str]) -> set[str]:
        """Return packages that the used ones rest on and that were loaded before the first cell.

        Others are loaded when they are needed, which is recorded.
        """
        preloaded = self._holders(self.record.preloaded - _MACHINERY)
        found: set[str] = set()
        waiting = sorted(used)
        while waiting:
            more = set(self._installed.rests_on(waiting.pop())) & preloaded - found
            found |= more
            waiting += sorted(more)
        return found

    def _own_folders_before(self, *ends: str) -> tuple[str, ...]:
        """Return the author's folders that are searched before some of Python's."""
        found: dict[str, None] = {}
        for path in self.record.search:
            if path in ends:
                break
            name = self.present.places.name_of(path)
            if name and os.path.isdir(path):
                found[name] = None
        return tuple(found)
