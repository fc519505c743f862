"""Files in the site folder that are not Galley's: found, named, and never touched."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from galley.findings import EnvironmentFault
from galley.site.published import PublishedList, digest_of
from galley.site.site_paths import fold, parents

_SHOWN = 3


def refuse_others(changed: list[str], site: Path, published: PublishedList) -> None:
    """Raise a fault if a wanted path is taken by a file that Galley did not write."""
    known = {fold(path): digests for path, digests in published.digests.items()}
    taken = sorted({name for path in changed for name in _taken(path, site, known)})
    if not taken:
        return
    names = ", ".join((site / name).as_posix() for name in taken[:_SHOWN])
    more = f" and {len(taken) - _SHOWN} more" if len(taken) > _SHOWN else ""
    raise EnvironmentFault(
        f"Galley did not write {names}{more} and would have to overwrite it",
        "Move it away, or publish to another folder with --output.",
    )


def _taken(path: str, site: Path, known: Mapping[str, frozenset[str]]) -> list[str]:
    """Return what stands in the way of one path and is not ours."""
    for parent in parents(path):
        folder = site / parent
        if folder.is_symlink() or folder.is_file():
            return [] if is_untouched(folder, known.get(fold(parent))) else [parent]
    target = site / path
    if target.is_dir() and not target.is_symlink():
        inside = (item for item in target.rglob("*") if item.is_symlink() or not item.is_dir())
        names = ((item, item.relative_to(site).as_posix()) for item in inside)
        return [name for item, name in names if not is_untouched(item, known.get(fold(name)))]
    is_there = target.exists() or target.is_symlink()
    return [path] if is_there and fold(path) not in known else []


def is_untouched(target: Path, digests: frozenset[str] | None) -> bool:
    """Tell whether a file still is what Galley wrote there."""
    if not digests or target.is_symlink() or not target.is_file():
        return False
    return digest_of(target.read_bytes()) in digests


def was_changed(target: Path, path: str, published: PublishedList) -> bool:
    """Tell whether somebody has changed a file since Galley wrote it."""
    is_there = path in published.digests and (target.is_symlink() or target.is_file())
    return is_there and not is_untouched(target, published.digests[path])
