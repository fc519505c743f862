"""The bibliography of a folder, read once for as long as its files are the same."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from galley.article.bibliography import BIBLIOGRAPHY_FILES, Bibliography
from galley.article.retractions import RETRACTIONS_FILE
from galley.config import CONFIG_FILE, SiteConfig
from galley.findings import ContentError
from galley.jupyterlab.citing.listing import works_to_choose
from galley.workspace import find_root, find_upwards, read_config, read_works_for


@dataclass(frozen=True)
class Shelf:
    """What can be cited in a folder.

    Attributes
    ----------
    stamp
        Changes with the files.
    path
        The bibliography; where there is none, the one that would be begun.
    is_new
        Whether it would be begun.
    """

    stamp: str
    path: Path
    is_new: bool
    bibliography: Bibliography
    config: SiteConfig

    @cached_property
    def listed(self) -> str:
        """The works to choose among, as JSON."""
        works = works_to_choose(self.bibliography.entries.values())
        return json.dumps({"file": self.path.name, "works": works}, ensure_ascii=False)


class Shelves:
    """The shelves of all folders; for one thread at a time."""

    def __init__(self) -> None:
        self._kept: dict[Path, Shelf] = {}

    def shelf(self, notebook: Path) -> Shelf:
        """Return the shelf of a notebook, reading it again if a file has changed."""
        folder = find_root(notebook) or notebook.parent
        stamp = _stamp(folder, notebook)
        kept = self._kept.get(folder)
        if kept is None or kept.stamp != stamp:
            kept = self._kept[folder] = _read(folder, notebook, stamp)
        return kept


def _read(folder: Path, notebook: Path, stamp: str) -> Shelf:
    path, bibliography = read_works_for(notebook)
    try:
        config = read_config(folder, folder.name)
    except ContentError:
        # A check tells what is wrong with it.
        config = SiteConfig()
    return Shelf(stamp, path or folder / BIBLIOGRAPHY_FILES[0], path is None, bibliography, config)


def _stamp(folder: Path, notebook: Path) -> str:
    """Return a name for the present state of the files, without reading them."""
    state = hashlib.sha256()
    for path in _files(folder, notebook):
        try:
            seen = path.stat()
        except OSError:
            continue
        state.update(f"{path}\0{seen.st_mtime_ns}\0{seen.st_size}\0".encode(errors="replace"))
    return state.hexdigest()[:32]


def _files(folder: Path, notebook: Path) -> Iterator[Path]:
    yield from (folder / name for name in (CONFIG_FILE, RETRACTIONS_FILE, *BIBLIOGRAPHY_FILES))
    found = (find_upwards(notebook.parent, name) for name in BIBLIOGRAPHY_FILES)
    yield from (path for path in found if path)
