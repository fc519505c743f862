"""`galley publish`: from the content folder to where readers are."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from galley.collecting import without_collecting
from galley.console.building import BuildOptions, PathType, run_build
from galley.console.content_path import ContentPath, resolve_content
from galley.console.options import today_option
from galley.console.progress import show_progress
from galley.console.report_text import print_problems
from galley.leaving_out import FORMAT_CHECKERS, leaving_out
from galley.speech.say import say

if TYPE_CHECKING:
    from galley.publishing.workflow import Host
    from galley.site.request import BuildReport


@click.command(
    short_help="Build the site and send what changed to its public address.",
    epilog="Example: galley publish web --dry-run",
)
@click.argument("target", required=False)
@click.option("--content", metavar="FOLDER", help="Content folder; otherwise as for `build`.")
@click.option(
    "--to",
    metavar="PLACE",
    help="Publish here, whatever site.toml says: a folder, FILE.zip, a repository.",
)
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
@click.option("--with-errors", is_flag=True, help="Publish articles that have an error, too.")
@click.option(
    "--workflow",
    type=click.Choice(["github", "gitlab"]),
    help="Only write the file by which this host builds and publishes the site itself.",
)
@click.option(
    "--output", "-o", type=PathType, default="site", show_default=True, help="Build the site here."
)
@click.option("--store", type=PathType, help="The store, if it is not CONTENT/.galley.")
@today_option("Publish as if on this day.")
def publish(
    target: str | None,
    *,
    content: str | None,
    to: str | None,
    is_dry: bool,
    is_agreed: bool,
    takes_over: bool,
    with_errors: bool,
    workflow: Host | None,
    output: Path,
    store: Path | None,
    today: datetime | None,
) -> int:
    """Build the site, list what is different at TARGET, ask, and send exactly that.

    TARGET is a name from site.toml, where [publish.targets.NAME] has to = "..."; without it, the
    default one or the only one. Articles that have an error stay as readers know them. What
    breaks off half-way leaves the old site whole; the next publish sends what is missing. The
    exit code is 1 if an article failed or was held back, or nobody was there to be asked.
    """
    place = resolve_content(content, Path.cwd())
    if workflow:
        return _offer_workflow(workflow, place.root)
    with leaving_out(*FORMAT_CHECKERS), without_collecting():
        from galley.console.last_look import last_look
        from galley.console.publishing import (
            Asked,
            bring_site,
            choose_spec,
            lay_counter,
            refuse_own_folders,
        )
        from galley.publishing.kinds import is_wordpress
        from galley.publishing.staged import read_staged
        from galley.workspace import read_config

    config = read_config(place.root, place.name)
    asked = Asked(is_agreed=is_agreed, is_dry=is_dry, takes_over=takes_over)
    spec = choose_spec(place.root, config, name=target, to=to)
    if is_wordpress(spec):
        from galley.console.wordpress import DraftsCommand, publish_drafts

        return publish_drafts(DraftsCommand(place, spec, asked, with_errors, store, today))
    counter = lay_counter(place, config, name=target, to=to, store=store)
    refuse_own_folders(counter, output.expanduser())
    report = _build(place, BuildOptions(output, (), (), None, None, not with_errors, store, today))
    site = output.expanduser().absolute()
    asked = replace(asked, last_look=last_look(place, config, site, counter.desk))
    return bring_site(counter, read_staged(site, report), asked) or int(not report.is_complete)


def _offer_workflow(host: Host, root: Path) -> int:
    from galley.publishing.workflow import workflow_for, write_workflow

    workflow = workflow_for(host, root)
    write_workflow(workflow)
    click.echo(say("Wrote {file}. Its first lines say what is left to do.", file=workflow.path))
    return 0


def _build(place: ContentPath, options: BuildOptions) -> BuildReport:
    with show_progress(sys.stderr) as on_event:
        report = run_build(place, options, on_event)
    if not report.is_complete:
        print_problems(report)
        held = [each.file for each in report.articles if each.state in {"failed", "held_back"}]
        files = ", ".join(dict.fromkeys(held))
        click.echo(say("Not sent, because of errors: {files}", files=files), err=True)
    return report
