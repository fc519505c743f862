"""`galley review`: what a colleague wrote into a Word file, at the cells that it is about."""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from galley.collecting import without_collecting
from galley.console.content_path import content_of
from galley.console.options import store_option
from galley.findings import UsageError
from galley.leaving_out import FORMAT_CHECKERS, leaving_out
from galley.speech.say import say

if TYPE_CHECKING:  # reading a workspace brings pydantic and nbformat along
    from collections.abc import Sequence

    from galley.review.returned.keeping import Kept, Reviews
    from galley.review.returned.notes import Note
    from galley.review.returned.parts import DocxParts
    from galley.review.returned.telling import PlacedNote
    from galley.workspace import ArticleSource, Workspace

_WIDTH = 88
_WIDEST = 100
_DOCUMENTS = (".docx", ".docm", ".doc", ".odt", ".rtf", ".pdf")


@click.command(
    short_help="List what a colleague commented and changed in Word.",
    epilog="Example: galley review my-article-dr-b.docx --keep",
)
@click.argument("name", metavar="FILE|ARTICLE")
@click.argument("content", required=False)
@click.option("--article", help="Which article the file is of, where it does not say so itself.")
@click.option(
    "--keep",
    "is_kept",
    is_flag=True,
    help="Keep what is said for the Problems panel in JupyterLab, until it is done.",
)
@click.option(
    "--done",
    multiple=True,
    metavar="KEY",
    help="With ARTICLE: this one has been dealt with; `all` for all of them.",
)
@click.option("--json", "is_json", is_flag=True, help="JSON for programs.")
@store_option
def review(
    *,
    name: str,
    content: str | None,
    article: str | None,
    is_kept: bool,
    done: tuple[str, ...],
    is_json: bool,
    store: Path | None,
) -> None:
    """List the comments and changes of FILE, a Word file that `galley export --to docx` made.

    Each stands at the cell that it is about: comments with their answers, tracked changes, and
    what was changed without tracking. With ARTICLE in place of FILE, what was kept of it and is
    not done yet.
    """
    with leaving_out(*FORMAT_CHECKERS), without_collecting():
        from galley.execution.store import find_store
        from galley.review.returned.keeping import Reviews
        from galley.workspace import read_workspace

    is_file = name.lower().endswith(_DOCUMENTS)
    place = content_of(None if is_file else name, content, Path.cwd())
    workspace = read_workspace(place.path, place.name)
    kept = find_store(workspace.root, store.expanduser().absolute() if store else None)
    reviews = Reviews(kept.root, workspace.root)
    if not is_file:
        told = _kept(name, workspace, reviews, done)
    elif done:
        raise UsageError("--done needs an article", "galley review ARTICLE --done KEY")
    else:
        told = _returned(Path(name), workspace, reviews, article)
        if is_kept:
            told.keep(reviews)
    click.echo(told.json() if is_json else told.text(kept=is_kept), nl=not is_json)


@dataclass(frozen=True)
class _Told:
    """What is said of an article, and where that comes from."""

    name: str
    source: ArticleSource
    notes: Sequence[Note]
    before: Kept
    has_sent: bool = True

    def placed(self) -> tuple[PlacedNote, ...]:
        from galley.review.returned.belonging import cells_of
        from galley.review.returned.telling import placed_notes

        return placed_notes(self.notes, cells_of(self.source), self.source.file, self.source.slug)

    def keep(self, reviews: Reviews) -> None:
        reviews.write(self.source.path, self.before.with_notes(self.notes))

    def json(self) -> str:
        from galley.console.review_text import review_json

        return review_json(self.placed(), self.source.file, self.before.done)

    def text(self, *, kept: bool) -> str:
        from galley.console.review_text import review_text

        lines = [review_text(self.placed(), self.name, _width())]
        if not self.has_sent:
            lines.append(
                say(
                    "Changes without tracking were not looked for: the file was not exported from "
                    "this folder, or its copy in the store is gone."
                )
            )
        if kept and self.notes:
            lines.append(
                say(
                    "Kept for {file}: they stand in the Problems panel of JupyterLab until done. "
                    "Here: galley review {article} --done KEY",
                    file=self.source.file,
                    article=self.source.slug,
                )
            )
        return "\n\n".join(lines)


def _returned(path: Path, workspace: Workspace, reviews: Reviews, article: str | None) -> _Told:
    """Return what stands in a file."""
    from galley.review.returned.notes import read_notes
    from galley.review.returned.parts import read_parts

    name = path.name
    parts = read_parts(_read(path), name)
    sent = _sent(parts, reviews)
    notes = read_notes(parts, sent)
    source = _source(parts, notes, workspace, name, article)
    return _Told(name, source, notes, reviews.read(source.path), has_sent=sent is not None)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UsageError(f"there is no file '{path}'", "check the name") from None
    except OSError as error:
        raise UsageError(
            f"'{path}' cannot be read: {error.strerror}", "close it in Word, and try again"
        ) from None


def _sent(parts: DocxParts, reviews: Reviews) -> DocxParts | None:
    from galley.review.returned.anchors import SENT
    from galley.review.returned.parts import read_parts

    data = reviews.read_sent(parts.properties.get(SENT, ""))
    try:
        return read_parts(data, "") if data else None
    except UsageError:
        # The copy is damaged: as good as none.
        return None


def _source(
    parts: DocxParts, notes: Sequence[Note], workspace: Workspace, name: str, article: str | None
) -> ArticleSource:
    from galley.console.choosing import choose_source
    from galley.review.returned.belonging import likely_article, named_article

    if article:
        chosen = choose_source(article, workspace)
        named = _named_or_none(parts, workspace, name)
        if named is not None and named.file != chosen.file:
            raise UsageError(
                f"{name} is of {named.file}, not of {chosen.file}", "leave --article out"
            )
        return chosen
    found = named_article(parts.properties, workspace.sources, name) or likely_article(
        notes, workspace.sources
    )
    if found is None:
        raise UsageError(
            f"{name} does not say which article it is of, and its words are in none",
            f"name the article: galley review {name} --article ARTICLE. Only files that `galley "
            "export ARTICLE --to docx` made say it.",
        )
    return found


def _named_or_none(parts: DocxParts, workspace: Workspace, name: str) -> ArticleSource | None:
    from galley.review.returned.belonging import named_article

    try:
        return named_article(parts.properties, workspace.sources, name)
    except UsageError:
        # The author says which one it is: its address may have changed.
        return None


def _kept(name: str, workspace: Workspace, reviews: Reviews, done: tuple[str, ...]) -> _Told:
    """Return what is kept of an article and not done yet, with what is done now left out."""
    from galley.console.choosing import choose_source

    source = choose_source(name, workspace)
    kept = reviews.read(source.path)
    if done:
        keys = {note.key for note in kept.open}
        wanted = keys if "all" in done else {*done}
        if unknown := sorted(wanted - {note.key for note in kept.notes}):
            raise UsageError(
                f"nothing is kept of {source.file} under '{unknown[0]}'",
                f"galley review {source.slug} lists what is kept",
            )
        kept = kept.with_done(wanted)
        reviews.write(source.path, kept)
    return _Told(source.file, source, kept.open, kept)


def _width() -> int:
    """Return the terminal's width; what is piped is as wide on every machine."""
    return min(shutil.get_terminal_size().columns, _WIDEST) if sys.stdout.isatty() else _WIDTH
