"""Files that an article names: found beside its notebook, never outside the content folder."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

_OTHER_PLACE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_MACHINE_PATH = re.compile(r"file:|[a-z]:[\\/]|\\\\", re.IGNORECASE)

# What readers are given to take away; pages and scripts are not among it, since they would run
# with the site's own rights.
_LINKED_TYPES = (
    "bib csv docx epub flac ics m4a m4v mov mp3 mp4 ods odt oga ogg ogv opus pdf pptx ris tsv txt "
    "vtt wav webm xlsx zip"
)
LINKED_SUFFIXES = frozenset(f".{kind}" for kind in _LINKED_TYPES.split())
"""Kinds of files that are published as they are where an article links to them."""
PICTURE_SUFFIXES = frozenset([".gif", ".jpeg", ".jpg", ".png", ".svg", ".webp"])
"""Kinds of files that are published as pictures."""

FindFile = Callable[[str], Path | None]
"""A path as an author writes it → the file, or None where there is none."""


def is_elsewhere(address: str) -> bool:
    """Tell whether an address has a scheme or host of its own, so that it names no file here."""
    return bool(_OTHER_PLACE.match(address.strip()))


def is_machine_path(address: str) -> bool:
    """Tell whether an address names a file of one machine, which nobody else has."""
    return bool(_MACHINE_PATH.match(address.strip()))


def bare_path(address: str) -> str:
    """Return an address without its query and fragment."""
    return re.split(r"[?#]", address, maxsplit=1)[0]


def find_beside(folder: Path, root: Path) -> FindFile:
    """Return a finder of files for the notebooks of one folder.

    Parameters
    ----------
    folder
        The notebook's own folder.
    root
        The content folder; an address that begins with ``/`` is looked for from here.
    """
    home = root.resolve()

    def find(address: str) -> Path | None:
        if is_elsewhere(address) or not bare_path(address):
            return None
        base = home if address.startswith("/") else folder
        for written in (address, bare_path(address), unquote(bare_path(address))):
            path = _inside(base, written.lstrip("/"), home)
            if path is not None:
                return path
        return None

    return find


def _inside(base: Path, written: str, home: Path) -> Path | None:
    try:
        path = (base / written).resolve()
        return path if path.is_relative_to(home) and path.is_file() else None
    except (OSError, ValueError):
        # A name that this system cannot have, for example one with a NUL in it.
        return None
