"""A Dask scheduler and its workers as processes on loopback, for tests and benchmarks."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import psutil

STARTING_S = 60.0
MARK = "GALLEY_TEST_CLUSTER"
"""An environment variable that all processes of a test's cluster inherit, orphans as well."""


@dataclass
class DaskCluster:
    """A scheduler and its workers; each is a process of its own."""

    folder: Path
    processes: list[subprocess.Popen[bytes]] = field(default_factory=list)
    address: str = ""

    def start_scheduler(self, env: Mapping[str, str] | None = None, *options: str) -> None:
        told = self.folder / "scheduler.json"
        usual = ("--port", "0", "--scheduler-file", str(told))
        self._start("dask_scheduler", *usual, *options, env=env)
        deadline_s = time.monotonic() + STARTING_S
        while not self.address:
            assert time.monotonic() < deadline_s, self.log(0)
            time.sleep(0.05)
            try:
                self.address = json.loads(told.read_bytes())["address"]
            except (OSError, ValueError):
                continue

    def start_worker(self, *options: str, env: Mapping[str, str] | None = None) -> int:
        """Start a worker with one thread; return its number."""
        folder = self.folder / f"worker-{len(self.processes)}"
        default = ("--nthreads", "1", "--local-directory", str(folder))
        return self._start("dask_worker", self.address, *default, *options, env=env)

    def kill(self, number: int) -> None:
        """End a process without asking it."""
        self.processes[number].kill()
        self.processes[number].wait()

    def log(self, number: int) -> str:
        return (self.folder / f"{number}.log").read_text(encoding="utf-8", errors="replace")

    def left_files(self) -> list[str]:
        """Return what builds have left on the workers."""
        found = self.folder.glob("worker-*/dask-scratch-space/*/galley-*")
        return [path.name for path in found]

    def started_by_workers(self) -> list[str]:
        """Return the commands of what workers have started and what is still there."""
        own = {process.pid for process in self.processes}
        found = (process for process in psutil.process_iter() if process.pid not in own)
        return [command for process in found if (command := self._command(process))]

    def _command(self, process: psutil.Process) -> str:
        try:
            is_ours = process.environ().get(MARK) == str(self.folder)
            return " ".join(process.cmdline()) if is_ours else ""
        except (psutil.Error, OSError):
            return ""

    def close(self) -> None:
        """End the workers before the scheduler that they would miss."""
        for process in reversed(self.processes):
            process.terminate()
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def assert_nothing_is_left(self) -> None:
        """Fail where a process of the workers outlives them."""
        wait_until(lambda: not self.started_by_workers())
        assert self.started_by_workers() == []

    def _start(self, program: str, *options: str, env: Mapping[str, str] | None = None) -> int:
        number = len(self.processes)
        command = [sys.executable, "-m", f"distributed.cli.{program}"]
        loopback = ["--host", "127.0.0.1", "--no-dashboard"]
        with (self.folder / f"{number}.log").open("wb") as log:
            started = subprocess.Popen(
                [*command, *options, *loopback],
                stdout=log,
                stderr=log,
                env={**os.environ, MARK: str(self.folder), **(env or {})},
            )
        self.processes.append(started)
        return number


def wait_until(is_so: Callable[[], object], patience_s: float = 30.0) -> None:
    deadline_s = time.monotonic() + patience_s
    while not is_so() and time.monotonic() < deadline_s:
        time.sleep(0.05)
