"""Why the code of an article would run in the next build, or why not, in one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from galley.execution.code import runs_anything
from galley.execution.model import Job, Plan
from galley.execution.tracing.explain import since_day
from galley.findings import Severity
from galley.workspace import ArticleSource, Workspace


@dataclass(frozen=True)
class Answer:
    """What becomes of one article in one edition.

    Attributes
    ----------
    sentence
        Without a full stop.
    """

    file: str
    slug: str
    edition: str
    sentence: str


def answers(workspace: Workspace, planned: Plan, today: date) -> tuple[Answer, ...]:
    """Return the answers for all articles, in the order of their files."""
    found = (
        *(_of_job(job) for job in planned.jobs),
        *(_of_unpublished(source, today) for source in planned.unpublished),
        *_of_broken(workspace),
    )
    return tuple(sorted(found, key=lambda answer: answer.file))


def _of_job(job: Job) -> Answer:
    return Answer(job.source.file, job.source.slug, job.edition, _sentence(job))


def _sentence(job: Job) -> str:
    errors = [finding for finding in job.findings if finding.severity is Severity.ERROR]
    if not runs_anything(job.source.notebook):
        return "never runs: it has no code"
    if errors:
        return f"does not run: {errors[0].message}"
    if job.kernel is None:
        return _unrun_sentence(job)
    if job.reason == "first run":
        return "first run: no result of it is kept"
    if job.reason:
        return f"runs again: {job.reason}"
    since = since_day(job.kept.day, job.today) if job.kept else ""
    return f"does not run again: nothing it read has changed since {since}"


def _unrun_sentence(job: Job) -> str:
    missing = [finding.message for finding in job.findings if finding.rule == "kernel-missing"]
    said = "'execute = false' stands in site.toml"
    return f"never runs: {' '.join(missing)}" if missing else f"does not run: {said}"


def _of_unpublished(source: ArticleSource, today: date) -> Answer:
    day = source.front_matter.date
    if source.front_matter.draft or day is None:
        sentence = "does not run: it is a draft"
    else:
        sentence = f"does not run before {since_day(day.isoformat(), today)}, its date"
    return Answer(source.file, source.slug, "", sentence)


def _of_broken(workspace: Workspace) -> Iterator[Answer]:
    for broken in workspace.broken:
        problem = broken.findings[0].message if broken.findings else "it is no notebook"
        yield Answer(broken.file, broken.slug or "", "", f"cannot be read: {problem}")
