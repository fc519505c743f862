"""`galley unpublish`: an article is taken off, and its page says so."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from galley.collecting import without_collecting
from galley.console.building import BuildOptions, PathType, run_build
from galley.console.content_path import content_of
from galley.console.options import settled_day, today_option
from galley.console.progress import show_progress
from galley.findings import UsageError
from galley.leaving_out import FORMAT_CHECKERS, leaving_out
from galley.speech.say import say

if TYPE_CHECKING:
    from galley.publishing.staged import Staged
    from galley.site.request import BuildReport


@click.command(
    short_help="Take an article off; its page says when and why.",
    epilog='Example: galley unpublish my-article --reason "The trial was retracted."',
)
@click.argument("article")
@click.option("--reason", help="What readers are told, in a sentence; asked for if left out.")
@click.option("--target", metavar="NAME", help="Where; otherwise as for `publish`.")
@click.option("--to", metavar="PLACE", help="The target, if site.toml does not name it.")
@click.option("--content", metavar="FOLDER", help="Content folder; otherwise as for `build`.")
@click.option("--dry-run", "is_dry", is_flag=True, help="Only say what would be done.")
@click.option("--yes", "is_agreed", is_flag=True, help="Do it without asking.")
@click.option(
    "--take-over",
    "takes_over",
    is_flag=True,
    help="Replace what others have published or changed there.",
)
@click.option(
    "--output", "-o", type=PathType, default="site", show_default=True, help="Build the site here."
)
@click.option("--store", type=PathType, help="The store, if it is not CONTENT/.galley.")
@today_option("Withdraw it on this day instead of today.")
def unpublish(
    article: str,
    *,
    reason: str | None,
    target: str | None,
    to: str | None,
    content: str | None,
    is_dry: bool,
    is_agreed: bool,
    takes_over: bool,
    output: Path,
    store: Path | None,
    today: datetime | None,
) -> int:
    """Withdraw ARTICLE: write `withdrawn:` into it, and publish that alone.

    Its page stays at its address and says since when and why it no longer stands; lists and feeds
    lose it. A copy of the notebook is kept before (galley restore). What else has changed in the
    content folder is not sent. Pages that still have a link to it are listed.
    """
    with leaving_out(*FORMAT_CHECKERS), without_collecting():
        from galley.console.choosing import choose_source
        from galley.console.publishing import Asked, lay_counter, refuse_own_folders
        from galley.console.unpublishing import Withdrawal, unpublish_article
        from galley.publishing.staged import read_staged
        from galley.workspace import read_workspace

    place = content_of(article, content, Path.cwd())
    workspace = read_workspace(place.path, place.name)
    source = choose_source(article, workspace)
    if withdrawn := source.front_matter.withdrawn:
        raise UsageError(
            f"{source.file} was withdrawn on {withdrawn.date} already",
            "galley publish sends what has changed since",
        )
    counter = lay_counter(place, workspace.config, name=target, to=to, store=store)
    refuse_own_folders(counter, output.expanduser())
    same = source.translation_of or source.slug
    others = (each for each in workspace.sources if (each.translation_of or each.slug) == same)
    withdrawal = Withdrawal(
        source,
        settled_day(today, place.root),
        reason or _ask_reason(),
        tuple(each.file for each in others if each.file != source.file),
    )

    def build(strict: bool) -> tuple[BuildReport, Staged]:  # noqa: FBT001 - strictly or not
        options = BuildOptions(output, (), (), None, None, strict, store, today)
        with show_progress(sys.stderr) as on_event:
            report = run_build(place, options, on_event)
        return report, read_staged(output.expanduser().absolute(), report)

    asked = Asked(is_agreed=is_agreed, is_dry=is_dry, takes_over=takes_over)
    return unpublish_article(counter, withdrawal, build, asked)


def _ask_reason() -> str:
    if not sys.stdin.isatty():
        raise UsageError(
            "readers are told why an article was withdrawn, and there is no reason",
            'give it with --reason "The trial it rests on was retracted."',
        )
    reason: str = click.prompt(say("Why? Readers will see this sentence"))
    return reason
