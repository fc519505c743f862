"""`galley doctor`: what this machine lacks, and how to get it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from galley.console.machine import Part, look_at_machine
from galley.speech.findings import sentence_in
from galley.speech.language import spoken_language
from galley.speech.say import mark, say

MARKS = {"ok": mark("ok"), "missing": mark("MISSING"), "optional": mark("not there")}


@click.command(
    short_help="Say what this machine lacks.",
    epilog="Example: galley doctor",
)
@click.argument(
    "folder", default=".", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
def doctor(folder: Path) -> int:
    """Say what this machine has and lacks for work in FOLDER, and how to get it.

    The exit code is 1 if something is missing without which no site can be built.
    """
    parts = look_at_machine(folder.resolve())
    click.echo(table_text(parts))
    missing = [_told(part.name) for part in parts if part.state == "missing"]
    ready = (
        say("Missing: {parts}.", parts=", ".join(missing)) if missing else say("Ready to build.")
    )
    click.echo(f"\n{ready}")
    return int(bool(missing))


def table_text(parts: Sequence[Part]) -> str:
    """Return the parts as aligned lines, each followed by its fix where one is needed."""
    width = max(len(_told(part.name)) for part in parts)
    return "\n".join(_line(part, width) for part in parts)


def _line(part: Part, width: int) -> str:
    line = f"{_told(part.name):<{width}}  {say(MARKS[part.state]):<9}  {_told(part.found)}"
    return f"{line}\n{'':<{width}}  {say('Fix: {fix}', fix=_told(part.fix))}" if part.fix else line


def _told(words: str) -> str:
    return sentence_in(spoken_language(), words)
