"""Writes an area's files: beside the tests to be looked at, and into a folder to be built."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.corpus.case import Area, Case, Content
from tests.corpus.parts import png, prose

SECRET = "OUTSIDE-THE-FOLDER"
# A size that no other picture has, by which it is known.
SECRET_SIZE = (77, 33)
INNOCENT = "innocent.ipynb"
# A folder of Windows cannot hold a file of this name, so nobody could check the project out there.
_DEVICE = re.compile(r"(^|/)(con|prn|aux|nul|com\d|lpt\d)(\.|/|$)", re.IGNORECASE)


def as_bytes(content: Content) -> bytes:
    """Return what a file holds; half characters travel as JSON escapes."""
    if isinstance(content, bytes):
        return content
    if isinstance(content, str):
        return content.encode()
    text = json.dumps(content, indent=1, ensure_ascii=False) + "\n"
    try:
        return text.encode()
    except UnicodeEncodeError:
        return (json.dumps(content, indent=1) + "\n").encode()


def all_files(area: Area) -> dict[str, bytes]:
    """Return every file of an area's content folder."""
    return shared_files(area) | {
        name: data for case in area.cases for name, data in files_of_case(case).items()
    }


def committed_files(area: Area) -> dict[str, bytes]:
    """Return the files that are kept with the project: those that every computer can hold."""
    cases = (files_of_case(case) for case in area.cases if case.committed)
    every = shared_files(area)
    for files in cases:
        every |= files
    return {
        name: data for name, data in every.items() if name.isascii() and not _DEVICE.search(name)
    }


def shared_files(area: Area) -> dict[str, bytes]:
    """Return what all cases use."""
    site = {"site.toml": area.site} if area.site else {}
    return {name: as_bytes(content) for name, content in (site | dict(area.shared)).items()}


def files_of_case(case: Case) -> dict[str, bytes]:
    """Return a case's own file, and what stands beside it."""
    return {
        name: as_bytes(value) for name, value in {case.file: case.content, **case.files}.items()
    }


def kept_files(area: Area) -> dict[str, bytes]:
    """Return what stands beside the tests."""
    paths = (path for path in area.folder.rglob("*") if path.is_file())
    return {path.relative_to(area.folder).as_posix(): path.read_bytes() for path in paths}


def write_to_build(area: Area, folder: Path) -> None:
    """Write an area as the content folder ``blog``, beside what it may not read."""
    write_outside(folder)
    content = folder / "blog"
    content.mkdir()
    write_files(content, {INNOCENT: innocent(), **all_files(area)})
    for case in area.cases:
        for name, target in case.links.items():
            (content / name).parent.mkdir(parents=True, exist_ok=True)
            (content / name).symlink_to(target)


def write_innocent(area: Area, folder: Path) -> None:
    """Write the innocent article alone, on the same site."""
    content = folder / "blog"
    content.mkdir()
    site = {"site.toml": area.site.encode()} if area.site else {}
    write_files(content, {INNOCENT: innocent(), **site})


def write_outside(folder: Path) -> None:
    folder.joinpath("secret.txt").write_text(SECRET, encoding="utf-8")
    folder.joinpath("secret.csv").write_text(f"a\n{SECRET}\n", encoding="utf-8")
    folder.joinpath("secret.bib").write_text(
        f"@misc{{secret, title = {{{SECRET}}}}}\n", encoding="utf-8"
    )
    folder.joinpath("secret.ipynb").write_bytes(as_bytes(prose(f"# {SECRET}")))
    folder.joinpath("secret.png").write_bytes(png(*SECRET_SIZE, colour="#ff00ff"))


def write_files(folder: Path, files: dict[str, bytes]) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def innocent() -> bytes:
    """Return an article that nothing of its neighbours may change."""
    return as_bytes(prose("# Innocent", "", "Nothing but words."))
