"""What kept executions rest on outside of what every build looks at: for builds without changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from galley.execution.model import Job
from galley.execution.plan import runs_again_on
from galley.execution.store import KeptRun, Store
from galley.execution.tracing.present import Present
from galley.execution.tracing.trace import Trace

# A build without changes looks at the content folder, but not into these.
_UNSEEN_FOLDERS = frozenset({"__pycache__", "node_modules"})


@dataclass(frozen=True)
class Watched:
    """What may change so that an article runs again, although the content folder is the same.

    Attributes
    ----------
    files
        Absolute paths of files outside of the content folder, or hidden in it.
    variables
        Names of environment variables.
    due
        The first day on which an article is to run again by itself; today where something was
        read that can only be compared by planning.
    """

    files: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    due: date = date.max


def watch(jobs: Iterable[Job], store: Store, today: date) -> Watched:
    """Return what the executions that now stand for some jobs rest on."""
    kept = [(job, store.read_last(job.article, job.edition)) for job in jobs if job.key]
    runs = [(job, run) for job, run in kept if run is not None]
    found = [(job.present, run.trace) for job, run in runs if job.present is not None]
    days = [day for job, run in runs for day in _days(job, run, today)]
    return Watched(
        files=tuple(sorted({path for present, trace in found for path in _files(trace, present)})),
        variables=tuple(sorted({name for _, trace in found for name in trace.variables})),
        due=min(days, default=date.max),
    )


def _days(job: Job, run: KeptRun, today: date) -> Iterator[date]:
    day = runs_again_on(job.source, run, today)
    if day is not None:
        yield day
    if job.present is not None and _needs_plan(run.trace, job.present):
        yield today


def _needs_plan(trace: Trace, present: Present) -> bool:
    """Tell whether something was read that is no file: a folder elsewhere, or other packages."""
    is_other_python = trace.executable != present.executable
    other_sites = (site for site in trace.sites if site not in present.sites)
    is_elsewhere = any(_is_unseen(name) for name in (*trace.folders, *trace.search))
    return is_other_python or is_elsewhere or any(Path(site).is_dir() for site in other_sites)


def _files(trace: Trace, present: Present) -> Iterator[str]:
    for name in (*trace.files, *trace.modules, *trace.named):
        if _is_unseen(name) and not name.startswith("<"):
            yield present.places.path_of(name)


def _is_unseen(name: str) -> bool:
    parts = name.split("/")
    is_hidden = any(part.startswith(".") and part != "." for part in parts)
    return (
        name.startswith("/")
        or ":" in parts[0]
        or is_hidden
        or not _UNSEEN_FOLDERS.isdisjoint(parts)
    )
