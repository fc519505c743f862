"""Whether two machines run the same code: Python, Galley, the figure library, packages.

An article's outputs are kept under a key that names what is installed here, so they may come from
another machine only if the same is installed there.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cache
from importlib.metadata import PackageNotFoundError, requires
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from galley.own_files import own_files

_DISTRIBUTION = "galley-articles"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_SHOWN = 4


@dataclass(frozen=True)
class Versions:
    """What a machine would run articles with.

    Attributes
    ----------
    sources
        Galley's own packages by name → digest of their files.
    packages
        Installed package → version.
    """

    python: str
    sources: Mapping[str, str]
    packages: Mapping[str, str]

    def only(self, names: Iterable[str]) -> Versions:
        """Return the same with these packages alone, as far as they are installed."""
        wanted = {plain_name(name) for name in names}
        packages = {name: found for name, found in self.packages.items() if name in wanted}
        return replace(self, packages=packages)

    def as_json(self) -> dict[str, Any]:
        """Return the versions as JSON values."""
        return asdict(self)


def read_versions() -> Versions:
    """Read what is installed here; also called on the machines of a cluster."""
    return Versions(
        python=".".join(str(part) for part in sys.version_info[:3]),
        sources={name: _source_digest(name) for name in ("galley", "galley_figures")},
        packages=_installed(sys.path),
    )


def versions_from(value: Mapping[str, Any]) -> Versions:
    """Return what `Versions.as_json` made."""
    return Versions(value["python"], value["sources"], value["packages"])


def differences(here: Versions, there: Versions) -> tuple[str, ...]:
    """Say what another machine has otherwise than this one; packages it has beside do not count."""
    found = []
    if here.python != there.python:
        found.append(f"Python {there.python} instead of {here.python}")
    found += [
        f"another source of {name}"
        for name, digest in here.sources.items()
        if there.sources.get(name) != digest
    ]
    for name, version in sorted(here.packages.items()):
        other = there.packages.get(name)
        if other is None:
            found.append(f"no {name} (here {version})")
        elif other != version:
            found.append(f"{name} {other} instead of {version}")
    return tuple(found)


def in_words(found: Iterable[str]) -> str:
    """Return the first differences as one list for a sentence."""
    listed = list(found)
    more = f" and {len(listed) - _SHOWN} more" if len(listed) > _SHOWN else ""
    return ", ".join(listed[:_SHOWN]) + more


def packages_needed(also: Iterable[str] = ()) -> frozenset[str]:
    """Return the packages that Galley itself needs to run articles, and what those need.

    Parameters
    ----------
    also
        Packages that articles import, by the names of their distributions.
    """
    needed: set[str] = set()
    waiting = [_DISTRIBUTION, *also]
    while waiting:
        name = plain_name(waiting.pop())
        if name not in needed:
            needed.add(name)
            waiting += _requirements(name)
    return frozenset(needed - {plain_name(_DISTRIBUTION)})


def plain_name(name: str) -> str:
    """Return a package's name in the one spelling that all others are spellings of."""
    return re.sub(r"[-_.]+", "_", name).lower()


@cache
def _requirements(name: str) -> tuple[str, ...]:
    try:
        listed = requires(name.replace("_", "-")) or []
    except PackageNotFoundError:
        return ()
    # Extras are somebody's choice; `differences` asks for what is installed here alone.
    plain = (text for text in listed if "extra ==" not in text)
    return tuple(found[0] for text in plain if (found := _NAME.match(text)))


def _installed(search_path: Iterable[str]) -> dict[str, str]:
    """Return packages by the names of their metadata folders; the first on the path counts."""
    found: dict[str, str] = {}
    for folder in filter(None, search_path):
        for path in sorted(Path(folder).glob("*.dist-info")):
            name, _, version = path.name.removesuffix(".dist-info").partition("-")
            found.setdefault(plain_name(name), version)
    return found


def _source_digest(name: str) -> str:
    """Return a digest of a package's files, found without importing it."""
    spec = find_spec(name)
    digest = hashlib.sha256()
    for folder in (spec.submodule_search_locations or []) if spec else []:
        for path in map(Path, own_files(folder)):
            digest.update(f"{path.relative_to(folder).as_posix()}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()
