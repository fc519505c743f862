"""The `galley` command: find the verb, run it, turn what was raised into words and an exit code."""

from __future__ import annotations

import importlib
import keyword
import os
import sys
from collections.abc import Sequence

import click

from galley.console.faults import error_text, write_fault
from galley.findings import GalleyError, UsageError, did_you_mean
from galley.speech.findings import refusal_in
from galley.speech.language import spoken_language
from galley.speech.say import say

VERBS = (
    "start",
    "import",
    "new",
    "new-figure",
    "build",
    "export",
    "check",
    "sheet",
    "review",
    "sign",
    "status",
    "why",
    "serve",
    "publish",
    "history",
    "undo",
    "unpublish",
    "lab",
    "restore",
    "override",
    "clean",
    "doctor",
)
"""In the order in which an author meets them; `--help` keeps it."""


class VerbGroup(click.Group):
    """A group whose commands are imported only when one of them is asked for."""

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the verbs in reading order."""
        return list(VERBS)

    def get_command(self, _ctx: click.Context, name: str) -> click.Command | None:
        """Import the module of a verb and return its command of the same name."""
        if name not in VERBS:
            return None
        function = name.replace("-", "_") + "_" * keyword.iskeyword(name)
        command = getattr(importlib.import_module(f"galley.commands.{function}"), function)
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Guess what was meant before click says that there is no such command."""
        near = did_you_mean(args[0], VERBS) if args[0] not in VERBS else ""
        if near and not args[0].startswith("-"):
            ctx.fail(refusal_in(spoken_language(), f"there is no command '{args[0]}'; {near}"))
        return super().resolve_command(ctx, args)


@click.group(
    cls=VerbGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 88},
    epilog="A first site: galley start my-blog, then cd my-blog and galley serve.",
)
@click.version_option(
    package_name="galley-articles", prog_name="galley", message="%(prog)s %(version)s"
)
def cli() -> None:
    """Write scientific articles as notebooks; publish pages readers can trust."""


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and leave with 0, 1 (content or machine) or 2 (usage)."""
    _accept_every_character()
    sys.exit(run(arguments))


def run(arguments: Sequence[str] | None = None, command: click.Command = cli) -> int:
    """Run the command line and return its exit code; nothing raised passes through."""
    try:
        code = command.main(arguments, prog_name="galley", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except GalleyError as error:
        click.echo(error_text(error), err=True)
        return 2 if isinstance(error, UsageError) else 1
    except (KeyboardInterrupt, click.Abort):
        click.echo(say("Stopped. What was published before is as it was."), err=True)
        return 1
    except Exception as error:
        if os.environ.get("GALLEY_DEBUG"):
            raise
        click.echo(write_fault(error), err=True)
        return 1
    return code if isinstance(code, int) else 0


def _accept_every_character() -> None:
    # A Windows console or a pipe may know fewer characters than an author's title has.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
