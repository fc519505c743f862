"""Which files of the content folder travel with an article.

Everything that its code could read is sent, because code that asks whether a file is there must
get the same answer on every machine. Where that is too much, it is what ``inputs:`` in the front
matter names, with all modules.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from galley.execution.cluster.parcel import SentFile
from galley.execution.code import code_cells
from galley.execution.files import read_code_inputs, read_named_inputs
from galley.execution.model import Job
from galley.findings import Finding, Place, Severity

MOST_BYTES = 200_000_000
MOST_FILES = 2_000
_CODE_SUFFIXES = frozenset({".py", ".r", ".jl", ".js"})
_MACHINE_FOLDERS = frozenset({"__pycache__", "node_modules"})


@dataclass(frozen=True)
class Cargo:
    """The files of one article; with a finding where they are too many to be sent."""

    files: Mapping[str, SentFile] = field(default_factory=dict)
    finding: Finding | None = None


@dataclass(frozen=True)
class Freight:
    """The files of a content folder that code could read, looked at once for all articles.

    Attributes
    ----------
    root
        The content folder.
    digests
        Path in the content folder → digest.
    folders
        All folders in it; code may write into one that is empty.
    """

    root: Path
    digests: Mapping[str, str]
    folders: tuple[str, ...] = ()
    most_bytes: int = MOST_BYTES
    most_files: int = MOST_FILES

    def of(self, job: Job) -> Cargo:
        """Return what travels with an article."""
        named = read_named_inputs(self.root, job.folder, job.source.front_matter.inputs)
        wanted = dict(self.digests) | named
        if self._is_too_much(wanted):
            modules = {path: digest for path, digest in wanted.items() if _is_module(path)}
            wanted = modules | named
            if not named or self._is_too_much(wanted):
                return Cargo(finding=self._refusal(job, wanted if named else self.digests))
        return Cargo({path: self._sent(path, digest) for path, digest in wanted.items()})

    def path_of(self, path: str) -> Path:
        """Return where a file lies."""
        return self.root / path

    def _is_too_much(self, paths: Iterable[str]) -> bool:
        listed = list(paths)
        return len(listed) > self.most_files or self._size(listed) > self.most_bytes

    def _size(self, paths: Iterable[str]) -> int:
        return sum(self.path_of(path).stat().st_size for path in paths)

    def _sent(self, path: str, digest: str) -> SentFile:
        return SentFile(digest, self.path_of(path).stat().st_mtime_ns)

    def _refusal(self, job: Job, paths: Iterable[str]) -> Finding:
        listed = list(paths)
        megabytes = self._size(listed) / 1e6
        return Finding(
            "cluster-too-many-files",
            Severity.ERROR,
            Place(job.source.file),
            f"its code could read {len(listed)} files of {megabytes:.0f} MB, and at most "
            f"{self.most_files} of {self.most_bytes / 1e6:.0f} MB are sent to a cluster",
            "Name the files that it reads with 'inputs:' in the front matter, or build without "
            "--scheduler.",
        )


def read_freight(root: Path, jobs: Iterable[Job], excluded: Iterable[Path]) -> Freight:
    """Look at a content folder once; files that cannot be read are left out.

    Parameters
    ----------
    excluded
        Folders that Galley writes: the store and the site.
    """
    code = "\n".join(cell.source for job in jobs for cell in code_cells(job.source.notebook))
    excluded = tuple(excluded)
    found = read_code_inputs(root, code, excluded=excluded)
    digests = {path: digest for path, digest in found.items() if (root / path).is_file()}
    return Freight(root, digests, tuple(_folders(root, excluded)))


def _folders(root: Path, excluded: Collection[Path]) -> Iterator[str]:
    left_out = {path.resolve() for path in excluded}
    for place, names, _ in os.walk(root):
        folder = Path(place)
        names[:] = sorted(
            name
            for name in names
            if not name.startswith(".")
            and name not in _MACHINE_FOLDERS
            and (folder / name).resolve() not in left_out
        )
        yield from ((folder / name).relative_to(root).as_posix() for name in names)


def _is_module(path: str) -> bool:
    return Path(path).suffix.lower() in _CODE_SUFFIXES
