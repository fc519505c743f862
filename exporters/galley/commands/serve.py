"""`galley serve`: build, show the site on this machine, and keep both up to date."""

from __future__ import annotations

import asyncio
import sys
import threading
import webbrowser
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from galley.console.building import BuildOptions, build_options, local_output, run_build
from galley.console.content_path import ContentPath, check_output, resolve_content
from galley.console.faults import error_text, write_fault
from galley.console.progress import show_progress
from galley.console.report_text import print_report
from galley.findings import GalleyError
from galley.speech.say import say

FIRST_PORT = 8000


@click.command(
    short_help="Show the site and follow every change.",
    epilog="Example: galley serve my-blog --port 8010 --no-open",
)
@click.argument("content", required=False)
@build_options
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=FIRST_PORT,
    show_default=True,
    help="Port on this machine; the next free one where it is taken.",
)
@click.option("--open/--no-open", "is_opened", default=True, help="Open the site in a browser.")
def serve(
    content: str | None,
    port: int,
    is_opened: bool,  # noqa: FBT001 - click passes a flag by its name
    **options: Any,  # noqa: ANN401 - the shared options, typed in BuildOptions
) -> None:
    """Build CONTENT, serve the site on 127.0.0.1, and rebuild and reload on every change.

    A mistake is shown here, while the last good site stays in the browser. Ctrl-C ends it.
    """
    from galley.console.live_build import LiveBuild  # tornado; `--help` should not wait for it

    place, asked = resolve_content(content, Path.cwd()), BuildOptions(**options)
    check_output(local_output(asked), place)
    outputs = [local_output(asked), *([asked.store] if asked.store else [])]
    server = LiveBuild(lambda: build_and_print(place, asked), place.root, tuple(outputs))
    try:
        asyncio.run(server.run(port, on_ready=_say_address(is_opened=is_opened)))
    except KeyboardInterrupt:
        click.echo(say("Stopped serving."), err=True)


def build_and_print(place: ContentPath, options: BuildOptions) -> None:
    """Build once; whatever goes wrong is said on the terminal, and the server goes on."""
    try:
        with show_progress(sys.stderr) as on_event:
            report = run_build(place, options, on_event)
        print_report(report, options.output)
    except GalleyError as error:
        click.echo(error_text(error), err=True)
    except Exception as error:  # noqa: BLE001 - one bad build must not end the server
        click.echo(write_fault(error), err=True)


def _say_address(*, is_opened: bool) -> Callable[[str], None]:
    def announce(address: str) -> None:
        click.echo(say("Serving {address} (Ctrl-C ends it)", address=address))
        if is_opened and sys.stdout.isatty():
            threading.Thread(target=webbrowser.open, args=(address,), daemon=True).start()

    return announce
