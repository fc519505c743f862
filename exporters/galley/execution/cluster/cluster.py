"""A Dask cluster as a place where articles run: asked, listened to, left as it was."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from concurrent.futures import CancelledError, Future, wait
from contextlib import suppress
from dataclasses import replace
from functools import partial
from uuid import uuid4

from distributed import KilledWorker

from galley.cluster_tasks import ArticlePlugin, run_article
from galley.execution.cluster.connection import Connection
from galley.execution.cluster.deliveries import Deliveries
from galley.execution.cluster.freight import Cargo, Freight
from galley.execution.cluster.homecoming import bring_home, packages_loaded, read_folders
from galley.execution.cluster.lost import (
    ArticleLostError,
    files_unforeseen,
    no_workers,
    scheduler_gone,
    worker_differs,
    worker_failed,
    workers_died,
)
from galley.execution.cluster.parcel import Answer, Request, pack_request, unpack_answer
from galley.execution.cluster.presence import Presence
from galley.execution.cluster.versions import differences, packages_needed
from galley.execution.code import as_node
from galley.execution.failures import describe_fault
from galley.execution.model import CellFailure, Job, Outcome
from galley.execution.running import BuildStoppedError
from galley.finding_records import finding_of

OnCell = Callable[[int], None]

_MOST_AT_ONCE = 400
_POLL_S = 1.0
_DESERTED_S = 60.0
_FAREWELL_S = 5.0
# How often an article is run to see which files it looks for, where they are too many to send all.
_MOST_TRIES = 6
# How often an article may lose the worker that was to run it before it is given up.
_MOST_LOSSES = 3


class Cluster:
    """Runs articles on the workers of a scheduler; `open_cluster` makes one.

    Attributes
    ----------
    slots
        How many articles to have there at once: some more than threads, so that none ever waits.
    deliveries
        The files that were sent so far.
    """

    def __init__(self, connection: Connection, freight: Freight) -> None:
        self._connection, self._freight = connection, freight
        self._client = connection.client
        self._build = f"galley-{uuid4().hex[:12]}"
        self._executor = self._client.get_executor(pure=False)
        self._presence = Presence(self._client)
        self._needed = connection.here.only(packages_needed())
        self._places = read_folders(freight.root)
        self._lock = threading.Lock()
        self._one_suspect = threading.Lock()
        self._listeners: dict[int, OnCell] = {}
        self._futures: set[Future[bytes]] = set()
        self._is_stopped = False
        self.deliveries = Deliveries(self._client, self._build, freight)
        threads = self._presence.threads
        self.slots = min(_MOST_AT_ONCE, threads + max(1, threads // 8))

    def run(self, job: Job, on_cell: OnCell) -> Outcome:
        """Run a job's code on the cluster; whatever goes wrong there stays with this job.

        Raises
        ------
        BuildStoppedError
            If the build was stopped meanwhile.
        """
        cargo: Cargo | None = self._freight.of(job)
        outcome = Outcome(job.source.notebook)
        try:
            for _ in range(_MOST_TRIES):
                if cargo is None:
                    return outcome
                if finding := self._freight.refusal(job, cargo):
                    return Outcome(job.source.notebook, fault=finding)
                outcome = self._run_with(job, cargo, on_cell)
                cargo = self._freight.more(cargo, outcome.record)
            raise files_unforeseen(_MOST_TRIES)
        except ArticleLostError as lost:
            fault = describe_fault(job.source.file, lost.problem, lost.fix)
            return Outcome(job.source.notebook, fault=fault)

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

    # -------------------------------------------------------------- asking

    def _run_with(self, job: Job, cargo: Cargo, on_cell: OnCell) -> Outcome:
        answer = self._ask(self._request(job, cargo), cargo, on_cell)
        outcome = self._brought_home(answer)
        self._refuse_other_packages(job, outcome, answer)
        return outcome

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
            versions=self._needed,
            manifest=cargo.manifest.digest,
            variables=self._freight.variables(job),
        )

    def _ask(self, request: Request, cargo: Cargo, on_cell: OnCell) -> Answer:
        """Ask a worker; where several died, ask once more while no other suspect runs."""
        try:
            return self._ask_among_others(request, cargo, on_cell)
        except KilledWorker:
            # Dask blames all that a dead worker had, also what only waited there.
            with self._one_suspect:
                try:
                    return self._ask_among_others(request, cargo, on_cell)
                except KilledWorker as error:
                    raise workers_died() from error

    def _ask_among_others(self, request: Request, cargo: Cargo, on_cell: OnCell) -> Answer:
        """Ask a worker; where it lacks files, send them and ask the same one again."""
        data, losses, chosen = pack_request(request), 0, ""
        lacked: tuple[str, ...] = ()
        while losses < _MOST_LOSSES:
            packed = self._submit(data, chosen, on_cell)
            if packed is None:
                losses, chosen, lacked = losses + 1, "", ()
                continue
            answer = unpack_answer(packed, str(self._freight.root))
            if answer.kind == "differs":
                raise worker_differs(answer.worker, answer.differences)
            if answer.kind == "ran":
                return answer
            has_files = self.deliveries.send(
                answer.worker, answer.missing, cargo, anew=answer.missing == lacked
            )
            chosen, lacked = (answer.worker, answer.missing) if has_files else ("", ())
        raise workers_died()

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

    def _result(self, future: Future[bytes], chosen: str) -> bytes | None:
        try:
            while not wait((future,), timeout=_POLL_S).done:
                if chosen and chosen not in self._presence.workers():
                    future.cancel()
                    return None
                self._refuse_desert()
            return future.result()
        except CancelledError:
            if self._is_stopped:
                raise BuildStoppedError from None
            raise scheduler_gone(self._connection.address) from None
        except (KilledWorker, ArticleLostError):
            raise
        except Exception as error:
            raise worker_failed(self._connection.address, error) from error
        finally:
            with self._lock:
                self._futures.discard(future)

    def _refuse_desert(self) -> None:
        if self._presence.deserted_s() > _DESERTED_S:
            raise no_workers(self._connection.address, _DESERTED_S)

    def _note(self, future: Future[bytes]) -> None:
        with self._lock:
            if not self._is_stopped:
                self._futures.add(future)
                return
        future.cancel()

    def _listen(self, on_cell: OnCell) -> int:
        with self._lock:
            number = max(self._listeners, default=0) + 1
            self._listeners[number] = on_cell
            return number

    def _hear(self, event: tuple[float, Mapping[str, int]]) -> None:
        listener = self._listeners.get(event[1]["number"])
        if listener is not None:
            listener(event[1]["cell"])

    # ------------------------------------------------------------ answers

    def _brought_home(self, answer: Answer) -> Outcome:
        value = answer.outcome
        failure, fault = value["failure"], value["fault"]
        return Outcome(
            as_node(value["notebook"]),
            CellFailure(**failure) if failure else None,
            finding_of(fault) if fault else None,
            record=bring_home(value["record"], answer.places, self._places),
            order=tuple(value["order"]),
        )

    def _refuse_other_packages(self, job: Job, outcome: Outcome, answer: Answer) -> None:
        """Refuse outputs for which packages were used that are here in another version."""
        tops = frozenset(packages_loaded(outcome.record))
        if job.present is None or not tops:
            return
        installed = job.present.installed(job.present.sites)
        used = filter(None, map(installed.holder_of, sorted(tops)))
        here = self._connection.here.only(packages_needed(used))
        if found := differences(here, replace(here, packages=answer.packages)):
            raise worker_differs(answer.worker, found)


def _try(step: Callable[[], object]) -> None:
    """Do what is polite but cannot be waited for where a worker has died in silence."""

    def quietly() -> None:
        with suppress(Exception):
            step()

    thread = threading.Thread(target=quietly, daemon=True)
    thread.start()
    thread.join(_FAREWELL_S)
