"""What pages are made with: a digest of Galley's own files and of every installed package."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from galley.own_files import own_files
from galley.seen import SeenFiles

_OWN_PACKAGES = ("galley", "galley_figures")


def read_program(seen: SeenFiles) -> str:
    """Return a digest that differs wherever another program may make other pages.

    It is cheap, because it is asked for by every build: of installed packages only names and
    versions count, as their metadata folders are called.
    """
    digest = hashlib.sha256(f"python {sys.version}\n".encode())
    for line in (*_own_files(seen), *sorted(_installed(sys.path)), _other_pandoc(seen)):
        digest.update(f"{line}\n".encode())
    return digest.hexdigest()


def _own_files(seen: SeenFiles) -> Iterator[str]:
    for package in _OWN_PACKAGES:
        # Found, not imported: a build that has nothing to do loads as little as it can.
        spec = find_spec(package)
        for folder in (spec.submodule_search_locations or ()) if spec else ():
            for path in own_files(folder):
                yield f"{package}{path.removeprefix(folder)} {seen.digest(path)}"


def _installed(places: Iterable[str]) -> Iterator[str]:
    for place in places:
        if place and Path(place).is_dir():
            names = os.listdir(place)  # noqa: PTH208 - names alone, and a thousand of them
            yield from (name for name in names if name.endswith((".dist-info", ".egg-info")))


def _other_pandoc(seen: SeenFiles) -> str:
    """Return the digest of a pandoc that no package has brought; empty where one has."""
    found = None if find_spec("pypandoc") else shutil.which("pandoc")
    return f"pandoc {seen.digest(found)}" if found else ""
