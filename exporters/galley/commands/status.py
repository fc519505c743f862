"""`galley status`: where every article stands, what needs attention first."""

from __future__ import annotations

import shutil
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from galley.collecting import without_collecting
from galley.console.content_path import resolve_content
from galley.console.options import settled_day, store_option, today_option
from galley.leaving_out import FORMAT_CHECKERS, leaving_out

if TYPE_CHECKING:
    from galley.config import SiteConfig

_WIDTH = 88
_WIDEST = 110


@click.command(
    short_help="List all articles: reviewed when, due when, what is wrong.",
    epilog="Example: galley status --due",
)
@click.argument("content", required=False)
@click.option(
    "--due",
    "is_strict",
    is_flag=True,
    help="Exit with 1 if a review is overdue or a cited work was retracted.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A table for people, JSON for programs.",
)
@store_option
@today_option("Answer as if on this day.")
def status(
    *,
    content: str | None,
    is_strict: bool,
    form: str,
    store: Path | None,
    today: datetime | None,
) -> int:
    """List the articles of CONTENT, those that need attention first; nothing is run.

    Each has its state, its last change, its last review (the newest signature of its sheet, or
    else the newest of its `changes:`), the days until the next one, and its findings. Below it
    stands what speaks against it: works that were retracted, signatures that the text has
    outlived, a translation behind its original, and rules that it breaks for a reason.
    """
    with leaving_out(*FORMAT_CHECKERS), without_collecting():
        from galley.console.status_text import status_json, status_text
        from galley.execution.store import find_store
        from galley.review.status import needs_action
        from galley.review.survey import survey
        from galley.workspace import read_workspace

    place = resolve_content(content, Path.cwd())
    day = settled_day(today, place.root)
    workspace = read_workspace(place.path, place.name)
    kept = find_store(workspace.root, store.expanduser().absolute() if store else None)
    found = survey(workspace, kept, day)
    if form == "json":
        click.echo(status_json(found, day), nl=False)
    else:
        click.echo(status_text(found, _width()))
        _say_published(kept.root, workspace.config, workspace.root)
    return int(is_strict and needs_action(found.articles))


def _say_published(store: Path, config: SiteConfig, root: Path) -> None:
    """Say in a line for each target what readers see there."""
    from galley.publishing.version import published_targets

    published = published_targets(store)
    if not published:
        return
    from galley.console.publishing_text import published_text
    from galley.publishing.choosing import targets_of

    known = targets_of(config, root)
    lines = [
        published_text(name, versions, known[name].address if name in known else "")
        for name, versions in published.items()
    ]
    click.echo("\n".join(["", *filter(None, lines)]))


def _width() -> int:
    """Return the terminal's width; what is piped is as wide on every machine."""
    return min(shutil.get_terminal_size().columns, _WIDEST) if sys.stdout.isatty() else _WIDTH
