"""`galley import`: article notebooks from Word, HTML, WordPress, Markdown and text."""

from __future__ import annotations

from pathlib import Path

import click

from galley.collecting import without_collecting
from galley.leaving_out import FORMAT_CHECKERS, leaving_out


@click.command(
    "import",
    short_help="Take in what you have: Word, HTML, WordPress, Markdown, text.",
    epilog="Example: galley import old-posts/ --into my-blog",
)
@click.argument("sources", nargs=-1, required=True, metavar="FILE_OR_FOLDER...")
@click.option(
    "--into", metavar="CONTENT", help="The content folder; made where it is not there yet."
)
@click.option(
    "--update", "is_update", is_flag=True, help="Take what has changed in the sources since."
)
@click.option(
    "--bibliography",
    "bibliographies",
    multiple=True,
    metavar="FILE",
    help="Works that the posts cite, as BibTeX, RIS or CSL-JSON; those are added that are cited.",
)
@click.option(
    "--uploads", metavar="FOLDER", help="A copy of wp-content/uploads, for a WordPress export."
)
@click.option("--dry-run", "is_dry", is_flag=True, help="Only say what would be done.")
@click.option("--json", "is_json", is_flag=True, help="Say it for programs, to stdout.")
def import_(
    sources: tuple[str, ...],
    *,
    into: str | None,
    bibliographies: tuple[str, ...],
    uploads: str | None,
    is_update: bool,
    is_dry: bool,
    is_json: bool,
) -> int:
    """Make an article notebook of each post in files and folders.

    The sources stay as they are, nothing in them runs, and nothing is asked of the network. A
    notebook that is there is never written over; with --update, those that were imported and not
    edited since follow their source, and a copy of each is kept (see `galley restore`). The exit
    code is 1 if something could not be imported.
    """
    # Late: what reads documents takes its time, and `--help` is to be quick.
    with leaving_out(*FORMAT_CHECKERS), without_collecting():
        from galley.console.importing import ImportCommand, run_import

    command = ImportCommand(
        sources,
        into,
        is_update=is_update,
        is_dry=is_dry,
        is_json=is_json,
        bibliographies=bibliographies,
        uploads=uploads,
    )
    return run_import(command, Path.cwd())
