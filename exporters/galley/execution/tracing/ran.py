"""The code that ran: a notebook's cells, and which of them were run in which order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from galley.execution.tracing.present import Present
from galley.execution.tracing.syntax import CodeFacts, join_facts, read_cells


@dataclass(frozen=True)
class Ran:
    """The code that ran.

    Attributes
    ----------
    cells
        The source of each code cell, in order.
    order
        For each cell that ran, in order, its index in `cells`; -1 for what papermill injected.
    folder
        The notebook's folder, in which the code ran.
    named
        What ``inputs:`` in the front matter names → digest.
    """

    cells: Sequence[str]
    order: Sequence[int]
    folder: Path
    named: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def by_cell(self) -> tuple[CodeFacts, ...]:
        """What each cell's code says."""
        return read_cells(self.cells)

    def facts(self, modules: Iterable[str], present: Present) -> CodeFacts:
        """Return what all cells and the author's modules say."""
        return join_facts((*self.by_cell, *map(present.facts_of, modules)))

    def indices(self, cells: Iterable[int]) -> Iterator[int]:
        """Turn the count of cells that ran into indices of the notebook's code cells."""
        counted = (self.order[cell - 1] for cell in cells if 0 < cell <= len(self.order))
        yield from (index for index in counted if index >= 0)

    def cells_where(self, says: Callable[[CodeFacts], bool]) -> Iterator[int]:
        """Yield the indices of cells whose code says something."""
        yield from (index for index, facts in enumerate(self.by_cell) if says(facts))

    def cells_that_read(self, variable: str) -> Iterator[int]:
        """Yield the indices of cells that read an environment variable."""
        yield from self.cells_where(lambda facts: variable in facts.variables)
