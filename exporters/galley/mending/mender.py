"""What a mender is: a function that makes one finding go, or leaves it alone."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from galley.article.bibliography import BIBLIOGRAPHY_FILES
from galley.findings import Finding
from galley.mending.desk import Desk, Piece
from galley.workspace import ArticleSource, Workspace


@dataclass(frozen=True)
class Surroundings:
    """What a mender may know besides the texts."""

    workspace: Workspace

    @property
    def bibliography(self) -> Piece:
        """The bibliography; where there is none, the one that is to be begun."""
        name = posixpath.join(self.workspace.name, BIBLIOGRAPHY_FILES[0])
        return Piece(self.workspace.bibliography.file or name)

    def source(self, file: str) -> ArticleSource | None:
        """Return the article that was read from a file."""
        return next((each for each in self.workspace.sources if each.file == file), None)


Mend = Callable[[Finding, Desk, Surroundings], Desk | None]
"""Returns the desk with the finding mended; None where only the author can mend it."""


def from_below(findings: Iterable[Finding]) -> list[Finding]:
    """Sort so that what is mended in a cell does not move what is still to be mended in it."""

    def key(finding: Finding) -> tuple[str, int]:
        return finding.place.file, -(finding.place.line or 0)

    return sorted(dict.fromkeys(findings), key=key)
