"""`galley check --fix`: show what would be different, ask, write."""

from __future__ import annotations

import difflib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

import click

from galley.console.checking import Checked, check_places
from galley.console.content_path import ContentPath
from galley.console.today import read_zone, settle_now
from galley.findings import Place, UsageError
from galley.kept_copies import KeptCopies, Reason
from galley.locations.address import is_address
from galley.mending import (
    Change,
    Desk,
    Surroundings,
    mend_findings,
    read_desk,
    write_mended,
)
from galley.mending.partners import with_partners
from galley.speech.say import mark, say
from galley.text_places import Lines, lines_of, place_in_file

_NOBODY_TO_ASK = mark(
    "Nothing was written: there is no terminal to ask on.\n  Fix: look at the changes above, "
    "then run it again with --yes."
)


def mend_places(
    places: Sequence[ContentPath], checked: Checked, *, is_agreed: bool
) -> tuple[Checked, bool]:
    """Mend what can be mended by itself, if that is agreed to, and check again.

    Returns
    -------
    tuple
        What is found by now, and whether nobody was there to be asked.
    """
    for place in places:
        if is_address(place.name):
            raise UsageError(
                f"'{place.name}' is not on this machine", "--fix writes; give it a folder here"
            )
    desk = _mended(checked)
    changes = desk.changes()
    if not changes:
        click.echo(f"{say('Nothing can be mended by itself.')}\n")
        return checked, False
    lines = lines_of(each for space in checked.workspaces for each in space.sources)
    click.echo("".join(diff_text(change, lines) for change in changes))
    if not is_agreed and not sys.stdin.isatty():
        click.echo(f"{say(_NOBODY_TO_ASK)}\n")
        return checked, True
    if not is_agreed and not click.confirm(say("Write these changes?")):
        click.echo(f"{say('Nothing was written.')}\n")
        return checked, False
    click.echo(_write(desk, checked))
    return check_places(places), False


def diff_text(change: Change, lines: Lines) -> str:
    """Return what is different as a unified diff of the text, not of the file around it."""
    name = str(place_in_file(Place(change.piece.file, change.piece.cell or None), lines))
    return "".join(_lines(change, name))


def _lines(change: Change, name: str) -> Iterator[str]:
    before, after = _marked_lines(change.before), _marked_lines(change.after)
    for line in difflib.unified_diff(before, after, f"{name} now", f"{name} mended", lineterm=""):
        yield f"{line.rstrip()}\n" if line[:1] == " " else f"{line}\n"


def _marked_lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n") if text else []


def _mended(checked: Checked) -> Desk:
    """Mend what was found in all places on one desk: they may share a bibliography."""
    rooms = [Surroundings(workspace) for workspace in checked.workspaces]
    paths = {file: path for around in rooms for file, path in _paths(around).items()}
    desk = read_desk(paths)
    for around in rooms:
        files = _paths(around)
        found = (finding for finding in checked.findings if finding.place.file in files)
        desk = mend_findings(found, desk, around).desk
    return desk


def _paths(around: Surroundings) -> dict[str, Path]:
    """Return the files that may be mended: the articles that were asked for, the bibliography."""
    workspace, file = around.workspace, around.bibliography.file
    wanted = workspace.selected or {source.file for source in workspace.sources}
    asked = {each.file: each.path for each in workspace.sources if each.file in wanted}
    new = workspace.root / PurePosixPath(file).name
    return {**asked, file: workspace.bibliography_path or new}


def _write(desk: Desk, checked: Checked) -> str:
    outcome = write_mended(with_partners(desk), _keeper(checked))
    count = len(outcome.files)
    words = mark("Mended {count} file.") if count == 1 else mark("Mended {count} files.")
    lines = [say(words, count=count)]
    if outcome.files:
        names = [name for each in checked.workspaces if (name := each.name)]
        command = " ".join(["galley restore", *names[:1]])
        lines.append(say("As they were before: {command}", command=command))
    lines += [
        say(
            "{file} was changed by another program meanwhile, and is as that left it.\n"
            "  Fix: save it there, then run this again.",
            file=path.as_posix(),
        )
        for path in outcome.changed_meanwhile
    ]
    return "\n".join(lines) + "\n"


def _keeper(checked: Checked) -> Callable[[Path], object]:
    """Return what copies a file into the store of the content folder that it is in."""
    roots = sorted((each.root for each in checked.workspaces), key=lambda root: -len(root.parts))

    def keep(path: Path) -> None:
        kept = (KeptCopies(root) for root in roots)
        home = next((each for each in kept if each.name_of(path)), KeptCopies(path.parent))
        home.keep(path, Reason.FIX, settle_now(os.environ, read_zone(home.root)))

    return keep
