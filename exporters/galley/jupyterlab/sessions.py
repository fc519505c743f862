"""What stays ready between two previews: the files around, read once, and a running pandoc."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from galley.article.bibliography import BIBLIOGRAPHY_FILES
from galley.article.retractions import RETRACTIONS_FILE
from galley.config import CONFIG_FILE
from galley.console.today import read_zone, settle_today
from galley.dictionaries import FOLDER, Speller, read_speller
from galley.discovery import SUFFIX, find_notebooks, shown_path
from galley.findings import ContentError, Finding, UsageError
from galley.glossary import GLOSSARY_FILE
from galley.html.pandoc import Pandoc
from galley.html.printing import PrintPage, page_printer
from galley.html.standalone import SiteAround, read_site_around
from galley.jupyterlab.preview import Around, render_preview
from galley.jupyterlab.remembering import RememberingConvert
from galley.overrides import override_files
from galley.workspace import Workspace, find_root, find_upwards, read_workspace

Stamp = tuple[tuple[str, int, int], ...]
"""Files with time and size: while it is the same, nothing is read again."""

_OF_FOLDER = (*BIBLIOGRAPHY_FILES, GLOSSARY_FILE, RETRACTIONS_FILE)


@dataclass(frozen=True)
class _Folder:
    """A content folder as it was last read."""

    stamp: Stamp
    workspace: Workspace | None
    findings: tuple[Finding, ...]


class Sessions:
    """Everything that previews share; for one thread at a time.

    Parameters
    ----------
    server_root
        Files are called as they are seen from here, which is what the author sees.
    """

    def __init__(self, server_root: Path) -> None:
        self._server_root = server_root.resolve()
        self._pandoc = Pandoc()
        self._convert = RememberingConvert(self._pandoc.convert)
        self._folders: dict[Path, _Folder] = {}
        self._sites: dict[Path, tuple[Stamp, SiteAround]] = {}
        self._spellers: dict[tuple[str, Path], tuple[Stamp, Speller | None]] = {}

    def warm_up(self) -> None:
        """Load and start what the first preview would wait for."""
        self._pandoc.start_early()
        empty = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": []}
        render_preview(empty, "", self.around(self._server_root / f"untitled{SUFFIX}"))

    def close(self) -> None:
        """End the process; a later preview starts another."""
        self._pandoc.close()

    def around(self, notebook: Path) -> Around:
        """Return what is known around a notebook, reading again what has changed since."""
        root = find_root(notebook)
        folder = self._folder(notebook, root)
        return Around(
            path=notebook,
            file=shown_path(notebook, self._server_root, ""),
            site=self._site(notebook),
            workspace=folder.workspace,
            folder_findings=folder.findings,
            convert=self._convert,
            print_page=self._print_page,
            spellers=self._speller,
            today=settle_today(None, os.environ, read_zone(root or notebook.parent)),
        )

    @cached_property
    def _print_page(self) -> PrintPage:
        return page_printer()

    def _folder(self, notebook: Path, root: Path | None) -> _Folder:
        key = root or notebook
        stamp = _stamp(_files_of(root, notebook) if root else _alone(notebook))
        kept = self._folders.get(key)
        if kept is None or kept.stamp != stamp:
            kept = self._folders[key] = self._read(key, stamp)
        return kept

    def _read(self, key: Path, stamp: Stamp) -> _Folder:
        try:
            workspace = read_workspace(key, shown_path(key, self._server_root, ""))
        except ContentError as error:
            return _Folder(stamp, None, error.findings)
        except UsageError:
            # A notebook that is open may have been moved away.
            return _Folder(stamp, None, ())
        return _Folder(stamp, workspace, ())

    def _site(self, notebook: Path) -> SiteAround:
        folder = notebook.parent
        found = [find_upwards(folder, name) for name in (CONFIG_FILE, *BIBLIOGRAPHY_FILES)]
        own = override_files(found[0].parent) if found[0] else ()
        stamp = _stamp([*(path for path in found if path), *own])
        kept = self._sites.get(folder)
        if kept is None or kept[0] != stamp:
            kept = self._sites[folder] = (stamp, read_site_around(folder, notebook.name))
        return kept[1]

    def _speller(self, lang: str, root: Path) -> Speller | None:
        """Return a speller with the words it has looked up; a dictionary takes a second to read."""
        own = root / FOLDER
        stamp = _stamp(sorted(own.iterdir()) if own.is_dir() else ())
        kept = self._spellers.get((lang, root))
        if kept is None or kept[0] != stamp:
            kept = self._spellers[lang, root] = (stamp, read_speller(lang, root))
        return kept[1]


def _files_of(root: Path, notebook: Path) -> Iterator[Path]:
    """Yield what a content folder is read from; the open notebook is not among it."""
    yield from (root / name for name in (CONFIG_FILE, *_OF_FOLDER))
    yield from override_files(root)
    notebooks, _ = find_notebooks(root, "")
    yield from (found.path for found in notebooks if found.path != notebook)


def _alone(notebook: Path) -> Iterator[Path]:
    folder = notebook.parent
    found = (find_upwards(folder, name) for name in BIBLIOGRAPHY_FILES)
    yield from (path for path in found if path)
    yield from (folder / name for name in _OF_FOLDER)


def _stamp(paths: Iterable[Path]) -> Stamp:
    return tuple(_stamps(paths))


def _stamps(paths: Iterable[Path]) -> Iterator[tuple[str, int, int]]:
    for path in paths:
        with suppress(OSError):
            seen = path.stat()
            yield str(path), seen.st_mtime_ns, seen.st_size
