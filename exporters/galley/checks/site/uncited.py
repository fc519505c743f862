"""Which works of a bibliography no article rests on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from importlib.util import find_spec
from pathlib import Path

from galley.article.bibliography import BibliographyEntry
from galley.checks.citations.works import SMALL_BIBLIOGRAPHY, typed_citations
from galley.checks.rule import Manuscript
from galley.workspace import Workspace

_KEYS = re.compile(r"\w[\w:.+/-]*")
MANY_TIMES = 3
"""A bibliography with that many more works than are cited is somebody's whole library."""


def uncited_works(
    manuscripts: Sequence[Manuscript], workspace: Workspace
) -> tuple[BibliographyEntry, ...]:
    """Return the works that no article cites, in any language, in words or in a figure.

    A figure that has not been drawn yet may rest on any work that its code names.
    """
    if workspace.broken or not manuscripts:
        return ()
    cited = {key for manuscript in manuscripts for key in manuscript.article.cited}
    cited |= {e.key for m in manuscripts for found in typed_citations(m) for e in found.entries}
    left = {key for key in workspace.bibliography.keys if key not in cited}
    for text in _code(workspace) if left else ():
        left -= set(_named(text))
    return tuple(entry for key, entry in workspace.bibliography.entries.items() if key in left)


def is_library(uncited: Sequence[BibliographyEntry], workspace: Workspace) -> bool:
    """Tell whether a bibliography is somebody's whole library, of which articles cite a part."""
    count = len(workspace.bibliography.entries)
    return count > max(SMALL_BIBLIOGRAPHY, MANY_TIMES * (count - len(uncited)))


def _named(text: str) -> Iterator[str]:
    """Yield everything in code that may be a key."""
    return (word.rstrip(".:-/+") for word in _KEYS.findall(text))


def _code(workspace: Workspace) -> Iterator[str]:
    """Yield the code that may draw figures: of articles, beside them, and the figure library's."""
    cells = [
        str(cell.source)
        for source in workspace.sources
        for cell in source.notebook.cells
        if cell.cell_type == "code"
    ]
    yield "\n".join(cells)
    yield from (_read(path) for path in _modules(workspace.root))
    spec = find_spec("galley_figures")
    if any("galley_figures" in cell for cell in cells) and spec is not None:
        for folder in spec.submodule_search_locations or ():
            yield from (_read(path) for path in _modules(Path(folder)))


def _modules(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*.py")):
        if not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace") if path.is_file() else ""
    except OSError:
        return ""
