"""Which modules a module loads while it is loaded itself, and which warnings it silences."""

from __future__ import annotations

import builtins
import sys
import warnings
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib.abc import Loader
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

Filter = Any
"""An entry of `warnings.filters`."""


@dataclass
class ImportGraph:
    """What was seen while modules were loaded.

    Attributes
    ----------
    needs
        Module → the modules it imports while it is loaded; those that its functions import later
        are not counted. Python code is heard at its ``import`` statements, compiled code when it
        loads a module for the first time.
    filters
        Module → what it puts before the filters for warnings, the last first.
    """

    needs: dict[str, set[str]] = field(default_factory=dict)
    filters: dict[str, list[Filter]] = field(default_factory=dict)

    def closure(self, name: str, among: Mapping[str, object]) -> set[str]:
        """Return a module with all that it needs, as far as it is among the given names."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current in found or current not in among:
                continue
            found.add(current)
            waiting.extend(self.needs.get(current, ()))
            waiting.append(current.rpartition(".")[0])
        return found


@contextmanager
def noting_imports() -> Iterator[ImportGraph]:
    """Yield a graph that is filled while modules are loaded inside the context."""
    graph = ImportGraph()
    listener = _Listener(graph)
    plain = builtins.__import__

    def noting(
        name: str,
        globals: Mapping[str, object] | None = None,  # noqa: A002 - as Python calls it
        locals: Mapping[str, object] | None = None,  # noqa: A002
        fromlist: Sequence[str] | None = (),
        level: int = 0,
    ) -> ModuleType:
        module = plain(name, globals, locals, fromlist or (), level)
        package = str((globals or {}).get("__package__") or "")
        listener.hear(_imported(_absolute(name, package, level), fromlist or ()))
        return module

    sys.meta_path.insert(0, listener)
    builtins.__import__ = noting
    try:
        yield graph
    finally:
        builtins.__import__ = plain
        sys.meta_path.remove(listener)


@dataclass
class _Listener:
    """A finder that finds what the others find, and hears when a module is being loaded."""

    graph: ImportGraph
    loading: list[str] = field(default_factory=list)

    def hear(self, names: set[str]) -> None:
        """Note what the innermost of the modules that are being loaded imports."""
        if self.loading:
            self.graph.needs.setdefault(self.loading[-1], set()).update(names)

    def find_spec(
        self, name: str, path: Sequence[str] | None = None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        others = (finder for finder in sys.meta_path if finder is not self)
        specs = (finder.find_spec(name, path, target) for finder in others)
        spec = next((spec for spec in specs if spec is not None), None)
        if spec is not None:
            self.hear({name})
            if spec.loader is not None:
                spec.loader = _HeardLoader(spec.loader, self)
        return spec


class _HeardLoader(Loader):
    """Loads with another loader, and tells when loading begins and ends."""

    def __init__(self, loader: Loader, listener: _Listener) -> None:
        self._loader, self._listener = loader, listener

    def create_module(self, spec: ModuleSpec) -> ModuleType | None:
        with self._loading(spec.name):
            return self._loader.create_module(spec)

    def exec_module(self, module: ModuleType) -> None:
        module.__loader__ = self._loader
        if module.__spec__ is not None:
            module.__spec__.loader = self._loader
        with self._loading(module.__name__):
            self._loader.exec_module(module)

    @contextmanager
    def _loading(self, name: str) -> Iterator[None]:
        listener = self._listener
        listener.loading.append(name)
        before = list(warnings.filters)
        try:
            yield
        finally:
            listener.loading.pop()
            added = [entry for entry in warnings.filters if entry not in before]
            inner = listener.graph.filters.values()
            own = [entry for entry in added if not any(entry in others for others in inner)]
            listener.graph.filters.setdefault(name, []).extend(own)


def _imported(full: str, fromlist: Sequence[str]) -> set[str]:
    """Return the modules that an ``import`` statement named, with their packages."""
    parts = full.split(".")
    packages = {".".join(parts[:end]) for end in range(1, len(parts) + 1)}
    listed = (f"{full}.{item}" for item in fromlist)
    return packages | {module for module in listed if module in sys.modules}


def _absolute(name: str, package: str, level: int) -> str:
    if level == 0:
        return name
    base = package.rsplit(".", level - 1)[0] if level > 1 else package
    return f"{base}.{name}" if name else base
