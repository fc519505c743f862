"""What travels with an article: the files that its code could read, the variables that it names.

Everything that code could read is sent, because code that asks whether a file is there must get
the same answer on every machine. Where that is too much, it begins with what is known: modules,
``inputs:`` in the front matter, what the last run read, what the code names. What the code looks
for beside that is seen in the record of its run; then it runs once more, with that.
"""

from __future__ import annotations

import json
import os
import posixpath
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from galley.execution.cluster.parcel import Manifest, SentFile
from galley.execution.code import run_sources
from galley.execution.files import read_code_inputs
from galley.execution.model import Job
from galley.execution.store import Store
from galley.execution.traced import named_inputs
from galley.execution.tracing.present import Present
from galley.execution.tracing.syntax import CodeFacts, join_facts, read_cells
from galley.findings import Finding, Place, Severity

MOST_BYTES = 200_000_000
MOST_FILES = 2_000
_CODE_SUFFIXES = frozenset({".py", ".r", ".jl", ".js"})
_MACHINE_FOLDERS = frozenset({"__pycache__", "node_modules"})
# Those of a worker decide whether its Python finds its packages at all.
_NEVER_SENT = ("PATH", "PYTHON", "LD_", "DYLD_", "VIRTUAL_ENV", "CONDA")


@dataclass(frozen=True)
class Cargo:
    """The files of one article.

    Attributes
    ----------
    is_whole
        Whether these are all files that its code could read.
    """

    manifest: Manifest
    is_whole: bool = True


@dataclass(frozen=True)
class Freight:
    """The files of a content folder that code could read, looked at once for all articles.

    Attributes
    ----------
    present
        What planning found in the content folder.
    code
        The code of all articles that may run.
    store
        Knows what articles read when they ran before.
    """

    present: Present
    code: str
    store: Store
    most_bytes: int = MOST_BYTES
    most_files: int = MOST_FILES
    _facts: dict[str, CodeFacts] = field(default_factory=dict, repr=False)

    @property
    def root(self) -> Path:
        """The content folder."""
        return self.present.places.root

    def of(self, job: Job) -> Cargo:
        """Return what travels with an article at first."""
        named = named_inputs(job.source, self.present)
        if self._whole is None:
            paths = {*self._modules, *named, *self._read_before(job), *self._named_in_code(job)}
            return self._cargo(paths, is_whole=False)
        if named.keys() <= self._whole.manifest.files.keys():
            return self._whole
        return self._cargo({*self._sizes, *named}, is_whole=True)

    def more(self, cargo: Cargo, record: str) -> Cargo | None:
        """Return what travels next time; ``None`` where the code looked for nothing else."""
        if cargo.is_whole:
            return None
        sought = set(self._looked_for(record)) - cargo.manifest.files.keys()
        return self._cargo({*cargo.manifest.files, *sought}, is_whole=False) if sought else None

    def refusal(self, job: Job, cargo: Cargo) -> Finding | None:
        """Return why a cargo is not sent: it is too much; ``None`` where it is not.

        Of kernels that record nothing one cannot see what they look for.
        """
        files: Collection[str] = cargo.manifest.files
        if not cargo.is_whole and not _is_traced(job) and not job.source.front_matter.inputs:
            files = self._sizes
        if not self._is_too_much(files):
            return None
        return Finding(
            "cluster-too-many-files",
            Severity.ERROR,
            Place(job.source.file),
            f"its code could read {len(files)} files of {self._bytes(files) / 1e6:.0f} MB, and at "
            f"most {self.most_files} of {self.most_bytes / 1e6:.0f} MB are sent to a cluster",
            "Name the files that it reads with 'inputs:' in the front matter, or build without "
            "--scheduler.",
        )

    def variables(self, job: Job) -> dict[str, str | None]:
        """Return the environment variables that an article or a module names, as they are here."""
        modules = (path for path in self._modules if path.endswith(".py"))
        named = join_facts((self._facts_of(job), *map(self.present.facts_of, modules))).variables
        sent = (name for name in sorted(named) if not name.startswith(_NEVER_SENT))
        return {name: self.present.variables.get(name) for name in sent}

    def path_of(self, path: str) -> Path:
        """Return where a file lies."""
        return self.root / path

    @cached_property
    def _sizes(self) -> Mapping[str, int]:
        """Path in the content folder → size of every file that code could read."""
        found = read_code_inputs(
            self.root, self.code, digest=_size_of, excluded=self.present.places.excluded
        )
        return {path: int(size) for path, size in found.items() if size}

    @cached_property
    def _modules(self) -> tuple[str, ...]:
        return tuple(path for path in self._sizes if Path(path).suffix.lower() in _CODE_SUFFIXES)

    @cached_property
    def _folders(self) -> tuple[str, ...]:
        return tuple(_folders_in(self.root, self.present.places.excluded))

    @cached_property
    def _whole(self) -> Cargo | None:
        """Everything, where that is not too much; the same for all articles."""
        return None if self._is_too_much(self._sizes) else self._cargo(self._sizes, is_whole=True)

    def _cargo(self, paths: Iterable[str], *, is_whole: bool) -> Cargo:
        digests = ((path, self.present.digest(path)) for path in sorted(paths))
        files = {path: self._sent(path, digest) for path, digest in digests if digest}
        return Cargo(Manifest(files, self._folders), is_whole)

    def _sent(self, path: str, digest: str) -> SentFile:
        return SentFile(digest, self.path_of(path).stat().st_mtime_ns)

    def _is_too_much(self, paths: Collection[str]) -> bool:
        return len(paths) > self.most_files or self._bytes(paths) > self.most_bytes

    def _bytes(self, paths: Iterable[str]) -> int:
        return sum(
            self._sizes.get(path) or int(_size_of(self.path_of(path)) or 0) for path in paths
        )

    def _read_before(self, job: Job) -> Iterator[str]:
        last = self.store.read_last(job.article, job.edition)
        if last is not None:
            read = (*last.trace.modules, *last.trace.files)
            yield from (path for path in read if path in self._sizes)

    def _named_in_code(self, job: Job) -> Iterator[str]:
        """Yield files whose names stand in the code, seen from the notebook's folder."""
        folder = posixpath.dirname(job.article)
        texts = (text.replace("\\", "/") for text in self._facts_of(job).texts)
        names = (posixpath.normpath(posixpath.join(folder, text)) for text in texts)
        yield from (name for name in names if name in self._sizes)

    def _facts_of(self, job: Job) -> CodeFacts:
        if job.key not in self._facts:
            self._facts[job.key] = join_facts(read_cells(run_sources(job.source.notebook)))
        return self._facts[job.key]

    def _looked_for(self, record: str) -> Iterator[str]:
        """Yield the files here that a run there has looked for, or for whose folder it asked."""
        by_folder: dict[str, list[str]] = {}
        for path in self._sizes:
            by_folder.setdefault(posixpath.dirname(path) or ".", []).append(path)
        for line in map(json.loads, record.splitlines()):
            name = self.present.places.name_of(line[2]) if line[0] in {"read", "list"} else ""
            if line[0] == "list":
                yield from by_folder.get(name, ())
            elif name in self._sizes:
                yield name


def read_freight(jobs: Iterable[Job], present: Present, store: Store) -> Freight:
    """Return the freight of a build; nothing is looked at before an article asks for it."""
    code = "\n".join("\n".join(run_sources(job.source.notebook)) for job in jobs)
    return Freight(present, code, store)


def _is_traced(job: Job) -> bool:
    return job.kernel is not None and job.kernel.language == "python"


def _size_of(path: Path) -> str:
    try:
        return str(path.stat().st_size) if path.is_file() else ""
    except OSError:
        return ""


def _folders_in(root: Path, excluded: Iterable[Path]) -> Iterator[str]:
    """Yield all folders; code may write into one that is empty."""
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
