"""The build: content folder in, published site out. A list of named steps over the stages."""

from __future__ import annotations

import time
from dataclasses import replace

from galley.collecting import without_collecting
from galley.execution import Plan, Store, open_store, plan, starts_kernel
from galley.execution.running import RunningKernels
from galley.html.pandoc import Pandoc
from galley.seen import read_seen
from galley.site.ledger import store_of, take_snapshot
from galley.site.request import BuildReport, BuildRequest, ProgressEvent
from galley.site.tools import Tools, Work
from galley.workspace import read_workspace


def build_site(request: BuildRequest) -> BuildReport:
    """Execute what has to be executed, and publish the whole site.

    An article that fails, is held back or cannot be read keeps its last good page.

    Raises
    ------
    UsageError
        If the request names a parameter or an edition that no article has.
    EnvironmentFault
        If the machine lacks something, or the site cannot be written; what was published stays.
    """
    started_s = time.monotonic()
    with Pandoc() as pandoc, RunningKernels() as kernels:
        pandoc.start_early()
        report = _read_and_make(request, pandoc, kernels)
    return replace(report, seconds=time.monotonic() - started_s)


def _read_and_make(request: BuildRequest, pandoc: Pandoc, kernels: RunningKernels) -> BuildReport:
    work = _read(request)
    store = open_store(work.workspace.root, request.store)
    waited: list[str] = []
    with store.lock(on_wait=lambda message: _wait(request, message, waited)):
        if waited:
            # What was read before may be older than what the other build has published.
            work = _read(request)
        planned = _plan(work, store, request)
        if not request.scheduler and any(map(starts_kernel, planned.jobs)):
            kernels.prepare()
        with without_collecting():
            # Late: it loads what makes pages, and kernels get ready meanwhile.
            from galley.site.making import make_site
        return make_site(planned, work, Tools(request, store, pandoc, kernels))


def _read(request: BuildRequest) -> Work:
    seen = read_seen(store_of(request))
    return Work(
        take_snapshot(request, seen), read_workspace(request.content, request.content_name), seen
    )


def _plan(work: Work, store: Store, request: BuildRequest) -> Plan:
    _say(request, "Reading the articles")
    return plan(
        work.workspace,
        store,
        parameters=dict(request.parameters),
        editions=request.editions,
        today=request.today,
        output=request.output,
        seen=work.seen,
    )


def _wait(request: BuildRequest, message: str, waited: list[str]) -> None:
    waited.append(message)
    _say(request, message)


def _say(request: BuildRequest, message: str) -> None:
    request.on_event(ProgressEvent("step", message))
