"""`galley start`: a content folder that can be built, opened and changed at once."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click
from slugify import slugify

from galley.console.starter import STARTER_LANGUAGES, day_values, quoted, starter_files, write_text
from galley.console.today import read_zone, settle_today
from galley.findings import UsageError
from galley.speech.language import spoken_language
from galley.speech.say import say

UNNAMED = "Your name"
CATEGORIES = {"en": "Recovery", "id": "Pemulihan"}


@click.command(
    short_help="Make a content folder.",
    epilog='Example: galley start my-blog --title "Brain and recovery" --name "Maria Lopez"',
)
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--title", help="Name of the site; otherwise the folder's name in words.")
@click.option("--name", help="Your name, as readers shall see it.")
@click.option("--lang", type=click.Choice(STARTER_LANGUAGES), help="Language you will write in.")
@click.option(
    "--today",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Date of the example article.",
)
def start(
    folder: Path, title: str | None, name: str | None, lang: str | None, today: datetime | None
) -> None:
    """Make a content FOLDER: settings, references, images and an example article.

    On a terminal, what is not given as an option is asked for.
    """
    folder = folder.expanduser()
    check_is_free(folder)
    lang = lang or _ask(say("Language"), spoken_language(), click.Choice(STARTER_LANGUAGES))
    title = title or _ask(say("Title of the site"), words_of(folder))
    name = name or _ask(say("Your name"), UNNAMED)
    write_starter(folder, title=title, name=name, lang=lang, today=today)
    click.echo(_next_steps(folder))


def check_is_free(folder: Path) -> None:
    """Refuse a folder in which something lies already; hidden files such as `.git` may.

    Raises
    ------
    UsageError
        If it is a file, or holds files.
    """
    if folder.exists() and not folder.is_dir():
        raise UsageError(f"'{folder.as_posix()}' is a file", "give the name of a new folder")
    if folder.is_dir() and any(not entry.name.startswith(".") for entry in folder.iterdir()):
        raise UsageError(
            f"the folder '{folder.as_posix()}' is not empty",
            'give the name of a new folder; `galley new "Title"` adds an article to an old one',
        )


def write_starter(
    folder: Path, *, title: str, name: str, lang: str, today: datetime | None
) -> None:
    """Write the starter content; what is there already, such as a `.gitignore`, stays.

    ``site.toml`` comes first: its time zone says which day it is for the example article.
    """
    values = {
        "title": quoted(title),
        "name": quoted(name),
        "author": slugify(name) or "me",
        "lang": lang,
        "category": CATEGORIES[lang],
    }
    write_text(folder / "site.toml", starter_files(lang, values)["site.toml"])
    given = today.date() if today else None
    day = settle_today(given, os.environ, read_zone(folder))
    for path, text in starter_files(lang, values | day_values(day)).items():
        if not (folder / path).exists():
            write_text(folder / path, text)


def words_of(folder: Path) -> str:
    """Return the folder's name in words: ``my-blog`` becomes ``My blog``."""
    words = folder.resolve().name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or "My site"


def _ask(question: str, default: str, kind: Any = None) -> str:  # noqa: ANN401 - click's own
    if not sys.stdin.isatty():
        return default
    return str(click.prompt(question, default=default, type=kind, err=True))


def _next_steps(folder: Path) -> str:
    name = folder.as_posix()
    shown = f'"{name}"' if " " in name else name
    made = say("Made the site here. Next:") if name == "." else say("Made {name}. Next:", name=name)
    return "\n".join(
        [
            made,
            f"  galley serve {shown}    {say('see the site; it follows what you write')}",
            f"  galley lab {shown}      {say('write in JupyterLab')}",
        ]
    )
