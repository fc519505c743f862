"""Show how far a build is: on a terminal lines that move, plain lines anywhere else."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

import click

from galley.console.progress_board import ProgressBoard
from galley.console.progress_words import event_line
from galley.site.request import ProgressEvent

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

ShowEvent = Callable[[ProgressEvent], None]

_REFRESH_PER_SECOND = 4


@contextmanager
def show_progress(stream: TextIO) -> Iterator[ShowEvent]:
    """Yield what a build calls for each event, from any of its threads."""
    if stream.isatty():
        with _live_progress(stream) as show:
            yield show
    else:
        yield lambda event: _print_line(event, stream)


def _print_line(event: ProgressEvent, stream: TextIO) -> None:
    if not event.cell:  # which cell has been reached is of interest only while it moves
        click.echo(event_line(event), file=stream)


@contextmanager
def _live_progress(stream: TextIO) -> Iterator[ShowEvent]:
    from rich.console import Console
    from rich.live import Live

    console = Console(file=stream, highlight=False, markup=False)
    board, lock = ProgressBoard(), threading.Lock()

    def show(event: ProgressEvent) -> None:
        with lock:
            board.take(event, time.monotonic())
        if event.kind == "note" or (event.kind == "article" and event.state != "running"):
            console.print(event_line(event))

    def drawn() -> RenderableType:
        with lock:
            lines = board.lines(time.monotonic())
        return _drawn(lines, console)

    moving = Live(
        get_renderable=drawn,
        console=console,
        refresh_per_second=_REFRESH_PER_SECOND,
        transient=True,
    )
    with moving:
        yield show


def _drawn(lines: list[str], console: Console) -> RenderableType:
    """Return the lines, each cut to one row; a sign that turns shows that all is well."""
    from rich.console import Group
    from rich.spinner import Spinner
    from rich.text import Text

    first, *others = lines or [""]
    rows = [Text(line, no_wrap=True, overflow="ellipsis") for line in others]
    spinner = Spinner("dots", Text(first, no_wrap=True, overflow="ellipsis"))
    # All spinners turn with the same clock, although a new one is made for each picture.
    spinner.start_time = 0.0
    room = max(1, console.height - 2)
    return Group(spinner, *rows[:room])
