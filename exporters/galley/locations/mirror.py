"""A content folder that lies elsewhere, as a folder of this machine: only what changed is fetched.

::

    CACHE/content/ADDRESS/
      lock          held while files are fetched
      mirror.json   what each file was when it was fetched
      content/      the files; the store, too, unless --store names another place

A file is struck from the list before it is replaced and entered after, so a fetch that was killed
is finished by the next one. Files that nobody put there elsewhere are removed here.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from galley.config import CONFIG_FILE
from galley.discovery import is_article_name
from galley.disk import replace_patiently
from galley.findings import ContentError, Finding, Place, Severity, UsageError
from galley.locations.address import Address
from galley.locations.cache import (
    beside_name,
    cache_folder,
    cache_lock,
    write_cached,
    writing_to_cache,
)
from galley.locations.listing import RemoteFile, list_files
from galley.locations.location import Location, open_location, plain_words

_SCHEMA = 1
_SITE_LIST = ".galley-published.json"
# What other tools leave in a folder; no article reads it. The store is this machine's.
_LEFT_OUT = frozenset({".galley", ".git", ".ipynb_checkpoints", "__pycache__", "node_modules"})
_UNSAFE_PARTS = frozenset({"", ".", ".."})
# A killed fetch loses at most so many files.
_BATCH = 200


@dataclass(frozen=True)
class _Entry:
    """What is known of a fetched file: its mark elsewhere, its size and time here."""

    mark: str
    size: int
    time_ns: int


@dataclass
class _Mirror:
    """The folder on this machine with the list of what was fetched into it."""

    folder: Path
    entries: dict[str, _Entry] = field(default_factory=dict)

    @property
    def content(self) -> Path:
        return self.folder / "content"

    def is_current(self, path: str, remote: RemoteFile) -> bool:
        """Tell whether a file is here as it is there."""
        entry, target = self.entries.get(path), self.content / path
        if entry is None or not remote.mark or not target.is_file():
            return False
        here = target.stat()
        return entry == _Entry(remote.mark, here.st_size, here.st_mtime_ns)

    def strike(self, paths: Iterable[str]) -> None:
        """Take files off the list, because they are about to change."""
        struck = [path for path in paths if self.entries.pop(path, None)]
        if struck:
            self.write()

    def enter(self, path: str, remote: RemoteFile) -> None:
        """Put a file on the list that has just been fetched."""
        here = (self.content / path).stat()
        self.entries[path] = _Entry(remote.mark, here.st_size, here.st_mtime_ns)

    def write(self) -> None:
        files = {path: [e.mark, e.size, e.time_ns] for path, e in sorted(self.entries.items())}
        value = {"schema": _SCHEMA, "files": files}
        write_cached(self.folder / "mirror.json", json.dumps(value, indent=0).encode())


def mirror_content(address: Address, say: Callable[[str], None]) -> Path:
    """Bring a content folder, or the folder around one notebook, to this machine.

    Parameters
    ----------
    say
        Called with a sentence when something takes long.

    Returns
    -------
    Path
        The folder, or the notebook in it.

    Raises
    ------
    UsageError
        If nothing lies there, or it is a site instead of content.
    ContentError
        If names there cannot be names of files here.
    EnvironmentFault
        If it cannot be reached or read, or this machine's cache cannot be written.
    """
    root = _root_of_notebook(address) if is_article_name(address.name) else address
    location = open_location(root)
    folder = cache_folder("content", root)
    with cache_lock(folder, f"fetching {root}", say):
        _update(_read_mirror(folder), location, say)
    path = folder / "content" / address.text.removeprefix(root.text).lstrip("/")
    if not path.exists():
        raise _nothing(address)
    return path


def _root_of_notebook(address: Address) -> Address:
    """Return the nearest place above a notebook with a ``site.toml``, else the one it lies in."""
    place = address.parent
    while place != place.parent:
        location = open_location(place)
        with plain_words(place, "read"):
            if location.holds(location.at(CONFIG_FILE)):
                return place
        place = place.parent
    return address.parent


def _update(mirror: _Mirror, location: Location, say: Callable[[str], None]) -> None:
    wanted = _wanted_files(location)
    changed = [path for path, remote in wanted.items() if not mirror.is_current(path, remote)]
    gone = sorted(set(_files_here(mirror.content)) - set(wanted))
    if changed:
        say(f"Fetching {_count(changed)} from {location.address}")
    mirror.strike([*(set(mirror.entries) - set(wanted)), *changed])
    _remove(mirror.content, gone)
    for batch in _batches(changed):
        location.for_each(lambda path: _fetch(location, path, mirror.content), batch)
        for path in batch:
            mirror.enter(path, wanted[path])
        mirror.write()


def _wanted_files(location: Location) -> dict[str, RemoteFile]:
    found = list_files(location)
    if _SITE_LIST in found:
        raise UsageError(
            f"'{location.address}' is a site that Galley published, not a content folder",
            "give the address of the content folder",
        )
    if not found:
        raise _nothing(location.address)
    places = (PurePosixPath(path) for path in found)
    sites = {str(place.parent) for place in places if place.name == _SITE_LIST}
    wanted = {path: remote for path, remote in found.items() if _is_content(path, sites)}
    _refuse_unusable(wanted, location.address)
    return wanted


def _is_content(path: str, sites: set[str]) -> bool:
    folders = PurePosixPath(path).parents
    is_left_out = not _LEFT_OUT.isdisjoint(path.split("/")[:-1])
    return not is_left_out and not any(str(folder) in sites for folder in folders)


def _refuse_unusable(paths: Iterable[str], address: Address) -> None:
    """Refuse names that lead out of the folder, or that are a file and a folder at once."""
    files = set(paths)
    findings = [
        _refusal(address, path, reason)
        for path in sorted(files)
        if (reason := _unusable_reason(path, files))
    ]
    if findings:
        raise ContentError(*findings)


def _unusable_reason(path: str, files: set[str]) -> str:
    if not _UNSAFE_PARTS.isdisjoint(path.split("/")) or "\\" in path or Path(path).drive:
        return "it leads out of the content folder"
    folders = (str(folder) for folder in PurePosixPath(path).parents)
    blocking = next((folder for folder in folders if folder in files), "")
    return f"'{blocking}' is a file there and cannot be a folder as well" if blocking else ""


def _refusal(address: Address, path: str, reason: str) -> Finding:
    return Finding(
        "content-name-unusable",
        Severity.ERROR,
        Place(f"{address}/{path}"),
        f"the name cannot be used on this machine: {reason}",
        "Rename it there.",
    )


def _files_here(content: Path) -> Iterator[str]:
    for folder, names, files in os.walk(content):
        names[:] = [name for name in names if name not in _LEFT_OUT]
        here = Path(folder).relative_to(content)
        yield from ((here / file).as_posix() for file in files)


def _remove(content: Path, paths: Iterable[str]) -> None:
    with writing_to_cache(content):
        for path in paths:
            target = content / path
            target.unlink(missing_ok=True)
            _remove_empty(target.parent, content)


def _remove_empty(folder: Path, content: Path) -> None:
    while folder != content and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _fetch(location: Location, path: str, content: Path) -> None:
    target = content / path
    beside = beside_name(target)
    with writing_to_cache(content):
        target.parent.mkdir(parents=True, exist_ok=True)
    with plain_words(location.address.joined(path), "read"):
        location.filesystem.get_file(location.at(path), str(beside))
    replace_patiently(beside, target)


def _batches(paths: list[str]) -> Iterator[list[str]]:
    for start in range(0, len(paths), _BATCH):
        yield paths[start : start + _BATCH]


def _read_mirror(folder: Path) -> _Mirror:
    """Read the list; without one, or with a damaged one, everything is fetched again."""
    try:
        value: dict[str, Any] = json.loads((folder / "mirror.json").read_bytes())
        files: Mapping[str, list[Any]] = value["files"] if value["schema"] == _SCHEMA else {}
        entries = {path: _Entry(str(m), int(s), int(t)) for path, (m, s, t) in files.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        entries = {}
    return _Mirror(folder, entries)


def _count(paths: list[str]) -> str:
    return "1 file" if len(paths) == 1 else f"{len(paths)} files"


def _nothing(address: Address) -> UsageError:
    return UsageError(
        f"there is no folder or notebook '{address}'", "check the address, or upload it first"
    )
