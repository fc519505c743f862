"""Which cells use a module: those that import it, directly or through other modules.

An audit event tells only of the first import, so that the syntax tree says the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from galley.execution.tracing.places import dotted_figures_name
from galley.execution.tracing.present import Present
from galley.execution.tracing.syntax import CodeFacts, Imported, read_cells
from galley.execution.tracing.trace import Trace


def cells_using(name: str, trace: Trace, cells: Sequence[str], present: Present) -> tuple[int, ...]:
    """Return the indices of the code cells that use an input of a trace.

    Parameters
    ----------
    name
        A key of `Trace.cells`, or a module.
    cells
        The source of each code cell, as it ran.
    """
    found = set(trace.cells.get(name, ()))
    if name in trace.modules:
        graph = _graph_of(trace, present)
        found |= {i for i, facts in enumerate(read_cells(cells)) if graph.reaches(facts, name)}
    return tuple(sorted(found))


def _graph_of(trace: Trace, present: Present) -> ImportGraph:
    """Return the graph of a trace; many articles use the same modules."""
    key = (tuple(trace.modules), trace.search)
    return present.remember(key, lambda: ImportGraph(*key, facts_of=present.facts_of))


@dataclass(frozen=True)
class ImportGraph:
    """Some modules, by name, and which imports which.

    Attributes
    ----------
    search
        The folders in which modules are searched.
    facts_of
        Returns what a module's code says.
    """

    modules: tuple[str, ...]
    search: tuple[str, ...]
    facts_of: Callable[[str], CodeFacts]
    _reached: dict[str, frozenset[str]] = field(default_factory=dict, compare=False, repr=False)

    def reaches(self, facts: CodeFacts, name: str) -> bool:
        """Tell whether code with such facts loads a module, directly or through others."""
        starts = {start for item in facts.eager for start in self._targets(item, "")}
        return any(name in self._closure(start) for start in starts)

    def _closure(self, start: str) -> frozenset[str]:
        if start not in self._reached:
            found: set[str] = set()
            waiting = [start]
            while waiting:
                current = waiting.pop()
                if current not in found:
                    found.add(current)
                    for item in self.facts_of(current).eager:
                        waiting += self._targets(item, current)
            self._reached[start] = frozenset(found)
        return self._reached[start]

    def _targets(self, item: Imported, importer: str) -> list[str]:
        """Return the modules that an import loads: a package's own, and what a name stands for."""
        module = self._absolute(item, importer)
        parts = module.split(".")
        dotted = [".".join(parts[: end + 1]) for end in range(len(parts))]
        found = [self._names[name] for name in dotted if name in self._names]
        submodule = self._names.get(f"{module}.{item.name}")
        if submodule is not None:
            return [*found, submodule]
        home = self._names.get(module)
        return [*found, *(self._bound(item.name, home) if home and home != importer else ())]

    def _bound(self, name: str, home: str) -> list[str]:
        """Follow a name of a module to where the module has it from."""
        facts = self.facts_of(home)
        names = [name] if name and name != "*" else []
        bindings = (facts.bindings[found] for found in names if found in facts.bindings)
        return [target for item in bindings for target in self._targets(item, home)]

    def _absolute(self, item: Imported, importer: str) -> str:
        if not item.level:
            return item.module
        own = self._dotted.get(importer, "")
        is_package = importer.endswith("/__init__.py")
        parts = own.split(".") if is_package else own.split(".")[:-1]
        kept = parts[: len(parts) - item.level + 1]
        return ".".join((*kept, *([item.module] if item.module else [])))

    @cached_property
    def _names(self) -> dict[str, str]:
        return {dotted: name for name, dotted in self._dotted.items()}

    @cached_property
    def _dotted(self) -> dict[str, str]:
        """Each module → the name by which code imports it."""
        return {name: self._dotted_name(name) for name in self.modules}

    def _dotted_name(self, name: str) -> str:
        figures = dotted_figures_name(name)
        if figures:
            return figures
        folders = [f"{folder}/" for folder in self.search if folder != "."]
        longest = max((f for f in folders if name.startswith(f)), key=len, default="")
        return name[len(longest) :].removesuffix(".py").removesuffix("/__init__").replace("/", ".")
