"""Files that an article names: found beside its notebook, never outside the content folder."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

_OTHER_PLACE = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)
_MACHINE_PATH = re.compile(r"file:|refused:|[a-z]:[\\/]|\\\\", re.IGNORECASE)

_DOI = re.compile(r"doi:\s*10\.", re.IGNORECASE)
# Jupyter's addresses of files, on the computer that it runs on.
_OWN_SERVER = re.compile(
    r"https?://(?:localhost|127\.0\.0\.1|0\.0\.0\.0)(?::\d+)?"
    r"/(?:lab/|doc/)?(?:tree|notebooks|files|edit|view)/(?:RTC:)?",
    re.IGNORECASE,
)

REFUSED = "refused:"
"""Stands for an address that could run something."""

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


def meant_address(address: str) -> str:
    """Return an address as it was meant.

    A notebook on the author's own server is one of the folder; paths may have the strokes of
    Windows, and no browser opens ``doi:`` numbers.
    """
    address = address.strip()
    if _DOI.match(address):
        return _DOI.sub("https://doi.org/10.", address, count=1)
    own = _OWN_SERVER.match(address)
    if own:
        return f"/{address[own.end() :]}"
    if is_elsewhere(address) or is_machine_path(address):
        return address
    path = bare_path(address)
    return re.sub(r"\\|%5[cC]", "/", path) + address[len(path) :]


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
        bare = bare_path(address)
        for written in dict.fromkeys((address, bare, unquote(bare))):
            path = _inside(base, written.lstrip("/"), home)
            if path is not None:
                return path
        return None

    return find


def real_path(path: Path) -> Path:
    """Return where a path leads; a link that leads to itself, which leads nowhere, as it is."""
    try:
        return Path(os.path.realpath(path))
    except (OSError, ValueError):
        # No system has a name with a NUL in it.
        return path.absolute()


def leads_inside(path: Path, root: Path) -> bool:
    """Tell whether a path, or what it links to, lies in a folder."""
    return real_path(path).is_relative_to(real_path(root))


def _inside(base: Path, written: str, home: Path) -> Path | None:
    try:
        # What is not there is told by one question; where a path leads takes many.
        if not (base / written).is_file():
            return None
        path = real_path(base / written)
        return path if path.is_relative_to(home) and path.is_file() else None
    except (OSError, ValueError):
        # A name that this system cannot have, for example one with a NUL in it.
        return None
