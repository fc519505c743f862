"""What an import asks of the bibliography, and what it adds to it."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path

from galley.article.bibliography import BIBLIOGRAPHY_FILES
from galley.citing.adding import add_works
from galley.citing.pasted import PastedWork, read_pasted
from galley.config_model import SiteConfig
from galley.findings import UsageError
from galley.html.pandoc import Pandoc
from galley.importing.importing_run import ImportReport, ReadPosts
from galley.importing.references.needed import needed_works
from galley.importing.references.post_references import cite_posts
from galley.kept_copies import KeptCopies, Reason
from galley.workspace import read_works_for


def with_references(
    read: ReadPosts, root: Path, config: SiteConfig, beside: Iterable[PastedWork] = ()
) -> ReadPosts:
    """Return posts whose typed citations are keys, as far as their works are known."""
    _, bibliography = read_works_for(root / "article.ipynb")
    cited = cite_posts(
        [post for post, _ in read.posts],
        bibliography.entries.values(),
        tuple(beside),
        lang=config.language,
    )
    paths = [path for _, path in read.posts]
    return ReadPosts(tuple(zip(cited, paths, strict=True)), read.unread)


def read_works_beside(typed: Iterable[str], cwd: Path) -> tuple[PastedWork, ...]:
    """Return the works of files that a reference manager exported.

    Raises
    ------
    UsageError
        If a file cannot be read, or holds no work.
    """
    return tuple(work for name in typed for work in _works_of(name, cwd / Path(name).expanduser()))


def _works_of(name: str, path: Path) -> tuple[PastedWork, ...]:
    try:
        text = path.read_bytes().decode("utf-8-sig", "replace")
    except OSError as error:
        raise UsageError(
            f"'{name}' cannot be read: {error.strerror or error}", "check its name"
        ) from None
    works = read_pasted(text).works
    if not works:
        raise UsageError(
            f"there is no work in '{name}'",
            "export it from your reference manager as BibTeX, RIS or CSL-JSON",
        )
    return works


def add_needed_works(report: ImportReport, root: Path, now: datetime) -> None:
    """Put the works that the imported notebooks cite into the bibliography.

    Raises
    ------
    UsageError
        If its text cannot take them.
    EnvironmentFault
        If it cannot be written.
    """
    works = needed_works(post.imported for post in report.posts)
    if not works:
        return
    found, _ = read_works_for(root / "article.ipynb")
    path = found or root / BIBLIOGRAPHY_FILES[0]
    KeptCopies(root).keep(path, Reason.IMPORT, now)
    with closing(Pandoc()) as pandoc:
        add_works(path, works, pandoc.convert)
