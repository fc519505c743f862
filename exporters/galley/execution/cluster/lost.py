"""Why an article was not run on a cluster, where that is no fault of its code."""

from __future__ import annotations

from collections.abc import Iterable

from galley.execution.cluster.versions import in_words


class ArticleLostError(Exception):
    """An article could not be run there; the message and what the author can do."""

    def __init__(self, problem: str, fix: str) -> None:
        self.problem, self.fix = problem, fix
        super().__init__(problem)


def worker_differs(worker: str, found: Iterable[str]) -> ArticleLostError:
    """Say that something else is installed on the worker."""
    return ArticleLostError(
        f"the worker {worker} has {in_words(found)}",
        "Install the same versions there as here, or build without --scheduler.",
    )


def worker_failed(scheduler: str, error: Exception) -> ArticleLostError:
    """Say that the worker itself, or Galley on it, has failed."""
    words = " ".join(f"{type(error).__name__}: {error}".split())
    return ArticleLostError(
        f"a worker of {scheduler} could not run it: {words}",
        "Look at the worker's log, or build without --scheduler.",
    )


def workers_died() -> ArticleLostError:
    """Say that every worker that tried it is gone."""
    return ArticleLostError(
        "the workers that ran it died, several in a row",
        "It may need more memory than they have. Try it alone without --scheduler.",
    )


def no_workers(scheduler: str, seconds: float) -> ArticleLostError:
    """Say that nobody is there to run it."""
    return ArticleLostError(
        f"the scheduler {scheduler} has had no worker for {seconds:g} s",
        "Start one with 'dask worker', and build again; what ran before is kept.",
    )


def scheduler_gone(scheduler: str) -> ArticleLostError:
    """Say that the scheduler does not answer any more."""
    return ArticleLostError(
        f"the connection to the scheduler {scheduler} was lost",
        "Start it again, and build again; what ran before is kept.",
    )


def files_unforeseen(tries: int) -> ArticleLostError:
    """Say that the code looks for yet another file each time it runs."""
    return ArticleLostError(
        f"its code was run {tries} times and looked for another file each time",
        "Name the files that it reads with 'inputs:' in the front matter, or build without "
        "--scheduler.",
    )


def file_changed(path: str) -> ArticleLostError:
    """Say that a file is not what planning found."""
    return ArticleLostError(
        f"'{path}', which its code may read, changed while the build ran", "Build again."
    )
