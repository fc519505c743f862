"""Running one article's code with papermill, and what became of it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from pathlib import Path

from jupyter_core.utils import ensure_event_loop
from nbclient.exceptions import DeadKernelError
from nbformat import NotebookNode
from papermill.exceptions import PapermillException, PapermillExecutionError
from papermill.execute import execute_notebook

from galley.execution.code import runnable_copy
from galley.execution.engine import ENGINE_NAME, KernelRun, is_ipykernel, register_engine
from galley.execution.failures import DEAD_KERNEL, describe_fault
from galley.execution.kernel_manager import DiedEarlyError
from galley.execution.kernels import Kernel
from galley.execution.model import Job, Outcome
from galley.execution.outputs import collect_outputs, with_outputs, without_paths
from galley.execution.running import RunningKernels, kill_kernel
from galley.execution.sandbox.growth import TOO_MUCH_SHARED, TOO_MUCH_SHARED_MESSAGE, watching
from galley.execution.sandbox.sandbox import ArticleSandbox
from galley.execution.strange_files import read_strange_text, scratch_folder
from galley.findings import Finding

_NO_START = "Run 'galley doctor', or choose another kernel in JupyterLab (Kernel > Change Kernel…)."
_LONGEST_RECORD = 32_000_000
_LONGEST_LOG = 1_000_000
_NO_PARAMETERS = "Leave the parameters out, or write the article in Python, R or Julia."


def run_notebook(
    job: Job,
    running: RunningKernels,
    on_cell: Callable[[int], None],
    trace_path: Path | None = None,
) -> Outcome:
    """Run a job's code in a kernel of its own.

    The kernel has ended when this returns, or was asked to and ends while others run.

    Parameters
    ----------
    trace_path
        Where a Python kernel is to record what the code reads, if that is to be kept.
    """
    if job.kernel is None:
        return Outcome(job.source.notebook)
    if job.limits.sandbox and not is_ipykernel(job.kernel):
        return Outcome(job.source.notebook, fault=_no_ports(job))
    outcome, was_bystander = _run_once(job, job.kernel, running, on_cell, trace_path)
    if was_bystander:
        # The code of another article ended it; alone, only its own can.
        with running.apart() as alone:
            outcome, _ = _run_once(job, job.kernel, alone, on_cell, trace_path)
    return outcome


def _run_once(
    job: Job,
    kernel: Kernel,
    running: RunningKernels,
    on_cell: Callable[[int], None],
    trace_path: Path | None,
) -> tuple[Outcome, bool]:
    """Run a job's code; tell also whether something else may have ended its kernel."""
    with scratch_folder() as scratch:
        sandbox = _sandbox(job, running, scratch)
        shared = sandbox.shared if sandbox else scratch
        record = trace_path or shared / "record.jsonl"
        run = KernelRun(
            kernel,
            job.folder,
            scratch,
            job.limits,
            running,
            on_cell,
            record,
            job.variables,
            sandbox,
        )
        try:
            with _watched(run):
                fault = _call_papermill(job, run)
        finally:
            _close_loop()
        recorded = read_strange_text(record, _LONGEST_RECORD)
        if sandbox is not None:
            recorded = sandbox.brought_out(recorded)
    has_failed = run.failure is not None or fault is not None
    is_unclear = has_failed and (run.failure is None or run.failure.ename == DEAD_KERNEL)
    was_bystander = is_unclear and (
        run.died_early or running.was_bystander(run.manager, run.exit_code)
    )
    return _outcome(job, run, fault, recorded), was_bystander


def _outcome(job: Job, run: KernelRun, fault: Finding | None, recorded: str) -> Outcome:
    if run.failure is not None:
        failure = replace(run.failure, traceback=without_paths(run.failure.traceback, job.folder))
        return Outcome(_finished(job, run), failure, record=recorded, order=_order(run))
    if fault is not None:
        return Outcome(job.source.notebook, fault=fault)
    return Outcome(_finished(job, run), record=recorded, order=_order(run))


def _sandbox(job: Job, running: RunningKernels, scratch: Path) -> ArticleSandbox | None:
    """Return what the job's kernel is to run in, if it was asked for."""
    if not job.limits.sandbox or job.kernel is None:
        return None
    if running.sandbox is None:
        raise RuntimeError("no sandbox was opened")  # never without one that was asked for
    return running.sandbox.for_article(job.folder, scratch, job.kernel.command)


def _watched(run: KernelRun) -> AbstractContextManager[None]:
    """Return a context in which a sandboxed kernel does not fill the disk."""
    if run.sandbox is None:
        return nullcontext()

    def stop() -> None:
        run.fail(TOO_MUCH_SHARED, TOO_MUCH_SHARED_MESSAGE)
        if run.manager is not None:
            kill_kernel(run.manager)

    return watching(run.scratch, stop)


def _no_ports(job: Job) -> Finding:
    name = job.kernel.name if job.kernel else ""
    return describe_fault(
        job.source.file,
        f"the kernel '{name}' talks through the network, and the sandbox has none",
        "Leave its outputs as JupyterLab saved them and tag its cells 'skip-execution', or, if you "
        "trust this notebook, build it with --no-sandbox.",
    )


def _order(run: KernelRun) -> tuple[str, ...]:
    """Return the ids of the cells that ran, in the order in which the kernel counted them."""
    cells = run.notebook.cells if run.notebook else []
    counted = [cell for cell in cells if cell.get("execution_count")]
    return tuple(str(cell.id) for cell in sorted(counted, key=lambda cell: cell.execution_count))


def _finished(job: Job, run: KernelRun) -> NotebookNode:
    if run.notebook is None:
        return job.source.notebook
    return with_outputs(job.source.notebook, collect_outputs(run.notebook, job.folder))


def _call_papermill(job: Job, run: KernelRun) -> Finding | None:
    """Let papermill run the notebook; return what kept it from running, if anything did.

    Both notebooks are passed as values, because papermill takes braces in a path for fields to
    fill; the folder goes to the kernel alone, because papermill's ``cwd`` is the whole process's.
    """
    register_engine()
    try:
        run.notebook = execute_notebook(
            runnable_copy(job.source.notebook),
            None,
            dict(job.parameters),
            engine_name=ENGINE_NAME,
            kernel_name=run.kernel.name,
            language=run.kernel.language,
            progress_bar=False,
            run=run,
        )
        run.put_back()
    except PapermillExecutionError as error:
        run.fail(error.ename, error.evalue)
    except DeadKernelError:
        run.fail(DEAD_KERNEL, "the kernel died after it ran the code")
        return None if run.failure else _no_start(job, run, "it died")
    except PapermillException as error:
        return describe_fault(job.source.file, _one_line(error), _NO_PARAMETERS)
    except (OSError, RuntimeError) as error:
        run.died_early = isinstance(error, DiedEarlyError)
        return None if run.failure else _no_start(job, run, _one_line(error))
    return None


def _close_loop() -> None:
    """Close the event loop that nbclient opened for this thread; each run has a thread."""
    ensure_event_loop().close()


def _no_start(job: Job, run: KernelRun, problem: str) -> Finding:
    said = _last_line(run.log_path) or problem
    return describe_fault(
        job.source.file, f"the kernel '{run.kernel.name}' could not start: {said}", _NO_START
    )


def _last_line(path: Path) -> str:
    lines = read_strange_text(path, _LONGEST_LOG).strip().splitlines()
    return lines[-1].strip() if lines else ""


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
