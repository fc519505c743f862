"""The store: executed notebooks, kept so that unchanged code is not run again.

::

    CONTENT/.galley/
      .gitignore             the store is nobody's history
      lock                   held while a build runs
      blobs/                 executed notebooks and the pages made of them, by digest
      runs/ARTICLE/KEY.json  what an execution depended on, and the digest of its notebook
      runs/ARTICLE/last-EDITION.json  the keys of the edition, the newest first
      shared/DIGEST.json     parts that many executions have in common

Everything is written beside and renamed. A damaged or half-written entry counts as absent.
"""

from __future__ import annotations

import errno
import hashlib
import json
import re
import tempfile
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from galley.blobs import FOLDER as BLOBS_FOLDER
from galley.blobs import Blobs
from galley.disk import disk_fault, write_whole, writing_to
from galley.execution.code import as_node
from galley.execution.key import KeyParts
from galley.findings import EnvironmentFault
from galley.locking import holding_lock

STORE_FOLDER = ".galley"
_SCHEMA = 2
# How many outcomes of an edition are kept, so that an author can go back and forth.
_KEPT_PER_EDITION = 4
# Parts of a key that most articles of a build share; kept once.
_SHARED_PARTS = ("files", "packages")
_LONGEST_WAIT_S = 600.0


@dataclass(frozen=True)
class KeptRun:
    """What the store knows of one execution.

    Attributes
    ----------
    notebook
        The digest of the executed notebook.
    """

    key: str
    parts: Mapping[str, Any]
    day: str
    seconds: float
    notebook: str = ""


@dataclass(frozen=True)
class Store:
    """A folder of executed notebooks; open it with `open_store`."""

    root: Path

    @property
    def blobs(self) -> Blobs:
        """Executed notebooks and pages, by digest."""
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

    def holds(self, article: str, key: str) -> bool:
        """Tell whether the outcome of an execution is kept."""
        return bool(self.read_digest(article, key))

    def read_digest(self, article: str, key: str) -> str:
        """Return the digest of an executed notebook; empty where it is absent or torn."""
        manifest = self._manifest(article, key)
        digest, size = str(manifest.get("notebook", "")), manifest.get("bytes", 0)
        return digest if self.blobs.holds(digest, size) else ""

    def read_notebook(self, article: str, key: str) -> NotebookNode | None:
        """Return an executed notebook; ``None`` where it is absent or damaged."""
        return self.read_notebook_of(self.read_digest(article, key))

    def read_notebook_of(self, digest: str) -> NotebookNode | None:
        """Return the executed notebook of a digest; ``None`` where it is absent or damaged."""
        data = self.blobs.get(digest) if digest else None
        return as_node(json.loads(data)) if data is not None else None

    def read_last(self, article: str, edition: str) -> KeptRun | None:
        """Return the edition's last good execution, whatever has changed since."""
        keys = self._read_keys(article, edition)
        return self.read_run(article, keys[0]) if keys else None

    def read_last_notebook(self, article: str, edition: str) -> NotebookNode | None:
        """Return the notebook of the edition's last good execution."""
        keys = self._read_keys(article, edition)
        return self.read_notebook(article, keys[0]) if keys else None

    def read_run(self, article: str, key: str) -> KeptRun | None:
        """Return what is known of an execution; ``None`` where it is absent or damaged."""
        manifest = self._manifest(article, key)
        if not isinstance(manifest.get("parts"), dict):
            return None
        parts = {name: self._unshare(name, part) for name, part in manifest["parts"].items()}
        seconds = manifest.get("seconds", 0.0)
        day, notebook = str(manifest.get("day", "")), str(manifest.get("notebook", ""))
        return KeptRun(key, parts, day, float(seconds), notebook)

    def _manifest(self, article: str, key: str) -> dict[str, Any]:
        manifest = _read_json(self._folder(article) / f"{key}.json")
        return manifest if manifest.get("schema") == _SCHEMA else {}

    def write(
        self,
        parts: KeyParts,
        edition: str,
        notebook: NotebookNode,
        *,
        day: str,
        seconds: float,
    ) -> str:
        """Keep an execution and return the digest of its notebook.

        Raises
        ------
        EnvironmentFault
            If the disk does not let it.
        """
        article, key = parts.notebook, parts.key()
        data = _as_json(notebook)
        digest = self.blobs.put(data)
        manifest = {
            "schema": _SCHEMA,
            "notebook": digest,
            "bytes": len(data),
            "parts": {name: self._share(name, part) for name, part in parts.as_json().items()},
            "day": day,
            "seconds": round(seconds, 3),
        }
        # After the notebook, because an entry exists only with its manifest.
        write_whole(self._folder(article) / f"{key}.json", _as_json(manifest))
        self.remember(article, edition, key)
        return digest

    def remember(self, article: str, edition: str, key: str) -> None:
        """Note that this is the edition's last good execution; older ones are let go."""
        before = self._read_keys(article, edition)
        if before[:1] == [key]:
            return
        keys = [key, *(old for old in before if old != key)]
        dropped = keys[_KEPT_PER_EDITION:]
        write_whole(self._last(article, edition), _as_json({"keys": keys[:_KEPT_PER_EDITION]}))
        if dropped:
            self._drop(article, dropped)

    def _drop(self, article: str, keys: list[str]) -> None:
        """Remove executions that no edition of the article refers to any more."""
        folder = self._folder(article)
        used = {key for path in folder.glob("last-*.json") for key in _keys_in(path)}
        with writing_to(folder):
            for key in set(keys) - used:
                (folder / f"{key}.json").unlink(missing_ok=True)

    def _read_keys(self, article: str, edition: str) -> list[str]:
        return _keys_in(self._last(article, edition))

    def _folder(self, article: str) -> Path:
        return self.root / "runs" / _file_name(article)

    def _last(self, article: str, edition: str) -> Path:
        return self._folder(article) / f"last-{_file_name(edition)}.json"

    def _share(self, name: str, part: object) -> object:
        if name not in _SHARED_PARTS:
            return part
        data = _as_json(part)
        digest = hashlib.sha256(data).hexdigest()
        path = self.root / "shared" / f"{digest}.json"
        if not path.exists():
            write_whole(path, data)
        return digest

    def _unshare(self, name: str, part: object) -> object:
        if name not in _SHARED_PARTS:
            return part
        return _read_json(self.root / "shared" / f"{part}.json")


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
        If no store can be written.
    """
    if elsewhere is not None:
        return _made(elsewhere)
    try:
        return _made(root / STORE_FOLDER)
    except EnvironmentFault as fault:
        if not _is_read_only(fault.__cause__):
            raise
        return _made(_cache_folder(root))


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
    keys = _read_json(path).get("keys")
    return [str(key) for key in keys] if isinstance(keys, list) else []


def _as_json(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str).encode() + b"\n"


def _read_json(path: Path) -> dict[str, Any]:
    """Return a JSON object; an empty one where the file is absent or damaged."""
    try:
        value = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    return value if isinstance(value, dict) else {}
