"""`galley undo`: readers see the version before again."""

from __future__ import annotations

from pathlib import Path

import click

from galley.console.building import PathType
from galley.console.content_path import resolve_content
from galley.leaving_out import FORMAT_CHECKERS, leaving_out
from galley.speech.say import say


@click.command(
    short_help="Publish the version before again.",
    epilog="Example: galley undo web",
)
@click.argument("target", required=False)
@click.option("--content", metavar="FOLDER", help="Content folder; otherwise as for `build`.")
@click.option("--to", metavar="PLACE", help="The target, if site.toml does not name it.")
@click.option("--version", "number", type=int, metavar="NUMBER", help="Go to this one instead.")
@click.option(
    "--dry-run", "is_dry", is_flag=True, help="List what would be sent, and send nothing."
)
@click.option("--yes", "is_agreed", is_flag=True, help="Send without asking.")
@click.option(
    "--take-over",
    "takes_over",
    is_flag=True,
    help="Replace what others have published or changed there.",
)
@click.option("--store", type=PathType, help="The store, if it is not CONTENT/.galley.")
def undo(
    target: str | None,
    *,
    content: str | None,
    to: str | None,
    number: int | None,
    is_dry: bool,
    is_agreed: bool,
    takes_over: bool,
    store: Path | None,
) -> int:
    """Publish to TARGET what was there before, from the store; nothing is built or run.

    The articles on this computer stay as they are. Undone once more, the newer version is public
    again; `galley history` lists all of them, and --version goes to any.
    """
    with leaving_out(*FORMAT_CHECKERS):
        from galley.console.publishing import Asked, bring, lay_counter
        from galley.console.publishing_text import moment_text
        from galley.publishing.desk import (
            contents,
            outgoing_again,
            version_to_return_to,
            withdrawals_lost,
        )
        from galley.workspace import read_config

    place = resolve_content(content, Path.cwd())
    config = read_config(place.root, place.name)
    counter = lay_counter(place, config, name=target, to=to, store=store)
    desk = counter.desk
    known = desk.versions.read()
    version = version_to_return_to(known, number)
    outgoing = outgoing_again(desk, version)
    when = moment_text(version.when)
    click.echo(say("Back to version {number} of {when}.", number=version.number, when=when))
    for lost in withdrawals_lost(known, version):
        click.echo(say("Readers will see again what version {number} withdrew.", number=lost))
    asked = Asked(is_agreed=is_agreed, is_dry=is_dry, takes_over=takes_over)
    code = bring(counter, outgoing, lambda: contents(desk, outgoing.goal), asked)
    if not (code or is_dry):
        click.echo(say("Your articles are as they were: galley publish sends them again."))
    return code
