"""What lies at an address: each file's path, size and a mark that changes with its content."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from galley.locations.location import Location, plain_words

# What file systems call a digest or a number of the version; then dates, which are weaker.
_VERSIONS = ("ETag", "etag", "md5Hash", "content_md5", "checksum", "crc32c", "generation")
_TIMES = ("mtime", "LastModified", "last_modified", "updated", "modified", "created")


@dataclass(frozen=True)
class RemoteFile:
    """A file at an address.

    Attributes
    ----------
    mark
        A text that is another one when the content is; empty where the listing tells none.
    """

    size: int
    mark: str = ""


def list_files(location: Location) -> dict[str, RemoteFile]:
    """Return path → file for everything below a location; empty where there is nothing.

    Raises
    ------
    EnvironmentFault
        If any part of it cannot be listed: half a listing would look like removed files.
    """
    with plain_words(location.address, "read"):
        location.filesystem.invalidate_cache()
        found = _find(location)
    start = f"{location.root}/"
    return {
        name.removeprefix(start): RemoteFile(int(info.get("size") or 0), _mark(info))
        for name, info in found.items()
        # Some programs make an empty object for each folder.
        if name.startswith(start) and not name.endswith("/") and info.get("type") != "directory"
    }


def _find(location: Location) -> Mapping[str, Mapping[str, Any]]:
    if not _has_own_find(location):
        return _walk(location)
    try:
        found: Mapping[str, Mapping[str, Any]] = location.filesystem.find(
            location.root, detail=True
        )
    except FileNotFoundError:
        return {}
    return found


def _has_own_find(location: Location) -> bool:
    """Tell whether a file system lists in a way of its own, as buckets do, a thousand at once."""
    from fsspec import AbstractFileSystem
    from fsspec.asyn import AsyncFileSystem

    kind = type(location.filesystem)
    if location.filesystem.async_impl:
        return getattr(kind, "_find", None) is not AsyncFileSystem._find  # noqa: SLF001 - not called
    return kind.find is not AbstractFileSystem.find


def _walk(location: Location) -> dict[str, Mapping[str, Any]]:
    """List folder by folder; fsspec's own walk leaves out folders that cannot be read."""
    found: dict[str, Mapping[str, Any]] = {}
    folders = [location.root] if location.holds(location.root) else []
    while folders:
        folder = folders.pop()
        for info in location.filesystem.ls(folder, detail=True):
            name = str(info["name"]).rstrip("/")
            if info["type"] != "directory":
                found[name] = info
            elif name != folder:
                folders.append(name)
    return found


def _mark(info: Mapping[str, Any]) -> str:
    for names in (_VERSIONS, _TIMES):
        told = {name: str(info[name]) for name in names if info.get(name) is not None}
        if told:
            return json.dumps({"size": info.get("size"), **told}, sort_keys=True)
    return ""
