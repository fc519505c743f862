"""Which workers a cluster has, asked at most once a second whoever wants to know."""

from __future__ import annotations

import threading
import time

from distributed import Client

_ANEW_S = 1.0


class Presence:
    """The workers of a scheduler.

    Attributes
    ----------
    threads
        How many articles they can run at the same time, as it was in the beginning.
    """

    def __init__(self, client: Client) -> None:
        self._client = client
        self._lock = threading.Lock()
        threads = client.nthreads()
        self.threads = sum(threads.values())
        self._workers = frozenset(threads)
        self._asked_s = self._seen_s = time.monotonic()

    def workers(self) -> frozenset[str]:
        """Return the addresses of the workers, as they were a second ago at most."""
        now_s = time.monotonic()
        with self._lock:
            is_due = now_s - self._asked_s > _ANEW_S
            self._asked_s = now_s if is_due else self._asked_s
        if is_due:
            self._workers = frozenset(self._client.nthreads())
            self._seen_s = now_s if self._workers else self._seen_s
        return self._workers

    def deserted_s(self) -> float:
        """Return for how long there has been no worker."""
        return 0.0 if self.workers() else time.monotonic() - self._seen_s
