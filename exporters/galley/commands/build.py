"""`galley build`: from the content folder to the published site."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from galley.console.building import BuildOptions, PathType, build_options, run_build
from galley.console.content_path import fetch_content
from galley.console.progress import show_progress
from galley.console.report_text import print_problems, print_report, write_report
from galley.site.request import BuildReport, NotPublishedError


@click.command(
    short_help="Execute what changed and publish the site.",
    epilog="Example: galley build notebooks --output site -p audience clinician",
)
@click.argument("content", required=False)
@build_options
@click.option(
    "--report", "report_path", type=PathType, help="Write what happened to this file, as JSON."
)
def build(
    content: str | None,
    report_path: Path | None,
    **options: Any,  # noqa: ANN401 - the shared options, typed in BuildOptions
) -> int:
    """Execute what changed in CONTENT, a folder or one notebook, and publish it.

    Without CONTENT it is notebooks/ if there, else the current folder. CONTENT and the output may
    be addresses that fsspec reaches. The exit code is 1 if an article failed or was held back, or
    a file could not be read.
    """
    place, asked = fetch_content(content, Path.cwd()), BuildOptions(**options)
    try:
        with show_progress(sys.stderr) as on_event:
            report = run_build(place, asked, on_event)
    except NotPublishedError as fault:
        print_problems(fault.report)
        _write(fault.report, report_path)
        raise
    print_report(report, asked.output)
    _write(report, report_path)
    return 0 if report.is_complete else 1


def _write(report: BuildReport, path: Path | None) -> None:
    if path:
        write_report(report, path)
