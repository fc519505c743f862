"""Publishing an article or a whole site: check, build, send; what is told of it as JSON values."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from galley.article.publication import publication_state
from galley.checks.content import check_workspace
from galley.config import SiteConfig
from galley.console.building import BuildOptions, run_build
from galley.console.checking import cell_order, errors_first
from galley.console.content_path import ContentPath
from galley.console.findings_order import reading_order
from galley.console.today import read_zone, settle_today
from galley.finding_records import finding_record
from galley.findings import Finding, Place, Severity
from galley.locations.address import Address
from galley.locations.sending import run_command
from galley.site.request import ArticleReport, BuildReport, ProgressEvent
from galley.text_places import Lines, in_cells, lines_of
from galley.workspace import ArticleSource, Workspace, find_root, read_config, read_workspace

ShowEvent = Callable[[ProgressEvent], None]
_WORST = ("failed", "held_back", "unpublished", "built", "unchanged")


@dataclass(frozen=True)
class Order:
    """What is to be published.

    Attributes
    ----------
    content
        A notebook, or a content folder for all of its articles.
    name
        How the author calls it.
    output
        The site's folder on this computer.
    is_sent
        Whether it goes on to where ``[publish]`` in ``site.toml`` says.
    is_looked_at
        Whether the author has seen what leaves the computer, and agreed.
    """

    content: str
    name: str
    output: str
    is_sent: bool = False
    is_looked_at: bool = False

    @property
    def is_article(self) -> bool:
        """Whether it is one article, not all."""
        return not Path(self.content).is_dir()


def carry_out(order: Order, on_event: ShowEvent) -> dict[str, Any]:
    """Check, build and send; return how that ended.

    Raises
    ------
    GalleyError
        If the site cannot be made or sent; what was published before stays.
    """
    content = Path(order.content)
    _say(on_event, "Checking")
    workspace = read_workspace(content, order.name)
    source = next((each for each in workspace.sources if content in _paths(each)), None)
    # A notebook may be one article with a text, which is the one that is read.
    name = source.file if source else order.name
    if order.is_article:
        stopped = _why_not(workspace, source, name)
        if stopped:
            return stopped
    report = _build(order, Path(order.output), on_event)
    ended = _ended(order, report, name, lines_of(workspace.sources))
    if ended["state"] == "published" and order.is_sent:
        return ended | _sent(order, workspace, report, on_event, ended["address"])
    return ended


def target_words(root: Path) -> str:
    """Return where ``[publish]`` sends the site of a content folder; empty where nowhere."""
    return read_config(root, root.name).publish.words


def _paths(source: ArticleSource) -> tuple[Path | None, ...]:
    return source.path, source.partner


def _why_not(
    workspace: Workspace, source: ArticleSource | None, name: str
) -> dict[str, Any] | None:
    """Return why an article is not to be published; None where nothing speaks against it."""
    today = settle_today(None, os.environ, read_zone(workspace.root))
    found = [each for each in check_workspace(workspace, today) if each.place.file == name]
    if any(each.severity is Severity.ERROR for each in found):
        ordered = errors_first(reading_order(found, cell_order([workspace])))
        return {"state": "errors", "findings": _records(ordered, Severity.ERROR)}
    if source is None:
        return None
    state = publication_state(source.front_matter, today)
    if state in {"draft", "scheduled"}:
        return {"state": state, "day": str(source.front_matter.date or ""), "findings": []}
    return None


def _build(order: Order, output: Path | Address, on_event: ShowEvent) -> BuildReport:
    content = Path(order.content)
    # Without a site around it, a notebook would be all that is left of what was published.
    has_site = not order.is_article or find_root(content) is not None
    place = ContentPath(content, order.name) if has_site else _around(content, order.name)
    options = BuildOptions(
        output=output,
        parameters=(),
        editions=(),
        jobs=None,
        scheduler=None,
        strict=order.is_article and has_site,
        store=None,
        today=None,
    )
    return run_build(place, options, on_event)


def _around(notebook: Path, name: str) -> ContentPath:
    folder = Path(name).parent.as_posix()
    return ContentPath(notebook.parent, "" if folder == "." else folder)


def _ended(order: Order, report: BuildReport, name: str, lines: Lines) -> dict[str, Any]:
    counts = dict.fromkeys(_WORST, 0)
    for each in report.articles:
        counts[each.state] = counts.get(each.state, 0) + 1
    own = [each for each in report.articles if not order.is_article or each.file == name]
    states = [each.state for each in own]
    worst = next((state for state in _WORST if state in states), "built")
    is_out = not order.is_article or worst in {"built", "unchanged"}
    return {
        "state": "published" if is_out else worst,
        "address": own[0].address if order.is_article and own else "index.html",
        "counts": counts,
        "findings": _records(in_cells(_problems(own), lines), Severity.ERROR),
        "seconds": round(report.seconds, 1),
    }


def _problems(articles: Iterable[ArticleReport]) -> Iterable[Finding]:
    """Return what kept articles from their pages, the failing cell among it."""
    found: dict[Finding, None] = {}
    for article in articles:
        if article.state not in {"failed", "held_back"}:
            continue
        found |= dict.fromkeys(article.findings)
        failure = article.failure
        told = {each.place.cell or str(each.place.line) for each in article.findings}
        if failure and failure.cell_id not in told:
            last = (failure.message.strip().splitlines() or [""])[-1]
            place = Place(article.file, failure.cell_id)
            message = f"the code of this cell stopped: {failure.error}: {last}"
            found[Finding("cell-failed", Severity.ERROR, place, message, "")] = None
    return found


def _records(findings: Iterable[Finding], gravest: Severity) -> list[dict[str, Any]]:
    return [finding_record(each) for each in findings if each.severity is gravest]


def _sent(
    order: Order, workspace: Workspace, report: BuildReport, on_event: ShowEvent, address: str
) -> dict[str, Any]:
    """Send the site on; return in words where it went, or what the author is to look at first."""
    settings, site = workspace.config.publish, Path(order.output)
    if settings.words:
        _say(on_event, f"Sending the site: {settings.words}")
        if settings.command:
            run_command(settings.command, workspace.root, site)
        elif news := _publish(order, workspace, report):
            return {"state": "look", "message": news}
    return {"sent": settings.words, "url": _public(workspace.config, address)}


def _publish(order: Order, workspace: Workspace, report: BuildReport) -> str:
    """Publish as `galley publish` does to its default target; it was agreed to in JupyterLab.

    Returns
    -------
    str
        What leaves the computer, where the author was not shown that yet; then nothing was sent.
    """
    # Late: the target may want a package that few need.
    from galley.console.last_look import last_look
    from galley.console.publishing import (
        Asked,
        bring_site,
        lay_counter,
        news_of,
        refuse_own_folders,
    )
    from galley.publishing.desk import Outgoing
    from galley.publishing.staged import read_staged

    place = ContentPath(workspace.root, order.name)
    counter = lay_counter(place, workspace.config, name=None, to=None, store=None)
    refuse_own_folders(counter, Path(order.output))
    site = Path(order.output)
    staged = read_staged(site, report)
    outgoing = Outgoing(staged.goal, staged.pages)
    asked = Asked(is_agreed=True, last_look=last_look(place, workspace.config, site, counter.desk))
    if not order.is_looked_at and (news := news_of(counter, outgoing, asked)):
        return news
    bring_site(counter, staged, asked)
    return ""


def _public(config: SiteConfig, address: str) -> str:
    return f"{config.base_url}{address}" if config.base_url else ""


def _say(on_event: ShowEvent, message: str) -> None:
    on_event(ProgressEvent("step", message))
