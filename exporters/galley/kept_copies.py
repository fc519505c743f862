"""Copies of files that Galley is about to change, so that an author can have them back.

::

    CONTENT/.galley/kept/
      texts/3f/9a…           the files, by digest: the same text is kept once
      NOTEBOOK/000012.json   when a file was copied, why, and the digest of what it held

A copy is on the disk before anything is written over the file. Records are counted up, and the
oldest go where a file has more copies than are kept.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path, PurePosixPath, PureWindowsPath

from galley.blobs import Blobs
from galley.disk import refuse_links, write_whole
from galley.locking import holding_lock

FOLDER = "kept"
"""Where the copies lie in the store."""
MOST_COPIES = 50
"""How many copies of one file are kept."""
# As `galley.execution.store` names it, which brings Jupyter along.
_STORE = ".galley"
_SCHEMA = 1
_PATIENCE_S = 60.0
_RECORD = re.compile(r"\d{6,}\.json")


class Reason(StrEnum):
    """What was about to change the file."""

    IMPORT = "import"
    FIX = "fix"
    FORM = "form"
    PROBLEMS = "problems"
    CITING = "citing"
    SAVE = "save"
    RESTORE = "restore"
    UNPUBLISH = "unpublish"


@dataclass(frozen=True)
class KeptCopy:
    """One copy of a file.

    Attributes
    ----------
    number
        Counts the copies of a file, the oldest being 1; a copy keeps its number.
    file
        The path under the content folder, with forward slashes.
    when
        The minute and second in the site's time zone, as ISO 8601 has it.
    reason
        A `Reason`, or a word that a newer Galley wrote.
    digest
        SHA-256 of the bytes, in hex.
    """

    number: int
    file: str
    when: str
    reason: str
    digest: str

    @property
    def day(self) -> str:
        """The day of the copy, as ISO 8601 has it."""
        return self.when[:10]


@dataclass(frozen=True)
class KeptCopies:
    """The copies of a content folder; nothing need be there yet.

    Attributes
    ----------
    root
        The content folder.
    store
        The folder of its store; what was executed may be kept elsewhere, copies never are.
    """

    root: Path

    @property
    def store(self) -> Path:
        """The store, which lies in the content folder."""
        return self.root / _STORE

    @property
    def folder(self) -> Path:
        """Where the copies lie."""
        return self.store / FOLDER

    def keep(self, path: Path, reason: Reason, now: datetime) -> KeptCopy | None:
        """Copy a file as it lies there; what is kept last already is not kept twice.

        Returns
        -------
        KeptCopy or None
            The copy that holds what is in the file; None where there is no such file, or it lies
            outside of the content folder.

        Raises
        ------
        EnvironmentFault
            If the disk does not let it; then the file must not be changed either.
        """
        file = self.name_of(path)
        data = _read(path)
        if file is None or data is None:
            return None
        self._make()
        with self._lock():
            before = self.of(file)
            digest = hashlib.sha256(data).hexdigest()
            if before and before[0].digest == digest and self.read(before[0]) is not None:
                return before[0]
            self._texts.put(data)
            number = before[0].number + 1 if before else 1
            copy = KeptCopy(number, file, now.isoformat(timespec="seconds"), str(reason), digest)
            # After the bytes: what has a record can be brought back.
            write_whole(self._record(copy), _as_json(asdict(copy)))
            self._drop(before[MOST_COPIES - 1 :])
        return copy

    def of(self, file: str) -> tuple[KeptCopy, ...]:
        """Return the copies of a file, the newest first; what is damaged is left out."""
        found = (_read_record(path) for path in self._folder(file).glob("*.json"))
        copies = (copy for copy in found if copy is not None and copy.file == file)
        return tuple(sorted(copies, key=lambda copy: copy.number, reverse=True))

    def files(self) -> tuple[str, ...]:
        """Return the files that have copies, in the order of their names."""
        records = (_read_record(path) for path in self._records())
        return tuple(sorted({copy.file for copy in records if copy is not None}))

    def read(self, copy: KeptCopy) -> bytes | None:
        """Return what a copy holds; None where that is damaged."""
        return self._texts.get(copy.digest)

    def path_of(self, file: str) -> Path:
        """Return where a file lies, or lay."""
        return self.root / file

    def name_of(self, path: Path) -> str | None:
        """Return what a file is called here; None where it lies outside of the content folder."""
        root = self.root.resolve()
        # What a link leads to is another file; its folder may be reached by one.
        here = path.parent.resolve() / path.name
        return here.relative_to(root).as_posix() if here.is_relative_to(root) else None

    def clean(self, oldest: str, *, is_dry: bool = False) -> tuple[int, int]:
        """Let go of copies of an earlier day, except the newest of each file.

        Returns
        -------
        tuple
            How many copies went, and how many bytes that freed.
        """
        if not self.folder.is_dir():
            return 0, 0
        with self._lock():
            dropped = [
                copy for file in self.files() for copy in self.of(file)[1:] if copy.day < oldest
            ]
            return len(dropped), self._drop(dropped, is_dry=is_dry)

    @property
    def _texts(self) -> Blobs:
        return Blobs(self.folder / "texts")

    def _make(self) -> None:
        for folder in (self.store, self.folder):
            refuse_links(folder)
        ignore = self.store / ".gitignore"
        if not ignore.exists():
            write_whole(ignore, b"*\n")
        self.folder.mkdir(exist_ok=True)

    def _lock(self) -> AbstractContextManager[None]:
        return holding_lock(
            self.folder / "lock",
            doing=f"keeping copies in {self.folder.as_posix()}",
            remedy="Wait until it has ended, or end it, and try again.",
            on_wait=lambda _message: None,
            patience_s=_PATIENCE_S,
        )

    def _folder(self, file: str) -> Path:
        readable = re.sub(r"[^A-Za-z0-9]+", "-", PurePosixPath(file).name).strip("-")[-48:]
        digest = hashlib.sha256(file.encode("utf-8", "surrogateescape")).hexdigest()[:8]
        return self.folder / f"{readable}-{digest}".lstrip("-").lower()

    def _record(self, copy: KeptCopy) -> Path:
        return self._folder(copy.file) / f"{copy.number:06d}.json"

    def _records(self) -> Iterator[Path]:
        for path in sorted(self.folder.glob("*/*.json")):
            if _RECORD.fullmatch(path.name):
                yield path

    def _drop(self, copies: Sequence[KeptCopy], *, is_dry: bool = False) -> int:
        """Remove copies and the texts that only they name; return the bytes that this frees."""
        if not copies:
            return 0
        gone = {self._record(copy) for copy in copies}
        left = (_read_record(path) for path in self._records() if path not in gone)
        named = {copy.digest for copy in left if copy is not None}
        texts = {self._texts.path(copy.digest) for copy in copies if copy.digest not in named}
        return sum(_remove(path, is_dry=is_dry) for path in sorted(gone) + sorted(texts))


def keep_copy(path: Path, reason: Reason, now: datetime) -> KeptCopy | None:
    """Copy a file before it is changed, in the content folder around it.

    See `KeptCopies.keep` for what is returned and raised.
    """
    return KeptCopies(folder_around(path)).keep(path, reason, now)


def folder_around(path: Path) -> Path:
    """Return the content folder of a file: the nearest above with a ``site.toml``, else its own."""
    path = path.absolute()
    above = (folder for folder in path.parents if (folder / "site.toml").is_file())
    return next(above, path.parent)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _read_record(path: Path) -> KeptCopy | None:
    try:
        value = json.loads(path.read_bytes())
        copy = KeptCopy(
            int(value["number"]),
            str(value["file"]),
            str(value["when"]),
            str(value["reason"]),
            str(value["digest"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return copy if _is_inside(copy.file) and re.fullmatch("[0-9a-f]{64}", copy.digest) else None


def _is_inside(file: str) -> bool:
    """Tell whether a path cannot lead out of the content folder, on any system."""
    parts = file.replace("\\", "/").split("/")
    return bool(file) and parts[0] != "" and ".." not in parts and not PureWindowsPath(file).drive


def _remove(path: Path, *, is_dry: bool) -> int:
    with suppress(OSError):
        size = path.stat().st_size
        if not is_dry:
            path.unlink()
        return size
    return 0


def _as_json(value: object) -> bytes:
    known = {"schema": _SCHEMA} | value if isinstance(value, dict) else value
    return json.dumps(known, ensure_ascii=False, sort_keys=True).encode() + b"\n"
