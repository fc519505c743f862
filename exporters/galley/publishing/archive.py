"""A zip file as target: the whole site in one file, for hosts that take one and for a stick.

The same site gives the same bytes: files are sorted and stamped with one moment. What others put
into the file stays in it.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from galley.disk import replace_patiently
from galley.findings import EnvironmentFault
from galley.publishing.credentials import Credentials
from galley.publishing.target import TargetSpec
from galley.site.disk import plain_words, remove_file, write_durably
from galley.site.site_paths import OWN_PREFIX

# The first moment that the format knows.
_MOMENT = (1980, 1, 1, 0, 0, 0)
_MODE = 0o644 << 16
_UNIX = 3


def make(spec: TargetSpec, _credentials: Credentials) -> ArchiveTarget:
    """Return the zip file that a spec names; a relative one is seen from the content folder."""
    return ArchiveTarget(spec.root / Path(spec.to).expanduser(), spec.to)


@dataclass(frozen=True)
class ArchiveTarget:
    """A zip file; it need not be there yet."""

    path: Path
    words: str

    @contextmanager
    def open(self) -> Iterator[ArchivePlace]:
        """Read what is in the file."""
        with plain_words(self.path.parent):
            yield ArchivePlace(self.path, _read(self.path))


@dataclass(frozen=True)
class ArchivePlace:
    """A zip file while a site is published to it; it is written once, at the end."""

    path: Path
    contents: dict[str, bytes] = field(default_factory=dict, repr=False)

    def files(self) -> Mapping[str, int]:
        """Return every file in it."""
        return {path: len(data) for path, data in self.contents.items()}

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file in it."""
        return hashlib.sha256(self.contents[path]).hexdigest()

    def read(self, path: str) -> bytes | None:
        """Return the content of a file in it."""
        return self.contents.get(path)

    def send(self, files: Mapping[str, bytes]) -> None:
        """Take files, to be written at the end."""
        self.contents.update(files)

    def remove(self, paths: Sequence[str]) -> None:
        """Let go of files."""
        for path in paths:
            self.contents.pop(path, None)

    def finish(self, _message: str) -> None:
        """Write the file beside the old one, and put it in its place."""
        beside = self.path.with_name(f"{OWN_PREFIX}new-{self.path.name}")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            write_durably(beside, render_archive(self.contents))
            replace_patiently(beside, self.path)
        except BaseException:
            remove_file(beside)
            raise
        self.contents.clear()
        self.contents.update(_read(self.path))


def render_archive(contents: Mapping[str, bytes]) -> bytes:
    """Return files as the bytes of a zip file."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in sorted(contents.items()):
            entry = zipfile.ZipInfo(path, _MOMENT)
            entry.external_attr, entry.create_system = _MODE, _UNIX
            archive.writestr(entry, data, zipfile.ZIP_DEFLATED, 9)
    return whole.getvalue()


def _read(path: Path) -> dict[str, bytes]:
    if not path.exists():
        return {}
    try:
        with zipfile.ZipFile(path) as archive:
            names = [each for each in archive.infolist() if not each.is_dir()]
            return {each.filename: archive.read(each) for each in names}
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        raise EnvironmentFault(
            f"{path.as_posix()} is there and is no zip file that can be read",
            "Move it away, or give the site another name.",
        ) from error
