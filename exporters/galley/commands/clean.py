"""`galley clean`: makes the store smaller without touching what is published."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import click

from galley.console.building import PathType
from galley.console.content_path import resolve_content
from galley.console.options import settled_day, today_option
from galley.kept_copies import KeptCopies
from galley.speech.say import mark, say
from galley.store_cleaning import Bounds, Cleaned, clean_store

_MEGABYTE = 1_000_000


@click.command(
    short_help="Make the store of executed notebooks smaller.",
    epilog="Example: galley clean notebooks --older-than 30",
)
@click.argument("content", required=False)
@click.option(
    "--older-than",
    "days",
    type=click.IntRange(min=0),
    default=90,
    show_default=True,
    metavar="DAYS",
    help="Let go of outcomes that are older and were replaced by newer ones.",
)
@click.option(
    "--larger-than",
    "megabytes",
    type=click.FloatRange(min=0),
    default=2000,
    show_default=True,
    metavar="MB",
    help="Let go of the oldest until the store is no larger than this.",
)
@click.option("--store", type=PathType, help="The store, if it is not CONTENT/.galley.")
@click.option("--dry-run", is_flag=True, help="Only say what would go.")
@today_option("Clean as if on this day.")
def clean(
    content: str | None,
    *,
    days: int,
    megabytes: float,
    store: Path | None,
    dry_run: bool,
    today: datetime | None,
) -> int:
    """Let go of what the store of CONTENT keeps and no longer needs.

    The site stays as it is, and so do the newest outcome of each article, the last good version of
    each page, and the 20 versions that `galley undo` goes back to. What goes is made again when it
    is wanted. Copies of files that `galley restore` brings back go after DAYS, except the newest
    of each.
    """
    from galley.execution.store import open_store  # it brings Jupyter along

    place = resolve_content(content, Path.cwd())
    day = settled_day(today, place.root)
    opened = open_store(place.root, store.expanduser().absolute() if store else None)
    with opened.lock(on_wait=lambda message: click.echo(message, err=True)):
        bounds = Bounds.of(day, days, megabytes)
        cleaned = clean_store(opened.root, place.root, bounds, is_dry=dry_run)
        copies, freed = KeptCopies(place.root).clean(bounds.oldest.isoformat(), is_dry=dry_run)
        cleaned = with_copies(cleaned, copies, freed)
    click.echo(cleaned_text(cleaned, is_dry=dry_run))
    return 0


def with_copies(cleaned: Cleaned, copies: int, freed_bytes: int) -> Cleaned:
    """Add the kept copies that went to the count."""
    return replace(
        cleaned,
        files=cleaned.files + copies,
        removed_bytes=cleaned.removed_bytes + freed_bytes,
        kept_bytes=cleaned.kept_bytes - freed_bytes,
    )


def cleaned_text(cleaned: Cleaned, *, is_dry: bool) -> str:
    """Return in one line what went and what stays."""
    kept = f"{cleaned.kept_bytes / _MEGABYTE:.1f} MB"
    if not cleaned.removed_bytes:
        return say("Nothing to let go of; the store holds {kept}.", kept=kept)
    words = (
        mark("Would let go of {outcomes} and {files}, {removed}; {kept} would stay.")
        if is_dry
        else mark("Let go of {outcomes} and {files}, {removed}; {kept} stay.")
    )
    outcomes = (
        mark("{count} older outcome") if cleaned.outcomes == 1 else mark("{count} older outcomes")
    )
    files = mark("{count} file") if cleaned.files == 1 else mark("{count} files")
    return say(
        words,
        outcomes=say(outcomes, count=cleaned.outcomes),
        files=say(files, count=cleaned.files),
        removed=f"{cleaned.removed_bytes / _MEGABYTE:.1f} MB",
        kept=kept,
    )
