"""A real Dask scheduler with workers, on loopback, ended with all that they started."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.execution.cluster.dask_cluster import DaskCluster


@pytest.fixture
def dask_cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DaskCluster]:
    """Return a cluster of nothing yet; nothing of it is left when the test ends."""
    cluster = DaskCluster(tmp_path_factory.mktemp("dask"))
    try:
        yield cluster
    finally:
        cluster.close()
    cluster.assert_nothing_is_left()


@pytest.fixture
def new_cluster(dask_cluster: DaskCluster) -> DaskCluster:
    """Return a scheduler without workers."""
    dask_cluster.start_scheduler()
    return dask_cluster


@pytest.fixture(scope="module")
def two_workers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[DaskCluster]:
    """Return a cluster that the tests of a file share."""
    cluster = DaskCluster(tmp_path_factory.mktemp("dask"))
    try:
        cluster.start_scheduler()
        for _ in range(2):
            cluster.start_worker("--no-nanny")
        yield cluster
    finally:
        cluster.close()
    cluster.assert_nothing_is_left()
