"""From what a kernel did and what its code says to the trace of an execution."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from galley.execution.tracing.loaded import Loaded
from galley.execution.tracing.named_by_texts import NamedByTexts
from galley.execution.tracing.present import Present
from galley.execution.tracing.ran import Ran
from galley.execution.tracing.record import Record
from galley.execution.tracing.remarks import remarks_of
from galley.execution.tracing.strays import strays_of
from galley.execution.tracing.trace import Trace, shadows_of
from galley.execution.tracing.used_files import UsedFiles


def gather(record: Record, ran: Ran, present: Present) -> Trace:
    """Return the trace of an execution that has just ended: what was read, as it is now."""
    return _Gatherer(record, ran, present.afresh()).trace()


@dataclass(frozen=True)
class _Gatherer:
    record: Record
    ran: Ran
    present: Present

    def trace(self) -> Trace:
        used = UsedFiles(self.record, self.present)
        facts = self.ran.facts(used.own_modules, self.present)
        texts = NamedByTexts(self.record, self.ran, self.present, used, facts)
        loaded = Loaded(self.record, self.present, used, facts)
        files = used.files | texts.files | texts.absent | loaded.absent_submodules
        imports, search = loaded.searched
        return Trace(
            modules=used.modules,
            files=files | self._program(),
            folders=used.folders,
            variables={
                name: self.present.variable_digest(name) for name in sorted(facts.variables)
            },
            named=dict(self.ran.named),
            packages=loaded.packages,
            imports=imports,
            search=search,
            shadows=shadows_of(imports, search, self.present),
            missing=loaded.missing,
            made=used.made,
            python=self.record.python,
            executable=self.record.executable,
            sites=self.record.sites,
            cells=self._cells({*files, *used.modules, *used.folders}, facts.variables),
            remarks=(
                *remarks_of(self.record, self.ran, facts, is_named=bool(texts.files)),
                *strays_of(self.record, self.ran, self.present),
            ),
        )

    def _program(self) -> dict[str, str]:
        """Return the Python of another environment, which is known by its program."""
        if self.record.executable == self.present.executable:
            return {}
        path = os.path.realpath(self.record.executable)
        return {path: self.present.digest(path)}

    def _cells(self, names: set[str], variables: Iterable[str]) -> dict[str, list[int]]:
        """Return which of the notebook's code cells used each input."""
        found: dict[str, set[int]] = {}
        for path, cells in self._uses():
            name = self.present.places.name_of(path)
            if name in names:
                found.setdefault(name, set()).update(self.ran.indices(cells))
        for name in variables:
            found[f"${name}"] = set(self.ran.cells_that_read(name))
        return {name: sorted(cells) for name, cells in sorted(found.items()) if cells}

    def _uses(self) -> Iterator[tuple[str, set[int]]]:
        for uses in (self.record.files, self.record.modules):
            yield from ((path, use.cells) for path, use in uses.items())
        yield from self.record.folders.items()
