"""`galley override`: a copy of a template or style sheet, for the author to change."""

from __future__ import annotations

from pathlib import Path

import click

from galley.console.content_path import ContentPath, resolve_content
from galley.console.starter import write_text
from galley.findings import UsageError, did_you_mean
from galley.overrides import ORIGINALS, original_names
from galley.speech.say import say


@click.command(
    short_help="Copy a template or style sheet, to change it.",
    epilog="Example: galley override templates/partials/colophon.html.j2",
)
@click.argument("name", required=False)
@click.option("--content", metavar="FOLDER", help="Content folder; otherwise as for `build`.")
def override(name: str | None, content: str | None) -> None:
    """Copy the template or style sheet NAME into the content folder; without NAME, list all.

    A file of the same name there takes the place of Galley's. `styles/own.css` is added to the
    rest, so that a few rules of yours need no copy.
    """
    if name is None:
        click.echo("\n".join(all_names()))
        return
    place = resolve_content(content, Path.cwd())
    if not place.path.is_dir():
        raise UsageError(f"'{place.name}' is a notebook", "give --content a folder")
    legal = legal_name(name)
    if (place.folder / legal).exists():
        raise UsageError(f"there is a '{_shown(place, legal)}' already", "change that one")
    write_text(place.folder / legal, _original(legal).read_text(encoding="utf-8"))
    click.echo(say("Copied to {file}. Change it there.", file=_shown(place, legal)))
    click.echo(say("Remove it, and Galley's own is used again."))


def all_names() -> tuple[str, ...]:
    """Return every template and style sheet, as it is called in the content folder."""
    return tuple(f"{kind}/{name}" for kind in ORIGINALS for name in original_names(kind))


def legal_name(typed: str) -> str:
    """Return the name that was typed; its folder may be left out.

    Raises
    ------
    UsageError
        If Galley has no such file.
    """
    names, asked = all_names(), typed.replace("\\", "/").removeprefix("./")
    found = [name for name in names if asked in {name, name.partition("/")[2]}]
    if not found:
        guess = did_you_mean(asked, [*names, *(name.partition("/")[2] for name in names)])
        raise UsageError(
            f"Galley has no template or style '{typed}'",
            guess or "`galley override` lists all names",
        )
    return found[0]


def _original(name: str) -> Path:
    kind, _, own = name.partition("/")
    return ORIGINALS[kind] / own


def _shown(place: ContentPath, name: str) -> str:
    return (Path(place.name) / name).as_posix()
