"""What happens on a machine of the cluster: files laid out, one article run, all of it gone again.

A workbench belongs to one worker and one build. It keeps the files that were sent to it by their
digests, so that they travel once, and the process from which kernels are forked, so that only the
first article waits for it.
"""

from __future__ import annotations

import hashlib
import os
import posixpath
import shutil
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from galley.article.front_matter import FrontMatter
from galley.config import Limits
from galley.execution.cluster.homecoming import read_folders
from galley.execution.cluster.parcel import (
    Answer,
    Manifest,
    Request,
    pack_answer,
    unpack_manifest,
    unpack_request,
)
from galley.execution.cluster.versions import Versions, differences, read_versions
from galley.execution.code import as_node
from galley.execution.failures import describe_fault
from galley.execution.kernels import Kernel, choose_kernel, read_installed_kernels
from galley.execution.model import Job, Outcome
from galley.execution.running import BuildStoppedError, RunningKernels
from galley.finding_records import finding_record
from galley.findings import Finding
from galley.sources import ArticleSource

OnCell = Callable[[int], None]
_STOP_POLL_S = 0.2
_FAREWELL_S = 10.0


@dataclass
class Workbench:
    """A folder for one build's files and runs on one worker.

    Attributes
    ----------
    folder
        Where everything lies; removed by `close`.
    worker
        The worker's address, for answers and messages.
    """

    folder: Path
    worker: str
    _change: threading.Condition = field(default_factory=threading.Condition)
    _kernels: ExitStack = field(default_factory=ExitStack)
    _running: RunningKernels | None = None
    _runs: int = 0
    _is_closed: bool = False

    @cached_property
    def versions(self) -> Versions:
        """What is installed on this machine."""
        return read_versions()

    @cached_property
    def kernels(self) -> dict[str, Kernel]:
        """The kernels that can be started on this machine."""
        return read_installed_kernels()

    def keep(self, files: Mapping[str, bytes]) -> None:
        """Keep files that were sent; digest → content."""
        for digest, data in files.items():
            if hashlib.sha256(data).hexdigest() != digest:
                raise ValueError(f"a file arrived damaged: {digest}")
            path = self._kept(digest)
            path.parent.mkdir(parents=True, exist_ok=True)
            beside = path.with_suffix(f".{threading.get_ident()}")
            beside.write_bytes(data)
            beside.replace(path)

    def run(self, data: bytes, on_cell: OnCell = lambda _number: None) -> bytes:
        """Run a packed request and return the packed answer."""
        return pack_answer(self._answer(unpack_request(data), on_cell))

    def close(self) -> None:
        """End what still runs, and remove the folder."""
        with self._change:
            self._is_closed = True
            deadline_s = time.monotonic() + _FAREWELL_S
            while self._running is not None and self._runs and time.monotonic() < deadline_s:
                self._running.stop()
                self._change.wait(_STOP_POLL_S)
        self._kernels.close()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _answer(self, request: Request, on_cell: OnCell) -> Answer:
        if self._is_closed:
            raise BuildStoppedError
        needed = self.versions.only(request.versions.packages)
        if found := differences(request.versions, needed):
            return Answer("differs", self.worker, differences=found)
        if missing := self._missing(request.manifest):
            return Answer("missing", self.worker, missing=tuple(sorted(missing)))
        self.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(
            prefix="content-", dir=self.folder, ignore_cleanup_errors=True
        ) as name:
            root = Path(name).resolve()
            self._lay_out(request, root)
            outcome = self._run(request, root, on_cell)
            return Answer(
                "ran",
                self.worker,
                places=read_folders(root),
                outcome=outcome,
                packages=self.versions.packages,
            )

    def _missing(self, manifest: str) -> set[str]:
        """Return what has to be sent first: the list, then what stands on it."""
        if not self._kept(manifest).is_file():
            return {manifest}
        digests = {sent.digest for sent in self._manifest(manifest).files.values()}
        return {digest for digest in digests if not self._kept(digest).is_file()}

    def _manifest(self, digest: str) -> Manifest:
        return unpack_manifest(self._kept(digest).read_bytes())

    def _kept(self, digest: str) -> Path:
        return self.folder / "files" / digest[:2] / digest

    def _lay_out(self, request: Request, root: Path) -> None:
        """Put copies in their places: code may write into what it reads."""
        manifest = self._manifest(request.manifest)
        for folder in (*manifest.folders, posixpath.dirname(request.article)):
            (root / folder).mkdir(parents=True, exist_ok=True)
        for path, sent in manifest.files.items():
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self._kept(sent.digest), target)
            os.utime(target, ns=(sent.time_ns, sent.time_ns))

    def _run(self, request: Request, root: Path, on_cell: OnCell) -> dict[str, Any]:
        # Late: papermill and Jupyter take a second to load.
        from galley.execution.run import run_notebook

        job = self._job(request, root)
        if isinstance(job, Finding):
            return _outcome_record(Outcome(as_node(request.notebook), fault=job), "")
        # Beside the content, and kept also of a run that fails: it tells what was looked for.
        record = root.with_suffix(".jsonl")
        try:
            with self._counted_run() as running:
                outcome = run_notebook(job, running, on_cell, record)
            return _outcome_record(outcome, _read_text(record))
        finally:
            record.unlink(missing_ok=True)

    @contextmanager
    def _counted_run(self) -> Iterator[RunningKernels]:
        with self._change:
            if self._is_closed:
                raise BuildStoppedError
            if self._running is None:
                self._running = self._kernels.enter_context(RunningKernels())
                self._running.prepare()
            self._runs += 1
        try:
            yield self._running
        finally:
            with self._change:
                self._runs -= 1
                self._change.notify_all()

    def _job(self, request: Request, root: Path) -> Job | Finding:
        notebook = as_node(request.notebook)
        kernel = self.kernels.get(request.kernel) or self._other_kernel(request)
        if kernel is None:
            return describe_fault(
                request.file,
                f"the worker {self.worker} has no kernel for the language '{request.language}'",
                "Install one there, or build without --scheduler.",
            )
        source = ArticleSource(
            path=root / request.article,
            file=request.file,
            slug="",
            lang="",
            front_matter=FrontMatter(),
            notebook=notebook,
            title="",
        )
        return Job(
            source,
            request.article,
            date.fromisoformat(request.day),
            parameters=request.parameters,
            kernel=kernel,
            variables=request.variables,
            limits=Limits.model_validate(request.limits),
        )

    def _other_kernel(self, request: Request) -> Kernel | None:
        notebook = as_node({"cells": [], "metadata": {"language_info": {"name": request.language}}})
        return choose_kernel(notebook, self.kernels, request.file).kernel


def _read_text(path: Path) -> str:
    # Kernels of other languages write none.
    return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""


def _outcome_record(outcome: Outcome, record: str) -> dict[str, Any]:
    return {
        "notebook": outcome.notebook,
        "failure": asdict(outcome.failure) if outcome.failure else None,
        "fault": finding_record(outcome.fault) if outcome.fault else None,
        "record": record,
        "order": outcome.order,
    }
