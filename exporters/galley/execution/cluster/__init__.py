"""Running articles on a Dask cluster: what travels, what happens there, what comes back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from galley.findings import EnvironmentFault, UsageError

if TYPE_CHECKING:
    from galley.execution.cluster.cluster import Cluster
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
def open_cluster(address: str, present: Present) -> Iterator[Cluster]:
    """Connect to a scheduler, compare what is installed, and leave nothing there afterwards.

    Parameters
    ----------
    present
        What planning found in the content folder: what is there travels.

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
    from galley.execution.cluster.freight import Freight

    with connected(address) as connection:
        cluster = Cluster(connection, Freight(present))
        try:
            cluster.prepare()
            yield cluster
        finally:
            cluster.leave()
