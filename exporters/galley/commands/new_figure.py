"""`galley new-figure`: a figure of the author's own, with a test, that works at once."""

from __future__ import annotations

import keyword
from pathlib import Path

import click

from galley.console.content_path import ContentPath, resolve_content
from galley.console.starter import fill, starter_file, write_text
from galley.findings import UsageError
from galley.speech.say import say

FOLDER = "my_figures"
"""Where an author's figures lie in the content folder; articles import from it."""


@click.command(
    "new-figure",
    short_help="Make a figure of your own.",
    epilog='Example: galley new-figure "recovery of the hand"',
)
@click.argument("name")
@click.option("--content", metavar="FOLDER", help="Content folder; otherwise as for `build`.")
def new_figure(name: str, content: str | None) -> None:
    """Make a figure called NAME: a module with data, drawing and words, and a test beside it."""
    place = resolve_content(content, Path.cwd())
    if not place.path.is_dir():
        raise UsageError(f"'{place.name}' is a notebook", "give --content a folder")
    function = function_name(name)
    folder = place.folder / FOLDER
    if (folder / f"{function}.py").exists():
        raise UsageError(
            f"there is a figure '{function}' already: {_shown(place, function).as_posix()}",
            "open that one, or give another name",
        )
    for file, text in figure_files(function, title=" ".join(name.split())).items():
        write_text(folder / file, text)
    click.echo(_next_steps(place, function))


def function_name(name: str) -> str:
    """Return a name as Python can call it.

    Raises
    ------
    UsageError
        If no such name can be made of it, or Galley's own figures have it.
    """
    from slugify import slugify

    import galley_figures

    function = slugify(name, separator="_")
    if not function.isidentifier() or keyword.iskeyword(function):
        raise UsageError(
            f"a figure cannot be called '{name}'",
            "begin with a letter, for example: recovery of the hand",
        )
    if function in galley_figures.__all__:
        raise UsageError(
            f"Galley has a figure '{function}' of its own",
            f"give another name, for example my_{function}",
        )
    return function


def figure_files(function: str, *, title: str) -> dict[str, str]:
    """Return file name → text of the figure's module and its test."""
    values = {
        "name": function,
        "label": function.replace("_", "-"),
        "title": title[:1].upper() + title[1:].replace('"', "'"),
    }
    names = {f"{function}.py": "figure.py.txt", f"test_{function}.py": "test_figure.py.txt"}
    return {
        name: fill(name, starter_file("figure", template).read_text(encoding="utf-8"), values)
        for name, template in names.items()
    }


def _next_steps(place: ContentPath, function: str) -> str:
    module = _shown(place, function)
    use = f"from {FOLDER}.{function} import {function}"
    test = f"python -m pytest {module.parent.as_posix()}"
    return "\n".join(
        [
            say("Made {module} and a test beside it.", module=module.as_posix()),
            say("Use it in an article: {code}", code=use),
            say("Test it: {command}", command=test),
        ]
    )


def _shown(place: ContentPath, function: str) -> Path:
    """Return the module's path as the author knows the folder."""
    return Path(place.name) / FOLDER / f"{function}.py"
