"""Sending workers the files that they lack, each file once to each worker."""

from __future__ import annotations

import hashlib
import threading
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field

from distributed import Client

from galley.cluster_tasks import keep_files
from galley.execution.cluster.freight import Cargo, Freight
from galley.execution.cluster.lost import file_changed

_PORTION_BYTES = 32_000_000


@dataclass
class _Delivery:
    """What one worker has; only one article at a time sends."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    digests: set[str] = field(default_factory=set)


class Deliveries:
    """The files that have been sent for one build.

    Attributes
    ----------
    sent_bytes
        How much they took.
    """

    def __init__(self, client: Client, build: str, freight: Freight) -> None:
        self.sent_bytes = 0
        self._client, self._build, self._freight = client, build, freight
        self._lock = threading.Lock()
        self._by_worker: dict[str, _Delivery] = defaultdict(_Delivery)

    def send(self, worker: str, missing: Collection[str], cargo: Cargo, *, anew: bool) -> bool:
        """Send files, unless another article has just done so; tell whether the worker has them.

        Parameters
        ----------
        anew
            The worker lacks them although they were sent: one that has died may have left its
            address to another.

        Raises
        ------
        ArticleLostError
            If a file has changed since the build began.
        """
        with self._lock:
            delivery = self._by_worker[worker]
        with delivery.lock:
            if anew:
                delivery.digests.difference_update(missing)
            digests = [digest for digest in missing if digest not in delivery.digests]
            for portion in self._portions(digests, cargo):
                try:
                    self._client.run(keep_files, self._build, portion, workers=[worker])
                except OSError:
                    # The worker is gone.
                    return False
                delivery.digests.update(portion)
                with self._lock:
                    self.sent_bytes += sum(map(len, portion.values()))
        return True

    def _portions(self, digests: Iterable[str], cargo: Cargo) -> Iterator[dict[str, bytes]]:
        """Yield files in portions that neither machine has to hold many of."""
        manifest = cargo.manifest
        paths = {sent.digest: path for path, sent in manifest.files.items()}
        portion: dict[str, bytes] = {}
        for digest in digests:
            is_list = digest == manifest.digest
            portion[digest] = manifest.data if is_list else self._read(paths[digest], digest)
            if sum(map(len, portion.values())) > _PORTION_BYTES:
                yield portion
                portion = {}
        if portion:
            yield portion

    def _read(self, path: str, digest: str) -> bytes:
        try:
            data = self._freight.path_of(path).read_bytes()
        except OSError:
            data = b""
        if hashlib.sha256(data).hexdigest() != digest:
            raise file_changed(path)
        return data
