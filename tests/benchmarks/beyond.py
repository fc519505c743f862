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
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
from tests.benchmarks.articles import add_prose, make_articles
from tests.benchmarks.builds import TODAY
from tests.benchmarks.machine import describe_machine
from tests.benchmarks.measuring import Cost, measure
from tests.execution.cluster.dask_cluster import DaskCluster

_PAYLOAD = b"x" * 20_000
_SAMPLE_S = 0.05


def main() -> int:
    """Measure what is asked for and print it as a table."""
    options = _options()
    measures = {"cluster": _measure_cluster, "tasks": _measure_tasks, "many": _measure_many}
    _say(", ".join(f"{name}: {value}" for name, value in describe_machine().items()))
    for count in options.articles:
        with tempfile.TemporaryDirectory(prefix="beyond-", dir=options.folder) as folder:
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
            for which in ("first", "next"):
                before_s = _cpu_of_cluster(cluster)
                wall_s, cpu_s = _build_there(folder, cluster)
                there_s = _cpu_of_cluster(cluster) - before_s
                what = f"{count} articles, {workers} workers, {which} build"
                _say(f"| {what} | {wall_s:.1f} s | {cpu_s:.1f} s here, {there_s:.1f} s there | |")


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
        _forget(folder)
    return measure([*_command(folder), *options], cwd=folder)


def _build_there(folder: Path, cluster: DaskCluster) -> tuple[float, float]:
    """Return wall time, and CPU time of the build's own process.

    `measure` would end the cluster, which is a child of this process as well.
    """
    _forget(folder)
    started_s = time.perf_counter()
    process = psutil.Popen(
        [*map(str, _command(folder)), "--scheduler", cluster.address],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    cpu_s = 0.0
    while process.poll() is None:
        with suppress(psutil.Error):
            cpu_s = sum(process.cpu_times()[:2])
        time.sleep(_SAMPLE_S)
    if process.returncode:
        raise RuntimeError(f"the build on {cluster.address} ended with {process.returncode}")
    return time.perf_counter() - started_s, cpu_s


def _cpu_of_cluster(cluster: DaskCluster) -> float:
    """Return the CPU time of the cluster's processes and of those that they have started."""
    total_s = 0.0
    for started in cluster.processes:
        process = psutil.Process(started.pid)
        for one in (process, *process.children(recursive=True)):
            with suppress(psutil.Error):
                total_s += sum(one.cpu_times()[:4])
    return total_s


def _command(folder: Path) -> list[str | Path]:
    galley = [sys.executable, "-m", "galley", "build", folder / "content", "--today", TODAY]
    return [*galley, "--output", folder / "site", "--store", folder / "store"]


def _forget(folder: Path) -> None:
    """Remove site and store, so that the next build is a clean one."""
    for name in ("site", "store"):
        shutil.rmtree(folder / name, ignore_errors=True)


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
