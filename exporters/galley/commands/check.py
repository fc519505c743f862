"""`galley check`: what is wrong in the content and how to mend it, without executing anything."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import click

from galley.console.content_path import ContentPath, fetch_content
from galley.console.findings_text import count_text, findings_json, findings_text, in_order
from galley.console.today import read_zone, settle_today
from galley.findings import Finding, Severity


@click.command(
    short_help="Say what is wrong, and how to mend it.",
    epilog="Example: galley check notebooks/my-article.ipynb --format json",
)
@click.argument("paths", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text for people, JSON for programs; both go to stdout.",
)
def check(paths: tuple[str, ...], form: str) -> int:
    """Look for mistakes in PATHS, folders or notebooks; nothing is executed or published.

    The exit code is 1 only if there is an error; warnings and advice leave it 0.
    """
    places = [fetch_content(typed, Path.cwd()) for typed in paths or (None,)]
    findings = _check_places(places)
    if form == "json":
        click.echo(findings_json(findings), nl=False)
    else:
        click.echo("\n\n".join(filter(None, [findings_text(findings), _closing(findings)])))
    return int(any(finding.severity is Severity.ERROR for finding in findings))


def _check_places(places: Sequence[ContentPath]) -> tuple[Finding, ...]:
    from galley.checks import check_workspace
    from galley.workspace import read_workspace

    return in_order(
        finding
        for place in places
        for finding in check_workspace(
            read_workspace(place.path, place.name),
            settle_today(None, os.environ, read_zone(place.root)),
        )
    )


def _closing(findings: Sequence[Finding]) -> str:
    return f"{count_text(findings).capitalize()}."
