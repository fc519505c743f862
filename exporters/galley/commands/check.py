"""`galley check`: what is wrong in the content and how to mend it, without executing anything."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from galley.collecting import without_collecting
from galley.console.content_path import fetch_content
from galley.findings import UsageError
from galley.leaving_out import FORMAT_CHECKERS, leaving_out

if TYPE_CHECKING:
    from galley.console.checking import Checked


@click.command(
    short_help="Say what is wrong, and how to mend it.",
    epilog="Example: galley check notebooks/my-article.ipynb --all",
)
@click.argument("paths", nargs=-1)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="Text for people, the others for programs; all go to stdout.",
)
@click.option("--all", "shows_all", is_flag=True, help="Tell everything, advice too.")
@click.option("--fix", "mends", is_flag=True, help="Show what can be mended by itself, and ask.")
@click.option("--yes", "is_agreed", is_flag=True, help="With --fix: write without asking.")
@click.option("--online", is_flag=True, help="Also ask the network about references and links.")
@click.option("--rules", "lists_rules", is_flag=True, help="List all rules and why they matter.")
def check(
    paths: tuple[str, ...],
    *,
    form: str,
    shows_all: bool,
    mends: bool,
    is_agreed: bool,
    online: bool,
    lists_rules: bool,
) -> int:
    """Look for mistakes in PATHS, folders or notebooks; nothing is executed or published.

    The network is asked with --online only: titles, first authors and DOIs of references then go to
    Crossref, DataCite and doi.org. The exit code is 1 only if there is an error, or if --fix had
    nobody to ask; warnings and advice leave it 0.
    """
    _refuse_contradictions(form, mends=mends, is_agreed=is_agreed)
    if lists_rules:
        return _list_rules()
    # Late: what reads notebooks takes its time, and `--help` is to be quick.
    with leaving_out(*FORMAT_CHECKERS), without_collecting():
        from galley.console.checking import check_places

    places = [fetch_content(typed, Path.cwd()) for typed in paths or (None,)]
    checked, is_unasked = check_places(places), False
    if mends:
        from galley.console.mending import mend_places

        checked, is_unasked = mend_places(places, checked, is_agreed=is_agreed)
    if online:
        # Late: without --online nothing is loaded that could ask the network.
        from galley.console.looking_online import look_up

        checked = look_up(checked, sys.stderr)
    command = " ".join(["galley check", *(f'"{path}"' if " " in path else path for path in paths)])
    click.echo(_render(checked, form, command, shows_all=shows_all), nl=False)
    return int(checked.has_error or is_unasked)


def _refuse_contradictions(form: str, *, mends: bool, is_agreed: bool) -> None:
    if is_agreed and not mends:
        raise UsageError("--yes agrees to nothing", "use it with --fix")
    if mends and form != "text":
        raise UsageError("--fix shows its changes to people", "leave out --format")


def _list_rules() -> int:
    from galley.console.check_text import rules_text

    click.echo(rules_text())
    return 0


def _render(checked: Checked, form: str, command: str, *, shows_all: bool) -> str:
    if form == "json":
        from galley.console.findings_json import findings_json

        return findings_json(checked.told)
    if form == "text":
        from galley.console.check_text import CheckText

        text = CheckText(shows_all=shows_all, command=command, cells=checked.cells)
        return f"{text.render(checked.told)}\n"
    from galley.console.file_lines import FileLines

    lines = FileLines(checked.paths)
    if form == "github":
        from galley.console.findings_github import findings_github

        return findings_github(checked.told, lines)
    from importlib.metadata import version

    from galley.console.findings_sarif import findings_sarif

    return findings_sarif(checked.told, lines, version("galley-articles"))
