"""What an author should know of an execution: what cannot be followed, and what changes alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from galley.execution.tracing.opened_in_c import libraries_in_c
from galley.execution.tracing.ran import Ran
from galley.execution.tracing.record import Record
from galley.execution.tracing.syntax import CodeFacts
from galley.execution.tracing.trace import Remark


def remarks_of(record: Record, ran: Ran, facts: CodeFacts, *, is_named: bool) -> Iterator[Remark]:
    """Yield at most one remark of each rule.

    Parameters
    ----------
    is_named
        Whether a text in the code names a file that no event told of.
    """
    clock = next(iter(sorted(facts.clocks)), None)
    if clock is not None:
        yield Remark("clock", clock, _first(ran, lambda found: clock in found.clocks))
    if facts.reads_any_variable:
        yield Remark("variables", "", _first(ran, lambda found: found.reads_any_variable))
    for kind in ("network", "program"):
        first = next((item for item in record.unfollowed if item.kind == kind), None)
        if first is not None:
            yield Remark(kind, first.name, next(ran.indices([first.cell]), None))
    libraries = libraries_in_c(facts)
    if libraries and not is_named:
        where = _first(ran, lambda found: libraries[0] in {item.top for item in found.imports})
        yield Remark("unseen", libraries[0], where)


def _first(ran: Ran, says: Callable[[CodeFacts], bool]) -> int | None:
    return next(ran.cells_where(says), None)
