"""Where Galley keeps what any site may use again: a folder of the user's, never of the content."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

VARIABLE = "GALLEY_CACHE"
"""Names another folder than the system's own place for caches."""


def user_cache_folder(environ: Mapping[str, str]) -> Path | None:
    """Return the folder, which may not be there yet; None where the user has no home."""
    from platformdirs import user_cache_path

    folder = Path(environ.get(VARIABLE) or user_cache_path("galley"))
    # Without a home the system's place is named `~`, which would lie in the current folder.
    return folder if folder.is_absolute() else None
