"""The store: executed notebooks, kept so that unchanged code is not run again.

::

    CONTENT/.galley/
      .gitignore             the store is nobody's history
      lock                   held while a build runs
      blobs/                 executed notebooks and the pages made of them, by digest; also what
                             many executions have in common
      runs/ARTICLE/KEY.json  what an execution read, and the digest of its notebook; the key is
                             the digest of this very file
      runs/ARTICLE/last-EDITION.json  the keys of the edition, the newest first, under a seal:
                             what somebody else has executed is not believed

Everything is written beside and renamed. What is damaged or absent counts as never kept, and is
put in order by the next execution.
"""

from __future__ import annotations

import errno
import hashlib
import json
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from galley.blobs import FOLDER as BLOBS_FOLDER
from galley.blobs import Blobs
from galley.disk import disk_fault, refuse_links, write_whole, writing_to
from galley.execution.code import as_node
from galley.execution.key import KeyParts
from galley.execution.tracing.trace import Trace, parse_trace
from galley.findings import EnvironmentFault
from galley.locking import holding_lock
from galley.seal import read_sealed, sealed

STORE_FOLDER = ".galley"
_SCHEMA = 3
# How many outcomes of an edition are kept, so that an author can go back and forth.
_KEPT_PER_EDITION = 4
# Parts of a trace that most articles of a build have in common; kept once.
_SHARED_PARTS = ("modules", "imports", "packages", "beside")
_LONGEST_WAIT_S = 600.0


@dataclass(frozen=True)
class KeptRun:
    """What the store knows of one execution.

    Attributes
    ----------
    key
        The name of the execution: the digest of all that is known of it.
    parts
        What was asked to run: the values of a `KeyParts`.
    trace
        What the code read while it ran.
    notebook
        The digest of the executed notebook.
    size
        The number of its bytes.
    """

    key: str
    parts: Mapping[str, Any]
    trace: Trace
    day: str
    seconds: float
    notebook: str
    size: int


@dataclass(frozen=True)
class Store:
    """A folder of executed notebooks; open it with `open_store`."""

    root: Path
    _read_before: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    @property
    def blobs(self) -> Blobs:
        """Executed notebooks, what they rest on, and pages, by digest."""
        return Blobs(self.root / BLOBS_FOLDER)

    def lock(
        self,
        *,
        on_wait: Callable[[str], None] = lambda _message: None,
        longest_wait_s: float = _LONGEST_WAIT_S,
    ) -> AbstractContextManager[None]:
        """Return a context in which no other build uses this store; `on_wait` is told of one."""
        return holding_lock(
            self.root / "lock",
            doing=f"using {self.root.as_posix()}",
            remedy="Wait until it has ended, or end it, and build again.",
            on_wait=on_wait,
            patience_s=longest_wait_s,
        )

    def read_runs(self, article: str, edition: str) -> Iterator[KeptRun]:
        """Yield what is known of an edition's executions, the newest first, then of the others'.

        Those that are absent or damaged are left out.
        """
        seen: set[str] = set()
        for path in self._lasts(article, edition):
            for key in _keys_in(path):
                run = None if key in seen else self.read_run(article, key)
                seen.add(key)
                if run is not None:
                    yield run

    def read_run(self, article: str, key: str) -> KeptRun | None:
        """Return what is known of an execution; ``None`` where it is absent or damaged."""
        value = _parse(_read_whole(self._entry(article, key), key))
        trace = value.get("trace")
        if value.get("schema") != _SCHEMA or not isinstance(trace, dict):
            return None
        try:
            shared = {name: self._unshare(trace[name]) for name in _SHARED_PARTS}
            parsed = parse_trace(trace | shared)
            known = {name: value[name] for name in ("parts", "day", "seconds", "notebook", "size")}
        except (KeyError, ValueError):
            return None
        return KeptRun(key=key, trace=parsed, **known) if parsed is not None else None

    def read_last(self, article: str, edition: str) -> KeptRun | None:
        """Return the edition's last good execution, whatever has changed since."""
        keys = self._read_keys(article, edition)
        return self.read_run(article, keys[0]) if keys else None

    def has_run(self, article: str, edition: str) -> bool:
        """Tell whether an execution of the edition was ever kept, even if it is damaged now."""
        return bool(self._read_keys(article, edition))

    def holds(self, run: KeptRun) -> bool:
        """Tell whether the executed notebook is there in its full size, without reading it."""
        return self.blobs.holds(run.notebook, run.size)

    def read_notebook(self, run: KeptRun) -> NotebookNode | None:
        """Return an executed notebook; ``None`` where it is absent or damaged."""
        return self.read_notebook_of(run.notebook)

    def read_notebook_of(self, digest: str) -> NotebookNode | None:
        """Return the executed notebook of a digest; ``None`` where it is absent or damaged."""
        data = self.blobs.get(digest) if digest else None
        return as_node(json.loads(data)) if data is not None else None

    def write(
        self,
        parts: KeyParts,
        trace: Trace,
        edition: str,
        notebook: NotebookNode,
        *,
        day: str,
        seconds: float,
    ) -> KeptRun:
        """Keep an execution and return what is known of it from now on.

        Raises
        ------
        EnvironmentFault
            If the disk does not let it.
        """
        data = _as_json(notebook)
        values = trace.as_json()
        shared = {name: self._share(values[name]) for name in _SHARED_PARTS}
        known: dict[str, Any] = {
            "parts": parts.as_json(),
            "day": day,
            "seconds": round(seconds, 3),
            "notebook": self.blobs.put(data),
            "size": len(data),
        }
        entry = _as_json({"schema": _SCHEMA, "trace": values | shared} | known)
        key = hashlib.sha256(entry).hexdigest()
        # After the notebook, because an execution is kept only with its entry.
        write_whole(self._entry(parts.notebook, key), entry)
        self.remember(parts.notebook, edition, key)
        return KeptRun(key=key, trace=trace, **known)

    def remember(self, article: str, edition: str, key: str) -> None:
        """Note that this is the edition's last good execution; older ones are let go."""
        before = self._read_keys(article, edition)
        if before[:1] == [key]:
            return
        keys = [key, *(old for old in before if old != key)]
        dropped = keys[_KEPT_PER_EDITION:]
        path = self._last(article, edition)
        write_whole(path, sealed({"keys": keys[:_KEPT_PER_EDITION]}, _name_in_store(path)))
        if dropped:
            self._drop(article, dropped)

    def _drop(self, article: str, keys: list[str]) -> None:
        """Remove executions that no edition of the article refers to any more."""
        folder = self._folder(article)
        used = {key for path in folder.glob("last-*.json") for key in _keys_in(path)}
        with writing_to(folder):
            for key in set(keys) - used:
                self._entry(article, key).unlink(missing_ok=True)

    def _read_keys(self, article: str, edition: str) -> list[str]:
        return _keys_in(self._last(article, edition))

    def _folder(self, article: str) -> Path:
        return self.root / "runs" / _file_name(article)

    def _last(self, article: str, edition: str) -> Path:
        return self._folder(article) / f"last-{_file_name(edition)}.json"

    def _lasts(self, article: str, edition: str) -> Iterator[Path]:
        """Yield the list of an edition, and those of others only where that was not enough."""
        own = self._last(article, edition)
        yield own
        yield from sorted(set(own.parent.glob("last-*.json")) - {own})

    def _entry(self, article: str, key: str) -> Path:
        return self._folder(article) / f"{key}.json"

    def _share(self, part: object) -> str | None:
        return None if part is None else self.blobs.put(_as_json(part))

    def _unshare(self, digest: str | None) -> object:
        """Return a shared part, read once; raises `ValueError` where it is absent or damaged."""
        if digest is None:
            return None
        if digest not in self._read_before:
            part = json.loads(self.blobs.get(digest) or b"")
            self._read_before[digest] = tuple(part) if isinstance(part, list) else part
        return self._read_before[digest]


def open_store(root: Path, elsewhere: Path | None = None) -> Store:
    """Open the store of a content folder, and make it where there is none.

    Parameters
    ----------
    root
        The content folder; the store is its ``.galley``, or, where the folder cannot be written,
        a folder of its own in the user's cache.
    elsewhere
        What ``--store`` named; then nothing else is tried.

    Raises
    ------
    EnvironmentFault
        If no store can be written, or the content folder's own leads to another place.
    """
    if elsewhere is not None:
        return _made(elsewhere)
    refuse_links(root / STORE_FOLDER)
    try:
        return _made(root / STORE_FOLDER)
    except EnvironmentFault as fault:
        if not _is_read_only(fault.__cause__):
            raise
        return _made(_cache_folder(root))


def find_store(root: Path, elsewhere: Path | None = None) -> Store:
    """Return the store that `open_store` would open, without making or trying anything."""
    if elsewhere is not None:
        return Store(elsewhere)
    own = root / STORE_FOLDER
    cache = _cache_folder(root)
    return Store(cache if cache.is_dir() and not own.is_dir() else own)


def _is_read_only(cause: BaseException | None) -> bool:
    read_only = {errno.EACCES, errno.EPERM, errno.EROFS}
    return isinstance(cause, OSError) and cause.errno in read_only


def _made(folder: Path) -> Store:
    """Make a store's folder and prove that it can be written."""
    ignore = folder / ".gitignore"
    if not ignore.exists():
        write_whole(ignore, b"*\n")
        return Store(folder)
    try:
        with tempfile.TemporaryFile(dir=folder):
            return Store(folder)
    except OSError as error:
        raise disk_fault(folder, error) from error


def _cache_folder(root: Path) -> Path:
    # Late: only a content folder that cannot be written needs it.
    from platformdirs import user_cache_path

    return user_cache_path("galley") / _file_name(str(root.resolve()))


def _file_name(text: str) -> str:
    """Return a name that every file system takes, is readable and differs for each text."""
    readable = re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")[-48:]
    return f"{readable}-{hashlib.sha256(text.encode()).hexdigest()[:8]}".lstrip("-").lower()


def _keys_in(path: Path) -> list[str]:
    keys = (read_sealed(path, _name_in_store(path)) or {}).get("keys")
    return [str(key) for key in keys] if isinstance(keys, list) else []


def _name_in_store(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"


def _as_json(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str).encode() + b"\n"


def _read_whole(path: Path, digest: str) -> bytes:
    """Return a file's bytes if they are those of the digest; else nothing."""
    try:
        data = path.read_bytes()
    except OSError:
        return b""
    return data if hashlib.sha256(data).hexdigest() == digest else b""


def _parse(data: bytes) -> dict[str, Any]:
    try:
        value = json.loads(data)
    except ValueError:
        return {}
    return value if isinstance(value, dict) else {}
