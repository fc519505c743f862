"""`galley new`: an article notebook that builds at once."""

from __future__ import annotations

import os
import re
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from galley.console.content_path import ContentPath, resolve_content
from galley.console.starter import (
    BIBLIOGRAPHY,
    day_values,
    new_notebook,
    quoted,
    starter_bibliography,
    write_text,
)
from galley.console.today import read_zone, settle_today
from galley.findings import UsageError, did_you_mean
from galley.speech.say import mark, say

if TYPE_CHECKING:  # reading a workspace brings pydantic and nbformat along
    from galley.workspace import Workspace

LONGEST_SLUG = 80
"""An address that fits in a message; the title itself may be longer."""


@click.command(
    short_help="Make an article notebook.",
    epilog='Example: galley new "When does the brain listen?" --category Recovery',
)
@click.argument("title")
@click.option("--content", metavar="FOLDER", help="Content folder; otherwise as for `build`.")
@click.option("--lang", help="Language of the article; otherwise the site's.")
@click.option("--text", "is_text", is_flag=True, help="Make a text file (MyST Markdown).")
@click.option("--category", help="One of the site's categories; otherwise the first.")
@click.option(
    "--today",
    type=click.DateTime(formats=["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="Date of the article.",
)
def new(
    title: str,
    content: str | None,
    lang: str | None,
    category: str | None,
    today: datetime | None,
    *,
    is_text: bool,
) -> None:
    """Make an article notebook called TITLE: front matter, parameters, a figure, a citation."""
    place = resolve_content(content, Path.cwd())
    day = settle_today(today.date() if today else None, os.environ, read_zone(place.folder))
    path, added = make_article(title, lang, category, _read(place), day, is_text=is_text)
    click.echo(_next_steps(place, path, added))


def make_article(
    title: str,
    lang: str | None,
    category: str | None,
    workspace: Workspace,
    day: date,
    *,
    is_draft: bool = False,
    is_text: bool = False,
) -> tuple[Path, tuple[str, ...]]:
    """Write a notebook that builds at once, or the same as text; nothing is written over.

    Returns
    -------
    tuple
        The notebook, and the keys of the works that its example cites and that were added.

    Raises
    ------
    UsageError
        If title, language or category are not to be had; then nothing is written.
    """
    lang = lang or workspace.config.language
    path = workspace.root / f"{free_slug(title, workspace)}.ipynb"
    values = front_matter_values(title, lang, category, workspace) | day_values(day)
    values["draft_line"] = "draft: true\n" if is_draft else ""
    notebook = new_notebook(lang, values)
    if is_text:
        path = path.with_suffix(".md")
        notebook = _as_text(notebook, path.name)
    write_text(path, notebook)
    return path, add_example_references(workspace.root)


def _as_text(notebook: str, name: str) -> str:
    from galley.article.notebook import parse_notebook
    from galley.article.text_writing import write_text

    return write_text("", name, parse_notebook(notebook, name))


def _read(place: ContentPath) -> Workspace:
    from galley.workspace import read_workspace

    if not place.path.is_dir():
        raise UsageError(f"'{place.name}' is a notebook", "give --content a folder")
    return read_workspace(place.path, place.name)


def free_slug(title: str, workspace: Workspace) -> str:
    """Return the title's slug.

    Raises
    ------
    UsageError
        If no address can be made of the title, or an article has it.
    """
    from slugify import slugify

    from galley.slugs import why_refused

    slug = slugify(title, max_length=LONGEST_SLUG, word_boundary=True)
    if not slug:
        raise UsageError(
            f"no address can be made of the title '{title}'", "use some letters or digits"
        )
    refused = why_refused(slug, workspace.config.languages)
    if refused:
        raise UsageError(f"an article cannot be called '{title}': {refused}", "give another title")
    taken = {source.slug: source.file for source in workspace.sources}
    taken |= {source.slug: source.file for source in workspace.broken if source.slug}
    if slug in taken:
        raise UsageError(
            f"there is an article '{slug}' already: {taken[slug]}",
            "open that one, or give another title",
        )
    return slug


def front_matter_values(
    title: str, lang: str, category: str | None, workspace: Workspace
) -> dict[str, str]:
    """Return what the template's placeholders stand for."""
    config = workspace.config
    check_language(lang, workspace)
    return {
        "title": quoted(title),
        "lang": lang,
        "lang_line": "" if lang == config.language else f"lang: {lang}\n",
        "authors": f"[{next(iter(config.authors), '')}]",
        "category": quoted(settle_category(category, config.in_language(lang).categories)),
    }


def check_language(lang: str, workspace: Workspace) -> None:
    """Refuse a language that the site does not have."""
    languages = dict.fromkeys((workspace.config.language, *workspace.config.languages))
    if lang not in languages:
        legal = ", ".join(languages)
        wanted = ", ".join(f'"{language}"' for language in (*languages, lang))
        raise UsageError(
            f"the site has no language '{lang}', only {legal}",
            f"write in site.toml: languages = [{wanted}]",
        )


def settle_category(category: str | None, legal: tuple[str, ...]) -> str:
    """Return the category asked for, or the site's first one, or none."""
    if category is None:
        return legal[0] if legal else ""
    if legal and category not in legal:
        near = did_you_mean(category, legal)
        choice = f"choose one of: {', '.join(legal)}; or add it to categories in site.toml"
        raise UsageError(f"there is no category '{category}'", near or choice)
    return category


def add_example_references(folder: Path) -> tuple[str, ...]:
    """Append to `references.bib` the works the example cites, where they are not in it."""
    path = folder / BIBLIOGRAPHY
    present = path.read_text(encoding="utf-8-sig") if path.is_file() else ""
    missing = {
        key: entry
        for key, entry in entries_of(starter_bibliography()).items()
        if not re.search(rf"@\w+\s*\{{\s*{re.escape(key)}\s*,", present)
    }
    if missing:
        gap = "\n" if present else ""
        write_text(path, gap + "\n\n".join(missing.values()) + "\n", mode="a")
    return tuple(missing)


def entries_of(bibliography: str) -> dict[str, str]:
    """Return key → entry of a bibliography written as in the starter."""
    entries = re.finditer(r"^@\w+\{([^,]+),.*?^\}", bibliography, re.MULTILINE | re.DOTALL)
    return {entry[1]: entry[0] for entry in entries}


def _next_steps(place: ContentPath, path: Path, added: tuple[str, ...]) -> str:
    shown = (Path(place.name) / path.name).as_posix()
    lines = [say("Made {file}. See it with: galley serve", file=shown)]
    if added:
        words = mark("Added the works its example cites to {file}: {keys}.")
        lines.append(say(words, file=BIBLIOGRAPHY, keys=", ".join(added)))
    return "\n".join(lines)
