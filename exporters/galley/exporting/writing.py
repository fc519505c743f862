"""Writing exports: only files that an earlier export wrote are replaced or removed.

A list in the output folder says which export wrote which file, and what was in it. A file that has
been changed since then is somebody's work, for example a colleague's comments, and stays.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from galley.disk import write_whole
from galley.findings import EnvironmentFault
from galley.site.site_paths import unsafe_reason

LIST_NAME = ".galley-exported.json"
_SCHEMA = 1
_BEFORE = "before"
"""Stands for the export that is just being replaced; found only where that was cut short."""

# A file that was written beside its place first is the writer's own; a server is somebody else.
_FOR_ALL = 0o644

Digests = Mapping[str, str]
"""Path inside the folder → digest of what was written there."""


@dataclass(frozen=True)
class Written:
    """What writing one export changed."""

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True)
class ExportFolder:
    """The folder that is exported into.

    Attributes
    ----------
    exports
        Export, as ``bundle timing.id`` → the files it wrote.
    """

    path: Path
    name: str
    exports: Mapping[str, Digests] = field(default_factory=dict)

    def with_export(self, export: str, digests: Digests) -> ExportFolder:
        """Return the folder after an export."""
        return replace(self, exports={**self.exports, export: dict(digests)})

    def without(self, export: str) -> ExportFolder:
        """Return the folder without what is known of an export."""
        left = {name: digests for name, digests in self.exports.items() if name != export}
        return replace(self, exports=left)

    def known(self, path: str) -> set[str]:
        """Return the digests of what exports wrote to a path."""
        return {digests[path] for digests in self.exports.values() if path in digests}


def read_folder(path: Path, name: str) -> ExportFolder:
    """Read what was exported into a folder before; `name` is how the author calls it.

    Raises
    ------
    EnvironmentFault
        If the list is damaged: guessing which files are ours is not safe.
    """
    file = path / LIST_NAME
    try:
        return ExportFolder(path, name, _parse(file.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return ExportFolder(path, name)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise EnvironmentFault(
            f"{name}/{LIST_NAME} cannot be read, so Galley cannot tell its own files from others",
            "Export into a new folder with --output.",
        ) from error


def write_export(
    folder: ExportFolder, export: str, files: Mapping[str, bytes]
) -> tuple[ExportFolder, Written]:
    """Put the files of one export into the folder; return the folder as it is then.

    Raises
    ------
    EnvironmentFault
        If a file of somebody else is in the way; nothing has been written then.
    """
    new = {path: _digest(data) for path, data in files.items()}
    present = {path: _present(folder.path / path) for path in new}
    _refuse_others(folder, (path for path in new if present[path] not in {"", new[path]}), present)
    written = tuple(sorted(path for path in new if present[path] != new[path]))
    stale = _stale(folder, export, new)
    if written or stale or folder.exports.get(export) != new:
        # Old and new: whatever is there at any moment is known as ours.
        before = folder.exports.get(export, {})
        _write_list(folder.with_export(_BEFORE, before).with_export(export, new))
        for path in written:
            write_whole(folder.path / path, files[path])
            (folder.path / path).chmod(_FOR_ALL)
        for path in stale:
            _remove(folder.path, path)
        folder = folder.with_export(export, new).without(_BEFORE)
        _write_list(folder)
    return folder, Written(written, tuple(sorted(set(new) - set(written))), stale)


def _refuse_others(folder: ExportFolder, paths: Iterable[str], present: Mapping[str, str]) -> None:
    others = sorted(path for path in paths if present[path] not in folder.known(path))
    if others:
        raise EnvironmentFault(
            f"{folder.name}/{others[0]} would be overwritten, and is not as an export left it",
            "Move it away, or export into another folder with --output.",
        )


def _stale(folder: ExportFolder, export: str, new: Digests) -> tuple[str, ...]:
    """Return what the same export wrote before and no export wants now, if it is as it was left."""
    others = folder.without(export).without(_BEFORE).exports.values()
    wanted = {path for digests in others for path in digests}
    before = {**folder.exports.get(_BEFORE, {}), **folder.exports.get(export, {})}
    return tuple(
        path
        for path, digest in sorted(before.items())
        if path not in new and path not in wanted and _present(folder.path / path) == digest
    )


def _remove(root: Path, path: str) -> None:
    (root / path).unlink(missing_ok=True)
    for parent in (root / path).parents:
        if parent == root or any(parent.iterdir()):
            return
        parent.rmdir()


def _present(path: Path) -> str:
    try:
        return _digest(path.read_bytes())
    except FileNotFoundError:
        return ""
    except OSError as error:
        raise EnvironmentFault(f"{path.as_posix()} cannot be read: {error.strerror}") from error


def _write_list(folder: ExportFolder) -> None:
    exports = {name: dict(sorted(files.items())) for name, files in sorted(folder.exports.items())}
    value = {"schema": _SCHEMA, "exports": exports}
    text = json.dumps(value, indent=1, ensure_ascii=False) + "\n"
    write_whole(folder.path / LIST_NAME, text.encode())


def _parse(text: str) -> dict[str, dict[str, str]]:
    value = json.loads(text)
    if value["schema"] != _SCHEMA:
        raise ValueError("not a list of this version")
    exports = {
        str(name): {str(path): str(digest) for path, digest in files.items()}
        for name, files in value["exports"].items()
    }
    # A tampered list must not make Galley remove files outside the folder.
    if any(unsafe_reason(path) for files in exports.values() for path in files):
        raise ValueError("a path leads out of the folder")
    return exports


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
