"""`galley restore`: a notebook as it was before Galley changed it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from galley.console.content_path import ContentPath, content_of
from galley.console.today import read_zone, settle_now
from galley.discovery import is_article_name
from galley.findings import EnvironmentFault, UsageError, did_you_mean
from galley.kept_copies import KeptCopies, KeptCopy, Reason
from galley.speech.say import mark, say

if TYPE_CHECKING:  # comparing notebooks brings nbformat along
    from galley.kept_differences import Difference
    from galley.pairs_in_step import Pair

_NOBODY_TO_ASK = mark(
    "Nothing was written: there is no terminal to ask on.\n  Fix: run it again with --yes."
)


@dataclass(frozen=True)
class _Shelf:
    """A file with its copies, the newest first, and what the author calls it."""

    kept: KeptCopies
    file: str
    shown: str

    @property
    def path(self) -> Path:
        return self.kept.path_of(self.file)

    @property
    def copies(self) -> tuple[KeptCopy, ...]:
        return self.kept.of(self.file)


@click.command(
    short_help="Bring back a notebook as it was before Galley changed it.",
    epilog="Example: galley restore my-article.ipynb --copy 3",
)
@click.argument("notebook", required=False)
@click.option("--content", metavar="FOLDER", help="Content folder; otherwise as for `build`.")
@click.option("--copy", "number", type=int, metavar="NUMBER", help="Which copy to bring back.")
@click.option("--yes", "is_agreed", is_flag=True, help="With --copy: write without asking.")
def restore(
    notebook: str | None, content: str | None, *, number: int | None, is_agreed: bool
) -> int:
    """List the copies of NOTEBOOK and bring one back; of a folder, list all that have any.

    Before an import, `galley check --fix` or a form in JupyterLab changes a notebook, a copy is
    kept in CONTENT/.galley, and so is what `galley restore` itself replaces: the last 50 of each
    file. The exit code is 1 if nobody was there to be asked.
    """
    if is_agreed and number is None:
        raise UsageError("--yes agrees to nothing", "use it with --copy")
    if notebook is not None and content is None and (Path.cwd() / notebook).is_dir():
        notebook, content = None, notebook
    place = content_of(notebook, content, Path.cwd())
    if notebook is None:
        if number is not None:
            raise UsageError("no notebook is named", "name one, for example my-article.ipynb")
        _list_all(place)
        return 0
    shelf = _find(notebook, place)
    if number is not None:
        return _bring_back(shelf, _choose(shelf, number), is_agreed=is_agreed)
    _list(shelf, shelf.copies)
    return _ask_which(shelf)


def _list_all(place: ContentPath) -> None:
    from galley.console.restore_text import files_text

    kept = KeptCopies(place.root)
    rows = [(_shown(place, file), kept.of(file)) for file in kept.files()]
    if not rows:
        click.echo(say("No copies are kept yet. The first is made before Galley changes a file."))
        return
    click.echo(files_text(rows))
    click.echo(f"\n{say('See those of one with: galley restore FILE')}")


def _list(shelf: _Shelf, copies: tuple[KeptCopy, ...]) -> None:
    from galley.console.restore_text import copies_text

    now = _read(shelf.path)
    click.echo(copies_text(shelf.shown, [(copy, _since(shelf, copy, now)) for copy in copies]))


def _ask_which(shelf: _Shelf) -> int:
    if not sys.stdin.isatty():
        told = say("Bring one back with: galley restore {file} --copy NUMBER", file=shelf.shown)
        click.echo(f"\n{told}")
        return 0
    question = say("Which one is to come back? Its number, or nothing for none")
    typed = click.prompt(f"\n{question}", default="", show_default=False).strip()
    if not typed:
        click.echo(say("Nothing was written."))
        return 0
    if not typed.isdecimal():
        raise UsageError(f"'{typed}' is not the number of a copy", _numbers(shelf))
    # Whoever types the number has seen what it is.
    return _bring_back(shelf, _choose(shelf, int(typed)), is_agreed=True)


def _bring_back(shelf: _Shelf, copy: KeptCopy, *, is_agreed: bool) -> int:
    data = shelf.kept.read(copy)
    if data is None:
        raise EnvironmentFault(
            f"copy {copy.number} of {shelf.shown} is damaged and cannot be brought back",
            f"Choose another one: galley restore {shelf.shown}",
        )
    if data == _read(shelf.path):
        click.echo(say("{file} is as copy {number} has it.", **_names(shelf, copy)))
        return 0
    if not is_agreed:
        _list(shelf, (copy,))
        click.echo()
        if not sys.stdin.isatty():
            click.echo(say(_NOBODY_TO_ASK))
            return 1
        if not click.confirm(say("Bring this copy back?")):
            click.echo(say("Nothing was written."))
            return 0
    _write(shelf, copy, data)
    return 0


def _write(shelf: _Shelf, copy: KeptCopy, data: bytes) -> None:
    from galley.disk import write_whole

    now = settle_now(os.environ, read_zone(shelf.kept.root))
    pair = _pair_of(shelf.path)
    replaced = shelf.kept.keep(shelf.path, Reason.RESTORE, now)
    # What a link leads to is rewritten, not the link.
    path = shelf.path.resolve()
    mode = path.stat().st_mode if path.exists() else 0o644
    write_whole(path, data)
    path.chmod(mode)
    click.echo(say("Brought back copy {number} of {file}.", **_names(shelf, copy)))
    if replaced is not None:
        told = say("What it replaced is copy {number}.", number=replaced.number)
        click.echo(told)
    if pair is not None:
        from galley.pairs_in_step import bring_in_step

        followed = bring_in_step(
            pair, shelf.path, lambda each: shelf.kept.keep(each, Reason.RESTORE, now)
        )
        if followed is not None:
            click.echo(say("{file} says the same again.", file=followed.name))
    click.echo(say("If it is open in JupyterLab: File, Reload Notebook from Disk."))


def _pair_of(path: Path) -> Pair | None:
    """Return the text and the notebook that are one article; few articles are a pair."""
    if not is_article_name(path.name):
        return None
    from galley.pairs_in_step import pair_of

    return pair_of(path)


def _find(typed: str, place: ContentPath) -> _Shelf:
    """Return the file that was typed, there or gone; it needs no more than copies."""
    named = Path.cwd() / Path(typed).expanduser()
    for root in dict.fromkeys((place.root, *named.parents)):
        kept = KeptCopies(root)
        file = kept.name_of(named)
        if file is not None and kept.of(file):
            return _Shelf(kept, file, PurePosixPath(Path(typed).as_posix()).as_posix())
    kept = KeptCopies(place.root)
    files = kept.files()
    wanted = Path(typed).as_posix().removeprefix("./")
    found = [file for file in files if wanted in _also_called(file)]
    if len(found) == 1:
        return _Shelf(kept, found[0], _shown(place, found[0]))
    if found:
        raise UsageError(f"'{typed}' may mean several files", f"name one of: {', '.join(found)}")
    names = [name for file in files for name in _also_called(file)]
    raise UsageError(
        f"no copies of '{typed}' are kept",
        did_you_mean(wanted, names) or "list all that are kept with galley restore",
    )


def _also_called(file: str) -> Iterator[str]:
    path = PurePosixPath(file)
    yield from ("/".join(path.parts[start:]) for start in range(len(path.parts)))
    yield path.stem


def _choose(shelf: _Shelf, number: int) -> KeptCopy:
    found = [copy for copy in shelf.copies if copy.number == number]
    if not found:
        raise UsageError(f"there is no copy {number} of {shelf.shown}", _numbers(shelf))
    return found[0]


def _numbers(shelf: _Shelf) -> str:
    return f"There are: {', '.join(str(copy.number) for copy in shelf.copies)}."


def _since(shelf: _Shelf, copy: KeptCopy, now: bytes | None) -> Difference | None:
    from galley.kept_differences import compare_versions

    data = shelf.kept.read(copy)
    return compare_versions(shelf.file, data or b"", now) if now is not None else None


def _shown(place: ContentPath, file: str) -> str:
    below = PurePosixPath(place.name, file) if place.path.is_dir() else PurePosixPath(file)
    return below.as_posix()


def _names(shelf: _Shelf, copy: KeptCopy) -> dict[str, object]:
    return {"file": shelf.shown, "number": copy.number}


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None
