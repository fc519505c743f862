"""The papermill engine that runs an article's cells in a kernel.

It differs from papermill's own in four ways: errors in cells tagged ``raises-exception`` do not
fail the notebook, limits for time and output are kept, the kernel's sockets are files of the user
where the system has such, and every running kernel is known, so that all can be ended at once.
"""

from __future__ import annotations

import asyncio
import logging
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import zmq
from jupyter_core.utils import run_sync
from nbclient.exceptions import CellExecutionError, DeadKernelError
from nbformat import NotebookNode
from papermill.clientwrap import PapermillNotebookClient
from papermill.engines import NBClientEngine, papermill_engines

from galley.config import Limits
from galley.execution.code import MEANT, SKIPPED, holds_code
from galley.execution.conversation import Conversation, TooLateError
from galley.execution.exceeding import (
    Excess,
    too_long,
    too_many_processes,
    too_much_memory,
    too_much_output,
)
from galley.execution.failures import DEAD_KERNEL, KERNEL_EXIT, is_memory_error
from galley.execution.hearing import Hearing, shortened
from galley.execution.kernel_manager import ArticleKernelManager
from galley.execution.kernels import Kernel
from galley.execution.memory import MEMORY_MEGABYTE, memory_taken, processes_of
from galley.execution.model import CellFailure
from galley.execution.outputs import plain_text
from galley.execution.running import RunningKernels, kill_kernel
from galley.execution.sandbox.sandbox import ArticleSandbox
from galley.execution.sandbox.surroundings import sandbox_environment
from galley.execution.warm.provisioner import TRACE_VARIABLE

ENGINE_NAME = "galley"
_START_SECONDS = 120
# Unix socket names end at some 104 characters; nbclient adds two to this path.
_LONGEST_SOCKET_PATH = 90
_LOOK_SECONDS = 0.25
# Stacks of threads and the like are asked for, and never used.
_UNUSED_MEGABYTES = 2048
_OUTPUT_MEGABYTE = 1_000_000
# A message that is larger than all outputs may be is not even taken; it is larger than what it
# holds, because JSON writes some letters with six.
_MESSAGE_MEGABYTES_MORE = 1.0
_MESSAGE_SHARE = 2.0
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
    hearing: Hearing = field(default_factory=Hearing)
    started_s: float | None = None
    look_again_s: float = 0.0
    article_limit_binds: bool = False
    exit_code: int | None = None
    died_early: bool = False

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

    def seconds_for_cell(self) -> float | None:
        """Return how long the cell may take: its own limit, or what is left for the article."""
        own, whole = self.limits.cell_seconds, self.limits.article_seconds
        if self.started_s is None:
            self.started_s = time.monotonic()  # the start of the kernel is not the author's
        if whole is None:
            return own
        left = max(0.1, self.started_s + whole - time.monotonic())
        self.article_limit_binds = own is None or left <= own
        return left if own is None else min(own, left)

    def fail(self, ename: str, evalue: str, traceback: str = "", setting: str = "") -> None:
        """Note that the current cell ends the run; the first failure counts."""
        if self.failure is None and self.cell is not None:
            cell = self.cell
            self.failure = CellFailure(
                str(cell.get("id", "")), cell.source, ename, evalue, traceback, setting
            )

    def note_end(self) -> None:
        """Note how the kernel ended."""
        process = self.manager.process if self.manager is not None else None
        self.exit_code = process.returncode if process is not None else None

    def stop(self, excess: Excess) -> None:
        """End the kernel at once, and note why."""
        self.fail(excess.ename, excess.message, setting=excess.setting)
        if self.manager is not None:
            kill_kernel(self.manager)

    def note_error(self, content: Mapping[str, Any], traceback: str) -> None:
        """Note an error of the code."""
        if is_memory_error(content["ename"]) and self.limits.memory_megabytes is not None:
            excess = too_much_memory(self.limits)
            self.fail(excess.ename, excess.message, traceback, excess.setting)
        else:
            self.fail(content["ename"], plain_text(content["evalue"]), traceback)

    def note_message(self) -> None:
        """End the kernel where all outputs together are larger than they may be."""
        limit = self.limits.output_megabytes
        if limit is not None and self.hearing.kept_bytes > limit * _OUTPUT_MEGABYTE:
            self.stop(too_much_output(self.limits))

    def note_cut(self) -> None:
        """End the kernel, if it still lives: it put out more at once than it may."""
        pid = self.manager.pid if self.manager is not None else None
        # One that somebody has killed closes its connection as well; the dead hold no memory.
        if pid is not None and memory_taken([pid], 0) > 0:
            self.stop(too_much_output(self.limits))

    async def watch(self) -> None:
        """Look at the kernel now and then, and end it where it takes more than it may."""
        while True:
            await asyncio.sleep(max(0.0, self.look_again_s - time.monotonic()))
            self.look_again_s = time.monotonic() + _LOOK_SECONDS
            excess = self._excess()
            if excess is not None:
                self.stop(excess)

    def _excess(self) -> Excess | None:
        """Return the limit that the kernel and what it has started have passed by now."""
        pid = self.manager.pid if self.manager is not None else None
        processes = processes_of(pid, self.limits.processes) if pid is not None else []
        if self.limits.processes is not None and len(processes) > self.limits.processes:
            return too_many_processes(self.limits)
        if self.limits.memory_megabytes is not None:
            limit = self.limits.memory_megabytes * MEMORY_MEGABYTE
            if memory_taken(processes, limit) > limit:
                return too_much_memory(self.limits)
        return None

    def note_exit(self, reply: Mapping[str, Any]) -> None:
        """Note a cell that called ``exit()`` or ``quit()``; its kernel ends in a moment.

        Raises
        ------
        DeadKernelError
            If the cell did; whether the next ones would still run is a matter of luck.
        """
        payload = reply.get("payload")
        parts = [part for part in payload or () if isinstance(part, dict)]
        if any(part.get("source") == "ask_exit" for part in parts):
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
        self._conversation: Conversation | None = None
        super().__init__(
            nb_man,
            kernel_name=kernel_name,
            log=_log,
            startup_timeout=_START_SECONDS,
            resources={"metadata": {"path": str(run.folder)}},
            # No history: nobody looks back in a kernel without a person.
            ipython_hist_file="",
            # Widgets need a live page; what code draws in one is shown where the cell is.
            store_widget_state=False,
            extra_arguments=list(_ARGUMENTS) if is_ipykernel(run.kernel) else [],
        )

    def create_kernel_manager(self) -> ArticleKernelManager:
        manager = _new_manager(self._run)
        self._run.running.add(manager)
        self.km = self._run.manager = manager
        return manager

    def _cleanup_kernel(self) -> None:
        if self._conversation is not None:
            self._conversation.close()
        super()._cleanup_kernel()

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

    def execute_cell(self, cell: NotebookNode, _index: int) -> NotebookNode:
        run = self._run
        run.enter(cell)
        if not holds_code(cell) or SKIPPED in cell.metadata.tags:
            return cell
        try:
            reply = self._converse(cell)
        except TooLateError:
            run.stop(too_long(run.limits, of_article=run.article_limit_binds))
            # A cell that is still busy would not hear a polite request to end.
            self.shutdown_kernel = "immediate"
            raise DeadKernelError("the cell was stopped") from None
        except DeadKernelError:
            run.note_end()
            run.fail(DEAD_KERNEL, "the kernel died while it ran the code")
            raise
        cell.execution_count = reply.get("execution_count")
        run.note_exit(reply)
        self._raise_error(cell, reply)
        return cell

    def _converse(self, cell: NotebookNode) -> dict[str, Any]:
        if self._conversation is None:
            self._conversation = Conversation(self.kc, self.km, self._run.hearing, self._run)
        stops = MEANT not in cell.metadata.tags
        seconds = self._run.seconds_for_cell()
        talk = run_sync(self._conversation.run)
        reply: dict[str, Any] = talk(cell, seconds, stops_on_error=stops)
        return reply

    def _raise_error(self, cell: NotebookNode, reply: Mapping[str, Any]) -> None:
        if reply.get("status") != "error" or MEANT in cell.metadata.tags:
            return
        content = shortened(reply)
        self._run.note_error(content, _traceback(cell))
        raise CellExecutionError.from_cell_and_msg(cell, content)

    def wait_for_reply(self, *_args: object) -> dict[str, Any]:
        """Return what the kernel said of itself when it began; papermill asks at the end."""
        return {"content": {"language_info": self.kc.language_info or {}}}


def register_engine() -> None:
    """Make the engine known to papermill; doing it twice does no harm."""
    papermill_engines.register(ENGINE_NAME, ArticleEngine)


def _new_manager(run: KernelRun) -> ArticleKernelManager:
    options = {"connection_file": str(run.shared / "kernel.json")}
    socket = str(run.shared / "kernel")
    if os.name == "posix" and is_ipykernel(run.kernel) and len(socket) < _LONGEST_SOCKET_PATH:
        # Sockets that only this user can open, instead of ports that every user can reach.
        options |= {"transport": "ipc", "ip": socket}
    context = run.running.context
    context.setsockopt(zmq.MAXMSGSIZE, _largest_message(run.limits))
    return ArticleKernelManager(
        nursery=run.running.open_nursery(),
        may_be_warm=run.running.are_warm,
        before_start=run.running.refuse_if_stopped,
        next_nursery=run.running.open_nursery,
        memory_bytes=_most_memory(run.limits),
        context=context,
        sandbox=run.sandbox,
        kernel_name=run.kernel.name,
        kernel_spec_manager=run.running.specs,
        **options,
    )


def _most_memory(limits: Limits) -> int | None:
    """Return what a process may ask for: what it holds is looked at, but only now and then."""
    if limits.memory_megabytes is None:
        return None
    return int((limits.memory_megabytes + _UNUSED_MEGABYTES) * MEMORY_MEGABYTE)


def _largest_message(limits: Limits) -> int:
    if limits.output_megabytes is None:
        return -1  # any
    megabytes = _MESSAGE_SHARE * limits.output_megabytes + _MESSAGE_MEGABYTES_MORE
    return int(megabytes * _OUTPUT_MEGABYTE)


def is_ipykernel(kernel: Kernel) -> bool:
    """Tell whether a kernel is IPython's, which can talk through files."""
    return any("ipykernel" in part for part in kernel.command)


def _traceback(cell: NotebookNode) -> str:
    errors = [output for output in cell.outputs if output.output_type == "error"]
    return plain_text("\n".join(errors[-1].traceback)) if errors else ""
