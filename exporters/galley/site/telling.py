"""Telling the person who waits how far the articles of a build are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from galley.execution.batch import starts_kernel
from galley.execution.forecast import Forecast
from galley.execution.model import Executed, Job, Progress
from galley.site.request import ArticleState, BuildRequest, ProgressEvent


class Teller:
    """Turns what happens to the jobs of a build into its events; any thread may call it."""

    def __init__(self, request: BuildRequest, jobs: Sequence[Job]) -> None:
        self._request, self._total = request, len(jobs)
        self._running = tuple(filter(starts_kernel, jobs))
        self._forecast = Forecast(self._running, request.jobs)

    def spread_over(self, jobs_at_once: int) -> None:
        """Note how many jobs really run side by side."""
        self._forecast = Forecast(self._running, jobs_at_once)

    def hear(self, progress: Progress) -> None:
        """Tell that an article starts, or which of its cells it has reached."""
        if progress.stage == "finished":
            return  # its outcome tells more
        if progress.stage == "started":
            self._forecast.note_start(progress.job)
        self._request.on_event(
            replace(self._event(progress.job), cell=progress.cell, cells=progress.cells)
        )

    def tell_end(self, outcome: Executed, done: int) -> None:
        """Tell how an article ended."""
        state: ArticleState = "failed"
        if outcome.status == "succeeded":
            state = "built" if outcome.was_run else "unchanged"
        if outcome.was_run:
            self._forecast.note_end(outcome.job, outcome.seconds)
        self._request.on_event(
            replace(self._event(outcome.job), state=state, seconds=outcome.seconds, done=done)
        )

    def _event(self, job: Job) -> ProgressEvent:
        return ProgressEvent(
            "article",
            job.reason,
            job.source.file,
            job.edition,
            total=self._total,
            expected_s=job.expected_s,
            left_s=self._forecast.left_s(),
        )
