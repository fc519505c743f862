"""The first half of a build: read the content folder, and plan what has to be executed."""

from __future__ import annotations

from galley.collecting import without_collecting
from galley.execution.batch import is_warm
from galley.execution.model import Plan
from galley.execution.plan import plan
from galley.execution.rights import note_of_rights
from galley.execution.running import RunningKernels
from galley.execution.sandbox.choice import keep_choice, read_choice
from galley.execution.store import Store, open_store
from galley.html.running_pandoc import RunningPandoc
from galley.seen import read_seen
from galley.site.ledger import store_of, take_snapshot
from galley.site.request import BuildReport, BuildRequest, ProgressEvent
from galley.site.tools import Tools, Work
from galley.trusted_articles import with_trusted
from galley.workspace import read_workspace


def plan_and_make(
    request: BuildRequest, pandoc: RunningPandoc, kernels: RunningKernels
) -> BuildReport:
    """Plan the build while no other build works on the same store, then make it."""
    work = _read(request)
    store = open_store(work.workspace.root, request.store)
    waited: list[str] = []
    with store.lock(on_wait=lambda message: _wait(request, message, waited)):
        keep_choice(store.root, asked=request.sandbox)
        if waited:
            # What was read before may be older than what the other build has published.
            work = _read(request)
        planned = _plan(work, store, request)
        if note := note_of_rights(planned, work.workspace.root):
            request.on_event(ProgressEvent("note", note))
        if not request.scheduler and any(map(is_warm, planned.jobs)):
            kernels.prepare()
        with without_collecting():
            # Late: it loads what makes pages, and kernels get ready meanwhile.
            from galley.site.making import make_site
        return make_site(planned, work, Tools(request, store, pandoc, kernels))


def _read(request: BuildRequest) -> Work:
    seen = read_seen(store_of(request))
    before = take_snapshot(request, seen)
    workspace = read_workspace(request.content, request.content_name)
    return Work(before, with_trusted(workspace, request.trusted), seen)


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
        execute=request.execute,
        sandbox=read_choice(store.root, asked=request.sandbox),
    )


def _wait(request: BuildRequest, message: str, waited: list[str]) -> None:
    waited.append(message)
    _say(request, message)


def _say(request: BuildRequest, message: str) -> None:
    request.on_event(ProgressEvent("step", message))
