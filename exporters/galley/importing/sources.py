"""Finding what is to be imported: files, and what lies beside them, never outside their site."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote

from galley.content_files import bare_path, is_elsewhere, real_path
from galley.discovery import shown_path
from galley.findings import UsageError
from galley.importing.importers import SUFFIXES
from galley.importing.reading_parts import ReadFile
from galley.importing.wordpress.export import is_export

_PASSED_OVER = frozenset({"node_modules", "_site", "_book", "_build", "public", "site-packages"})
_LISTS_TEXT = "tag tags category categories kategori author authors penulis page"
# Pages that a site makes of its articles.
_LISTS = frozenset(_LISTS_TEXT.split())
_NO_POSTS_TEXT = """
    readme license licence changelog contributing _index 404 robots sitemap search archive a-z
"""
_NO_POSTS = frozenset(_NO_POSTS_TEXT.split())
_SITE_MARK = ".galley-published.json"
_SITE_TEXT = """
    _config.yml _quarto.yml myst.yml mkdocs.yml hugo.toml hugo.yaml config.toml config.yaml
    docusaurus.config.js next.config.js next.config.mjs package.json
"""
_SITE_FILES = tuple(_SITE_TEXT.split())
_PUBLIC_FOLDERS = ("", "static", "public", "assets", "source", "docs")
# In a content folder, these are articles already.
_ARTICLES = frozenset({".md", ".qmd"})
_LARGEST_PICTURE = 60_000_000
_LONGEST_PATH = 1000


@dataclass(frozen=True)
class FoundSource:
    """A file that may be a post.

    Attributes
    ----------
    name
        What the author calls it.
    root
        The folder of its site; pictures are read from inside it only.
    """

    path: Path
    name: str
    root: Path


def find_sources(typed: Iterable[str], cwd: Path, content: Path) -> tuple[FoundSource, ...]:
    """Return the files that were named, and those in the folders that were named.

    Parameters
    ----------
    content
        The content folder; what is an article there is no source.

    Raises
    ------
    UsageError
        If there is no such file, or no post in a folder.
    """
    found: dict[Path, FoundSource] = {}
    for each in typed:
        path = (cwd / Path(each).expanduser()).absolute()
        if not path.exists():
            raise UsageError(f"there is no file or folder '{each}'", "check its name")
        root = site_around(path)
        files = list(_posts_in(path, content)) if path.is_dir() else [path]
        if not files:
            raise UsageError(
                f"there is no post in the folder '{each}'",
                "notebooks need no import: put them into the content folder, or build their own"
                if next(path.rglob("*.ipynb"), None)
                else f"posts are files that end in {', '.join(sorted(SUFFIXES))}",
            )
        for file in files:
            found.setdefault(file.resolve(), FoundSource(file, shown_path(file, cwd, "."), root))
    return tuple(found.values())


def site_around(path: Path) -> Path:
    """Return the folder of the site that a post belongs to; its own where there is no sign."""
    folder = path if path.is_dir() else path.parent
    for above in (folder, *list(folder.parents)[:5]):
        if any((above / name).is_file() for name in _SITE_FILES):
            return above
    return folder


def _posts_in(folder: Path, content: Path) -> Iterator[Path]:
    home, articles = folder.resolve(), content.resolve()
    for place, folders, files in os.walk(folder):
        here = Path(place).resolve()
        folders[:] = sorted(name for name in folders if _is_searched(name))
        is_content = here == articles and home != articles
        if is_content or (here != home and (here / _SITE_MARK).is_file()):
            folders[:] = []
            continue
        for name in sorted(files):
            path = Path(place) / name
            is_post = path.suffix.lower() in SUFFIXES and path.stem.lower() not in _NO_POSTS
            # Word leaves such a file beside a document that is open.
            is_kept = not name.startswith((".", "~$"))
            if here.is_relative_to(articles) and path.suffix.lower() in _ARTICLES:
                continue
            is_whole = is_post and is_kept and path.is_file()
            if is_whole and real_path(path).is_relative_to(home) and _may_hold_posts(path):
                yield path


def _may_hold_posts(path: Path) -> bool:
    """Pass over feeds, maps of a site and settings, which are XML like a WordPress export."""
    if path.suffix.lower() != ".xml":
        return True
    try:
        with path.open("rb") as file:
            return is_export(file.read(8192))
    except OSError:
        return False


def _is_searched(name: str) -> bool:
    is_saved_page = name.endswith(("_files", ".fld", "-Dateien", "_berkas"))
    return not name.startswith(".") and name not in _PASSED_OVER | _LISTS and not is_saved_page


def reader_beside(path: Path, root: Path) -> ReadFile:
    """Return a reader of the pictures that a post names."""
    home = root.resolve()

    def read(address: str) -> bytes | None:
        if is_elsewhere(address) or not address or len(address) > _LONGEST_PATH:
            return None
        for written in dict.fromkeys((address, bare_path(address), unquote(bare_path(address)))):
            for base in _bases(written, path, root):
                data = _read_inside(base / written.lstrip("/\\"), home)
                if data is not None:
                    return data
        return None

    return read


def reader_with(beside: ReadFile, folder: Path) -> ReadFile:
    """Return a reader that looks into another folder where nothing lies beside a post."""
    other = reader_beside(folder / "index", folder)

    def read(address: str) -> bytes | None:
        data = beside(address)
        return other(address) if data is None else data

    return read


def folder_of_uploads(typed: str | None, cwd: Path) -> Path | None:
    """Return the folder of pictures that was named.

    Raises
    ------
    UsageError
        If there is no such folder.
    """
    if typed is None:
        return None
    folder = (cwd / Path(typed).expanduser()).absolute()
    if not folder.is_dir():
        raise UsageError(f"there is no folder '{typed}'", "check its name")
    return folder


def _bases(written: str, path: Path, root: Path) -> Iterator[Path]:
    if written.startswith("/"):
        yield from (root / name for name in _PUBLIC_FOLDERS)
    else:
        yield path.parent


def _read_inside(path: Path, home: Path) -> bytes | None:
    try:
        real = real_path(path)
        if not real.is_relative_to(home) or not real.is_file():
            return None
        return real.read_bytes() if real.stat().st_size <= _LARGEST_PICTURE else None
    except (OSError, ValueError, RuntimeError):
        return None
