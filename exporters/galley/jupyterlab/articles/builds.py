"""What is being published: one process at a time, and how far it is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Mapping
from dataclasses import asdict
from itertools import count
from typing import Any

from galley.findings import UsageError
from galley.jupyterlab.articles.publishing import Order

_WORKER = "galley.jupyterlab.articles.worker"
# Long enough for kernels to end; a build that is killed leaves what was published as it was.
_PATIENCE_S = 20.0
# Said to kernels of this server; a build has its own.
_NOT_FOR_BUILDS = frozenset({"JUPYTER_DEFAULT_PROVISIONER_NAME"})
_LOST = (
    "Galley itself failed while it was publishing; what was published before is as it was. "
    "The window in which you started JupyterLab says more."
)


class Progress:
    """How far a build is, told by its events."""

    def __init__(self) -> None:
        self._step = ""
        self._counts: dict[str, Any] = {"done": 0, "total": 0, "left_s": None}
        self._running: dict[str, dict[str, Any]] = {}

    def take(self, event: Mapping[str, Any]) -> None:
        """Take an event into account."""
        if event["kind"] == "step":
            self._step = event["message"]
            self._counts = {"done": 0, "total": 0, "left_s": None}
            self._running.clear()
            return
        # Events of articles that run do not know how many have ended.
        done = max(event["done"], self._counts["done"])
        self._counts = {"done": done, "total": event["total"], "left_s": event["left_s"]}
        key = f"{event['file']} {event['edition']}"
        if event["state"] == "running":
            names = ("file", "edition", "cell", "cells")
            self._running[key] = {name: event[name] for name in names}
        else:
            self._running.pop(key, None)

    def record(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return {"step": self._step, **self._counts, "running": list(self._running.values())}


class Build:
    """One order that is carried out in a process of its own."""

    def __init__(self, number: int, order: Order) -> None:
        self.number, self.order = number, order
        self._lock = threading.Lock()
        self._progress = Progress()
        self._ended: dict[str, Any] | None = None
        self._is_stopped = False
        environment = {k: v for k, v in os.environ.items() if k not in _NOT_FOR_BUILDS}
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            # -P: a file of the author's is not to be taken for a module of ours.
            [sys.executable, "-P", "-m", _WORKER, json.dumps(asdict(order))],
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            # Ctrl-C in the terminal asks JupyterLab a question; it is no answer to it.
            start_new_session=True,
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def is_running(self) -> bool:
        """Whether it has not ended yet."""
        with self._lock:
            return self._ended is None

    def record(self) -> dict[str, Any]:
        """Return how far it is, or how it ended, as JSON values."""
        with self._lock:
            article = self.order.name if self.order.is_article else ""
            return {
                "id": self.number,
                "article": article,
                "progress": self._progress.record(),
                "ended": self._ended,
            }

    def stop(self) -> None:
        """Interrupt it as Ctrl-C would; what does not end by itself is ended."""
        self._is_stopped = True
        if self._process.stdin and not self._process.stdin.closed:
            self._process.stdin.close()
        timer = threading.Timer(_PATIENCE_S, self._process.kill)
        timer.daemon = True
        timer.start()

    def _read(self) -> None:
        ended: dict[str, Any] | None = None
        for line in self._process.stdout or ():
            told = json.loads(line)
            if "event" in told:
                with self._lock:
                    self._progress.take(told["event"])
            else:
                ended = told["ended"]
        self._process.wait()
        lost = {"state": "fault", "message": _LOST}
        with self._lock:
            self._ended = ended or ({"state": "stopped"} if self._is_stopped else lost)


class Builds:
    """The builds that one server has started; one runs at a time."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._lock = threading.Lock()
        self._newest: Build | None = None

    def start(self, order: Order) -> Build:
        """Begin to carry out an order.

        Raises
        ------
        UsageError
            If another one is not done yet.
        """
        with self._lock:
            if self._newest and self._newest.is_running:
                raise UsageError(
                    "something is being published already", "wait until it is done, or stop it"
                )
            self._newest = Build(next(self._numbers), order)
            return self._newest

    def find(self, number: int) -> Build | None:
        """Return a build; only the newest is remembered."""
        with self._lock:
            newest = self._newest
        return newest if newest and newest.number == number else None

    def close(self) -> None:
        """Interrupt what runs."""
        with self._lock:
            newest = self._newest
        if newest and newest.is_running:
            newest.stop()
