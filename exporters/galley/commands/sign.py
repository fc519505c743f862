"""`galley sign`: who has read which text; it ends when readers see something else."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from galley.collecting import without_collecting
from galley.console.content_path import content_of
from galley.console.options import settled_day, store_option, today_option
from galley.leaving_out import FORMAT_CHECKERS, leaving_out


@click.command(
    short_help="Record who has reviewed an article, and which text.",
    epilog='Example: galley sign my-article --as "dr. A. B., Sp.N."',
)
@click.argument("article")
@click.argument("content", required=False)
@click.option("--as", "signer", help="Who signs: an id of site.toml, or a full name.")
@click.option(
    "--line",
    "lines",
    multiple=True,
    metavar="LINE",
    help="Sign only this line of the sheet, as `galley sheet --sign`.",
)
@click.option("--edition", default="", help="Which edition; without it the first one.")
@click.option("--note", default="", help="A remark that is kept beside the signature.")
@click.option("--remove", "is_removed", is_flag=True, help="Take the signature back.")
@store_option
@today_option("Sign on this day instead of today.")
def sign(
    *,
    article: str,
    content: str | None,
    signer: str | None,
    lines: tuple[str, ...],
    edition: str,
    note: str,
    is_removed: bool,
    store: Path | None,
    today: datetime | None,
) -> None:
    """Record that somebody has read the text of ARTICLE as it is now, and stands for it.

    The article's page names them as reviewer with the day, as long as readers see that text: a
    changed sentence, number, figure or cited work ends the signature; running again, line
    breaks, and a change of another language do not. `galley status` says what has ended.
    Signatures are kept in CONTENT/sheets, beside the articles.
    """
    with leaving_out(*FORMAT_CHECKERS), without_collecting():
        from galley.console.choosing import choose_edition, choose_source
        from galley.console.signing import Pen, find_signer
        from galley.execution.store import find_store
        from galley.review.shelf import Shelf
        from galley.review.standards import find_items
        from galley.signing.texts import TEXT
        from galley.workspace import read_workspace

    place = content_of(article, content, Path.cwd())
    day = settled_day(today, place.root)
    workspace = read_workspace(place.path, place.name)
    kept = find_store(workspace.root, store.expanduser().absolute() if store else None)
    shelf = Shelf(workspace, kept, day)
    source = choose_source(article, workspace)
    chosen = choose_edition(edition, source)
    who = find_signer(signer, workspace.config, "--as")
    items = [item.id for item in find_items(lines)] if lines else [TEXT]
    pen = Pen(shelf, source, chosen, who)
    if is_removed:
        click.echo(pen.remove(items))
    else:
        click.echo(pen.sign_lines(items, note) if lines else pen.sign_text(note))
