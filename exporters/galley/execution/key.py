"""The key of an execution: everything its outcome may depend on, and what changed in it.

The key is conservative: it holds more than an article uses, so that nothing stale is ever shown.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from galley.execution.files import digest_of

# Raised when the way of running changes what a run gives, so that older results are not used.
SCHEMA = 1


@dataclass(frozen=True)
class KeyParts:
    """What an execution may depend on, kept beside its outcome so that a change can be named.

    Attributes
    ----------
    notebook
        The notebook's path in the content folder: the same code elsewhere reads other files.
    kernel
        The kernel's name, language and command.
    files
        Path → digest of the files beside the articles that code could read.
    figures
        Digest of the figure library's source.
    packages
        Installed package → version.
    """

    notebook: str
    code: list[list[str]]
    parameters: dict[str, Any]
    kernel: list[str]
    files: dict[str, str]
    figures: str
    python: str
    packages: dict[str, str]
    schema: int = SCHEMA

    def key(self) -> str:
        """Return the name of the execution: a digest of all parts."""
        text = json.dumps(asdict(self), sort_keys=True, ensure_ascii=False, default=str)
        return hashlib.sha256(text.encode()).hexdigest()

    def as_json(self) -> dict[str, Any]:
        """Return the parts as JSON values."""
        return asdict(self)


@dataclass(frozen=True)
class Environment:
    """The part of the key that all articles of a build share."""

    figures: str
    python: str
    packages: dict[str, str]


def read_environment() -> Environment:
    """Read what is installed: Python, its packages and the figure library's source."""
    return Environment(
        figures=_package_digest("galley_figures"),
        python=".".join(str(part) for part in sys.version_info[:3]),
        packages=dict(_installed_packages(sys.path)),
    )


def _package_digest(name: str) -> str:
    """Return a digest of a package's files, found without importing it."""
    spec = find_spec(name)
    folders = [Path(place) for place in (spec.submodule_search_locations or [])] if spec else []
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.suffix != ".pyc":
                entry = f"{path.relative_to(folder).as_posix()}\0{digest_of(path)}\0"
                digest.update(entry.encode())
    return digest.hexdigest()


def _installed_packages(search_path: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Yield packages by the names of their metadata folders, far faster than reading each."""
    seen: set[str] = set()
    for folder in search_path:
        if not folder or not Path(folder).is_dir():
            continue
        for path in sorted(Path(folder).glob("*.dist-info")):
            name, _, version = path.name.removesuffix(".dist-info").partition("-")
            if name not in seen:
                seen.add(name)
                yield name, version


def why_changed(old: Mapping[str, Any], new: KeyParts) -> str:
    """Say in one plain sentence what changed since an execution with the old parts."""
    current = new.as_json()
    before = {name: old.get(name) for name in current}
    if before == current:
        return "the kept result is missing or damaged"
    changed = (
        explain(before[name], current[name])
        for name, explain in _EXPLANATIONS.items()
        if before[name] != current[name]
    )
    return next(changed, "Galley's way of running changed")


def _changed_names(old: object, new: Mapping[str, Any]) -> list[str]:
    before = old if isinstance(old, dict) else {}
    names = sorted({*before, *new})
    return [name for name in names if before.get(name, _ABSENT) != new.get(name, _ABSENT)]


_ABSENT = object()


def _parameter_changed(old: object, new: Mapping[str, Any]) -> str:
    names = _changed_names(old, new)
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"parameter '{names[0]}'{more} changed"


def _file_changed(old: object, new: Mapping[str, str]) -> str:
    names = _changed_names(old, new)
    more = f" and {len(names) - 1} more" if len(names) > 1 else ""
    return f"a file beside the articles changed: {names[0]}{more}"


def _package_changed(old: object, new: Mapping[str, str]) -> str:
    before = old if isinstance(old, dict) else {}
    name = _changed_names(old, new)[0]
    if name not in new:
        return f"a package was removed: {name}"
    if name not in before:
        return f"a package was installed: {name} {new[name]}"
    return f"a package changed: {name} {before[name]} to {new[name]}"


# In the order in which an author would look for the cause.
_EXPLANATIONS: dict[str, Callable[[Any, Any], str]] = {
    "code": lambda _old, _new: "code changed",
    "parameters": _parameter_changed,
    "kernel": lambda _old, new: f"the kernel changed to '{new[0]}'",
    "figures": lambda _old, _new: "the figure library changed",
    "files": _file_changed,
    "python": lambda old, new: f"Python changed from {old} to {new}",
    "packages": _package_changed,
}
