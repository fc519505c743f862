"""Which cells use a module: those that import it, directly or through other modules.

An audit event tells only of the first import, so that the syntax tree says the rest.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
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
        found |= set(_Imports(trace, present).cells_reaching(name, cells))
    return tuple(sorted(found))


@dataclass(frozen=True)
class _Imports:
    """The modules of a trace, and which imports which."""

    trace: Trace
    present: Present

    def cells_reaching(self, name: str, cells: Sequence[str]) -> Iterator[int]:
        for index, facts in enumerate(read_cells(cells)):
            starts = {found for item in facts.eager for found in self._targets(item, "")}
            if name in self._closure(starts):
                yield index

    def _closure(self, starts: Iterable[str]) -> set[str]:
        found: set[str] = set()
        waiting = list(starts)
        while waiting:
            current = waiting.pop()
            if current not in found:
                found.add(current)
                for item in self.present.facts_of(current).eager:
                    waiting += self._targets(item, current)
        return found

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
        facts: CodeFacts = self.present.facts_of(home)
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
        """Each module of the trace → the name by which code imports it."""
        return {name: self._dotted_name(name) for name in self.trace.modules}

    def _dotted_name(self, name: str) -> str:
        figures = dotted_figures_name(name)
        if figures:
            return figures
        folders = [f"{folder}/" for folder in self.trace.search if folder != "."]
        longest = max((f for f in folders if name.startswith(f)), key=len, default="")
        return name[len(longest) :].removesuffix(".py").removesuffix("/__init__").replace("/", ".")
