"""`galley check --online`: asking the network, and showing on stderr how far that is."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from typing import TextIO

import click

from galley.checks.content import read_manuscripts
from galley.config import CheckSettings
from galley.console.checking import Checked, cell_order, errors_first
from galley.console.findings_order import reading_order
from galley.online.cache import Cache
from galley.online.client import Clock, OnlineClient
from galley.online.looking import Report, look_online
from galley.speech.say import mark, say
from galley.user_cache import user_cache_folder

_FOLDER = "online"
_EVERY = 25
_WIDTH = 60


def make_client(settings: CheckSettings) -> OnlineClient:
    """Return a client for the real services, which keeps answers in the user's cache."""
    folder = user_cache_folder(os.environ)
    cache = Cache(folder / _FOLDER if folder else None)
    cache.clear_old(Clock().now_s())
    return OnlineClient(cache=cache, contact=settings.contact, version=version("galley-articles"))


def look_up(checked: Checked, stream: TextIO) -> Checked:
    """Return what was found, with what the network says of references and links."""
    found = [*checked.findings]
    for workspace in checked.workspaces:
        client = make_client(workspace.config.checks)
        now_s = client.clock.now_s()
        manuscripts = read_manuscripts(workspace, datetime.fromtimestamp(now_s, UTC).year)
        with show_questions(stream) as report:
            found.extend(look_online(workspace, manuscripts, client, now_s=now_s, report=report))
        click.echo(closing_text(client), file=stream)
    ordered = reading_order(dict.fromkeys(found), cell_order(checked.workspaces))
    return replace(checked, findings=errors_first(ordered))


@contextmanager
def show_questions(stream: TextIO) -> Iterator[Report]:
    """Yield what is called before each question: a line that moves, or a line now and then."""
    if not stream.isatty():
        yield lambda done, total, _: _say_now_and_then(done, total, stream)
        return
    try:
        yield lambda done, total, what: _move(_line(done, total, what), stream)
    finally:
        stream.write("\r\x1b[K")
        stream.flush()


def closing_text(client: OnlineClient) -> str:
    """Say how much was asked and how old the oldest answer is that was not asked for again."""
    one, many = mark("The network gave 1 answer."), mark("The network gave {count} answers.")
    lines = [say(one if client.answers == 1 else many, count=client.answers)]
    if client.oldest_s is not None:
        day = datetime.fromtimestamp(client.oldest_s, UTC).date()
        lines.append(say("Other answers were kept from before, the oldest from {day}.", day=day))
    if client.answers and not client.contact:
        lines.append(
            say(
                "Crossref is quicker for those who say who asks: give a mail address as contact "
                "under [checks] in site.toml."
            )
        )
    return " ".join(lines)


def _say_now_and_then(done: int, total: int, stream: TextIO) -> None:
    if total and done < total and done % _EVERY == 0:
        words = mark("Looking up references and links: {done} of {total}")
        click.echo(say(words, done=done, total=total), file=stream)


def _line(done: int, total: int, what: str) -> str:
    return f"{say('{done} of {total}', done=done, total=total)}  {what}"


def _move(text: str, stream: TextIO) -> None:
    printable = "".join(char if char.isprintable() else " " for char in text)
    stream.write(f"\r\x1b[K{printable[:_WIDTH]}")
    stream.flush()
