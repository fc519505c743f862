"""From CONTENT as it was typed to the folder or notebook it means."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePath

import click

from galley.discovery import is_article_name
from galley.findings import UsageError, did_you_mean
from galley.locations.address import Address, is_address, read_address
from galley.speech.findings import sentence_in
from galley.speech.language import spoken_language


@dataclass(frozen=True)
class ContentPath:
    """A content folder or one notebook, and what the author calls it; empty for this folder."""

    path: Path
    name: str

    @property
    def folder(self) -> Path:
        """The folder itself, or the one that the notebook lies in."""
        return self.path if self.path.is_dir() else self.path.parent

    @property
    def root(self) -> Path:
        """The content folder: for a notebook, the nearest folder above it with a ``site.toml``."""
        if self.path.is_dir():
            return self.path
        above = (folder for folder in self.path.parents if (folder / "site.toml").is_file())
        return next(above, self.path.parent)


def fetch_content(typed: str | None, cwd: Path) -> ContentPath:
    """Return what CONTENT names; of an address, the files are brought to this machine first."""
    if typed is None or not is_address(typed):
        return resolve_content(typed, cwd)
    # Late: fsspec takes its time, and few need it.
    from galley.locations.mirror import mirror_content

    address = read_address(typed)
    return ContentPath(mirror_content(address, _say), address.text)


def resolve_content(typed: str | None, cwd: Path) -> ContentPath:
    """Return what CONTENT names; without it `notebooks/` if there, else the current folder.

    Raises
    ------
    UsageError
        If there is no such path, or it is neither a folder nor a notebook.
    """
    if typed is not None and is_address(typed):
        raise UsageError(
            f"'{typed}' is not on this machine",
            "'galley build' and 'galley check' take addresses; give a folder here",
        )
    if typed is None:
        typed = "notebooks" if (cwd / "notebooks").is_dir() else "."
    path = cwd / Path(typed).expanduser()
    if not path.exists():
        raise UsageError(f"there is no folder or notebook '{typed}'", _nearest(path))
    if path.is_file() and not is_article_name(path.name):
        raise UsageError(
            f"'{typed}' is not a notebook",
            "give a content folder, or a file that ends in .ipynb, .md or .qmd",
        )
    name = Path(typed).as_posix()
    return ContentPath(path.resolve(), "" if name == "." else name)


def content_of(article: str | None, content: str | None, cwd: Path) -> ContentPath:
    """Return the content folder: what was named, or else the one that the article lies in."""
    if content is None and article is not None and is_article_name(article):
        path = cwd / article
        usual = resolve_content(None, cwd)
        if path.is_file() and not path.resolve().is_relative_to(usual.root):
            return _whole(resolve_content(article, cwd))
    return _whole(resolve_content(content, cwd))


def check_output(output: Path | Address, content: ContentPath) -> None:
    """Refuse a site folder that would mix published files into the author's own.

    A site inside the content folder is fine. A content folder inside the site would go on line
    with it, drafts included.
    """
    if isinstance(output, Address):
        _check_address(output, content)
        return
    site, folder = output.resolve(), content.folder.resolve()
    if site == folder:
        relation = "is the content folder itself"
    elif site in folder.parents:
        relation = f"contains the content folder '{content.name or content.path.name}'"
    else:
        return
    raise UsageError(
        f"the output folder '{output.as_posix()}' {relation}",
        "give another folder, for example --output site",
    )


def _check_address(output: Address, content: ContentPath) -> None:
    if is_address(content.name) and Address(content.name).is_inside(output):
        raise UsageError(
            f"the output '{output}' holds the content '{content.name}'",
            "give another address, for example one that ends in /site",
        )


def _whole(place: ContentPath) -> ContentPath:
    """Return the whole folder where one of its notebooks was named."""
    if place.path.is_dir():
        return place
    above = len(place.path.relative_to(place.root).parts)
    name = PurePath(*PurePath(place.name).parts[:-above]).as_posix()
    return ContentPath(place.root, "" if name == "." else name)


def _nearest(path: Path) -> str:
    beside = sorted(entry.name for entry in path.parent.glob("*")) if path.parent.is_dir() else []
    return did_you_mean(path.name, beside) or "check the name; `galley start` makes a folder"


def _say(message: str) -> None:
    # To stderr: on stdout a program may wait for findings as JSON.
    click.echo(sentence_in(spoken_language(), message), err=True)
