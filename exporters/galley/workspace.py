"""The content folder as one value: its configuration, bibliography and article notebooks."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode

from galley.article.bibliography import Bibliography
from galley.article.front_matter import FrontMatter
from galley.config import SiteConfig, read_config
from galley.findings import Finding

__all__ = [
    "ArticleSource",
    "BrokenSource",
    "SiteConfig",
    "Workspace",
    "find_upwards",
    "read_config",
    "read_workspace",
]


@dataclass(frozen=True)
class ArticleSource:
    """One article notebook in one language, read and understood, not yet executed.

    Attributes
    ----------
    file
        The path as the author knows it, with forward slashes.
    slug
        The path under the content folder without its suffix, each part slugified.
    translation_of
        The slug of the article this one translates.
    notebook
        Without the front matter, nbformat 4.5.
    findings
        What was noticed while reading; missing fields are left to the checks.
    digest
        SHA-256 of the file's bytes, in hex.
    has_front_matter
        Whether the notebook has front matter at all; without it nobody is asked for a date.
    """

    path: Path
    file: str
    slug: str
    lang: str
    front_matter: FrontMatter
    notebook: NotebookNode
    title: str
    translation_of: str | None = None
    findings: tuple[Finding, ...] = ()
    digest: str = ""
    has_front_matter: bool = True


@dataclass(frozen=True)
class BrokenSource:
    """A notebook that could not be read; its last published page stays."""

    path: Path
    file: str
    slug: str | None
    findings: tuple[Finding, ...]
    lang: str = ""


@dataclass(frozen=True)
class Workspace:
    """Everything that was read from a content folder.

    Attributes
    ----------
    root
        The content folder.
    name
        How the author calls it; empty for the current folder.
    selected
        The only files to execute, where the command named one notebook; empty means all.
    """

    root: Path
    name: str
    config: SiteConfig
    bibliography: Bibliography
    bibliography_path: Path | None = None
    sources: tuple[ArticleSource, ...] = ()
    broken: tuple[BrokenSource, ...] = ()
    findings: tuple[Finding, ...] = ()
    selected: frozenset[str] = field(default_factory=frozenset)

    @property
    def bibliography_text(self) -> str:
        """The bibliography as pandoc is to read it."""
        return self.bibliography.text


def read_workspace(content: Path, name: str | None = None) -> Workspace:
    """Read a content folder, or one notebook with the site around it."""
    raise NotImplementedError


def find_upwards(start: Path, filename: str) -> Path | None:
    """Find a file beside `start`, then in the folders above it, then in the current folder."""
    raise NotImplementedError
