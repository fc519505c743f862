"""A trace: the inputs of one execution, and whether they are still as they were."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from itertools import chain
from typing import Any, Literal

from galley.execution.tracing.present import Present

CHANGED_MEANWHILE = "changed while it was read"
"""In place of a digest: the file was another one at the end of the run, so nothing equals it."""

MEANWHILE = "meanwhile"
"""The detail of a difference that only says that nothing is known for certain."""

Kind = Literal["file", "input", "variable", "folder", "shadow", "package", "python", "beside"]
How = Literal["changed", "removed", "new"]


@dataclass(frozen=True)
class Difference:
    """One input that is no longer what it was.

    Attributes
    ----------
    detail
        What changed of it, where that can be said: ``2.0 to 2.1`` of a package.
    """

    kind: Kind
    name: str
    how: How = "changed"
    detail: str = ""


@dataclass(frozen=True)
class Remark:
    """Something about an execution that its author should know; cells are counted from 0."""

    rule: str
    detail: str = ""
    cell: int | None = None


@dataclass(frozen=True)
class Trace:
    """Everything that an execution read, and how it was then. Files are named by `Places`.

    Attributes
    ----------
    modules, files
        File → digest; empty for a file that was looked for and not there.
    folders
        Folder → digest of the names in it.
    variables
        Environment variable → digest of its value; empty where it was not set.
    named
        What ``inputs:`` in the front matter named → digest.
    packages
        Installed package → version.
    imports
        Top names that were searched for in the folders of `search`.
    search
        Folders of the author in which modules are searched before those of installed packages.
    shadows
        What there was in those folders that has such a name.
    missing
        Names that were searched for and found nowhere.
    made
        Files that the execution wrote itself.
    python, executable, sites
        The kernel's Python, and the folders of its packages.
    beside
        All files that code could read, for kernels whose reading cannot be traced; else ``None``.
    cells
        Name of a file, folder, or variable (after a ``$``) → the code cells that used it, from 0.
    """

    modules: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, str] = field(default_factory=dict)
    folders: Mapping[str, str] = field(default_factory=dict)
    variables: Mapping[str, str] = field(default_factory=dict)
    named: Mapping[str, str] = field(default_factory=dict)
    packages: Mapping[str, str] = field(default_factory=dict)
    imports: tuple[str, ...] = ()
    search: tuple[str, ...] = ()
    shadows: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    made: tuple[str, ...] = ()
    python: str = ""
    executable: str = ""
    sites: tuple[str, ...] = ()
    beside: Mapping[str, str] | None = None
    cells: Mapping[str, Sequence[int]] = field(default_factory=dict)
    remarks: tuple[Remark, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the trace as JSON values, for `parse_trace`."""
        return asdict(self)


_FIELDS = tuple(item.name for item in fields(Trace))
_LISTS = ("imports", "search", "shadows", "missing", "made", "sites")
_MAPS = ("modules", "files", "folders", "variables", "named", "packages", "cells")


def parse_trace(value: Mapping[str, Any]) -> Trace | None:
    """Return the trace that `Trace.as_json` wrote; ``None`` where it is not one."""
    try:
        known = {name: value[name] for name in _FIELDS}
        known |= {name: tuple(known[name]) for name in _LISTS}
        # Not copied: a thousand traces have the same maps of modules and packages.
        if not all(isinstance(known[name], dict) for name in _MAPS):
            return None
        known["remarks"] = tuple(Remark(**remark) for remark in known["remarks"])
        return Trace(**known) if isinstance(known["beside"], dict | None) else None
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def verify(trace: Trace, present: Present, named: Mapping[str, str]) -> Difference | None:
    """Return the first input that has changed; ``None`` where all is as it was.

    Parameters
    ----------
    named
        What ``inputs:`` names now → digest.
    """
    return next(differences(trace, present, named), None)


def differences(trace: Trace, present: Present, named: Mapping[str, str]) -> Iterator[Difference]:
    """Yield what has changed, in the order in which an author would look for the cause."""
    yield from chain(
        _files(trace, present),
        _named(trace, named),
        _variables(trace, present),
        _folders(trace, present),
        _shadows(trace, present),
        _beside(trace, present),
        _python(trace, present),
        _packages(trace, present),
    )


def _files(trace: Trace, present: Present) -> Iterator[Difference]:
    for name, before in chain(trace.files.items(), trace.modules.items()):
        now = present.digest(name)
        if now != before:
            is_unknown = before == CHANGED_MEANWHILE
            yield Difference("file", name, _how(before, now), MEANWHILE if is_unknown else "")


def _named(trace: Trace, named: Mapping[str, str]) -> Iterator[Difference]:
    for name in sorted({*trace.named, *named}):
        before, now = trace.named.get(name, ""), named.get(name, "")
        if before != now:
            yield Difference("input", name, _how(before, now))


def _variables(trace: Trace, present: Present) -> Iterator[Difference]:
    for name, before in trace.variables.items():
        now = present.variable_digest(name)
        if now != before:
            yield Difference("variable", name, _how(before, now))


def _folders(trace: Trace, present: Present) -> Iterator[Difference]:
    made = frozenset(trace.made)
    for name, before in trace.folders.items():
        if present.folder_digest(name, made) != before:
            yield Difference("folder", name)


def _shadows(trace: Trace, present: Present) -> Iterator[Difference]:
    now = shadows_of(trace.imports, trace.search, present)
    for name in sorted({*now} ^ {*trace.shadows}):
        yield Difference("shadow", name, "new" if name in now else "removed")


def shadows_of(
    imports: tuple[str, ...], search: tuple[str, ...], present: Present
) -> tuple[str, ...]:
    """Return what stands in folders of the author under a name that is imported."""
    asked = frozenset(imports)
    return tuple(
        file
        for folder in search
        for name, files in present.importable(folder).items()
        if name in asked
        for file in files
    )


def _beside(trace: Trace, present: Present) -> Iterator[Difference]:
    if trace.beside is None:
        return
    now = present.beside()
    for name in sorted({*trace.beside, *now}):
        if trace.beside.get(name) != now.get(name):
            yield Difference("beside", name)


def _python(trace: Trace, present: Present) -> Iterator[Difference]:
    # The Python of another environment is known by its program, which is among the files.
    if trace.executable == present.executable and trace.python != present.python:
        yield Difference("python", "Python", detail=f"{trace.python} to {present.python}")


def _packages(trace: Trace, present: Present) -> Iterator[Difference]:
    installed = present.installed(trace.sites)
    for name, before in trace.packages.items():
        now = installed.version_of(name)
        if now != before:
            how = _how(before, now)
            yield Difference("package", name, how, f"{before} to {now}" if now else "")
    for name in trace.missing:
        if name in installed.top_names:
            version = installed.version_of(installed.holder_of(name))
            yield Difference("package", name, "new", version)
    if trace.beside is not None:
        for name in sorted(installed.versions.keys() - trace.packages.keys()):
            yield Difference("package", name, "new", installed.version_of(name))


def _how(before: str, now: str) -> How:
    if not before:
        return "new"
    return "changed" if now else "removed"
