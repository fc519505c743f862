"""`galley export`: articles as parts for another site, or as documents."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from galley.collecting import without_collecting
from galley.console.building import PathType
from galley.console.content_path import content_of
from galley.console.options import today_option
from galley.exporting.formats import FORMATS, find_format
from galley.exporting.request import BODY_LEVEL, ExportOptions
from galley.findings import UsageError
from galley.leaving_out import FORMAT_CHECKERS, leaving_out

_FORMATS = "; ".join(f"{each.name}: {each.what}" for each in FORMATS)


@click.command(
    short_help="Take articles out: for a site that exists.",
    epilog="Example: galley export my-article --to bundle --output exports",
)
@click.argument("articles", nargs=-1, metavar="[SLUG]...")
@click.option("--all", "is_all", is_flag=True, help="Every article that readers may see.")
@click.option("--to", "form", required=True, metavar="FORMAT", help=f"{_FORMATS}.")
@click.option(
    "--output", "-o", type=PathType, default="exports", show_default=True, help="The folder."
)
@click.option("--content", metavar="CONTENT", help="The content folder, found as for `build`.")
@click.option(
    "--edition", "editions", multiple=True, metavar="NAME", help="Only this one; may be repeated."
)
@click.option(
    "--parameter",
    "-p",
    "parameters",
    nargs=2,
    multiple=True,
    metavar="NAME VALUE",
    help="As for `build`.",
)
@click.option(
    "--heading-level",
    type=click.IntRange(1, 6),
    help=f"Where the text's headings begin.  [default: {BODY_LEVEL}]",
)
@click.option(
    "--assets-at", metavar="URL", help="Where pictures and downloads will lie, if not beside it."
)
@click.option("--store", type=PathType, help="Where executed notebooks are kept.")
@today_option("Export as if on this day.")
def export(
    articles: tuple[str, ...],
    *,
    is_all: bool,
    form: str,
    output: Path,
    content: str | None,
    editions: tuple[str, ...],
    parameters: tuple[tuple[str, str], ...],
    heading_level: int | None,
    assets_at: str | None,
    store: Path | None,
    today: datetime | None,
) -> int:
    """Write articles in another form: in every language and edition, each a folder or a file.

    SLUG is an article's address without .html, its file name or its path; one that is named is
    exported even as a draft. Of what a build has executed, nothing runs again. In the output
    folder, only what an earlier export wrote is replaced or removed.
    """
    if is_all == bool(articles):
        raise UsageError("no article is named", "name one or more, or export every one with --all")
    chosen = find_format(form)
    given = {"heading_level": heading_level, "assets_at": assets_at}
    for name in sorted({name for name, value in given.items() if value} - chosen.options):
        option = f"--{name.replace('_', '-')}"
        raise UsageError(f"{option} means nothing for the format '{form}'", f"leave out {option}")
    with leaving_out(*FORMAT_CHECKERS), without_collecting():
        from galley.console.exporting import ExportCommand, run_export

    place = content_of(articles[0] if articles else None, content, Path.cwd())
    return run_export(
        ExportCommand(
            place=place,
            articles=articles,
            form=chosen,
            output=output,
            editions=editions,
            parameters=parameters,
            options=ExportOptions(heading_level or BODY_LEVEL, assets_at or ""),
            store=store,
            today=today,
        ),
        sys.stderr,
    )
