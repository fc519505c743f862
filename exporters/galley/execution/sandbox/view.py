"""What code in a sandbox sees, as one value: which file or folder stands where, and how.

The content folder keeps its path, so that code and its record name files as they would outside.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

OWN = "/run/galley/own"
"""Where the article's folder can be read as it is; what code finds at its path is a copy."""
WRITABLE_MEGABYTES = 256
_HOME_MEGABYTES = 64
# The system's programs, and what they look up; passwords and keys are not among it.
_SYSTEM = ("/usr", "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/libx32", "/nix/store", "/gnu")
_SETTINGS = (
    *("alternatives", "fonts", "ld.so.cache", "ld.so.conf", "ld.so.conf.d", "locale.alias"),
    *("localtime", "magic", "matplotlibrc", "mime.types", "os-release", "timezone", "R", "java"),
)
_FONT_CACHE = "/var/cache/fontconfig"
_HOME_FONTS = (".fonts", ".local/share/fonts")
_ACCOUNTS = {
    "passwd": "author:x:1000:1000::{home}:/bin/sh\n",
    "group": "author:x:1000:\n",
    "hosts": "127.0.0.1 localhost\n::1 localhost\n",
}


@dataclass(frozen=True)
class Mount:
    """One thing that is seen.

    Attributes
    ----------
    kind
        ``read`` and ``write``: a file or folder of the system; ``link``; ``memory``: an empty
        folder that code may write, and that is gone with the sandbox.
    """

    kind: Literal["read", "write", "link", "memory"]
    target: str
    source: str = ""
    megabytes: int = 0


@dataclass(frozen=True)
class View:
    """All that is seen, outer folders before inner ones."""

    mounts: tuple[Mount, ...]
    folder: str

    def shows(self, path: str) -> bool:
        """Tell whether a path outside is the same thing inside."""
        holders = [mount for mount in self.mounts if _is_within(path, mount.target)]
        return bool(holders) and (
            holders[-1].kind in ("read", "link") or holders[-1].target == self.folder
        )


@dataclass(frozen=True)
class Lodging:
    """The folders of one article.

    Attributes
    ----------
    root
        The content folder.
    folder
        The notebook's own folder, in it.
    hidden
        What is in the content folder and not seen: hidden files, the store, the site.
    shared
        Where the kernel's sockets and its record are; both sides write there.
    prepared
        What is made for this sandbox by `prepare`.
    programs
        Programs and files that must be seen: the kernel's, and Galley's own.
    """

    root: Path
    folder: Path
    hidden: tuple[Path, ...]
    shared: Path
    prepared: Path
    programs: tuple[Path, ...] = ()


def prepare(lodging: Lodging, home: Path) -> None:
    """Make the few files that stand for the system's own."""
    lodging.shared.mkdir()
    (lodging.prepared / "nothing").mkdir(parents=True)
    (lodging.prepared / "empty").touch()
    for name, text in _ACCOUNTS.items():
        (lodging.prepared / name).write_bytes(os.fsencode(text.format(home=home)))


def make_view(lodging: Lodging, home: Path, packages: Iterable[str]) -> View:
    """Return what an article's code sees.

    Parameters
    ----------
    packages
        Folders from which Python imports.
    """
    mounts = [
        *_system(),
        *(Mount("read", f"/etc/{name}", os.fspath(lodging.prepared / name)) for name in _ACCOUNTS),
        Mount("memory", "/tmp", megabytes=WRITABLE_MEGABYTES),  # noqa: S108 - the sandbox's own
        Mount("memory", os.fspath(home), megabytes=_HOME_MEGABYTES),
        *_of_home(home),
        *_installed(lodging, home, packages),
        *_content(lodging),
        Mount("write", os.fspath(lodging.shared), os.fspath(lodging.shared)),
    ]
    unique = {mount.target: mount for mount in mounts}
    ordered = sorted(unique.values(), key=lambda mount: mount.target.count("/"))
    return View(tuple(ordered), _real_folder(lodging))


def _system() -> Iterator[Mount]:
    for path in _SYSTEM:
        if Path(path).is_symlink():
            yield Mount("link", path, os.readlink(path))  # noqa: PTH115 - as it is written
        elif Path(path).is_dir():
            yield Mount("read", path, path)
    for path in (*(f"/etc/{name}" for name in _SETTINGS), _FONT_CACHE):
        if Path(path).exists():
            yield Mount("read", path, os.path.realpath(path))


def _of_home(home: Path) -> Iterator[Mount]:
    """Yield fonts and the list of them: without it, each kernel would look through all fonts."""
    for name in _HOME_FONTS:
        if (home / name).is_dir():
            yield Mount("read", f"{home}/{name}", f"{home}/{name}")
    for path in sorted((home / ".cache" / "matplotlib").glob("fontlist-*.json")):
        yield Mount("read", os.fspath(path), os.fspath(path))


def _installed(lodging: Lodging, home: Path, packages: Iterable[str]) -> Iterator[Mount]:
    """Yield Python's own folders, those of packages, and single files; never a home or above it."""
    prefixes = {sys.prefix, sys.base_prefix, *map(os.fspath, _prefixes(lodging.programs))}
    kept = (os.fspath(home), os.fspath(lodging.root.absolute()), os.fspath(lodging.root.resolve()))
    for path in sorted({*prefixes, *packages}):
        if os.path.isdir(path) and not any(_is_within(place, path) for place in kept):  # noqa: PTH112
            yield Mount("read", path, path)
    for program in lodging.programs:
        if program.is_file():
            yield Mount("read", os.fspath(program), os.fspath(program.resolve()))


def _prefixes(programs: Iterable[Path]) -> Iterator[Path]:
    for program in programs:
        for path in (program.absolute(), program.resolve()):
            if path.parent.name == "bin":
                yield path.parent.parent


def _content(lodging: Lodging) -> Iterator[Mount]:
    root, folder = os.fspath(lodging.root), _real_folder(lodging)
    if folder != root:
        yield Mount("read", root, root)
    yield Mount("memory", folder, megabytes=WRITABLE_MEGABYTES)
    yield Mount("read", OWN, folder)
    for path in lodging.hidden:
        nothing = lodging.prepared / ("nothing" if path.is_dir() else "empty")
        place = os.fspath(path)
        if _is_within(place, folder):
            yield Mount("read", OWN + place[len(folder) :], os.fspath(nothing))
        else:
            yield Mount("read", place, os.fspath(nothing))


def _real_folder(lodging: Lodging) -> str:
    """Return the article's folder by its path in the content folder, without links."""
    below = os.path.relpath(os.path.realpath(lodging.folder), os.path.realpath(lodging.root))
    return os.path.normpath(f"{lodging.root}/{below}")


def find_hidden(root: Path, excluded: Iterable[Path]) -> tuple[Path, ...]:
    """Return what of a content folder no sandbox shows: hidden entries, the store and the site."""
    ours = {os.path.realpath(path) for path in excluded}
    found: list[Path] = []
    for folder, names, files in os.walk(root):
        hidden = [name for name in names if _is_hidden(folder, name, ours)]
        names[:] = [name for name in names if name not in hidden]
        hidden += [name for name in files if name.startswith(".")]
        places = (Path(folder, name) for name in sorted(hidden))
        found += [path for path in places if not path.is_symlink()]
    return tuple(found)


def _is_hidden(folder: str, name: str, ours: set[str]) -> bool:
    return name.startswith(".") or os.path.realpath(f"{folder}/{name}") in ours


def _is_within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip("/") + "/")
