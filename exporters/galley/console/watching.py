"""Which changes of files make the site old."""

from __future__ import annotations

from collections.abc import AsyncIterator, Collection, Sequence
from pathlib import Path

from watchfiles import Change, DefaultFilter, awatch

QUIET_MS = 300
"""Editors save in several steps; so long must nothing more happen."""


class ContentFilter(DefaultFilter):
    """Lets through what an author changes, not what Galley or an editor writes by itself."""

    ignore_dirs = (*DefaultFilter.ignore_dirs, ".galley", ".ipynb_checkpoints", ".ruff_cache")
    ignore_entity_patterns = (
        *DefaultFilter.ignore_entity_patterns,
        r"^\.~",  # JupyterLab saves through such a file
        r"^\.galley",
        r"^\.nfs",
    )

    def __init__(self, outputs: Sequence[Path]) -> None:
        super().__init__(ignore_paths=())
        self._outputs = tuple(folder.resolve() for folder in outputs)

    def __call__(self, change: Change, path: str) -> bool:
        """Return whether the change matters."""
        is_output = any(Path(path).is_relative_to(folder) for folder in self._outputs)
        return not is_output and super().__call__(change, path)


async def watch_content(folder: Path, outputs: Sequence[Path]) -> AsyncIterator[tuple[str, ...]]:
    """Yield the changed files, relative to the folder, each time the author has saved.

    The folder must be an absolute path without links.
    """
    matters = ContentFilter(outputs)
    try:
        async for changes in awatch(folder, watch_filter=matters, debounce=QUIET_MS):
            yield _names(changes, folder)
    except OSError:  # the system's limit of watched folders is reached: look again and again
        async for changes in awatch(folder, watch_filter=matters, force_polling=True):
            yield _names(changes, folder)


def _names(changes: Collection[tuple[Change, str]], root: Path) -> tuple[str, ...]:
    return tuple(sorted({Path(path).relative_to(root).as_posix() for _, path in changes}))
