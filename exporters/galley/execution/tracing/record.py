"""The recorder's lines, read back as one value."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

_SCHEMA = 1


@dataclass
class FileUse:
    """How an article used one file; cells are counted from 1.

    Attributes
    ----------
    is_made
        Whether it was written before it was read: then it is no input.
    sizes
        Size and time of change at each reading; size -1 where there was no file.
    """

    is_made: bool
    is_written: bool = False
    cells: set[int] = field(default_factory=set)
    sizes: set[tuple[int, int]] = field(default_factory=set)


@dataclass(frozen=True)
class Unfollowed:
    """A program or a connection, the package that asked for it, and the cell."""

    kind: str
    name: str
    package: str
    cell: int


@dataclass(frozen=True)
class Deed:
    """A file or folder that code wrote or removed, in a cell; whether it was there before."""

    path: str
    cell: int
    is_removal: bool = False
    was_there: bool = False


@dataclass
class Record:
    """What a kernel did while it ran an article; paths are absolute.

    Attributes
    ----------
    python, executable, prefixes, library, sites
        The kernel's Python: its version, program, environment, own library and package folders.
    cell_count
        How many cells ran.
    preloaded
        Top names of packages that were there before the first cell.
    search
        Every folder in which modules were searched, in order.
    asked
        Top names that were searched for.
    packages
        Top names of installed packages that were loaded, with the cells.
    deeds
        What the code wrote and removed, in order.
    faults
        What the recorder itself could not do; with any, the record is of no use.
    """

    python: str = ""
    executable: str = ""
    prefixes: tuple[str, ...] = ()
    library: str = ""
    sites: tuple[str, ...] = ()
    cell_count: int = 0
    preloaded: frozenset[str] = frozenset()
    search: list[str] = field(default_factory=list)
    asked: set[str] = field(default_factory=set)
    files: dict[str, FileUse] = field(default_factory=dict)
    modules: dict[str, FileUse] = field(default_factory=dict)
    folders: dict[str, set[int]] = field(default_factory=dict)
    packages: dict[str, set[int]] = field(default_factory=dict)
    unfollowed: list[Unfollowed] = field(default_factory=list)
    deeds: list[Deed] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def parse_record(text: str) -> Record | None:
    """Parse a recorder's lines; ``None`` where they are not whole or tell of a fault."""
    record = Record()
    try:
        for line in _lines(text):
            _READERS[line[0]](record, line)
    except (ValueError, KeyError, IndexError, TypeError):
        return None
    is_whole = bool(record.python and record.cell_count) and not record.faults
    return record if is_whole else None


def _lines(text: str) -> Iterator[list[Any]]:
    for line in text.splitlines():
        value = json.loads(line)
        if not isinstance(value, list):
            raise TypeError(line)
        yield value


def _read_start(record: Record, line: list[Any]) -> None:
    facts: Mapping[str, Any] = line[1]
    if facts["schema"] != _SCHEMA:
        raise ValueError(facts)
    record.python, record.executable = str(facts["python"]), str(facts["executable"])
    record.prefixes, record.library = tuple(facts["prefixes"]), str(facts["library"])
    record.sites = tuple(facts["sites"])


def _read_preloaded(record: Record, line: list[Any]) -> None:
    record.preloaded = frozenset(line[1])


def _read_cell(record: Record, line: list[Any]) -> None:
    record.cell_count = max(record.cell_count, int(line[1]))


def _read_path(record: Record, line: list[Any]) -> None:
    # The newest order first; folders that were searched before count as well.
    record.search = list(dict.fromkeys((*line[1], *record.search)))


def _read_file(record: Record, line: list[Any]) -> None:
    _, cell, path, size, time_ns = line
    use = record.files.setdefault(path, FileUse(is_made=False))
    use.cells.add(cell)
    use.sizes.add((size, time_ns))


def _read_written(record: Record, line: list[Any]) -> None:
    _, cell, path, size, *_ = line
    use = record.files.setdefault(path, FileUse(is_made=True))
    use.cells.add(cell)
    use.is_written = True
    record.deeds.append(Deed(path, cell, was_there=size >= 0))


def _read_removed(record: Record, line: list[Any]) -> None:
    record.deeds.append(Deed(line[2], line[1], is_removal=True, was_there=True))


def _read_meddling(record: Record, line: list[Any]) -> None:
    record.deeds.append(Deed(line[2], line[1], was_there=True))


def _read_module(record: Record, line: list[Any]) -> None:
    _, cell, path, size, time_ns = line
    use = record.modules.setdefault(path, FileUse(is_made=False))
    use.cells.add(cell)
    use.sizes.add((size, time_ns))


def _read_folder(record: Record, line: list[Any]) -> None:
    record.folders.setdefault(line[2], set()).add(line[1])


def _read_package(record: Record, line: list[Any]) -> None:
    record.packages.setdefault(line[2], set()).add(line[1])


def _read_asked(record: Record, line: list[Any]) -> None:
    record.asked.add(line[2])


def _read_unfollowed(record: Record, line: list[Any]) -> None:
    kind, cell, name, package = line
    record.unfollowed.append(Unfollowed(kind, name, package, cell))


def _read_fault(record: Record, line: list[Any]) -> None:
    record.faults.append(str(line[1:]))


_READERS = {
    "start": _read_start,
    "preloaded": _read_preloaded,
    "cell": _read_cell,
    "path": _read_path,
    "read": _read_file,
    "write": _read_written,
    "remove": _read_removed,
    "meddle": _read_meddling,
    "module": _read_module,
    "list": _read_folder,
    "package": _read_package,
    "import": _read_asked,
    "program": _read_unfollowed,
    "network": _read_unfollowed,
    "fault": _read_fault,
}
