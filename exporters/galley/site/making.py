"""The second half of a build: execute what was planned, make the pages, publish them.

A module of its own because it loads what makes pages; while it does, kernels already get ready.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from galley.checks.exceptions import settled, without_exceptions
from galley.execution.batch import execute_all, starts_kernel
from galley.execution.model import Executed, Plan
from galley.execution.running import RunningKernels
from galley.findings import EnvironmentFault, Finding, Place
from galley.mishaps import MACHINE_RULE
from galley.site.assemble import assemble
from galley.site.code_ahead import write_code
from galley.site.files import VanishedError
from galley.site.foreseen import ForeseenPages
from galley.site.former import (
    Addresses,
    address_findings,
    read_addresses,
    settle_addresses,
    write_addresses,
)
from galley.site.ledger import write_ledger
from galley.site.model import AssembledSite
from galley.site.outside import read_outside
from galley.site.pages import PageKey, PageVersion, job_key
from galley.site.publish import PublishReport, publish
from galley.site.request import (
    ArticleReport,
    BuildReport,
    BuildRequest,
    NotPublishedError,
    ProgressEvent,
)
from galley.site.telling import Teller
from galley.site.tools import Tools, Work
from galley.site.workshop import Workshop, lay_out_workshop
from galley.store_cleaning import Bounds, bound_store
from galley.text_places import Lines, in_files, lines_of, place_in_file

if TYPE_CHECKING:
    from galley.execution.cluster.cluster import Cluster

# What was replaced longer ago goes first where the store has grown too large.
_OLDEST_DAYS = 90


def make_site(planned: Plan, work: Work, tools: Tools) -> BuildReport:
    """Execute what has to be executed, publish the whole site, and remember what it rests on."""
    shop = lay_out_workshop(
        work.workspace,
        tools.store,
        tools.request,
        seen=work.seen,
        program=work.before.program,
        pandoc=tools.pandoc,
    )
    report = _build(planned, shop, tools.kernels)
    _remember(report, planned, work, shop)
    return report


def _build(planned: Plan, shop: Workshop, kernels: RunningKernels) -> BuildReport:
    fresh = _execute(planned, shop, kernels)
    versions = shop.desk.versions(fresh, planned.unpublished)
    try:
        versions, site = _make_pages(versions, shop)
        published = _publish(site, versions, planned, shop)
    except VanishedError:
        # The store is damaged: what it remembers of pages is not to be trusted, so all are made.
        shop.forget_pages()
        versions, site = _make_pages(versions, shop)
        published = _publish(site, versions, planned, shop)
    _keep(shop, versions)
    return _report(site, versions, published, planned, shop)


def _report(
    site: AssembledSite,
    versions: Iterable[PageVersion],
    published: PublishReport,
    planned: Plan,
    shop: Workshop,
) -> BuildReport:
    workspace = shop.workspace
    found = (
        *workspace.findings,
        *planned.findings,
        *_findings_of_site(site, versions),
        *address_findings(_addresses(versions, shop), workspace),
    )
    ignored = {source.file: source.front_matter.ignore for source in workspace.sources}
    findings = without_exceptions(settled(found, workspace.config.checks), ignored)
    lines = lines_of(workspace.sources)
    articles = (_article_report(version, published) for version in versions)
    return BuildReport(
        articles=tuple(_in_lines(article, lines) for article in articles),
        findings=tuple(dict.fromkeys(in_files(findings, lines))),
        written=published.written,
        unchanged=published.unchanged,
        removed=published.removed,
        lists=tuple(sorted(site.lists)),
        spared=_spared(versions),
    )


def _in_lines(article: ArticleReport, lines: Lines) -> ArticleReport:
    """Return a report that names lines where the article is a text, as its author sees it."""
    if article.file not in lines:
        return article
    failure = article.failure
    if failure is not None and failure.cell_id:
        place = place_in_file(Place(article.file, failure.cell_id), lines)
        failure = replace(failure, cell_id=str(place.line or ""))
    return replace(article, findings=in_files(article.findings, lines), failure=failure)


def _execute(planned: Plan, shop: Workshop, kernels: RunningKernels) -> dict[PageKey, PageVersion]:
    """Run what has to run; pages are made while other articles still run."""
    runs = shop.request.execute and shop.workspace.config.execute
    _say(shop.request, "Running the articles" if runs else "Taking what the notebooks hold")
    fresh: dict[PageKey, PageVersion] = {}
    teller = Teller(shop.request, planned.jobs)
    running = _outcomes(planned, shop, kernels, teller)
    foreseen = ForeseenPages(shop, planned)
    # Closing ends every kernel, also where the author stops the build half-way.
    with closing(running):
        for outcome in running:
            version = shop.desk.version_of(outcome)
            fresh[job_key(outcome.job)] = version
            teller.tell_end(outcome, len(fresh))
            if version.is_new and version.shown:
                foreseen.make(version.shown)
    return fresh


def _make_pages(
    versions: tuple[PageVersion, ...], shop: Workshop
) -> tuple[tuple[PageVersion, ...], AssembledSite]:
    """Make the site; where a page cannot be made, its last good version stands in."""
    _say(shop.request, "Making the pages")
    site = _assemble(versions, shop)
    while site.failed:
        versions = shop.desk.replace_failed(versions, site.failed)
        site = _assemble(versions, shop)
    _refuse_losses(versions)
    return versions, site


def _outcomes(
    planned: Plan, shop: Workshop, kernels: RunningKernels, teller: Teller
) -> Generator[Executed]:
    """Run on this machine or, if the request names a scheduler, on its workers."""
    with _cluster(planned, shop) as cluster:
        jobs_at_once = cluster.slots if cluster else shop.request.jobs
        teller.spread_over(jobs_at_once)
        yield from execute_all(
            planned.jobs,
            store=shop.store,
            jobs_at_once=jobs_at_once,
            on_progress=teller.hear,
            running=kernels,
            elsewhere=cluster,
        )


@contextmanager
def _cluster(planned: Plan, shop: Workshop) -> Iterator[Cluster | None]:
    """Connect to the cluster that was asked for, if there is anything to run."""
    request = shop.request
    running = filter(starts_kernel, planned.jobs)
    present = next((job.present for job in running if job.present), None)
    if not request.scheduler or present is None:
        yield None
        return
    # Late: Dask is an extra, and takes two seconds to load.
    from galley.execution.cluster import open_cluster

    _say(request, f"Connecting to {request.scheduler}")
    with open_cluster(request.scheduler, planned.jobs, present, shop.store) as cluster:
        _say(request, "Running the articles")
        yield cluster


def _assemble(versions: Iterable[PageVersion], shop: Workshop) -> AssembledSite:
    former = _addresses(versions, shop).redirects()
    return assemble([v.shown for v in versions if v.shown], replace(shop.maker, former=former))


def _addresses(versions: Iterable[PageVersion], shop: Workshop) -> Addresses:
    before = read_addresses(shop.store.root)
    return settle_addresses(before, shop.desk.before, versions, shop.workspace)


def _refuse_losses(versions: Iterable[PageVersion]) -> None:
    """Stop where the machine, not an article, would take published articles out of the lists."""
    for version in versions:
        for finding in version.report.findings:
            if version.kept and version.shown is None and finding.rule == MACHINE_RULE:
                raise EnvironmentFault(f"{finding.place}: {finding.message}", finding.fix)


def _publish(
    site: AssembledSite, versions: tuple[PageVersion, ...], planned: Plan, shop: Workshop
) -> PublishReport:
    """Write the site; the published page of an article without a good version is left alone."""
    request = shop.request
    _say(request, "Publishing")
    try:
        return publish(
            site.files,
            request.output,
            lists=site.lists,
            spared=_spared(versions),
            seen=shop.seen,
            on_wait=lambda message: _say(request, message),
        )
    except VanishedError:
        raise
    except EnvironmentFault as fault:
        report = _report(site, versions, PublishReport(), planned, shop)
        raise NotPublishedError(fault, report) from fault


def _spared(versions: Iterable[PageVersion]) -> tuple[str, ...]:
    """Return the pages of articles that have no version to show."""
    return tuple(version.path for version in versions if version.path and version.shown is None)


def _keep(shop: Workshop, versions: Iterable[PageVersion]) -> None:
    """Keep the published versions for a day on which an article fails."""
    versions = tuple(versions)
    write_addresses(_addresses(versions, shop), shop.store.root)
    pages = tuple(version.kept for version in versions if version.kept)
    shop.desk.kept.replace(tuple(shop.desk.before.values()), pages)
    shop.forget_unused()


def _remember(report: BuildReport, planned: Plan, work: Work, shop: Workshop) -> None:
    """Write down what the build rested on, for the next one."""
    write_ledger(
        report,
        before=work.before,
        outside=read_outside(planned, shop),
        request=shop.request,
        store=shop.store.root,
        seen=work.seen,
    )
    write_code(shop.request, work.seen)
    work.seen.write(shop.store.root)
    if report.written:
        bound_store(
            shop.store.root,
            shop.workspace.root,
            Bounds.of(
                shop.request.today, _OLDEST_DAYS, shop.workspace.config.limits.store_megabytes
            ),
        )


def _findings_of_site(site: AssembledSite, versions: Iterable[PageVersion]) -> tuple[Finding, ...]:
    """Return what assembling found, without what an article's report says already."""
    told = {finding for version in versions for finding in version.report.findings}
    return tuple(finding for finding in site.findings if finding not in told)


def _article_report(version: PageVersion, published: PublishReport) -> ArticleReport:
    is_same = version.report.state == "built" and version.path in published.unchanged
    return replace(version.report, state="unchanged") if is_same else version.report


def _say(request: BuildRequest, message: str) -> None:
    request.on_event(ProgressEvent("step", message))
