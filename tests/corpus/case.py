"""What one file of a corpus holds, and what a build is to make of it."""

from __future__ import annotations

import importlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

TESTS = Path(__file__).resolve().parents[1]
CORPORA = ("foreign", "hostile")

Content = Mapping[str, Any] | str | bytes


@dataclass(frozen=True)
class Case:
    """One behaviour: a file, what stands beside it, and what it yields.

    Attributes
    ----------
    file
        Its path below the content folder of its area.
    what
        What it is, in one sentence.
    content
        A JSON value, text, or bytes.
    files
        What stands beside it: path in the area's content folder → content.
    links
        Symbolic links: path in the content folder → where it points to.
    state
        As the report of a build names it; ``""`` where the report does not have the file at all.
    shows
        What the HTML of its page holds.
    lacks
        What no file of the whole site holds.
    omits
        What the HTML of its page does not hold.
    says
        Rule → the message that is among the file's findings, word for word.
    leaves
        Markup that stays on the page as it was written, because it has no meaning there.
    dead
        Addresses on the page at which there is no file, and of which a finding tells.
    runs
        The page of a trusted article: what is true there in a browser that obeys its policy, in
        JavaScript.
    failed_first
        It did not yield this when it was first tried.
    committed
        Whether the file is kept with the project; large ones and impossible names are not.
    """

    file: str
    what: str
    content: Content
    files: Mapping[str, Content] = field(default_factory=dict)
    links: Mapping[str, str] = field(default_factory=dict)
    state: str = "built"
    shows: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()
    omits: tuple[str, ...] = ()
    says: Mapping[str, str] = field(default_factory=dict)
    leaves: tuple[str, ...] = ()
    dead: tuple[str, ...] = ()
    runs: str = ""
    failed_first: bool = False
    committed: bool = True


@dataclass(frozen=True)
class Area:
    """The cases of one subject, which are one content folder and one build.

    Attributes
    ----------
    name
        Corpus and subject, as in ``hostile/paths``.
    site
        Its `site.toml`; ``""`` for none.
    shared
        Files that all its cases use.
    arguments
        Further arguments of ``galley build``.
    is_apart
        Whether the build needs a process of its own, because what it runs attacks its parent.
    needs
        A program without which it cannot be built, and the Debian package that has it.
    """

    name: str
    cases: tuple[Case, ...]
    site: str = ""
    shared: Mapping[str, Content] = field(default_factory=dict)
    arguments: tuple[str, ...] = ()
    is_apart: bool = False
    needs: tuple[str, str] = ("", "")

    @property
    def folder(self) -> Path:
        """Where its files are kept."""
        corpus, subject = self.name.split("/")
        return TESTS / corpus / "files" / subject

    @property
    def table(self) -> Path:
        """Where it is told what each of its files yields."""
        corpus, subject = self.name.split("/")
        return TESTS / corpus / "cases" / f"{subject}.md"


def area_names() -> tuple[str, ...]:
    """Return the names of all areas, in order."""
    return tuple(
        f"{corpus}/{path.stem}"
        for corpus in CORPORA
        for path in sorted((TESTS / corpus / "cases").glob("*.py"))
        if not path.stem.startswith("_")
    )


def read_area(name: str) -> Area:
    """Return an area by its name."""
    module = importlib.import_module(f"tests.{name.replace('/', '.cases.')}")
    return Area(
        name,
        module.CASES,
        getattr(module, "SITE", ""),
        getattr(module, "SHARED", {}),
        getattr(module, "ARGUMENTS", ()),
        getattr(module, "APART", False),
        getattr(module, "NEEDS", ("", "")),
    )
