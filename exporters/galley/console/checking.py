"""Reading and checking the places that were named on the command line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from galley.checks import check_workspace
from galley.console.content_path import ContentPath
from galley.console.findings_order import CellOrder, reading_order
from galley.console.today import read_zone, settle_today
from galley.findings import Finding, Severity
from galley.text_places import in_files, lines_of
from galley.workspace import Workspace, read_workspace


@dataclass(frozen=True)
class Checked:
    """What was read, and what was found in it.

    Attributes
    ----------
    findings
        Errors first, then as a reader of the notebooks meets them.
    """

    workspaces: tuple[Workspace, ...]
    findings: tuple[Finding, ...]

    @property
    def cells(self) -> CellOrder:
        """The position of each cell in its notebook."""
        return cell_order(self.workspaces)

    @property
    def paths(self) -> dict[str, Path]:
        """Each notebook as the author knows it → where it lies."""
        whole = {each.file: each.path for space in self.workspaces for each in space.sources}
        broken = {each.file: each.path for space in self.workspaces for each in space.broken}
        return whole | broken

    @property
    def told(self) -> tuple[Finding, ...]:
        """The findings as they are shown: in a text, lines of the file instead of cells."""
        sources = (source for space in self.workspaces for source in space.sources)
        return in_files(self.findings, lines_of(sources))

    @property
    def has_error(self) -> bool:
        """Whether the exit code is 1."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)


def check_places(places: Sequence[ContentPath]) -> Checked:
    """Read and check content folders and notebooks."""
    workspaces = tuple(read_workspace(place.path, place.name) for place in places)
    days = [settle_today(None, os.environ, read_zone(place.root)) for place in places]
    found = [
        finding
        for workspace, today in zip(workspaces, days, strict=True)
        for finding in check_workspace(workspace, today)
    ]
    return Checked(workspaces, errors_first(reading_order(found, cell_order(workspaces))))


def errors_first(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Sort by severity; within one, the order stays."""
    ranks = {severity: rank for rank, severity in enumerate(Severity)}
    return tuple(sorted(findings, key=lambda finding: ranks[finding.severity]))


def cell_order(workspaces: Iterable[Workspace]) -> CellOrder:
    """Return the position of each cell in its notebook; front matter has none and comes first."""
    return {
        (source.file, str(cell.id)): position
        for workspace in workspaces
        for source in workspace.sources
        for position, cell in enumerate(source.notebook.cells)
    }
