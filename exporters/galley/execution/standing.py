"""Whether a kept execution still stands, and if not, what has changed since."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path, PurePosixPath

from galley.article.cell_options import cell_options
from galley.execution.code import code_cells, run_sources
from galley.execution.files import read_code_inputs
from galley.execution.key import why_changed
from galley.execution.model import Job
from galley.execution.store import KeptRun, Store
from galley.execution.traced import named_inputs
from galley.execution.tracing.explain import explain, since_day
from galley.execution.tracing.places import Places
from galley.execution.tracing.present import Present
from galley.execution.tracing.trace import Difference, differences, verify
from galley.execution.tracing.usage import cells_using
from galley.seen import SeenFiles
from galley.workspace import Workspace

# What is counted in a reason; more than this tells nothing more.
_MOST_DIFFERENCES = 100


@dataclass(frozen=True)
class Standing:
    """The kept execution that stands, or the reason why none does.

    Attributes
    ----------
    last_s
        How long the last run took; ``None`` where that is not known.
    """

    run: KeptRun | None = None
    reason: str = ""
    last_s: float | None = None


def read_present(
    workspace: Workspace, store: Store, output: Path | None, seen: SeenFiles
) -> Present:
    """Return what articles of a content folder may read, to be looked at when it is asked for."""
    excluded = (store.root, *([output] if output else []))
    prefixes = tuple(dict.fromkeys((sys.prefix, sys.base_prefix)))
    sites = tuple(dict.fromkeys(path for path in sys.path if path and Path(path).is_dir()))
    return Present(
        places=Places(workspace.root, excluded, prefixes),
        seen=seen,
        variables=dict(os.environ),
        python=".".join(str(part) for part in sys.version_info[:3]),
        executable=sys.executable,
        sites=sites,
        read_beside=lambda: read_code_inputs(
            workspace.root, _all_code(workspace), digest=seen.digest, excluded=excluded
        ),
    )


def _all_code(workspace: Workspace) -> str:
    return "\n".join(
        cell.source for source in workspace.sources for cell in code_cells(source.notebook)
    )


def find_standing(job: Job, store: Store, present: Present) -> Standing:
    """Find a kept execution of what a job asks for whose inputs are all as they were.

    Some are kept of each edition, so that an author can go back and forth.
    """
    named = named_inputs(job.source, present)
    for run in store.read_runs(job.article, job.edition):
        is_asked = job.parts is not None and not why_changed(run.parts, job.parts)
        if is_asked and verify(run.trace, present, named) is None and store.holds(run):
            return Standing(run, last_s=run.seconds)
    if not store.has_run(job.article, job.edition):
        return Standing(reason="first run")
    last = store.read_last(job.article, job.edition)
    why = _why(job, last, named, present) if last is not None else ""
    seconds = last.seconds if last is not None else None
    return Standing(reason=why or "the kept result is missing or damaged", last_s=seconds)


def _why(job: Job, last: KeptRun, named: dict[str, str], present: Present) -> str:
    """Say what has changed since the last execution; empty where nothing has."""
    asked = why_changed(last.parts, job.parts) if job.parts else ""
    found = tuple(islice(differences(last.trace, present, named), _MOST_DIFFERENCES))
    if asked or not found:
        return asked
    return explain(found, since_day(last.day, job.today), _cells_of(found[0], job, last, present))


def _cells_of(difference: Difference, job: Job, last: KeptRun, present: Present) -> Sequence[str]:
    """Return the cells that used what has changed, by their labels or else their ids."""
    name = f"${difference.name}" if difference.kind == "variable" else difference.name
    if difference.kind not in {"file", "folder", "variable"}:
        return ()
    notebook = job.source.notebook
    indices = cells_using(name, last.trace, run_sources(notebook), present)
    ids = [str(cell.get("id", "")) for cell in code_cells(notebook)]
    lines, file = job.source.lines, PurePosixPath(job.source.file).name
    # What is a text has no ids that its author sees.
    named = (f"{file}:{lines[each]}" if each in lines else each for each in ids)
    cells = list(zip((cell.source for cell in code_cells(notebook)), named, strict=True))
    return tuple(_name_of(*cells[index]) for index in indices if index < len(cells))


def _name_of(source: str, cell_id: str) -> str:
    label = cell_options(source)[0].get("label")
    return label if isinstance(label, str) and label else cell_id
