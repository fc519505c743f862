"""`galley sheet`: the editor's sheet of one article, and its lines signed by named people."""

from __future__ import annotations

import shutil
import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from galley.collecting import without_collecting
from galley.console.content_path import content_of
from galley.console.options import settled_day, store_option, today_option
from galley.leaving_out import FORMAT_CHECKERS, leaving_out

if TYPE_CHECKING:  # reading a workspace brings pydantic and nbformat along
    from galley.review.sheet import Sheet
    from galley.review.shelf import Shelf
    from galley.workspace import ArticleSource

_WIDTH = 88
_WIDEST = 100


@click.command(
    short_help="Show the editor's sheet of an article; sign its lines.",
    epilog='Example: galley sheet my-article --sign DISCERN-8 --by "dr. A. B., Sp.N."',
)
@click.argument("article")
@click.argument("content", required=False)
@click.option("--edition", default="", help="Which edition; without it the first one.")
@click.option("--lang", help="Language of the sheet itself: en or id; usually the article's.")
@click.option(
    "--sign",
    "signed",
    multiple=True,
    metavar="LINE",
    help="Sign this line; several: --sign JAMA-1,JAMA-3 or --sign twice.",
)
@click.option("--by", help="Who signs: a full name, or an id of site.toml.")
@click.option("--note", default="", help="A remark that is kept beside the signature.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    show_default=True,
    help="Text for the screen, Markdown to print or mail, JSON for programs.",
)
@store_option
@today_option("Sign on this day instead of today.")
def sheet(
    *,
    article: str,
    content: str | None,
    edition: str,
    lang: str | None,
    signed: tuple[str, ...],
    by: str | None,
    note: str,
    form: str,
    store: Path | None,
    today: datetime | None,
) -> None:
    """Show what Galley sees of ARTICLE for an editor, and what is left for a person to judge.

    ARTICLE is its address without .html, its file name or its path; my-article.id is the
    Indonesian translation. With --sign, a named person signs lines of the sheet; they are kept
    in CONTENT/sheets, and a later change of the text shows. Nothing is run.
    """
    with leaving_out(*FORMAT_CHECKERS), without_collecting():
        from galley.console.choosing import choose_edition, choose_source
        from galley.execution.store import find_store
        from galley.review.shelf import Shelf
        from galley.workspace import read_workspace

    place = content_of(article, content, Path.cwd())
    day = settled_day(today, place.root)
    workspace = read_workspace(place.path, place.name)
    kept = find_store(workspace.root, store.expanduser().absolute() if store else None)
    shelf = Shelf(workspace, kept, day)
    source = choose_source(article, workspace)
    chosen = choose_edition(edition, source)
    if signed or by is not None or note:
        from galley.console.signing import Pen, find_signer
        from galley.review.standards import find_items

        who = find_signer(by, workspace.config, "--by")
        items = [item.id for item in find_items(signed)]
        click.echo(Pen(shelf, source, chosen, who).sign_lines(items, note))
    else:
        click.echo(_rendered(_sheet(shelf, source, chosen), lang or source.lang, form))


def _sheet(shelf: Shelf, source: ArticleSource, edition: str) -> Sheet:
    from galley.review.sheet import in_lines, make_sheet
    from galley.text_places import lines_of

    desk = shelf.desk(source, edition)
    signed, now = shelf.read_signed(source, edition), shelf.fingerprint(source, edition)
    return in_lines(make_sheet(desk, signed, now, shelf.findings(desk)), lines_of([source]))


def _rendered(made: Sheet, lang: str, form: str) -> str:
    from galley.console.sheet_text import sheet_json, sheet_markdown, sheet_text
    from galley.review.words import sheet_words

    words = sheet_words(lang)
    match form:
        case "json":
            return sheet_json(made, words).rstrip("\n")
        case "markdown":
            return sheet_markdown(made, words)
        case _:
            return sheet_text(made, words, _width())


def _width() -> int:
    """Return the terminal's width; what is piped is as wide on every machine."""
    return min(shutil.get_terminal_size().columns, _WIDEST) if sys.stdout.isatty() else _WIDTH
