"""Modules that are loaded but hidden until they are imported.

A kernel that is forked from a process with numpy in it would differ from an ordinary one: numpy
would be in ``sys.modules`` unasked, no audit event would tell of its import, and a ``numpy.py``
beside the notebook would be overlooked. So what was loaded before the fork is taken out of sight,
and handed out when a search of the path would find that very file.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from importlib.abc import Loader
from importlib.machinery import ModuleSpec, PathFinder
from pathlib import Path
from types import ModuleType
from typing import cast

from galley.execution.warm.import_graph import Filter, ImportGraph

# What a package looks at when it is loaded: environment variables, and files in the working folder.
_VARIABLES = {
    "matplotlib": ("HOME", "MATPLOTLIBRC", "MPLBACKEND", "MPLCONFIGDIR", "XDG_CONFIG_HOME"),
}
_FILES = {"matplotlib": ("matplotlibrc",)}


@dataclass
class HiddenModules(Loader):
    """A finder and loader of modules that were loaded before; see `hide`.

    Attributes
    ----------
    modules
        What is hidden, in the order in which it was loaded.
    graph
        What comes with each module.
    variables
        The environment in which they were loaded.
    holders
        Submodule → the package that has it as an attribute once it is imported.
    """

    modules: dict[str, ModuleType]
    graph: ImportGraph
    variables: Mapping[str, str]
    specs: dict[str, ModuleSpec | None] = field(default_factory=dict)
    holders: dict[str, ModuleType] = field(default_factory=dict)

    def find_spec(
        self,
        name: str,
        path: Sequence[str] | None = None,  # noqa: ARG002 - as Python calls it
        target: ModuleType | None = None,  # noqa: ARG002
    ) -> ModuleSpec | None:
        """Return a spec for a hidden module that is still the right one."""
        if name not in self.modules:
            return None
        wanted = self.graph.closure(name, self.modules)
        stale = {module for module in wanted if not self._still_stands(module)}
        if not stale:
            return self._offered(name)
        self._forget(stale)
        return self.find_spec(name) if name in self.modules else None

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        """Hand out a module, and first all that would be loaded together with it."""
        wanted = self.graph.closure(spec.name, self.modules) - {spec.name}
        for name in [name for name in self.modules if name in wanted]:
            # Whoever listens for imports hears of each, as if it were read from the disk.
            sys.audit("import", name, None, sys.path, sys.meta_path, sys.path_hooks)
            self._hand_out(name)
        return self.modules[spec.name]

    def exec_module(self, module: ModuleType) -> None:
        """Do nothing that counts: the module's code has run already."""
        name = _name_of(module)
        module.__spec__ = self.specs[name]
        self._hand_out(name)

    def leave_out(self, package: str) -> None:
        """Let a package be loaded anew, with all that hold on to it."""
        self._forget({name for name in self.modules if name.partition(".")[0] == package})

    def renew_randomness(self) -> None:
        """Give a forked process random numbers of its own; `random` does so by itself."""
        numpy_random = self.modules.get("numpy.random")
        if numpy_random is not None:
            numpy_random.seed()

    def _offered(self, name: str) -> ModuleSpec:
        """Return a spec that says where a module is, as any other would, and loads it from here."""
        own = self.specs[name]
        if own is None:
            return ModuleSpec(name, self)
        offered = ModuleSpec(name, self, origin=own.origin)
        offered.submodule_search_locations = own.submodule_search_locations
        offered.cached = own.cached
        offered.has_location = own.has_location
        return offered

    def _hand_out(self, name: str) -> None:
        module = self.modules.pop(name)
        sys.modules[name] = module
        if name in self.holders:
            setattr(self.holders[name], name.rpartition(".")[2], module)
        _put_first(self.graph.filters.get(name, []))

    def _still_stands(self, name: str) -> bool:
        """Tell whether loading the module now would give the one that was loaded before."""
        if any(os.environ.get(key) != self.variables.get(key) for key in _VARIABLES.get(name, ())):
            return False
        if any(Path(file).exists() for file in _FILES.get(name, ())):
            return False
        return "." in name or is_found_again(self.specs[name], name)

    def _forget(self, stale: set[str]) -> None:
        """Let modules be loaded anew, with all that hold on to them; the others stay."""
        holders = [n for n in self.modules if self.graph.closure(n, self.modules) & stale]
        for name in holders:
            del self.modules[name]


def hide(names: Sequence[str], graph: ImportGraph, variables: Mapping[str, str]) -> HiddenModules:
    """Take loaded modules out of sight; imports find them from then on."""
    modules = {name: sys.modules[name] for name in names}
    hidden = HiddenModules(modules, graph, variables)
    for name, module in modules.items():
        hidden.specs[name] = module.__spec__
        package, _, tail = name.rpartition(".")
        if package and vars(sys.modules[package]).get(tail) is module:
            hidden.holders[name] = sys.modules[package]
    for name, holder in hidden.holders.items():
        delattr(holder, name.rpartition(".")[2])
    for name in modules:
        del sys.modules[name]
        _take_out(graph.filters.get(name, []))
    sys.meta_path.insert(0, hidden)
    return hidden


def _put_first(filters: Sequence[Filter]) -> None:
    if filters:
        _replace_filters([*filters, *(f for f in warnings.filters if f not in filters)])


def _take_out(filters: Sequence[Filter]) -> None:
    if filters:
        _replace_filters([f for f in warnings.filters if f not in filters])


def _replace_filters(filters: list[Filter]) -> None:
    cast("list[Filter]", warnings.filters)[:] = filters
    # Leaving this context lets what other filters have decided be decided anew.
    with warnings.catch_warnings():
        pass


def is_found_again(loaded: ModuleSpec | None, name: str) -> bool:
    """Tell whether a search of the path ends where a module was loaded from."""
    if loaded is None or loaded.origin in {"built-in", "frozen"}:
        return True  # these are found before the path is searched
    found = PathFinder.find_spec(name)
    if found is None:
        return False
    places = (found.origin, list(found.submodule_search_locations or ()))
    return places == (loaded.origin, list(loaded.submodule_search_locations or ()))


def _name_of(module: ModuleType) -> str:
    """Return the name under which a module is being imported."""
    return module.__name__ if module.__spec__ is None else module.__spec__.name
