"""Running many jobs side by side, so that none stops another and no kernel outlives them."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed, wait
from contextlib import ExitStack
from dataclasses import dataclass, replace
from typing import Protocol

from nbformat import NotebookNode

from galley.execution.code import code_cells
from galley.execution.failures import describe_failure, describe_fault
from galley.execution.held import finding_of_stand_in, with_way_to_held
from galley.execution.model import Executed, Job, Outcome, Progress
from galley.execution.outputs import collect_outputs, with_outputs
from galley.execution.remark_findings import remark_findings
from galley.execution.running import RunningKernels
from galley.execution.store import KeptRun, Store
from galley.execution.traced import strays_of_failure, trace_of
from galley.execution.tracing.trace import Trace
from galley.execution.warm.nursery import DEFAULT_PACKAGES
from galley.findings import EnvironmentFault, Finding, Place, Severity, UsageError

_STOP_POLL_S = 0.2
OnProgress = Callable[[Progress], None]
OnCell = Callable[[int], None]


class Runner(Protocol):
    """Where code runs: on this machine, or on a cluster."""

    def run(self, job: Job, on_cell: OnCell) -> Outcome:
        """Run a job's code; `on_cell` is told the number of each cell that starts, from 1."""

    def stop(self) -> None:
        """End what runs, at once."""


@dataclass(frozen=True)
class _LocalRunner:
    """Runs code on this machine."""

    running: RunningKernels

    def run(self, job: Job, on_cell: OnCell) -> Outcome:
        # Late: papermill and Jupyter take a second to load, and unchanged articles need neither.
        from galley.execution.run import run_notebook

        return run_notebook(job, self.running, on_cell)

    def stop(self) -> None:
        self.running.stop()


def execute(job: Job, store: Store) -> Executed:
    """Return one job's outcome: from the store where it still stands, else by running it."""
    return next(execute_all((job,), store=store, jobs_at_once=1))


def execute_all(
    jobs: Iterable[Job],
    *,
    store: Store,
    jobs_at_once: int,
    on_progress: OnProgress = lambda _progress: None,
    warm: bool = True,
    preload: Sequence[str] = DEFAULT_PACKAGES,
    elsewhere: Runner | None = None,
    running: RunningKernels | None = None,
) -> Generator[Executed]:
    """Yield each job's outcome as soon as it is there; the order is not that of the jobs.

    A job that fails in any way becomes an outcome with findings. When the caller stops early
    (Ctrl-C, or the iterator is closed), all kernels are ended first.

    Parameters
    ----------
    jobs_at_once
        How many kernels may run at the same time.
    on_progress
        Called from the threads that run the jobs.
    warm
        Whether Python kernels may be forked from a process that has loaded what they need.
    preload
        What that is: modules of installed packages. Others are loaded by the articles that use
        them.
    elsewhere
        Where code runs, if not on this machine.
    running
        The kernels of the batch, where the caller has opened them already; the caller ends them.
    """
    jobs = tuple(jobs)
    with (
        ExitStack() as stack,
        ThreadPoolExecutor(max(1, jobs_at_once)) as pool,
    ):
        kernels = running or stack.enter_context(RunningKernels(are_warm=warm, packages=preload))
        _open_sandbox(jobs, kernels, elsewhere)
        if elsewhere is None and any(is_warm(job) for job in jobs):
            kernels.prepare()
        runner = elsewhere or _LocalRunner(kernels)
        futures: list[Future[list[Executed]]] = []
        try:
            # One by one: whoever stops the build while they start finds those that run already.
            for group in _by_key(jobs):
                future = pool.submit(_execute_group, group, store, runner, on_progress)
                futures.append(future)
            for future in as_completed(futures):
                yield from future.result()
        finally:
            _stop(futures, runner)


def starts_kernel(job: Job) -> bool:
    """Tell whether a job's code must run."""
    return bool(job.is_legal and job.kernel is not None and job.reason)


def is_warm(job: Job) -> bool:
    """Tell whether a job's kernel may be made ready before it is wanted."""
    return starts_kernel(job) and not job.limits.sandbox


def _open_sandbox(jobs: Iterable[Job], kernels: RunningKernels, elsewhere: Runner | None) -> None:
    """See to it that there is a sandbox, before anything runs, if one was asked for."""
    asked = [job for job in jobs if starts_kernel(job) and job.limits.sandbox]
    places = next((job.present.places for job in asked if job.present), None)
    if places is None:
        return
    if elsewhere is not None:
        raise UsageError(
            "a cluster's machines have no sandbox",
            "leave out --scheduler, or build with --no-sandbox",
        )
    kernels.open_sandbox(places.root, places.excluded)


def _by_key(jobs: Iterable[Job]) -> list[list[Job]]:
    """Group editions whose code and parameters are the same: one run serves them all."""
    groups: dict[str, list[Job]] = {}
    alone: list[list[Job]] = []
    for job in jobs:
        if job.key:
            groups.setdefault(job.key, []).append(job)
        else:
            alone.append([job])
    return [*groups.values(), *alone]


def _stop(futures: list[Future[list[Executed]]], runner: Runner) -> None:
    """Start nothing more, and end the kernels that still run."""
    for future in futures:
        future.cancel()
    while any(not future.done() for future in futures):
        runner.stop()
        wait(futures, timeout=_STOP_POLL_S)


def _execute_group(
    jobs: list[Job], store: Store, runner: Runner, on_progress: OnProgress
) -> list[Executed]:
    first, *others = jobs
    executed = [_execute(first, store, runner, on_progress)]
    if executed[0].status == "succeeded":
        # What has just run stands for the others too, whatever their reason to run was.
        others = [replace(job, reason="", kept=executed[0].job.kept) for job in others]
    return [*executed, *(_execute(job, store, runner, on_progress) for job in others)]


def _execute(job: Job, store: Store, runner: Runner, on_progress: OnProgress) -> Executed:
    if not job.is_legal:
        return Executed(job, "errored", lambda: job.source.notebook, findings=job.findings)
    if job.kernel is None or job.parts is None:
        return Executed(job, "succeeded", lambda: job.source.notebook, findings=job.findings)
    return _from_store(job, store) or _run(job, store, runner, on_progress)


def _from_store(job: Job, store: Store) -> Executed | None:
    kept = None if job.reason else job.kept
    if kept is None or not store.holds(kept):
        return None
    fault = _keeping(lambda: store.remember(job.article, job.edition, kept.key), job)
    findings = (*job.findings, *_remarks(job, kept), *fault)
    return Executed(job, "succeeded", _loader(job, kept, store), kept.notebook, findings)


def _loader(job: Job, kept: KeptRun, store: Store) -> Callable[[], NotebookNode]:
    """Return what reads an outcome from the store when it is wanted."""

    def load() -> NotebookNode:
        executed = store.read_notebook(kept)
        if executed is None:
            raise EnvironmentFault(
                f"the executed notebook of {job.source.file} vanished from the store",
                "Build again: it will be run once more.",
            )
        return with_outputs(job.source.notebook, collect_outputs(executed, job.folder))

    return load


def _run(job: Job, store: Store, runner: Runner, on_progress: OnProgress) -> Executed:
    started_s = time.monotonic()
    total = sum(1 for _ in code_cells(job.source.notebook))
    on_progress(Progress(job, "started", cells=total))
    outcome = _outcome(
        job, runner, lambda number: on_progress(Progress(job, "cell", number, total))
    )
    seconds = time.monotonic() - started_s
    executed = _conclude(job, outcome, store, seconds)
    on_progress(Progress(job, "finished", total, total))
    return executed


def _outcome(job: Job, runner: Runner, on_cell: OnCell) -> Outcome:
    """Run the job; whatever goes wrong, even in Galley itself, stays with this job."""
    try:
        return runner.run(job, on_cell)
    except Exception as error:  # noqa: BLE001 - one article never stops the others
        problem = f"the code could not be run: {type(error).__name__}: {error}"
        fault = describe_fault(job.source.file, problem, "Please report this as a fault of Galley.")
        return Outcome(job.source.notebook, fault=fault)


def _conclude(job: Job, outcome: Outcome, store: Store, seconds: float) -> Executed:
    notebook = outcome.notebook
    result = Executed(job, "succeeded", lambda: notebook, seconds=seconds, was_run=True)
    if outcome.fault is not None:
        return replace(result, status="errored", findings=(*job.findings, outcome.fault))
    if outcome.failure is not None:
        if stand_in := finding_of_stand_in(job, outcome.failure):
            held = job.source.notebook
            return replace(result, load=lambda: held, findings=(*job.findings, stand_in))
        told = describe_failure(outcome.failure, job.source.file, is_sandboxed=job.limits.sandbox)
        finding = with_way_to_held(job, told)
        findings = (*job.findings, finding, *_findings_of_failure(job, outcome))
        return replace(result, status="excepted", findings=findings, failure=outcome.failure)
    kept: list[KeptRun] = []
    fault = _keeping(lambda: kept.extend(_write(job, outcome, store, seconds)), job)
    if not kept:
        return replace(result, findings=(*job.findings, *fault))
    return replace(
        result,
        job=replace(job, kept=kept[0]),
        findings=(*job.findings, *_remarks(job, kept[0]), *fault),
        kept=kept[0].notebook,
        load=_loader(job, kept[0], store),
    )


def _remarks(job: Job, kept: KeptRun) -> tuple[Finding, ...]:
    return remark_findings(kept.trace, job.source, is_sandboxed=job.limits.sandbox)


def _findings_of_failure(job: Job, outcome: Outcome) -> tuple[Finding, ...]:
    if job.present is None or job.limits.sandbox:
        return ()
    strays = strays_of_failure(job, outcome, job.present)
    return remark_findings(Trace(remarks=strays), job.source)


def _write(job: Job, outcome: Outcome, store: Store, seconds: float) -> tuple[KeptRun, ...]:
    if job.parts is None or job.present is None:
        return ()
    trace = trace_of(job, outcome, job.present)
    day = job.today.isoformat()
    return (store.write(job.parts, trace, job.edition, outcome.notebook, day=day, seconds=seconds),)


def _keeping(write: Callable[[], None], job: Job) -> tuple[Finding, ...]:
    """Write to the store; if that fails, the outcome is still good, but the author is told."""
    try:
        write()
    except EnvironmentFault as fault:
        place = Place(job.source.file)
        return (Finding("store-unwritable", Severity.ERROR, place, fault.message, fault.fix),)
    return ()
