"""What Dask calls by name on a cluster: the tasks of `galley.execution.cluster`.

A module of its own without imports of weight, because Dask's scheduler loads it as well, and
because workers load what they need in the threads of their tasks, while they go on answering.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from distributed import Worker, WorkerPlugin, get_worker

if TYPE_CHECKING:
    from galley.execution.cluster.workbench import Workbench


class ArticlePlugin(WorkerPlugin):
    """Gives every worker a workbench for one build, also workers that come later."""

    def __init__(self, build: str) -> None:
        self.name = build
        self._bench: Workbench | None = None

    def __reduce__(self) -> tuple[type[ArticlePlugin], tuple[str]]:
        """Travel by name alone; locks do not."""
        return ArticlePlugin, (self.name,)

    def setup(self, worker: Worker) -> None:
        """Choose the folder; Dask removes what is around it also where a worker was killed."""
        self._folder = Path(worker.local_directory) / self.name
        self._address = worker.address
        self._lock = Lock()

    async def teardown(self, worker: Worker) -> None:  # noqa: ARG002 - as Dask calls it
        """End what runs and remove the files, when the build or the worker ends."""
        if self._bench is not None:
            # In a thread: kernels may take seconds to end, and the worker must go on answering.
            await asyncio.to_thread(self._bench.close)

    def bench(self) -> Workbench:
        """Return the workbench, made when the first article or file arrives."""
        from galley.execution.cluster.workbench import Workbench

        with self._lock:
            if self._bench is None:
                self._bench = Workbench(self._folder, self._address)
            return self._bench


def run_article(build: str, number: int, request: bytes) -> bytes:
    """Run one article. Its cells are told as events of the build's topic."""
    worker = get_worker()
    return _bench(worker, build).run(
        request, lambda cell: worker.log_event(build, {"number": number, "cell": cell})
    )


async def keep_files(build: str, files: Mapping[str, bytes], dask_worker: Worker) -> None:
    """Keep files that articles of a build read; Dask passes the worker."""
    await asyncio.to_thread(lambda: _bench(dask_worker, build).keep(files))


async def tell_versions() -> dict[str, Any]:
    """Tell what is installed where this is called."""
    return await asyncio.to_thread(_read_versions)


def greet() -> str:
    """Show that this module is there."""
    return __name__


def _read_versions() -> dict[str, Any]:
    from galley.execution.cluster.versions import read_versions

    return read_versions().as_json()


def _bench(worker: Any, build: str) -> Workbench:  # noqa: ANN401 - Dask's type names no plugin
    plugin = worker.plugins[build]
    if not isinstance(plugin, ArticlePlugin):
        raise TypeError(f"the worker {worker.address} is not set up for this build")
    return plugin.bench()
