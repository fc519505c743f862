"""The build: content folder in, published site out. A list of named steps over the stages."""

from __future__ import annotations

import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import replace

from galley.config import CONFIG_FILE
from galley.content_files import find_beside
from galley.execution import Executed, Job, Plan, Progress, Store, execute_all, open_store, plan
from galley.findings import EnvironmentFault, Finding
from galley.html.pandoc import Pandoc
from galley.html.render import Style
from galley.mishaps import MACHINE_RULE
from galley.site.assemble import SiteMaker, assemble
from galley.site.kept import KeptPages
from galley.site.model import AssembledSite
from galley.site.pages import PageVersion, choose_versions, replace_failed
from galley.site.publish import PublishReport, publish
from galley.site.rendering import page_renderer
from galley.site.request import (
    ArticleReport,
    ArticleState,
    BuildReport,
    BuildRequest,
    ProgressEvent,
)
from galley.workspace import Workspace, read_workspace


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
    workspace = read_workspace(request.content, request.content_name)
    store = open_store(workspace.root, request.store)
    waited: list[str] = []
    with store.lock(on_wait=lambda message: _wait(request, message, waited)):
        if waited:
            # What was read before may be older than what the other build has published.
            workspace = read_workspace(request.content, request.content_name)
        planned = _plan(workspace, store, request)
        executed = _execute(planned, store, request)
        kept = KeptPages(store.root / "pages")
        before = kept.read()
        versions = choose_versions(
            workspace,
            executed,
            before,
            unpublished=planned.unpublished,
            strict=request.strict or workspace.config.strict,
        )
        _say(request, "Making the pages")
        site = _assemble(workspace, versions, request)
        while site.failed:
            versions = replace_failed(versions, site.failed, workspace, before)
            site = _assemble(workspace, versions, request)
        _refuse_losses(versions)
        published = _publish(site, versions, request)
        _keep(kept, versions)
    findings = (*workspace.findings, *planned.findings, *_findings_of_site(site, versions))
    return BuildReport(
        articles=tuple(_report(version, published) for version in versions),
        findings=tuple(dict.fromkeys(findings)),
        written=published.written,
        unchanged=published.unchanged,
        removed=published.removed,
        seconds=time.monotonic() - started_s,
    )


def _plan(workspace: Workspace, store: Store, request: BuildRequest) -> Plan:
    _say(request, "Reading the articles")
    return plan(
        workspace,
        store,
        parameters=dict(request.parameters),
        editions=request.editions,
        today=request.today,
        output=request.output,
    )


def _execute(planned: Plan, store: Store, request: BuildRequest) -> tuple[Executed, ...]:
    """Run what has to run; return the outcomes in the order of the jobs."""
    _say(request, "Running the articles")
    outcomes: dict[tuple[str, str], Executed] = {}
    running = execute_all(
        planned.jobs,
        store=store,
        jobs_at_once=request.jobs,
        on_progress=lambda progress: _tell_start(request, progress, len(planned.jobs)),
    )
    # Closing ends every kernel, also where the author stops the build half-way.
    with closing(running):
        for outcome in running:
            outcomes[outcome.job.article, outcome.job.edition] = outcome
            _tell_end(request, outcome, len(outcomes), len(planned.jobs))
    return tuple(outcomes[job.article, job.edition] for job in planned.jobs)


def _assemble(
    workspace: Workspace, versions: Iterable[PageVersion], request: BuildRequest
) -> AssembledSite:
    style = Style(workspace.bibliography.text, workspace.config.citation_style)
    name = f"{workspace.name}/{CONFIG_FILE}" if workspace.name else CONFIG_FILE
    with Pandoc() as pandoc:
        maker = SiteMaker(
            config=workspace.config,
            today=request.today,
            render=page_renderer(pandoc.convert, style),
            find=find_beside(workspace.root, workspace.root),
            config_file=name,
        )
        return assemble([v.shown for v in versions if v.shown], maker)


def _refuse_losses(versions: Iterable[PageVersion]) -> None:
    """Stop where the machine, not an article, would take published articles out of the lists."""
    for version in versions:
        for finding in version.report.findings:
            if version.kept and version.shown is None and finding.rule == MACHINE_RULE:
                raise EnvironmentFault(f"{finding.place}: {finding.message}", finding.fix)


def _publish(
    site: AssembledSite, versions: Iterable[PageVersion], request: BuildRequest
) -> PublishReport:
    """Write the site; the published page of an article without a good version is left alone."""
    _say(request, "Publishing")
    lost = [v.path for v in versions if v.path and v.shown is None]
    return publish(
        site.files,
        request.output,
        lists=site.lists,
        spared=lost,
        on_wait=lambda message: _say(request, message),
    )


def _keep(kept: KeptPages, versions: Iterable[PageVersion]) -> None:
    pages = tuple(version.kept for version in versions if version.kept)
    for page in pages:
        kept.keep(page)
    kept.forget_all_but(pages)


def _findings_of_site(site: AssembledSite, versions: Iterable[PageVersion]) -> tuple[Finding, ...]:
    """Return what assembling found, without what an article's report says already."""
    told = {finding for version in versions for finding in version.report.findings}
    return tuple(finding for finding in site.findings if finding not in told)


def _report(version: PageVersion, published: PublishReport) -> ArticleReport:
    is_same = version.report.state == "built" and version.path in published.unchanged
    return replace(version.report, state="unchanged") if is_same else version.report


def _wait(request: BuildRequest, message: str, waited: list[str]) -> None:
    waited.append(message)
    _say(request, message)


def _say(request: BuildRequest, message: str) -> None:
    request.on_event(ProgressEvent("step", message))


def _tell_start(request: BuildRequest, progress: Progress, total: int) -> None:
    if progress.stage == "started":
        request.on_event(_event(progress.job, progress.job.reason, total))


def _tell_end(request: BuildRequest, outcome: Executed, done: int, total: int) -> None:
    state: ArticleState = "failed"
    if outcome.status == "succeeded":
        state = "built" if outcome.was_run else "unchanged"
    event = _event(outcome.job, outcome.job.reason, total)
    request.on_event(replace(event, state=state, seconds=outcome.seconds, done=done))


def _event(job: Job, message: str, total: int) -> ProgressEvent:
    return ProgressEvent("article", message, job.source.file, job.edition, total=total)
