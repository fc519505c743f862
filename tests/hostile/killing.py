"""Builds that start at once, to be killed at any moment; and what they may leave behind."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import psutil


class Zygote:
    """Starts builds in an instant; see ``zygote.py``."""

    def __init__(self, folder: Path, environment: dict[str, str]) -> None:
        self.arguments = ["build", "blog", "--output", "site", "--today", "2026-06-01"]
        self.process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("zygote.py")],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
            env=environment,
        )
        self._ask()
        while self._answer() != "ready":
            pass

    def start(self) -> int:
        self._ask()
        return self._number()

    def status(self) -> int:
        return self._number()

    def _number(self) -> int:
        # The build itself writes its summary to the same stream.
        while not (answer := self._answer()).isdigit():
            pass
        return int(answer)

    def _ask(self) -> None:
        self.process.stdin.write(json.dumps(self.arguments) + "\n")
        self.process.stdin.flush()

    def _answer(self) -> str:
        line = self.process.stdout.readline()
        assert line, "the process that starts builds has died"
        return line.strip()

    def close(self) -> None:
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(timeout=30)


def still_running(folder: Path, seconds: float = 20) -> list[str]:
    """Return the processes that work in a folder, after some time to end."""
    deadline = time.monotonic() + seconds
    while (found := _working_in(folder)) and time.monotonic() < deadline:
        time.sleep(0.1)
    return found


def _working_in(folder: Path) -> list[str]:
    found = []
    for process in psutil.process_iter():
        try:
            if Path(process.cwd()).is_relative_to(folder):
                found.append(" ".join(process.cmdline()))
        except (psutil.Error, OSError):
            continue
    return found
