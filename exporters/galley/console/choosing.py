"""Which article is meant by what was typed: its address, its file name or its path."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import PurePath

from galley.checks.content import editions_of
from galley.discovery import without_suffix
from galley.findings import UsageError, did_you_mean
from galley.workspace import ArticleSource, Workspace


def choose_source(typed: str, workspace: Workspace) -> ArticleSource:
    """Return the article; of one in several languages, the original unless a file says else.

    Raises
    ------
    UsageError
        If there is none of that name, or it cannot be read.
    """
    wanted = PurePath(typed).as_posix().removeprefix("./")
    found = [source for source in workspace.sources if wanted in _names(source)]
    if found:
        return min(found, key=lambda source: source.translation_of is not None)
    for broken in workspace.broken:
        if wanted in _names_of_file(broken.file) or wanted == broken.slug:
            problem = broken.findings[0].message if broken.findings else "it is no notebook"
            raise UsageError(f"{broken.file} cannot be read: {problem}", "galley check says more")
    names = sorted({source.slug for source in workspace.sources})
    raise UsageError(
        f"there is no article '{typed}'",
        did_you_mean(without_suffix(wanted), names) or "list all with galley status",
    )


def choose_sources(typed: Iterable[str], workspace: Workspace) -> tuple[ArticleSource, ...]:
    """Return the articles, each once; an address means the article in every language.

    Raises
    ------
    UsageError
        If there is none of a name, or it cannot be read.
    """
    chosen: dict[str, ArticleSource] = {}
    for each in typed:
        wanted = PurePath(each).as_posix().removeprefix("./")
        found = [source for source in workspace.sources if wanted in _names(source)]
        chosen |= {source.file: source for source in found or [choose_source(each, workspace)]}
    return tuple(chosen.values())


def choose_edition(typed: str, source: ArticleSource) -> str:
    """Return the edition that was typed; without one the first.

    Raises
    ------
    UsageError
        If the article has no such edition.
    """
    legal = editions_of(source)
    if not typed:
        return legal[0]
    if typed not in legal:
        listing = (
            f"Its editions are: {', '.join(legal)}." if legal != ("",) else "It has no editions."
        )
        guess = did_you_mean(typed, legal)
        raise UsageError(f"{source.file} has no edition '{typed}'", f"{guess} {listing}".strip())
    return typed


def _names(source: ArticleSource) -> Iterable[str]:
    yield from (source.slug, f"{source.slug}.html", f"{source.lang}/{source.slug}")
    yield from (f"{source.slug}.{source.lang}", f"{source.lang}/{source.slug}.html")
    yield from _names_of_file(source.file)


def _names_of_file(file: str) -> Iterator[str]:
    path = PurePath(file)
    yield from (path.name, path.stem)
    yield from ("/".join(path.parts[start:]) for start in range(len(path.parts)))
