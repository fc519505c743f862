"""The values that pass between planning, running and keeping an article's execution."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from nbformat import NotebookNode

from galley.config import Limits
from galley.execution.kernels import Kernel
from galley.execution.key import KeyParts
from galley.execution.store import KeptRun
from galley.execution.tracing.present import Present
from galley.findings import Finding, Severity
from galley.workspace import ArticleSource

Status = Literal["succeeded", "excepted", "errored"]


@dataclass(frozen=True)
class Job:
    """One article in one edition, and whether its code must run.

    Attributes
    ----------
    edition
        The edition's name; empty where the article has a single one.
    parameters
        The values that papermill injects: those given for names that the article declares.
    key
        The name of what is asked to run, the same for editions that one run serves; empty where no
        kernel is needed.
    kept
        The execution that still stands, if there is one.
    reason
        Why the code must run, as one plain sentence; empty where what is kept still stands.
    kernel
        What runs the code; ``None`` where there is nothing to run, or nothing to run it with.
    parts
        Everything the key was made of.
    present
        What the code may read, as planning found it.
    variables
        Environment variables that the kernel is to have otherwise than this process; ``None`` for
        one that it is not to have.
    expected_s
        How long its last run took; ``None`` where that is not known.
    findings
        What planning found; with an error among them nothing is run.
    """

    source: ArticleSource
    article: str
    today: date
    edition: str = ""
    parameters: Mapping[str, Any] = field(default_factory=dict)
    key: str = ""
    kept: KeptRun | None = None
    reason: str = ""
    kernel: Kernel | None = None
    parts: KeyParts | None = None
    present: Present | None = field(default=None, repr=False, compare=False)
    variables: Mapping[str, str | None] = field(default_factory=dict)
    expected_s: float | None = None
    findings: tuple[Finding, ...] = ()
    limits: Limits = field(default_factory=Limits)

    @property
    def folder(self) -> Path:
        """The notebook's own folder, which is the kernel's working folder."""
        return self.source.path.parent.absolute()

    @property
    def is_legal(self) -> bool:
        """Whether nothing that was found forbids running."""
        return all(finding.severity is not Severity.ERROR for finding in self.findings)


@dataclass(frozen=True)
class Plan:
    """What a build has to do.

    Attributes
    ----------
    jobs
        One for each visible article and edition, unchanged ones among them.
    findings
        What concerns no single article, for example a parameter in ``site.toml`` nobody declares.
    unpublished
        Drafts and articles of a day to come: not executed, and nowhere on the site.
    """

    jobs: tuple[Job, ...]
    findings: tuple[Finding, ...] = ()
    unpublished: tuple[ArticleSource, ...] = ()


@dataclass(frozen=True)
class CellFailure:
    """The cell at which an article's code stopped.

    Attributes
    ----------
    evalue
        The error's message.
    traceback
        What JupyterLab would show, without colour codes and without this machine's paths.
    setting
        The line of `site.toml` that would raise the limit which was passed, if one was.
    """

    cell_id: str
    source: str
    ename: str
    evalue: str
    traceback: str = ""
    setting: str = ""


@dataclass(frozen=True)
class Outcome:
    """What a run gave: the notebook, and what stopped it, if anything did.

    Attributes
    ----------
    record
        What the kernel recorded of its own reading, as text; empty where it cannot.
    order
        The ids of the cells that ran, in order.
    """

    notebook: NotebookNode
    failure: CellFailure | None = None
    fault: Finding | None = None
    record: str = ""
    order: tuple[str, ...] = ()


@dataclass(frozen=True)
class Executed:
    """What became of a job.

    Attributes
    ----------
    status
        ``succeeded``; ``excepted``: a cell stopped with an error, a limit or a dead kernel;
        ``errored``: the code could not be run at all.
    load
        Returns `notebook`; it may read the store, so that a thousand outcomes need little memory.
    kept
        The digest of the executed notebook in the store; empty where none is kept.
    was_run
        Whether a kernel ran; false where the outcome was kept from before or nothing is to run.
    """

    job: Job
    status: Status
    load: Callable[[], NotebookNode] = field(repr=False, compare=False)
    kept: str = ""
    findings: tuple[Finding, ...] = ()
    failure: CellFailure | None = None
    seconds: float = 0.0
    was_run: bool = False

    @property
    def notebook(self) -> NotebookNode:
        """The author's notebook with its outputs; after a failure with those up to the failure."""
        return self.load()


@dataclass(frozen=True)
class Progress:
    """How far a running article is; cells are counted from 1."""

    job: Job
    stage: Literal["started", "cell", "finished"]
    cell: int = 0
    cells: int = 0
