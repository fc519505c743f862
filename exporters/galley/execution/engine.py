"""The papermill engine that runs an article's cells in a kernel.

It differs from papermill's own in four ways: errors in cells tagged ``raises-exception`` do not
fail the notebook, limits for time and output are kept, the kernel's sockets are files of the user
where the system has such, and every running kernel is known, so that all can be ended at once.
"""

from __future__ import annotations

import asyncio
import json
import logging
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine, papermill_engines

from galley.config import Limits
from galley.execution.code import holds_code
from galley.execution.failures import (
    DEAD_KERNEL,
    KERNEL_EXIT,
    TIMEOUT,
    TOO_MUCH_MEMORY,
    TOO_MUCH_OUTPUT,
)
from galley.execution.kernel_manager import ArticleKernelManager
from galley.execution.kernels import Kernel
from galley.execution.memory import memory_taken
from galley.execution.model import CellFailure
from galley.execution.outputs import plain_text
from galley.execution.running import RunningKernels, kill_kernel
from galley.execution.sandbox.sandbox import ArticleSandbox
from galley.execution.sandbox.surroundings import sandbox_environment
from galley.execution.warm.provisioner import TRACE_VARIABLE

ENGINE_NAME = "galley"
_CELL_SECONDS = 600.0
_START_SECONDS = 120
# Loaded machines deliver the last outputs late; nbclient's own 4 seconds fail there.
_LATE_OUTPUT_SECONDS = 60
# Unix socket names end at some 104 characters; nbclient adds two to this path.
_LONGEST_SOCKET_PATH = 90
# A kernel that ends may have sent its last words; they are read first.
_LAST_WORDS_SECONDS = 0.2
_MEMORY_POLL_SECONDS = 0.25
_BYTES_PER_MEGABYTE = 1_000_000
# Plain matplotlib figures come out as SVG, with a PNG for programs that need one; neither holds
# a date or a random id.
_ARGUMENTS = (
    "--HistoryManager.enabled=False",
    "--InlineBackend.figure_formats={'svg', 'png'}",
    "--InlineBackend.print_figure_kwargs={'bbox_inches': 'tight', 'metadata': {'Date': None}}",
    "--InlineBackend.rc={'svg.hashsalt': 'galley'}",
)

_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())
# Without a handler Python prints papermill's remarks on parameters among the progress lines.
logging.getLogger("papermill").addHandler(logging.NullHandler())


@dataclass
class KernelRun:
    """One notebook's run: what the engine needs, and what it has seen so far.

    Attributes
    ----------
    scratch
        An empty folder for the kernel's sockets and log.
    on_cell
        Called with the number of the cell that starts, from 1.
    trace_path
        Where a Python kernel records what it reads; ``None`` where nobody wants to know.
    variables
        Environment variables of the kernel; ``None`` for one that it is not to have.
    sandbox
        What the kernel runs in; ``None`` where it has its author's rights.
    set_aside
        Cells whose errors were meant, with their outputs, which papermill must not see.
    """

    kernel: Kernel
    folder: Path
    scratch: Path
    limits: Limits
    running: RunningKernels
    on_cell: Callable[[int], None]
    trace_path: Path | None = None
    variables: Mapping[str, str | None] = field(default_factory=dict)
    sandbox: ArticleSandbox | None = None
    notebook: NotebookNode | None = None
    cell: NotebookNode | None = None
    number: int = 0
    manager: ArticleKernelManager | None = None
    failure: CellFailure | None = None
    set_aside: list[tuple[NotebookNode, list[NotebookNode]]] = field(default_factory=list)
    started_s: float = field(default_factory=time.monotonic)
    article_limit_binds: bool = False
    output_bytes: int = 0

    @property
    def log_path(self) -> Path:
        """Where the kernel process itself writes, for example why it could not start."""
        return self.scratch / "kernel.log"

    @property
    def shared(self) -> Path:
        """Where the kernel's sockets are."""
        return self.sandbox.shared if self.sandbox else self.scratch

    @property
    def env(self) -> dict[str, str]:
        """The kernel's environment."""
        wanted = {**self.running.env, **self.variables}
        own = {name: value for name, value in wanted.items() if value is not None}
        if self.sandbox is not None:
            own = sandbox_environment(own)
        if self.trace_path is None or not is_ipykernel(self.kernel):
            return own
        return own | {TRACE_VARIABLE: str(self.trace_path)}

    def enter(self, cell: NotebookNode) -> None:
        """Note the cell that starts."""
        self.cell = cell
        if holds_code(cell) and "injected-parameters" not in cell.metadata.tags:
            self.number += 1
            self.on_cell(self.number)

    def seconds_for_cell(self) -> float:
        """Return how long the cell may take: its own limit, or what is left for the article."""
        own = self.limits.cell_seconds or _CELL_SECONDS
        if self.limits.article_seconds is None:
            return own
        left = self.started_s + self.limits.article_seconds - time.monotonic()
        self.article_limit_binds = left <= own
        return max(0.1, min(own, left))

    def timeout_message(self) -> str:
        """Return which of the two limits of time the current cell ran into."""
        # Timers are a little early at times: what was promised decides, not what was measured.
        if self.article_limit_binds:
            seconds = self.limits.article_seconds
            return f"the article's code ran longer than its limit of {seconds:g} s and was stopped"
        seconds = self.limits.cell_seconds or _CELL_SECONDS
        return f"the cell ran longer than its limit of {seconds:g} s and was stopped"

    def fail(self, ename: str, evalue: str, traceback: str = "") -> None:
        """Note that the current cell ends the run; the first failure counts."""
        if self.failure is None and self.cell is not None:
            cell = self.cell
            self.failure = CellFailure(
                str(cell.get("id", "")), cell.source, ename, evalue, traceback
            )

    def count_output(self, output: NotebookNode) -> None:
        """Add to the size of all outputs; end the kernel where it passes the limit."""
        self.output_bytes += len(json.dumps(output))
        limit = self.limits.output_megabytes
        if self.output_bytes > limit * _BYTES_PER_MEGABYTE and self.manager is not None:
            self.fail(
                TOO_MUCH_OUTPUT,
                f"the code put out more than its limit of {limit:g} MB and was stopped",
            )
            kill_kernel(self.manager)

    def check_memory(self) -> None:
        """End the kernel where it and what it has started take more memory than they may."""
        limit, manager = self.limits.memory_megabytes, self.manager
        if limit is None or manager is None or manager.pid is None:
            return
        if memory_taken(manager.pid) > limit * _BYTES_PER_MEGABYTE:
            self.fail(
                TOO_MUCH_MEMORY,
                f"the code took more memory than its limit of {limit:g} MB and was stopped",
            )
            kill_kernel(manager)

    def note_exit(self, reply: Mapping[str, Any]) -> None:
        """Note a cell that called ``exit()`` or ``quit()``; its kernel ends in a moment.

        Raises
        ------
        DeadKernelError
            If the cell did; whether the next ones would still run is a matter of luck.
        """
        payload = reply["content"].get("payload", [])
        if any(part.get("source") == "ask_exit" for part in payload):
            self.fail(KERNEL_EXIT, "the cell ended its kernel with exit() or quit()")
            raise DeadKernelError(self.failure.evalue if self.failure else "")

    def set_meant_errors_aside(self) -> None:
        """Hide outputs that hold a meant error from papermill, which would raise for them."""
        for cell in self.notebook.cells if self.notebook else []:
            if any(output.output_type == "error" for output in cell.get("outputs", [])):
                self.set_aside.append((cell, cell.outputs))
                cell.outputs = []

    def put_back(self) -> None:
        """Give the cells back the outputs that were set aside."""
        for cell, outputs in self.set_aside:
            cell.outputs = outputs
        self.set_aside.clear()


class ArticleEngine(NBClientEngine):  # type: ignore[misc] # papermill ships no types
    """Runs a notebook with papermill for one `KernelRun`."""

    @classmethod
    def execute_managed_notebook(
        cls,
        nb_man: Any,  # noqa: ANN401 - papermill's manager, which ships no types
        kernel_name: str,
        *,
        run: KernelRun,
        **_options: object,
    ) -> None:
        """Run all cells; called by papermill, which then raises for errors that it sees."""
        run.notebook = nb_man.nb
        client = _ArticleClient(nb_man, run, kernel_name)
        with run.log_path.open("wb") as log:
            try:
                client.execute(stdout=log, stderr=log, env=run.env)
            finally:
                if run.manager is not None:
                    run.running.remove(run.manager)
        if run.failure is None:
            run.set_meant_errors_aside()


class _ArticleClient(PapermillNotebookClient):  # type: ignore[misc] # papermill ships no types
    """nbclient with limits, and with a record of the cell at which it stopped."""

    kc: Any
    km: Any

    def __init__(self, nb_man: Any, run: KernelRun, kernel_name: str) -> None:  # noqa: ANN401
        self._run = run
        super().__init__(
            nb_man,
            kernel_name=kernel_name,
            log=_log,
            timeout_func=lambda _cell: run.seconds_for_cell(),
            startup_timeout=_START_SECONDS,
            iopub_timeout=_LATE_OUTPUT_SECONDS,
            record_timing=False,
            resources={"metadata": {"path": str(run.folder)}},
            on_cell_executed=lambda execute_reply, **_: run.note_exit(execute_reply),
            # No history: nobody looks back in a kernel without a person.
            ipython_hist_file="",
            extra_arguments=list(_ARGUMENTS) if is_ipykernel(run.kernel) else [],
        )

    def create_kernel_manager(self) -> ArticleKernelManager:
        manager = _new_manager(self._run)
        self._run.running.add(manager)
        self.km = self._run.manager = manager
        return manager

    async def _async_poll_kernel_alive(self) -> None:
        """Stop waiting for a cell when its kernel has ended; watch its memory until then."""
        watching = asyncio.ensure_future(self._watch_memory())
        try:
            if self._run.manager is not None:
                await self._run.manager.wait_for_end()
            await asyncio.sleep(_LAST_WORDS_SECONDS)
        finally:
            watching.cancel()
        if self.task_poll_for_reply is not None:
            self.task_poll_for_reply.cancel()

    async def _watch_memory(self) -> None:
        while self._run.limits.memory_megabytes is not None:
            self._run.check_memory()
            await asyncio.sleep(_MEMORY_POLL_SECONDS)

    async def _async_cleanup_kernel(self) -> None:
        """Ask the kernel to end, and wait for it only where no nursery does."""
        run, manager = self._run, self._run.manager
        if manager is None or manager.process is None or self.shutdown_kernel == "immediate":
            await super()._async_cleanup_kernel()
            return
        await manager.request_shutdown()
        run.running.let_end(manager.process)
        await manager.cleanup_resources()
        if self.kc is not None:
            self.kc.stop_channels()
        self.kc = self.km = None

    def execute_cell(self, cell: NotebookNode, cell_index: int) -> NotebookNode:
        run = self._run
        run.enter(cell)
        try:
            executed: NotebookNode = super().execute_cell(cell, cell_index)
        except CellExecutionError as error:
            run.fail(error.ename, plain_text(error.evalue), _traceback(cell))
            raise
        except CellTimeoutError:
            run.fail(TIMEOUT, run.timeout_message())
            # A cell that is still busy would not hear a polite request to end.
            self.shutdown_kernel = "immediate"
            raise
        except DeadKernelError:
            run.fail(DEAD_KERNEL, "the kernel died while it ran the code")
            raise
        return executed

    def process_message(self, *args: Any, **options: Any) -> NotebookNode | None:  # noqa: ANN401
        output: NotebookNode | None = super().process_message(*args, **options)
        if output:
            self._run.count_output(output)
        return output


def register_engine() -> None:
    """Make the engine known to papermill; doing it twice does no harm."""
    papermill_engines.register(ENGINE_NAME, ArticleEngine)


def _new_manager(run: KernelRun) -> ArticleKernelManager:
    options = {"connection_file": str(run.shared / "kernel.json")}
    socket = str(run.shared / "kernel")
    if os.name == "posix" and is_ipykernel(run.kernel) and len(socket) < _LONGEST_SOCKET_PATH:
        # Sockets that only this user can open, instead of ports that every user can reach.
        options |= {"transport": "ipc", "ip": socket}
    return ArticleKernelManager(
        nursery=run.running.open_nursery(),
        may_be_warm=run.running.are_warm,
        before_start=run.running.refuse_if_stopped,
        context=run.running.context,
        sandbox=run.sandbox,
        kernel_name=run.kernel.name,
        kernel_spec_manager=run.running.specs,
        **options,
    )


def is_ipykernel(kernel: Kernel) -> bool:
    """Tell whether a kernel is IPython's, which can talk through files."""
    return any("ipykernel" in part for part in kernel.command)


def _traceback(cell: NotebookNode) -> str:
    errors = [output for output in cell.outputs if output.output_type == "error"]
    return plain_text("\n".join(errors[-1].traceback)) if errors else ""
