"""The contract of a build: what it is asked, what it tells while it works, what it reports.

Plain values without imports of weight, so that the command line stays fast to start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Literal

from galley.findings import EnvironmentFault, Finding

ArticleState = Literal["running", "built", "unchanged", "failed", "held_back", "unpublished"]


@dataclass(frozen=True)
class ProgressEvent:
    """One thing that happened during a build, for the person who waits.

    Attributes
    ----------
    kind
        ``step`` opens a stage of the whole build, and ``message`` names it; ``note`` says what
        the author should know before it goes on; ``article`` tells of one page: first that it is
        ``running``, then how it ended.
    message
        A few words without a full stop: a step's name, why an article runs, what went wrong.
    file
        The notebook as the author knows it; empty for a step.
    done, total
        How many articles have ended, of how many; 0 of 0 where that is not known yet.
    cell, cells
        Which of its cells a running article has reached, from 1; 0 where none has started.
    expected_s
        How long the article took last time; ``None`` where that is not known.
    left_s
        The seconds until the last article ends, as far as that can be foreseen.
    """

    kind: Literal["step", "note", "article"]
    message: str = ""
    file: str = ""
    edition: str = ""
    state: ArticleState = "running"
    seconds: float = 0.0
    done: int = 0
    total: int = 0
    cell: int = 0
    cells: int = 0
    expected_s: float | None = None
    left_s: float | None = None


def ignore_event(event: ProgressEvent) -> None:
    """Take an event and say nothing: for callers that show no progress."""


@dataclass(frozen=True)
class BuildRequest:
    """Everything a build depends on besides the content itself.

    Attributes
    ----------
    content
        The content folder, or one notebook: then only that article is executed.
    content_name
        How the author wrote that path; findings begin with it.
    output
        The folder of the published site.
    today
        The day that decides what is published yet; read once, at the command line.
    parameters
        ``-p`` as it was typed, in order; types are settled against each notebook's own parameters.
    editions
        Names of the editions to execute; empty means all.
    jobs
        How many notebooks run at once.
    scheduler
        The address of the Dask scheduler on whose workers they run; empty for this machine.
    strict
        Hold back articles that have an error finding.
    execute
        Whether code is run; else the outputs that the notebooks hold are shown.
    trusted
        Slugs of articles that are trusted in this build, besides those of ``site.toml``.
    store
        Where executed notebooks are kept; None means ``CONTENT/.galley``.
    sandbox
        Whether code runs in the sandbox; None where nothing was asked: then as asked before, or
        as ``site.toml`` says.
    on_event
        Called in the building thread, in order.
    """

    content: Path
    content_name: str
    output: Path
    today: date
    parameters: tuple[tuple[str, str], ...] = ()
    editions: tuple[str, ...] = ()
    jobs: int = 1
    scheduler: str = ""
    strict: bool = False
    execute: bool = True
    trusted: tuple[str, ...] = ()
    store: Path | None = None
    sandbox: bool | None = None
    on_event: Callable[[ProgressEvent], None] = field(default=ignore_event, compare=False)


@dataclass(frozen=True)
class Failure:
    """The cell at which an article's execution ended; the traceback carries no ANSI codes."""

    cell_id: str
    source: str
    error: str
    message: str
    traceback: str = ""


@dataclass(frozen=True)
class ArticleReport:
    """How one page of a build ended.

    Attributes
    ----------
    file
        The notebook as the author knows it.
    address
        The page's path inside the site; empty where there is no page.
    state
        ``held_back`` has an error finding and the site is strict; ``unpublished`` is a draft or
        has a date to come.
    reason
        Why it was executed, or why it was not; one sentence without a full stop.
    """

    file: str
    state: ArticleState
    edition: str = ""
    lang: str = ""
    address: str = ""
    reason: str = ""
    seconds: float = 0.0
    findings: tuple[Finding, ...] = ()
    failure: Failure | None = None


@dataclass(frozen=True)
class BuildReport:
    """What a build did, article by article and file by file.

    Attributes
    ----------
    findings
        Those of the site as a whole; an article's own are in its `ArticleReport`.
    written, unchanged, removed
        Paths inside the site, with forward slashes.
    lists
        Those of pages that list others, which are published after the pages they list.
    spared
        Those of pages that could not be made; where they were published before, they stay.
    """

    articles: tuple[ArticleReport, ...] = ()
    findings: tuple[Finding, ...] = ()
    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    seconds: float = 0.0
    lists: tuple[str, ...] = ()
    spared: tuple[str, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether every article that should be published was; otherwise the exit code is 1."""
        return all(article.state not in {"failed", "held_back"} for article in self.articles)


class NotPublishedError(EnvironmentFault):
    """The site could not be written; what the build has found is told all the same.

    Attributes
    ----------
    report
        What would have been published; nothing of it was.
    """

    def __init__(self, fault: EnvironmentFault, report: BuildReport) -> None:
        super().__init__(fault.message, fault.fix)
        self.report = report
