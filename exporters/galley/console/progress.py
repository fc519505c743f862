"""Show how far a build is: a live line on a terminal, plain lines anywhere else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TextIO

import click

from galley.site.request import ProgressEvent

ShowEvent = Callable[[ProgressEvent], None]

STATE_WORDS = {
    "running": "running",
    "built": "built",
    "unchanged": "unchanged",
    "failed": "FAILED",
    "held_back": "held back",
    "unpublished": "not published",
}


@contextmanager
def show_progress(stream: TextIO) -> Iterator[ShowEvent]:
    """Yield what a build calls for each event; on a terminal, with a line that moves."""
    if stream.isatty():
        with _live_progress(stream) as show:
            yield show
    else:
        yield lambda event: click.echo(event_line(event), file=stream)


def event_line(event: ProgressEvent) -> str:
    """Return one event as a line of text."""
    if event.kind == "step":
        return event.message
    state = f"{STATE_WORDS[event.state]:<13}"
    took = f" ({event.seconds:.1f} s)" if event.seconds else ""
    why = f": {event.message}" if event.message else ""
    return f"  {state} {article_name(event)}{took}{why}"


def article_name(event: ProgressEvent) -> str:
    """Return the notebook, with its edition where it has one."""
    return f"{event.file} [{event.edition}]" if event.edition else event.file


@contextmanager
def _live_progress(stream: TextIO) -> Iterator[ShowEvent]:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TimeElapsedColumn(),
    )
    console = Console(file=stream, highlight=False, markup=False)
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=None)
        running: dict[str, None] = {}

        def show(event: ProgressEvent) -> None:
            _keep_running(running, event)
            if event.kind == "article" and event.state != "running":
                console.print(event_line(event))
            description = event.message if event.kind == "step" else ", ".join(running)
            progress.update(
                task, description=description, completed=event.done, total=event.total or None
            )

        yield show


def _keep_running(running: dict[str, None], event: ProgressEvent) -> None:
    if event.kind == "step":
        return
    if event.state == "running":
        running[article_name(event)] = None
    else:
        running.pop(article_name(event), None)
