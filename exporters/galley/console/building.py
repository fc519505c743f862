"""The options that `build` and `serve` share, and the step from them to a build."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from galley.console.content_path import ContentPath, check_output
from galley.console.progress import ShowEvent
from galley.console.today import read_zone, settle_today
from galley.findings import UsageError
from galley.locations.address import Address, is_address, read_address
from galley.site.ledger import recall_build
from galley.site.request import BuildReport, BuildRequest

AnyFunction = Callable[..., Any]
PathType = click.Path(path_type=Path)


class OutputType(click.ParamType):  # type: ignore[type-arg] # click 8.2 knows no argument
    """A folder of this machine, or an address that fsspec reaches."""

    name = "path"

    def convert(self, value: Any, *_context: object) -> Path | Address:  # noqa: ANN401 - as click
        """Return the folder or address that was typed."""
        if isinstance(value, Path | Address):
            return value
        return read_address(value) if is_address(value) else Path(value)


@dataclass(frozen=True)
class BuildOptions:
    """The options as they were typed; see `galley build --help`."""

    output: Path | Address
    parameters: tuple[tuple[str, str], ...]
    editions: tuple[str, ...]
    jobs: int | None
    scheduler: str | None
    strict: bool
    store: Path | None
    today: datetime | None
    execute: bool = True
    trusted: tuple[str, ...] = ()
    sandbox: bool | None = None


OPTIONS = (
    click.option(
        "--output",
        "-o",
        type=OutputType(),
        default="site",
        show_default=True,
        help="Folder of the published site, or its address: s3://bucket/site.",
    ),
    click.option(
        "--parameter",
        "-p",
        "parameters",
        nargs=2,
        multiple=True,
        metavar="NAME VALUE",
        help="Set a parameter in every article that declares it; may be repeated.",
    ),
    click.option(
        "--edition",
        "editions",
        multiple=True,
        metavar="NAME",
        help="Build this edition only; may be repeated.",
    ),
    click.option(
        "--jobs",
        "-j",
        type=click.IntRange(min=1),
        help="Notebooks that run at once; one for each core if left out.",
    ),
    click.option(
        "--scheduler",
        metavar="ADDRESS",
        help="Run them on the Dask cluster of this scheduler: tcp://host:8786.",
    ),
    click.option(
        "--no-execute",
        "execute",
        flag_value=False,
        default=True,
        type=bool,
        help="Run no code: show the outputs that the notebooks hold.",
    ),
    click.option(
        "--trust",
        "trusted",
        multiple=True,
        metavar="ARTICLE",
        help="Let this article's own HTML and scripts through; may be repeated.",
    ),
    click.option(
        "--sandbox/--no-sandbox",
        default=None,
        help="Run code without network and without a view of your other files, from now on.",
    ),
    click.option("--strict", is_flag=True, help="Hold back every article that has an error."),
    click.option(
        "--store", type=PathType, help="Keep executed notebooks here, not in CONTENT/.galley."
    ),
    click.option(
        "--today",
        type=click.DateTime(formats=["%Y-%m-%d"]),
        metavar="YYYY-MM-DD",
        help="Build as if on this day.",
    ),
)


def build_options(function: AnyFunction) -> AnyFunction:
    """Give a command the options of a build, in the order in which `--help` lists them."""
    for option in reversed(OPTIONS):
        function = option(function)
    return function


def run_build(place: ContentPath, options: BuildOptions, on_event: ShowEvent) -> BuildReport:
    """Settle what the clock and the machine decide, build the site, and send it on if asked."""
    check_output(options.output, place)
    if not isinstance(options.output, Address):
        return _build(make_request(place, options, local_output(options), on_event))
    from galley.locations.remote_build import build_remotely  # it brings fsspec along

    return build_remotely(
        lambda folder: _build(make_request(place, options, folder, on_event)),
        options.output,
        on_event,
    )


def _build(request: BuildRequest) -> BuildReport:
    """Build the site, unless the last build left nothing to do."""
    started_s = time.monotonic()
    report = recall_build(request)
    if report is not None:
        return replace(report, seconds=time.monotonic() - started_s)
    from galley.site.build import build_site  # a build without changes needs none of it

    return build_site(request)


def local_output(options: BuildOptions) -> Path:
    """Return the folder of the published site; an address is refused."""
    if isinstance(options.output, Address):
        raise UsageError(
            f"'{options.output}' is not a folder of this machine",
            "only 'galley build' publishes to an address; give a folder, for example site",
        )
    return options.output.expanduser()


def _usable_cores() -> int:
    """Return the cores that this process may use; a container may have fewer than the machine."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _checked(scheduler: str | None) -> str:
    if scheduler is None:
        return ""
    from galley.execution.cluster import check_scheduler  # few builds need it

    check_scheduler(scheduler)
    return scheduler


def make_request(
    place: ContentPath, options: BuildOptions, output: Path, on_event: ShowEvent
) -> BuildRequest:
    """Return what is asked of the build, with every open choice settled."""
    check_output(output, place)
    given = options.today.date() if options.today else None
    return BuildRequest(
        content=place.path,
        content_name=place.name,
        output=output.absolute(),
        today=settle_today(given, os.environ, read_zone(place.root)),
        parameters=options.parameters,
        editions=options.editions,
        jobs=options.jobs or _usable_cores(),
        scheduler=_checked(options.scheduler),
        strict=options.strict,
        execute=options.execute,
        trusted=options.trusted,
        store=options.store.expanduser().absolute() if options.store else None,
        sandbox=options.sandbox,
        on_event=on_event,
    )
