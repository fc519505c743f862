"""Where the site of a content folder lies, and the files of it that may be shown."""

from __future__ import annotations

import hashlib
from pathlib import Path

from galley.site.published import LIST_NAME, read_published

SITE_FOLDER = "site"


def site_folder(root: Path, started_in: Path, server_root: Path) -> Path:
    """Return the folder of the published site, as ``galley build`` would have it.

    Parameters
    ----------
    started_in
        Where the server was started: the site lies there, if that is the folder around the
        content folder, and else in the content folder.
    server_root
        What the server shows; of several content folders in it, each has its own site.
    """
    here = started_in.resolve()
    is_near = here == root.parent and root == server_root
    return (here if is_near else root) / SITE_FOLDER


class Sites:
    """The sites of which this server has told, each under a key that stands in its address."""

    def __init__(self) -> None:
        self._folders: dict[str, Path] = {}

    def key(self, folder: Path) -> str:
        """Return the key under which a site is shown from now on."""
        key = hashlib.sha256(str(folder).encode("utf-8", "surrogateescape")).hexdigest()[:16]
        self._folders[key] = folder
        return key

    def find_file(self, key: str, path: str) -> Path | None:
        """Return a file that Galley published; None for all others, whatever lies there."""
        folder = self._folders.get(key)
        if folder is None or not (folder / LIST_NAME).is_file():
            return None
        published = read_published(folder).digests
        names = (path, f"{path.rstrip('/')}/index.html".lstrip("/"))
        found = next((name for name in names if name in published), None)
        if found is None:
            return None
        file = (folder / found).resolve()
        return file if file.is_relative_to(folder.resolve()) and file.is_file() else None
