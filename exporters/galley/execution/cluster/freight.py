"""What travels with an article: the files that its code could read, the variables that it names.

Everything that code could read is sent, because code that asks whether a file is there must get
the same answer on every machine. Where that is too much, it is what ``inputs:`` in the front
matter names, with all modules.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from galley.execution.cluster.parcel import SentFile
from galley.execution.code import run_sources
from galley.execution.model import Job
from galley.execution.traced import named_inputs
from galley.execution.tracing.present import Present
from galley.execution.tracing.syntax import join_facts, read_cells
from galley.findings import Finding, Place, Severity

MOST_BYTES = 200_000_000
MOST_FILES = 2_000
_CODE_SUFFIXES = frozenset({".py", ".r", ".jl", ".js"})
_MACHINE_FOLDERS = frozenset({"__pycache__", "node_modules"})
# Those of a worker decide whether its Python finds its packages at all.
_NEVER_SENT = ("PATH", "PYTHON", "LD_", "DYLD_", "VIRTUAL_ENV", "CONDA")


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
    present
        What planning found in the content folder.
    """

    present: Present
    most_bytes: int = MOST_BYTES
    most_files: int = MOST_FILES

    @property
    def root(self) -> Path:
        """The content folder."""
        return self.present.places.root

    @cached_property
    def digests(self) -> Mapping[str, str]:
        """Path in the content folder → digest."""
        return {path: digest for path, digest in self.present.beside().items() if digest}

    @cached_property
    def folders(self) -> tuple[str, ...]:
        """All folders in the content folder; code may write into one that is empty."""
        return tuple(_folders(self.root, self.present.places.excluded))

    def of(self, job: Job) -> Cargo:
        """Return the files that travel with an article."""
        named = named_inputs(job.source, self.present)
        wanted = dict(self.digests) | named
        if self._is_too_much(wanted):
            modules = {path: digest for path, digest in wanted.items() if _is_module(path)}
            wanted = modules | named
            if not named or self._is_too_much(wanted):
                return Cargo(finding=self._refusal(job, wanted if named else self.digests))
        return Cargo({path: self._sent(path, digest) for path, digest in wanted.items()})

    def variables(self, job: Job, cargo: Cargo) -> dict[str, str | None]:
        """Return the environment variables that an article or a module names, as they are here."""
        modules = (path for path in cargo.files if path.endswith(".py"))
        cells = read_cells(run_sources(job.source.notebook))
        named = join_facts((*cells, *map(self.present.facts_of, modules))).variables
        sent = (name for name in sorted(named) if not name.startswith(_NEVER_SENT))
        return {name: self.present.variables.get(name) for name in sent}

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


def _folders(root: Path, excluded: Iterable[Path]) -> Iterator[str]:
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
