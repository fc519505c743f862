"""The list of files that Galley published into a site folder, kept in that folder."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from galley.findings import EnvironmentFault
from galley.site.site_paths import unsafe_reason

LIST_NAME = ".galley-published.json"
_SCHEMA = 1


@dataclass(frozen=True)
class PublishedList:
    """What Galley wrote, so that it never touches what others put beside it.

    Attributes
    ----------
    digests
        Path → digests of what Galley wrote there: one, or two while a build replaces a file.
    is_finished
        False from before a build's first change until after its last.
    """

    digests: Mapping[str, frozenset[str]] = field(default_factory=dict)
    is_finished: bool = True

    def with_intent(self, digests: Mapping[str, str]) -> PublishedList:
        """Return the list to write before a build changes anything: the old files and the new."""
        merged = dict(self.digests)
        for path, digest in digests.items():
            merged[path] = merged.get(path, frozenset()) | {digest}
        return PublishedList(merged, is_finished=False)


def digest_of(data: bytes) -> str:
    """Return the digest by which the list knows a file's content."""
    return hashlib.sha256(data).hexdigest()


def read_published(site: Path) -> PublishedList:
    """Read the list; a site without one has published nothing.

    Raises
    ------
    EnvironmentFault
        If the list is damaged, or of a newer Galley: guessing which files are ours is not safe.
    """
    path = site / LIST_NAME
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return PublishedList()
    except UnicodeDecodeError:
        text = ""
    return parse_published(text, site.as_posix())


def parse_published(text: str, site: str) -> PublishedList:
    """Read the text of a site's list; raises as `read_published` does."""
    try:
        return _parse(json.loads(text))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise EnvironmentFault(
            f"{site}/{LIST_NAME} cannot be read, so Galley cannot tell its own files from others",
            f"Build into a new folder with --output, or delete what Galley made in "
            f"{site}, this file included, and build again.",
        ) from error


def render_published(published: PublishedList) -> bytes:
    """Return the list as the bytes of its file."""
    files = {path: sorted(digests) for path, digests in sorted(published.digests.items())}
    value = {"schema": _SCHEMA, "finished": published.is_finished, "files": files}
    return (json.dumps(value, indent=1, ensure_ascii=False) + "\n").encode()


def _parse(value: dict[str, object]) -> PublishedList:
    files = value["files"]
    if value["schema"] != _SCHEMA or not isinstance(files, dict):
        raise ValueError("not a list of this version")
    # A tampered list must not make Galley remove files outside the site.
    if any(unsafe_reason(path) for path in files):
        raise ValueError("a path leads out of the site")
    digests = {path: frozenset(map(str, known)) for path, known in files.items()}
    return PublishedList(digests, is_finished=value["finished"] is True)
