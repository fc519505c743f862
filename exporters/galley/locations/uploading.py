"""Bringing one file to an address, so that readers find the old one or the new and never half."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from galley.locations.headers import upload_options
from galley.locations.location import Location, plain_words
from galley.site.published import digest_of
from galley.site.site_paths import OWN_PREFIX

BESIDE = f"{OWN_PREFIX}new-"
"""How the names of files begin that are not whole yet."""
# Here an upload is one step: readers find the old file or the new. Elsewhere it is renamed.
_BUCKETS = frozenset({"abfs", "abfss", "az", "gcs", "gs", "oci", "oss", "s3", "s3a", "tos"})
_WHOLE_UPLOADS = _BUCKETS | {"memory"}


def upload_file(local: Path, location: Location, path: str) -> None:
    """Put a file of this machine at a path of a location."""
    filesystem, protocol = location.filesystem, location.address.protocol
    target = location.at(path)
    with plain_words(location.address.joined(path), "written"):
        if protocol in _WHOLE_UPLOADS:
            filesystem.put_file(str(local), target, **upload_options(protocol, path))
            return
        beside = f"{posixpath.dirname(target)}/{BESIDE}{digest_of(path.encode())[:16]}"
        filesystem.makedirs(posixpath.dirname(target), exist_ok=True)
        filesystem.put_file(str(local), beside)
        filesystem.mv(beside, target)


def remove_empty_folders(location: Location, folders: Iterable[str]) -> None:
    """Remove folders that hold nothing any more; buckets have none."""
    if location.address.protocol in _BUCKETS:
        return
    for folder in sorted(folders, reverse=True):
        # One that still holds something refuses, in words that differ from server to server.
        with suppress(Exception):
            location.filesystem.rmdir(location.at(folder))
