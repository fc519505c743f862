"""The files of a content folder that code could read: modules and data, with their digests.

What code really reads is traced; these are for kernels that cannot be traced, and for ``inputs:``.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from galley.content_files import real_path
from galley.seen import SeenFiles

# What articles and the site are written in; code rarely reads it, and it changes all the time.
_WRITING_SUFFIXES = frozenset({".ipynb", ".md", ".qmd", ".bib", ".ris"})
_WRITING_NAMES = frozenset({"site.toml", "glossary.yml", "retractions.csv"})
# What people have signed lies in `sheets/*.yml`; signing runs nothing.
_SHEETS, _SHEET_SUFFIX = "sheets", ".yml"
# Code that lists folders may read any file, whatever its name.
_LISTING_WORDS = ("glob", "listdir", "scandir", "iterdir", "walk", "list.files", "readdir")
_MACHINE_FOLDERS = frozenset({"__pycache__", "node_modules"})
_CODE_SUFFIXES = frozenset({".py", ".r", ".jl", ".js"})

Digest = Callable[[Path], str]
"""Returns the digest of a file; empty for what cannot be read, such as a dead link or a pipe."""


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file's content; empty for what cannot be read."""
    return SeenFiles().digest(path)


def read_code_inputs(
    root: Path, code: str, *, digest: Digest = digest_of, excluded: Iterable[Path] = ()
) -> dict[str, str]:
    """Return path → digest of every file in the content folder that code could read.

    Parameters
    ----------
    code
        The code of all articles. Articles' own text (Markdown, notebooks, ``references.bib``,
        ``site.toml``) counts as input only where this code or a module speaks of such files.
    excluded
        Folders that Galley writes: the store and the site.
    """
    paths = sorted(_walk(root, frozenset(path.resolve() for path in excluded)))
    modules = (path for path in paths if path.suffix.lower() in _CODE_SUFFIXES)
    all_code = "\n".join((code, *(_read_text(path) for path in modules)))
    may_read = _writing_filter(all_code, root)
    return {path.relative_to(root).as_posix(): digest(path) for path in paths if may_read(path)}


def read_named_inputs(
    root: Path, folder: Path, patterns: Iterable[str], *, digest: Digest = digest_of
) -> dict[str, str]:
    """Return path → digest of what ``inputs:`` names, seen from the notebook's folder.

    Only files inside the content folder count; their own text, hidden files and all.
    """
    named = (path for pattern in patterns for path in _matching(folder, pattern))
    inside = {path for path in named if path.is_relative_to(root.resolve()) and path.is_file()}
    return {path.relative_to(root.resolve()).as_posix(): digest(path) for path in sorted(inside)}


def _matching(folder: Path, pattern: str) -> Iterator[Path]:
    if any(sign in pattern for sign in "*?["):
        yield from (real_path(path) for path in folder.glob(pattern.lstrip("/\\")))
    else:
        yield real_path(folder / pattern)


def _walk(root: Path, excluded: frozenset[Path]) -> Iterator[Path]:
    for folder, names, files in os.walk(root, followlinks=True):
        place = Path(folder)
        names[:] = [name for name in names if _is_entered(place / name, excluded)]
        yield from (place / name for name in files if not name.startswith("."))


def _is_entered(folder: Path, excluded: frozenset[Path]) -> bool:
    if folder.name.startswith(".") or folder.name in _MACHINE_FOLDERS:
        return False
    resolved = folder.resolve()
    # A link to a folder above itself would be walked for ever.
    is_loop = folder.is_symlink() and folder.parent.resolve().is_relative_to(resolved)
    return resolved not in excluded and not is_loop


def _writing_filter(code: str, root: Path) -> Callable[[Path], bool]:
    lists_folders = any(word in code for word in _LISTING_WORDS)

    def may_read(path: Path) -> bool:
        if path.suffix == ".pyc":
            return False
        if path.name in _WRITING_NAMES:
            return lists_folders or path.name in code
        if path.suffix.lower() in _WRITING_SUFFIXES:
            return lists_folders or path.suffix in code
        if path.suffix == _SHEET_SUFFIX and path.is_relative_to(root / _SHEETS):
            return lists_folders or _SHEETS in code
        return True

    return may_read


def _read_text(path: Path) -> str:
    if not path.is_file():
        return ""
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
