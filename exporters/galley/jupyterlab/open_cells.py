"""The cells of a notebook that is open, as what is mended: their text, and the files around."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePosixPath

from galley.console.findings_order import CellOrder
from galley.findings import Finding, Place
from galley.mending import Desk, Piece, Surroundings, read_desk
from galley.workspace import ArticleSource, Workspace


@dataclass(frozen=True)
class OpenCells:
    """A notebook in memory with its content folder.

    Attributes
    ----------
    sources
        Each cell's text by its id, in the notebook's order.
    workspace
        The content folder, in which the notebook is as it is open.
    notes
        Findings that tell what a colleague said → the key by which that is marked as done.
    """

    file: str
    sources: Mapping[str, str]
    workspace: Workspace
    notes: Mapping[Finding, str] = field(default_factory=dict)

    @property
    def around(self) -> Surroundings:
        """What a mender may know."""
        return Surroundings(self.workspace)

    @cached_property
    def desk(self) -> Desk:
        """The cells and the bibliography; read when something is to be mended."""
        file = self.workspace.bibliography.file or self.around.bibliography.file
        path = self.workspace.bibliography_path
        files = read_desk({file: path or self.workspace.root / PurePosixPath(file).name})
        cells = {Piece(self.file, cell): text for cell, text in self.sources.items()}
        return Desk(files.files, unsaved=cells)

    @property
    def can_except(self) -> bool:
        """Whether there is front matter that could name an exception."""
        return self.article is not None and self.article.has_front_matter

    @cached_property
    def article(self) -> ArticleSource | None:
        """The article as it was read; None where it cannot be."""
        return self.around.source(self.file)

    @property
    def order(self) -> CellOrder:
        """The position of each cell."""
        return {(self.file, cell): position for position, cell in enumerate(self.sources)}

    def source_of(self, place: Place) -> str | None:
        """Return the text of the cell that a place names."""
        return self.sources.get(place.cell) if place.cell else None
