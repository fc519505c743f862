"""Gathering: from a content folder to articles that were run and read, with the site around them.

The store answers where nothing has changed, so that what was built is not executed again.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterable
from contextlib import closing
from dataclasses import dataclass, replace

from galley.article.front_matter import FrontMatter
from galley.article.publication import is_visible
from galley.checks.content import editions_of
from galley.execution.batch import execute_all, starts_kernel
from galley.execution.model import Executed, Job, Plan
from galley.execution.plan import plan
from galley.execution.running import RunningKernels
from galley.execution.sandbox.choice import read_choice
from galley.execution.store import Store, open_store
from galley.exporting.request import ExportOptions, ExportRequest, NotExported
from galley.findings import UsageError, did_you_mean
from galley.html.pandoc import convert
from galley.html.reference_list import style_of
from galley.html.running_pandoc import RunningPandoc
from galley.seen import SeenFiles, read_seen
from galley.site.assemble import foresee
from galley.site.frame import Frame
from galley.site.ledger import store_of
from galley.site.program import read_program
from galley.site.request import BuildRequest, ProgressEvent
from galley.site.telling import Teller
from galley.site.workshop import Workshop, lay_out_workshop
from galley.workspace import ArticleSource, Workspace, read_workspace

ChooseSources = Callable[[Workspace], Collection[ArticleSource]]
"""From everything in the folder to what was asked for."""


@dataclass(frozen=True)
class _Bench:
    """What the steps of an export share.

    Attributes
    ----------
    written
        File → front matter as it is written, of articles that readers may not see yet.
    """

    request: BuildRequest
    options: ExportOptions
    workspace: Workspace
    written: dict[str, FrontMatter]
    store: Store
    seen: SeenFiles
    pandoc: RunningPandoc
    kernels: RunningKernels


def gather(
    request: BuildRequest, choose: ChooseSources, options: ExportOptions
) -> Generator[ExportRequest | NotExported]:
    """Yield each edition of the chosen articles as soon as it has been run and read.

    Parameters
    ----------
    request
        As for a build; its `output` is the folder that is exported into.

    Raises
    ------
    UsageError
        If a parameter or an edition is asked for that no article has.
    """
    with RunningPandoc() as pandoc, RunningKernels() as kernels:
        pandoc.start_early()
        workspace = read_workspace(request.content, request.content_name)
        chosen = choose(workspace)
        store, seen = open_store(workspace.root, request.store), read_seen(store_of(request))
        with store.lock(on_wait=lambda message: _say(request, message)):
            shown, written = _as_shown(workspace, chosen, request)
            bench = _Bench(request, options, shown, written, store, seen, pandoc, kernels)
            yield from _executed(bench, {source.file for source in chosen})
            seen.write(store.root)


def _as_shown(
    workspace: Workspace, chosen: Collection[ArticleSource], request: BuildRequest
) -> tuple[Workspace, dict[str, FrontMatter]]:
    """Treat an article that was asked for as if it came out today: a draft is exported too."""
    hidden = {
        source.file: source.front_matter
        for source in chosen
        if not is_visible(source.front_matter, request.today)
    }
    sources = tuple(
        replace(
            source,
            front_matter=source.front_matter.model_copy(
                update={"draft": False, "date": min(source.front_matter.date or today, today)}
            ),
        )
        if source.file in hidden
        else source
        for today in (request.today,)
        for source in workspace.sources
    )
    return replace(workspace, sources=sources), hidden


def _executed(bench: _Bench, files: set[str]) -> Generator[ExportRequest | NotExported]:
    request = bench.request
    _say(request, "Reading the articles")
    planned = plan(
        bench.workspace,
        bench.store,
        parameters=dict(request.parameters),
        today=request.today,
        output=request.output,
        seen=bench.seen,
        sandbox=read_choice(bench.store.root, asked=request.sandbox),
    )
    jobs = _chosen_jobs(planned, files, request.editions)
    shop = lay_out_workshop(
        bench.workspace,
        bench.store,
        request,
        seen=bench.seen,
        program=read_program(bench.seen),
        pandoc=bench.pandoc,
    )
    frame = foresee(shop.desk.foreseen(planned), shop.maker)
    teller = Teller(request, jobs)
    if any(map(starts_kernel, jobs)):
        _say(request, "Running the articles")
    running = execute_all(
        jobs,
        store=bench.store,
        jobs_at_once=request.jobs,
        on_progress=teller.hear,
        running=bench.kernels,
    )
    # Closing ends every kernel, also where the author stops half-way.
    with closing(running):
        for done, outcome in enumerate(running, start=1):
            teller.tell_end(outcome, done)
            yield _asked(outcome, bench, shop, frame)


def _chosen_jobs(planned: Plan, files: set[str], editions: Iterable[str]) -> tuple[Job, ...]:
    """Return the jobs of the chosen articles, in the editions that were asked for."""
    jobs = [job for job in planned.jobs if job.source.file in files]
    legal = sorted({name for job in jobs for name in editions_of(job.source) if name})
    wanted = tuple(editions)
    for name in wanted:
        if name not in legal:
            listing = (
                f"The editions are: {', '.join(legal)}."
                if legal
                else "No article has 'editions:' in its front matter."
            )
            guess = did_you_mean(name, legal)
            raise UsageError(f"no article has an edition '{name}'", f"{guess} {listing}".strip())
    return tuple(job for job in jobs if not wanted or not job.edition or job.edition in wanted)


def _asked(
    outcome: Executed, bench: _Bench, shop: Workshop, frame: Frame
) -> ExportRequest | NotExported:
    version = shop.desk.version_of(outcome)
    if not version.is_new or version.shown is None:
        return NotExported(version.report)
    article = version.shown.load()
    written = bench.written.get(article.file, article.front_matter)
    workspace = bench.workspace
    return ExportRequest(
        article=replace(article, front_matter=written),
        item=version.shown,
        frame=frame,
        workspace=workspace,
        output=bench.request.output,
        today=bench.request.today,
        convert=lambda asked: convert(bench.pandoc, asked),
        style=style_of(workspace.bibliography, workspace.config.citation_style),
        pictures=shop.maker.press.pictures,
        options=bench.options,
    )


def _say(request: BuildRequest, message: str) -> None:
    request.on_event(ProgressEvent("step", message))
