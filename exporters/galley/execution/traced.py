"""The trace of a job: what its run recorded, or all that it could have read."""

from __future__ import annotations

from galley.execution.code import code_cells, run_sources
from galley.execution.files import read_named_inputs
from galley.execution.model import Job, Outcome
from galley.execution.tracing.gather import gather
from galley.execution.tracing.present import Present
from galley.execution.tracing.ran import Ran
from galley.execution.tracing.record import parse_record
from galley.execution.tracing.strays import strays_of
from galley.execution.tracing.trace import Remark, Trace
from galley.workspace import ArticleSource


def trace_of(job: Job, outcome: Outcome, present: Present) -> Trace:
    """Return what a run read; everything there is, where that is not known for certain."""
    named = named_inputs(job.source, present)
    record = parse_record(outcome.record) if outcome.record else None
    if record is None or record.cell_count != len(outcome.order):
        return conservative_trace(present, named)
    try:
        return gather(record, _ran(job, outcome, named), present)
    except Exception:  # noqa: BLE001 - what was read must never cost the result
        return conservative_trace(present, named)


def strays_of_failure(job: Job, outcome: Outcome, present: Present) -> tuple[Remark, ...]:
    """Return what a run that failed wrote outside of its folder until then."""
    record = parse_record(outcome.record) if outcome.record else None
    if record is None:
        return ()
    try:
        return tuple(strays_of(record, _ran(job, outcome, {}), present))
    except Exception:  # noqa: BLE001 - the failure is what counts
        return ()


def _ran(job: Job, outcome: Outcome, named: dict[str, str]) -> Ran:
    notebook = job.source.notebook
    index = {str(cell.get("id", "")): i for i, cell in enumerate(code_cells(notebook))}
    order = tuple(index.get(cell_id, -1) for cell_id in outcome.order)
    return Ran(run_sources(notebook), order, job.folder, named)


def named_inputs(source: ArticleSource, present: Present) -> dict[str, str]:
    """Return what ``inputs:`` in the front matter names → digest."""
    patterns = source.front_matter.inputs
    if not patterns:
        return {}
    return read_named_inputs(
        present.places.root, source.path.parent, patterns, digest=present.seen.digest
    )


def conservative_trace(present: Present, named: dict[str, str]) -> Trace:
    """Return the trace of a kernel whose reading nobody sees: all files and all packages."""
    sites = present.sites
    return Trace(
        modules={name: present.digest(name) for name in present.places.figure_files()},
        named=named,
        packages=present.installed(sites).versions,
        python=present.python,
        executable=present.executable,
        sites=sites,
        beside=present.beside(),
    )
