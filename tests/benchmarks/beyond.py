"""What a build costs beyond one machine: on a Dask cluster, and for very many articles.

python -m tests.benchmarks.beyond cluster --articles 24
python -m tests.benchmarks.beyond tasks --articles 5000
python -m tests.benchmarks.beyond many --articles 1000 10000

The scheduler and its workers run on this machine, so they share its cores with the build: the
numbers tell what the cluster costs, not how fast many machines are.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from tests.benchmarks.articles import add_prose, make_articles
from tests.benchmarks.builds import TODAY
from tests.benchmarks.machine import describe_machine
from tests.benchmarks.measuring import Cost, measure
from tests.execution.cluster.dask_cluster import DaskCluster

_PAYLOAD = b"x" * 20_000


def main() -> int:
    """Measure what is asked for and print it as a table."""
    options = _options()
    measures = {"cluster": _measure_cluster, "tasks": _measure_tasks, "many": _measure_many}
    _say(", ".join(f"{name}: {value}" for name, value in describe_machine().items()))
    for count in options.articles:
        with tempfile.TemporaryDirectory(prefix="galley-beyond-", dir=options.folder) as folder:
            measures[options.what](Path(folder), count)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.beyond", description=__doc__)
    parser.add_argument("what", choices=("cluster", "tasks", "many"))
    parser.add_argument("--articles", type=int, nargs="+", default=[24], metavar="N")
    parser.add_argument("--folder", type=Path, help="where content and sites are written")
    return parser.parse_args()


def _measure_cluster(folder: Path, count: int) -> None:
    """Build the same articles here and on one and two workers."""
    make_articles(folder / "content", count)
    for jobs in (1, 2):
        _tell(f"{count} articles, here, {jobs} at once", _build(folder, "--jobs", str(jobs)))
    for workers in (1, 2):
        with _cluster(folder / f"dask-{workers}", workers) as cluster:
            options = ("--scheduler", cluster.address)
            _tell(f"{count} articles, {workers} workers, first build", _build(folder, *options))
            _tell(f"{count} articles, {workers} workers, next build", _build(folder, *options))


def _measure_tasks(folder: Path, count: int) -> None:
    """Send tasks of the size of an article that do nothing: what the scheduler alone allows."""
    from distributed import Client

    with _cluster(folder / "dask", 1) as cluster, Client(cluster.address) as client:
        executor = client.get_executor(pure=False)
        started_s = time.perf_counter()
        with ThreadPoolExecutor(64) as pool:
            done = pool.map(lambda _n: executor.submit(len, _PAYLOAD).result(), range(count))
            answers = sum(1 for _ in done)
        wall_s = time.perf_counter() - started_s
    _say(f"{answers} empty tasks of 20 kB: {wall_s:.1f} s, {answers / wall_s:.0f} a second")


def _measure_many(folder: Path, count: int) -> None:
    """Build very many articles without code: all that one process does for each of them."""
    make_articles(folder / "content", 0)
    add_prose(folder / "content", range(count))
    _tell(f"{count} articles without code, clean", _build(folder))
    _tell(f"{count} articles without code, unchanged", _build(folder, is_clean=False))
    (folder / "content" / "article-0000.ipynb").unlink()
    add_prose(folder / "content", range(count, count + 1))
    _tell(f"{count} articles without code, one new, one gone", _build(folder, is_clean=False))


def _build(folder: Path, *options: str, is_clean: bool = True) -> Cost:
    if is_clean:
        for name in ("site", "store"):
            shutil.rmtree(folder / name, ignore_errors=True)
    galley = [sys.executable, "-m", "galley", "build", folder / "content", "--today", TODAY]
    places = ["--output", folder / "site", "--store", folder / "store"]
    return measure([*galley, *places, *options], cwd=folder)


@contextmanager
def _cluster(folder: Path, workers: int) -> Iterator[DaskCluster]:
    folder.mkdir()
    cluster = DaskCluster(folder)
    try:
        cluster.start_scheduler()
        for _ in range(workers):
            cluster.start_worker("--no-nanny")
        yield cluster
    finally:
        cluster.close()


def _tell(what: str, cost: Cost) -> None:
    _say(f"| {what} | {cost.wall_s:.1f} s | {cost.cpu_s:.1f} s | {cost.peak_mb:.0f} MB |")


def _say(message: str) -> None:
    sys.stdout.write(f"{message}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
