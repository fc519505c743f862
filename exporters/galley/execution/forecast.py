"""How long the articles that are left will take, from the durations of their last runs."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterable

from galley.execution.model import Job

# A machine that is busy, or another one, takes longer or shorter than last time, within reason.
_SLOWEST, _FASTEST = 5.0, 0.2


class Forecast:
    """What is known of the durations of a batch; its methods may be called from any thread.

    Parameters
    ----------
    jobs
        Those whose code runs; kept outcomes take no time.
    jobs_at_once
        How many run at the same time.
    clock
        Returns the time in seconds.
    """

    def __init__(
        self,
        jobs: Iterable[Job],
        jobs_at_once: int,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        # Editions that are run once count once.
        self._waiting = {job.key: job.expected_s for job in jobs}
        self._waiting_s = sum(filter(None, self._waiting.values()))
        self._unknown = sum(1 for seconds in self._waiting.values() if seconds is None)
        self._running: dict[str, tuple[float | None, float]] = {}
        self._usual = _Mean()
        for seconds in filter(None, self._waiting.values()):
            self._usual.add(seconds)
        self._took, self._foreseen = _Mean(), _Mean()
        self._jobs_at_once = jobs_at_once
        self._clock = clock
        self._lock = threading.Lock()

    def note_start(self, job: Job) -> None:
        """Note that a job's code starts to run."""
        with self._lock:
            if job.key in self._waiting:
                expected_s = self._waiting.pop(job.key)
                self._waiting_s -= expected_s or 0.0
                self._unknown -= expected_s is None
                self._running[job.key] = expected_s, self._clock()

    def note_end(self, job: Job, seconds: float) -> None:
        """Note that a job has ended, and how long it took."""
        with self._lock:
            expected_s, _ = self._running.pop(job.key, (None, 0.0))
            if expected_s is None:
                self._usual.add(seconds)
            else:
                self._took.add(seconds)
                self._foreseen.add(expected_s)

    def left_s(self) -> float | None:
        """Return the seconds until the last job ends; ``None`` where nothing is known."""
        with self._lock:
            usual_s = self._usual.value
            if usual_s is None:
                return None if self._waiting or self._running else 0.0
            pace, now_s = self._pace(), self._clock()
            running = [
                max(0.0, (usual_s if expected_s is None else expected_s) * pace + started_s - now_s)
                for expected_s, started_s in self._running.values()
            ]
            waiting_s = (self._waiting_s + self._unknown * usual_s) * pace
            return max(*running, 0.0, (waiting_s + sum(running)) / self._jobs_at_once)

    def _pace(self) -> float:
        """Return how much longer articles take in this build than they took last time."""
        if not (self._took.value and self._foreseen.value):
            return 1.0
        return min(_SLOWEST, max(_FASTEST, self._took.value / self._foreseen.value))


class _Mean:
    """The mean of what was added; ``None`` before anything was."""

    def __init__(self) -> None:
        self._sum, self._count = 0.0, 0

    def add(self, value: float) -> None:
        self._sum += value
        self._count += 1

    @property
    def value(self) -> float | None:
        return self._sum / self._count if self._count else None
