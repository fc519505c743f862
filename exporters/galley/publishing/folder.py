"""A folder as target: of this machine, or a drive of another one that is mounted here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from galley.disk import replace_patiently
from galley.findings import EnvironmentFault
from galley.publishing.credentials import Credentials
from galley.publishing.target import TargetSpec
from galley.site.disk import plain_words, remove_empty_folders, remove_file, write_durably
from galley.site.site_paths import OWN_PREFIX

_BESIDE = f"{OWN_PREFIX}new-"


def make(spec: TargetSpec, _credentials: Credentials) -> FolderTarget:
    """Return the folder that a spec names; a relative one is seen from the content folder."""
    return FolderTarget(spec.root / Path(spec.to).expanduser(), spec.to)


@dataclass(frozen=True)
class FolderTarget:
    """A folder that readers reach, or that something else brings to them."""

    path: Path
    words: str

    @contextmanager
    def open(self) -> Iterator[FolderPlace]:
        """Reach the folder; it need not be there yet."""
        if self.path.exists() and not self.path.is_dir():
            raise EnvironmentFault(
                f"'{self.words}' is a file, and a site needs a folder",
                "Give another folder, or a name that ends in .zip.",
            )
        with plain_words(self.path):
            yield FolderPlace(self.path)


@dataclass(frozen=True)
class FolderPlace:
    """A folder while a site is published to it."""

    root: Path

    def files(self) -> Mapping[str, int]:
        """Return every file below the folder, without what a killed publish has left behind."""
        return {
            path.relative_to(self.root).as_posix(): path.stat().st_size
            for path in self.root.rglob("*")
            if path.is_file() and not path.name.startswith(_BESIDE)
        }

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file; a link has none, so that it is never taken for ours."""
        place = self.root / path
        return "link" if place.is_symlink() else _digest(place)

    def read(self, path: str) -> bytes | None:
        """Return the content of a file; None where there is none."""
        with suppress(FileNotFoundError, NotADirectoryError, IsADirectoryError):
            return (self.root / path).read_bytes()
        return None

    def send(self, files: Mapping[str, bytes]) -> None:
        """Write files beside their targets, then rename them all."""
        try:
            for path, data in files.items():
                (self.root / path).parent.mkdir(parents=True, exist_ok=True)
                write_durably(self._beside(path), data)
            for path in files:
                replace_patiently(self._beside(path), self.root / path)
        except BaseException:
            for path in files:
                with suppress(OSError):
                    remove_file(self._beside(path))
            raise

    def remove(self, paths: Sequence[str]) -> None:
        """Remove files, and folders that are empty then."""
        for path in paths:
            remove_file(self.root / path)
            remove_empty_folders((self.root / path).parent, self.root)

    def finish(self, _message: str) -> None:
        """Sweep; each file was public from the moment it was renamed."""
        for path in list(self.root.rglob(f"{_BESIDE}*")):
            remove_file(path)

    def _beside(self, path: str) -> Path:
        target = self.root / path
        return target.with_name(f"{_BESIDE}{hashlib.sha256(target.name.encode()).hexdigest()[:16]}")


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
