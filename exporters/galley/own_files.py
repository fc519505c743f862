"""Galley's own files, as far as they run articles and make pages."""

from __future__ import annotations

import os
from collections.abc import Iterator

# What JupyterLab shows makes no page; its source is in no wheel, and among its tools are more
# files than in all other folders together.
_PASSED_OVER = frozenset({"__pycache__", "jupyterlab"})


def own_files(folder: str) -> Iterator[str]:
    """Yield the paths of a package's files that matter to pages, in a settled order."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _PASSED_OVER)
        yield from (f"{place}{os.sep}{file}" for file in sorted(files))
