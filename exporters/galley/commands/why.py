"""`galley why`: why an article's code would run in the next build, or why not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

import click

from galley.console.content_path import ContentPath, content_of
from galley.console.options import settled_day, store_option, today_option
from galley.discovery import without_suffix
from galley.findings import UsageError, did_you_mean
from galley.speech.findings import sentence_in
from galley.speech.language import spoken_language

if TYPE_CHECKING:  # reading a workspace brings pydantic and nbformat along
    from galley.execution.why import Answer


@click.command(
    short_help="Say why an article would run again.",
    epilog="Example: galley why my-article",
)
@click.argument("article", required=False)
@click.argument("content", required=False)
@click.option("--all", "is_all", is_flag=True, help="Answer for every article.")
@click.option(
    "--output",
    "-o",
    type=click.Path(path_type=Path),
    default="site",
    show_default=True,
    help="Folder of the published site, which no article reads.",
)
@click.option(
    "--parameter",
    "-p",
    "parameters",
    nargs=2,
    multiple=True,
    metavar="NAME VALUE",
    help="As for `build`: ask about a build with this parameter.",
)
@store_option
@today_option("Answer as if on this day.")
def why(
    *,
    article: str | None,
    content: str | None,
    is_all: bool,
    output: Path,
    parameters: tuple[tuple[str, str], ...],
    store: Path | None,
    today: datetime | None,
) -> None:
    """Say why the code of ARTICLE would run in the next build, or why not.

    ARTICLE is its address without .html, its file name or its path; CONTENT is found as for
    `build`. Nothing is run and nothing is written.
    """
    if is_all and content is None:
        article, content = None, article
    if article is None and not is_all:
        raise UsageError("no article is named", "name one, or ask for every one with --all")
    place = content_of(article, content, Path.cwd())
    found = _answers(place, dict(parameters), today, output=output, store=store)
    chosen = found if article is None else choose_answers(article, found)
    click.echo(answers_text(chosen))


def choose_answers(article: str, found: Sequence[Answer]) -> list[Answer]:
    """Return the answers for the article that was typed.

    Raises
    ------
    UsageError
        If there is none of that name.
    """
    typed = PurePath(article).as_posix().removeprefix("./")
    chosen = [answer for answer in found if typed in _names(answer)]
    if not chosen:
        names = sorted({answer.slug for answer in found if answer.slug})
        raise UsageError(
            f"there is no article '{article}'",
            did_you_mean(without_suffix(typed), names) or "list all with galley why --all",
        )
    return chosen


def answers_text(chosen: Sequence[Answer]) -> str:
    """Return one sentence for each answer; several begin with what they are about."""
    told = [sentence_in(spoken_language(), answer.sentence) for answer in chosen]
    if len(told) == 1:
        return told[0]
    named = zip(chosen, told, strict=True)
    return "\n".join(f"{_label(answer)}: {sentence}" for answer, sentence in named)


def _answers(
    place: ContentPath,
    parameters: dict[str, object],
    today: datetime | None,
    *,
    output: Path,
    store: Path | None,
) -> tuple[Answer, ...]:
    from galley.execution.plan import plan
    from galley.execution.sandbox.choice import read_choice
    from galley.execution.store import find_store
    from galley.execution.why import answers
    from galley.seen import read_seen
    from galley.workspace import read_workspace

    day = settled_day(today, place.root)
    workspace = read_workspace(place.path, place.name)
    kept = find_store(workspace.root, store.expanduser().absolute() if store else None)
    seen = read_seen(kept.root)
    site = output.expanduser().absolute()
    planned = plan(
        workspace,
        kept,
        parameters=parameters,
        today=day,
        output=site,
        seen=seen,
        sandbox=read_choice(kept.root),
    )
    return answers(workspace, planned, day)


def _names(answer: Answer) -> Iterable[str]:
    """Yield everything an author may call an article."""
    path = PurePath(answer.file)
    yield from (answer.slug, answer.file, path.name, path.stem, f"{answer.slug}.html")
    yield from ("/".join(path.parts[start:]) for start in range(len(path.parts)))


def _label(answer: Answer) -> str:
    return f"{answer.file} ({answer.edition})" if answer.edition else answer.file
