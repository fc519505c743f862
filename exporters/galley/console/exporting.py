"""From `galley export` as it was typed to files in the output folder, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from galley.console.building import BuildOptions, make_request
from galley.console.choosing import choose_sources
from galley.console.content_path import ContentPath
from galley.console.progress import show_progress
from galley.console.report_text import problems_text
from galley.disk import write_whole
from galley.execution.store import find_store
from galley.exporting.formats import Format
from galley.exporting.gathering import gather
from galley.exporting.request import NO_OPTIONS, ExportOptions, ExportRequest, NotExported
from galley.exporting.writing import ExportFolder, Written, read_folder, write_export
from galley.findings import ContentError
from galley.site.request import ArticleReport, BuildReport, BuildRequest
from galley.speech.say import say
from galley.workspace import ArticleSource, Workspace

if TYPE_CHECKING:
    from galley.exporting.epub.binding import Binder


@dataclass(frozen=True)
class ExportCommand:
    """What was typed; see `galley export --help`."""

    place: ContentPath
    articles: tuple[str, ...]
    form: Format
    output: Path
    editions: tuple[str, ...] = ()
    parameters: tuple[tuple[str, str], ...] = ()
    options: ExportOptions = NO_OPTIONS
    store: Path | None = None
    today: datetime | None = None


@dataclass
class _Told:
    """What there is to say at the end."""

    reports: list[ArticleReport] = field(default_factory=list)
    made: list[Written] = field(default_factory=list)
    articles: int = 0
    missed: int = 0

    def refuse(self, asked: ExportRequest, error: ContentError) -> None:
        """Note what an article cannot be exported for; the others are."""
        article = asked.article
        self.reports.append(
            ArticleReport(
                article.file, "held_back", article.edition, article.lang, findings=error.findings
            )
        )
        self.missed += 1


def run_export(command: ExportCommand, stream: TextIO) -> int:
    """Export what was asked for, and say what was written; return the exit code."""
    told = _Told()
    with show_progress(stream) as on_event:
        request = make_request(command.place, _options(command), command.output, on_event)
        store = find_store(request.content, request.store).root
        folder = read_folder(command.output.expanduser(), command.output.as_posix())
        gathered = gather(
            request, lambda workspace: _chosen(command, workspace, request), command.options
        )
        binder = None if command.articles else command.form.bind_all()
        with closing(gathered):
            for each in gathered:
                if binder:
                    _bind(each, binder, told)
                else:
                    folder = _take(each, command.form, folder, told, store)
        for name, made in binder.books() if binder else ():
            folder, written = write_export(folder, f"{command.form.name} {name}", made.files)
            told.made.append(written)
    problems = problems_text(BuildReport(articles=tuple(told.reports)))
    if problems:
        click.echo(f"\n{problems}\n", err=True)
    click.echo(_summary(told, command.output))
    return int(told.missed > 0)


def _options(command: ExportCommand) -> BuildOptions:
    return BuildOptions(
        output=command.output,
        parameters=command.parameters,
        editions=command.editions,
        jobs=None,
        scheduler=None,
        strict=False,
        store=command.store,
        today=command.today,
    )


def _chosen(
    command: ExportCommand, workspace: Workspace, request: BuildRequest
) -> tuple[ArticleSource, ...]:
    if command.articles:
        return choose_sources(command.articles, workspace)
    from galley.article.publication import is_visible

    sources = workspace.sources
    return tuple(each for each in sources if is_visible(each.front_matter, request.today))


def _take(
    each: ExportRequest | NotExported,
    form: Format,
    folder: ExportFolder,
    told: _Told,
    store: Path,
) -> ExportFolder:
    if isinstance(each, NotExported):
        told.reports.append(each.report)
        told.missed += 1
        return folder
    try:
        made = form.make(each)
    except ContentError as error:
        told.refuse(each, error)
        return folder
    folder, written = write_export(folder, f"{form.name} {each.name}", made.files)
    for path, data in made.kept.items():
        write_whole(store / path, data)
    article = each.article
    told.made.append(written)
    told.articles += 1
    told.reports.append(
        ArticleReport(article.file, "built", article.edition, article.lang, findings=made.findings)
    )
    return folder


def _bind(each: ExportRequest | NotExported, binder: Binder, told: _Told) -> None:
    if isinstance(each, NotExported):
        told.reports.append(each.report)
        told.missed += 1
        return
    try:
        told.articles += binder.add(each)
    except ContentError as error:
        told.refuse(each, error)


def _summary(told: _Told, output: Path) -> str:
    lines = [
        say(
            "Exported to {folder}: {articles}; files: {written} written, {unchanged} unchanged, "
            "{removed} removed.",
            folder=output.as_posix(),
            articles=_counted(told.articles),
            written=_total(each.written for each in told.made),
            unchanged=_total(each.unchanged for each in told.made),
            removed=_total(each.removed for each in told.made),
        )
    ]
    if told.missed:
        lines.append(say("Not exported: {count}, for the reasons above.", count=told.missed))
    return "\n".join(lines)


def _counted(count: int) -> str:
    return say("1 article") if count == 1 else say("{count} articles", count=count)


def _total(parts: Iterable[tuple[str, ...]]) -> int:
    return sum(map(len, parts))
