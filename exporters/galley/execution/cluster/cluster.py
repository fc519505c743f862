"""A Dask cluster as a place where articles run: opened, compared, asked, left as it was."""

from __future__ import annotations

import hashlib
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import CancelledError, Future, wait
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial
from uuid import uuid4

from distributed import Client, KilledWorker

from galley.cluster_tasks import ArticlePlugin, keep_files, run_article
from galley.execution.cluster.freight import Cargo, Freight
from galley.execution.cluster.parcel import Answer, Request, pack_request, unpack_answer
from galley.execution.cluster.versions import Versions, in_words
from galley.execution.code import as_node
from galley.execution.failures import describe_fault
from galley.execution.model import CellFailure, Job, Outcome
from galley.execution.running import BuildStoppedError
from galley.finding_records import finding_of

OnCell = Callable[[int], None]

_MOST_AT_ONCE = 400
_CHUNK_BYTES = 32_000_000
_POLL_S = 1.0
_DESERTED_S = 60.0
_FAREWELL_S = 5.0
# How often an article may lose the worker that was to run it before it is given up.
_MOST_LOSSES = 3


@dataclass
class _Delivery:
    """What has been sent to one worker; only one article at a time sends."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    digests: set[str] = field(default_factory=set)


class ArticleLostError(Exception):
    """An article could not be run on the cluster, for a reason that is no fault of its code."""

    def __init__(self, problem: str, fix: str) -> None:
        self.problem, self.fix = problem, fix
        super().__init__(problem)


class Cluster:
    """Runs articles on the workers of a scheduler; `open_cluster` makes one.

    Attributes
    ----------
    address
        The scheduler's, as the author typed it.
    slots
        How many articles it is worth to have there at once.
    sent_bytes
        How much the files took that were sent so far.
    """

    def __init__(self, client: Client, address: str, versions: Versions, freight: Freight) -> None:
        self.address = address
        self.slots = _slots(sum(client.nthreads().values()))
        self.sent_bytes = 0
        self._client, self._versions, self._freight = client, versions, freight
        self._build = f"galley-{uuid4().hex[:12]}"
        self._executor = client.get_executor(pure=False)
        self._lock = threading.Lock()
        self._deliveries: dict[str, _Delivery] = defaultdict(_Delivery)
        self._listeners: dict[int, OnCell] = {}
        self._futures: set[Future[bytes]] = set()
        self._is_stopped = False
        self._worked_s = self._looked_s = time.monotonic()
        self._present = frozenset(client.nthreads())

    def run(self, job: Job, on_cell: OnCell) -> Outcome:
        """Run a job's code on the cluster; whatever goes wrong there stays with this job.

        Raises
        ------
        BuildStoppedError
            If the build was stopped meanwhile.
        """
        cargo = self._freight.of(job)
        if cargo.finding is not None:
            return Outcome(job.source.notebook, fault=cargo.finding)
        try:
            answer = self._ask(self._request(job, cargo), cargo, on_cell)
        except ArticleLostError as lost:
            fault = describe_fault(job.source.file, lost.problem, lost.fix)
            return Outcome(job.source.notebook, fault=fault)
        return _outcome(answer)

    def stop(self) -> None:
        """Ask for nothing more, and let go of what was asked for."""
        with self._lock:
            self._is_stopped = True
            futures = tuple(self._futures)
        for future in futures:
            future.cancel()

    def prepare(self) -> None:
        """Give every worker a place for this build's files, also those that come later."""
        self._client.subscribe_topic(self._build, self._hear)
        self._client.register_plugin(ArticlePlugin(self._build), name=self._build)

    def leave(self) -> None:
        """End what still runs there, and remove what was sent."""
        self.stop()
        for step in (self._client.unregister_worker_plugin, self._client.unsubscribe_topic):
            _try(partial(step, self._build))

    def _request(self, job: Job, cargo: Cargo) -> Request:
        kernel = job.kernel
        return Request(
            article=job.article,
            file=job.source.file,
            notebook=job.source.notebook,
            parameters=job.parameters,
            kernel=kernel.name if kernel else "",
            language=kernel.language if kernel else "",
            limits=job.limits.model_dump(mode="json"),
            day=job.today.isoformat(),
            versions=self._versions,
            files=cargo.files,
            folders=self._freight.folders,
        )

    def _ask(self, request: Request, cargo: Cargo, on_cell: OnCell) -> Answer:
        """Ask a worker; where it lacks files, send them and ask the same one again."""
        data, losses, chosen = pack_request(request), 0, ""
        while losses < _MOST_LOSSES:
            packed = self._submit(data, chosen, on_cell)
            if packed is None:
                losses, chosen = losses + 1, ""
                continue
            answer = unpack_answer(packed, str(self._freight.root))
            if answer.kind == "differs":
                raise _differs(answer)
            if answer.kind == "ran":
                return answer
            chosen = answer.worker if self._deliver(answer, cargo) else ""
        raise _killed()

    def _submit(self, data: bytes, chosen: str, on_cell: OnCell) -> bytes | None:
        """Return the answer; ``None`` where the chosen worker has gone before it gave one."""
        number = self._listen(on_cell)
        where = {"workers": [chosen]} if chosen else {}
        try:
            future = self._executor.submit(run_article, self._build, number, data, **where)
            self._note(future)
            return self._result(future, chosen)
        finally:
            with self._lock:
                self._listeners.pop(number)

    def _listen(self, on_cell: OnCell) -> int:
        with self._lock:
            number = max(self._listeners, default=0) + 1
            self._listeners[number] = on_cell
            return number

    def _hear(self, event: tuple[float, Mapping[str, int]]) -> None:
        listener = self._listeners.get(event[1]["number"])
        if listener is not None:
            listener(event[1]["cell"])

    def _note(self, future: Future[bytes]) -> None:
        with self._lock:
            if not self._is_stopped:
                self._futures.add(future)
                return
        future.cancel()

    def _result(self, future: Future[bytes], chosen: str) -> bytes | None:
        try:
            while not wait((future,), timeout=_POLL_S).done:
                if chosen and chosen not in self._workers():
                    future.cancel()
                    return None
                self._refuse_desert()
            return future.result()
        except CancelledError:
            if self._is_stopped:
                raise BuildStoppedError from None
            raise self._gone() from None
        except KilledWorker as error:
            raise _killed() from error
        except ArticleLostError:
            raise
        except Exception as error:
            words = " ".join(f"{type(error).__name__}: {error}".split())
            raise ArticleLostError(
                f"a worker of {self.address} could not run it: {words}",
                "Look at the worker's log, or build without --scheduler.",
            ) from error
        finally:
            with self._lock:
                self._futures.discard(future)

    def _workers(self) -> Collection[str]:
        """Return the addresses of the workers, as they were a second ago at most."""
        now_s = time.monotonic()
        with self._lock:
            is_due = now_s - self._looked_s > _POLL_S
            self._looked_s = now_s if is_due else self._looked_s
        if is_due:
            self._present = frozenset(self._client.nthreads())
            self._worked_s = now_s if self._present else self._worked_s
        return self._present

    def _refuse_desert(self) -> None:
        """Give up where the cluster has had no worker for a minute."""
        if not self._workers() and time.monotonic() - self._worked_s > _DESERTED_S:
            raise ArticleLostError(
                f"the scheduler {self.address} has had no worker for {_DESERTED_S:g} s",
                "Start one with 'dask worker', and build again; what ran before is kept.",
            )

    def _deliver(self, answer: Answer, cargo: Cargo) -> bool:
        """Send a worker the files that it lacks, unless another article has just done so."""
        delivery = self._deliveries[answer.worker]
        with delivery.lock:
            digests = [digest for digest in answer.missing if digest not in delivery.digests]
            for chunk in _chunks(digests, cargo, self._freight):
                try:
                    self._client.run(keep_files, self._build, chunk, workers=[answer.worker])
                except OSError:
                    # The worker is gone.
                    return False
                delivery.digests.update(chunk)
                with self._lock:
                    self.sent_bytes += sum(map(len, chunk.values()))
        return True

    def _gone(self) -> ArticleLostError:
        return ArticleLostError(
            f"the connection to the scheduler {self.address} was lost",
            "Start it again, and build again; what ran before is kept.",
        )


def _slots(threads: int) -> int:
    """Return how many articles to have there: some more than threads, so that none ever waits."""
    return min(_MOST_AT_ONCE, threads + max(1, threads // 8))


def _try(step: Callable[[], object]) -> None:
    """Do what is polite but cannot be waited for where a worker has died in silence."""

    def quietly() -> None:
        with suppress(Exception):
            step()

    thread = threading.Thread(target=quietly, daemon=True)
    thread.start()
    thread.join(_FAREWELL_S)


def _chunks(digests: list[str], cargo: Cargo, freight: Freight) -> Iterator[dict[str, bytes]]:
    """Yield files in portions that neither machine has to hold many of."""
    paths = {sent.digest: path for path, sent in cargo.files.items()}
    chunk: dict[str, bytes] = {}
    for digest in digests:
        chunk[digest] = _read(freight, paths[digest], digest)
        if sum(map(len, chunk.values())) > _CHUNK_BYTES:
            yield chunk
            chunk = {}
    if chunk:
        yield chunk


def _read(freight: Freight, path: str, digest: str) -> bytes:
    try:
        data = freight.path_of(path).read_bytes()
    except OSError:
        data = b""
    if hashlib.sha256(data).hexdigest() != digest:
        raise ArticleLostError(
            f"'{path}', which its code may read, changed while the build ran", "Build again."
        )
    return data


def _differs(answer: Answer) -> ArticleLostError:
    return ArticleLostError(
        f"the worker {answer.worker} has {in_words(answer.differences)}",
        "Install the same versions there as here, or build without --scheduler.",
    )


def _killed() -> ArticleLostError:
    return ArticleLostError(
        "the workers that ran it died, several in a row",
        "It may need more memory than they have. Try it alone without --scheduler.",
    )


def _outcome(answer: Answer) -> Outcome:
    value = answer.outcome
    failure, fault = value["failure"], value["fault"]
    return Outcome(
        as_node(value["notebook"]),
        CellFailure(**failure) if failure else None,
        finding_of(fault) if fault else None,
    )
