"""Running articles on a Dask cluster: what travels, what happens there, what comes back."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from galley.findings import EnvironmentFault, UsageError

if TYPE_CHECKING:
    from galley.execution.cluster.cluster import Cluster
    from galley.execution.model import Job
    from galley.execution.store import Store
    from galley.execution.tracing.present import Present

_ADDRESS = re.compile(r"(tcp|tls)://[^\s/]+:\d+")


def check_scheduler(address: str) -> None:
    """Refuse what cannot be a scheduler's address; nothing is opened.

    Raises
    ------
    UsageError
        If it is none.
    """
    if not _ADDRESS.fullmatch(address):
        raise UsageError(
            f"'{address}' is not the address of a Dask scheduler",
            "give it as 'dask scheduler' prints it, for example tcp://127.0.0.1:8786",
        )


@contextmanager
def open_cluster(
    address: str, jobs: Iterable[Job], present: Present, store: Store
) -> Iterator[Cluster]:
    """Connect to a scheduler, compare what is installed, and leave nothing there afterwards.

    Parameters
    ----------
    jobs, present, store
        What may run, what planning found in the content folder, and what is known of earlier runs:
        they tell which files travel.

    Raises
    ------
    EnvironmentFault
        If Dask is not installed, no scheduler answers, it has no workers, or something else is
        installed there.
    """
    # Late: Dask is an extra, and takes two seconds to load.
    try:
        import distributed  # noqa: F401
    except ImportError as error:
        raise EnvironmentFault(
            "--scheduler needs Dask, which is not installed",
            "pip install 'galley-articles[cluster]'",
        ) from error
    from galley.execution.cluster.cluster import Cluster
    from galley.execution.cluster.connection import connected
    from galley.execution.cluster.freight import read_freight

    with connected(address) as connection:
        cluster = Cluster(connection, read_freight(jobs, present, store))
        try:
            cluster.prepare()
            yield cluster
        finally:
            cluster.leave()
