"""Files that are published as they are: ``static/CNAME`` in the content folder is ``CNAME``."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from galley.content_files import leads_inside
from galley.findings import Finding, Place, Severity

FOLDER = "static"
RULE = "static-left-out"

# Whatever lies there, hosts are told to keep for ever, since its name changes with its content.
_GALLEYS_FOLDER = "assets"


@dataclass(frozen=True)
class StaticFile:
    """A file of the author's.

    Attributes
    ----------
    address
        Its path inside the site.
    file
        How the author calls it.
    """

    address: str
    path: Path
    file: str


def static_folder(root: Path) -> Path | None:
    """Return the folder of a content folder whose files are published as they are, if it has one.

    Only where there is a ``site.toml``: a folder that was never made for Galley may have one of
    that name for something else.
    """
    folder = root / FOLDER
    return folder if (root / "site.toml").is_file() and folder.is_dir() else None


def find_static(root: Path, name: str) -> tuple[tuple[StaticFile, ...], tuple[Finding, ...]]:
    """Find the files that are published as they are, and what is left out.

    Hidden files stay at home without a word: editors and systems put them everywhere.

    Parameters
    ----------
    name
        How the author calls the content folder; findings begin with it.
    """
    folder = static_folder(root)
    if folder is None:
        return (), ()
    found = [_static_file(path, folder, name) for path in _walk(folder)]
    left_out = {each: reason for each in found if (reason := _refusal(each, root))}
    return (
        tuple(each for each in found if each not in left_out),
        tuple(_finding(each, *reason) for each, reason in left_out.items()),
    )


def _walk(folder: Path) -> Iterator[Path]:
    """Yield every file; links to other folders are not followed."""
    for place, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        linked = [each for each in folders if (Path(place) / each).is_symlink()]
        names = sorted([*linked, *(each for each in files if not each.startswith("."))])
        yield from (Path(place) / each for each in names)


def _static_file(path: Path, folder: Path, name: str) -> StaticFile:
    address = path.relative_to(folder).as_posix()
    return StaticFile(address, path, posixpath.join(name, FOLDER, address))


def _refusal(each: StaticFile, root: Path) -> tuple[str, str] | None:
    """Return why a file is not published and what to do; None where it is."""
    if each.path.is_dir() or not leads_inside(each.path, root):
        return (
            "it is a link to a folder, or one that leads out of the content folder",
            "Copy what it leads to into the folder.",
        )
    if not each.path.is_file():
        return "it is no file, or a link that leads nowhere", "Remove it."
    if each.address.split("/", maxsplit=1)[0].lower() == _GALLEYS_FOLDER:
        return (
            f"browsers keep what is in '{_GALLEYS_FOLDER}' for ever, under names that Galley gives",
            "Rename its folder, for example to files.",
        )
    return None


def _finding(each: StaticFile, reason: str, fix: str) -> Finding:
    return Finding(
        RULE, Severity.WARNING, Place(each.file), f"this is not published: {reason}", fix
    )
