"""Sending a built site to an address, so that visitors never see half of a change.

It follows `galley.site.publish`: assets first, then pages, lists, feeds, and removals last, so
that nothing that is listed is missing at any moment. The list of Galley's own files lies at the
address, too, written before the first change and after the last; the next build finishes what a
killed one began, and files that Galley did not send are never touched.

An address can tell neither locks nor, without reading everything, contents. So a file counts as
sent when the list names its digest alone and the listing its size; and of two builds that send to
one address at the same time, the one that notices says so.
"""

from __future__ import annotations

import posixpath
import tempfile
from collections.abc import Collection, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from galley.findings import EnvironmentFault
from galley.locations.listing import RemoteFile, list_files
from galley.locations.location import Location, plain_words
from galley.locations.uploading import remove_empty_folders, upload_file
from galley.site.publish import PublishReport, publishing_order, publishing_rank, staying_paths
from galley.site.published import (
    LIST_NAME,
    PublishedList,
    digest_of,
    parse_published,
    read_published,
    render_published,
)
from galley.site.site_paths import OWN_PREFIX, check_paths, parents

_SHOWN = 3


@dataclass(frozen=True)
class _Staged:
    """The site that was built, in a folder of this machine: path → digest."""

    folder: Path
    goal: Mapping[str, str]

    def size(self, path: str) -> int:
        return (self.folder / path).stat().st_size


@dataclass(frozen=True)
class _There:
    """What lies at the address: all files, and which of them Galley has sent."""

    location: Location
    files: Mapping[str, RemoteFile]
    published: PublishedList


@dataclass(frozen=True)
class _Push:
    """What is to be done; ``staying`` are files of pages that this build could not make."""

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    staying: frozenset[str]


def push_site(
    staged_folder: Path,
    location: Location,
    *,
    lists: Collection[str] = (),
    spared: Collection[str] = (),
) -> PublishReport:
    """Make an address hold exactly the site in a folder, beside what others keep there.

    Parameters
    ----------
    staged_folder
        A folder that `galley.site.publish.publish` has written.
    lists
        Paths of pages that list others; sent after the pages they list.
    spared
        Pages that the build could not make. If they were sent before they stay, with their files.

    Raises
    ------
    EnvironmentFault
        If the address cannot be read or written, or holds another's file at a wanted path, or
        another build has sent a site meanwhile. The pages sent before are whole.
    """
    staged = _read_staged(staged_folder)
    there = _read_there(location)
    push = _plan(staged, there, frozenset(spared))
    _sweep(there)
    if push.changed or push.removed or push.kept:
        intent = there.published.with_intent(staged.goal)
        _write_list(location, intent)
        _send(staged, there, push.changed, lists)
        _remove(location, push.removed)
        _refuse_other_build(location, intent)
    after = _after(staged, there, push)
    if after != there.published:
        _write_list(location, after)
    return PublishReport(
        written=push.changed,
        unchanged=tuple(sorted(set(staged.goal) - set(push.changed))),
        removed=push.removed,
        kept=push.kept,
    )


def _read_staged(folder: Path) -> _Staged:
    goal = {path: min(known) for path, known in read_published(folder).digests.items()}
    check_paths(goal)
    return _Staged(folder, goal)


def _read_there(location: Location) -> _There:
    files = list_files(location)
    if LIST_NAME not in files:
        return _There(location, files, PublishedList())
    text = _read(location, LIST_NAME).decode("utf-8", "replace")
    return _There(location, files, parse_published(text, str(location.address)))


def _plan(staged: _Staged, there: _There, spared: frozenset[str]) -> _Push:
    known, wanted = set(there.published.digests), set(staged.goal)
    adopted = _adopt_or_refuse(staged, there)
    changed = (path for path in sorted(wanted - adopted) if not _is_sent(staged, there, path))
    staying = staying_paths(known - wanted, spared & known)
    gone = sorted((known - wanted - staying) & set(there.files))
    ours = [path for path in gone if _is_untouched(there, path)]
    kept = tuple(path for path in gone if path not in ours)
    return _Push(tuple(changed), tuple(ours), kept, staying)


def _after(staged: _Staged, there: _There, push: _Push) -> PublishedList:
    staying = {path: there.published.digests[path] for path in push.staying}
    sent = {path: frozenset({digest}) for path, digest in staged.goal.items()}
    return PublishedList(staying | sent)


def _is_sent(staged: _Staged, there: _There, path: str) -> bool:
    """Tell whether a file lies there already; one of an unfinished build is sent again."""
    found = there.files.get(path)
    is_listed = there.published.digests.get(path) == frozenset({staged.goal[path]})
    return found is not None and is_listed and found.size == staged.size(path)


def _adopt_or_refuse(staged: _Staged, there: _There) -> frozenset[str]:
    """Return others' files that are equal to ours; raise a fault if one is in the way."""
    goal = staged.goal
    folders = {parent for path in goal for parent in parents(path)}
    adopted, taken = set(), []
    for path in sorted(set(there.files) - set(there.published.digests)):
        if _is_own(path):
            continue
        if path in goal and _is_equal(staged, there, path):
            adopted.add(path)
        elif path in goal or path in folders or any(parent in goal for parent in parents(path)):
            taken.append(path)
    if taken:
        raise _refusal(taken, there.location)
    return frozenset(adopted)


def _refusal(taken: list[str], location: Location) -> EnvironmentFault:
    names = ", ".join(str(location.address.joined(path)) for path in taken[:_SHOWN])
    more = f" and {len(taken) - _SHOWN} more" if len(taken) > _SHOWN else ""
    return EnvironmentFault(
        f"Galley did not write {names}{more} and would have to overwrite it",
        "Move it away, or publish to another address with --output.",
    )


def _is_equal(staged: _Staged, there: _There, path: str) -> bool:
    if there.files[path].size != staged.size(path):
        return False
    return digest_of(_read(there.location, path)) == staged.goal[path]


def _is_untouched(there: _There, path: str) -> bool:
    return digest_of(_read(there.location, path)) in there.published.digests[path]


def _is_own(path: str) -> bool:
    return posixpath.basename(path).startswith(OWN_PREFIX)


def _sweep(there: _There) -> None:
    """Remove what a killed build had sent beside its targets."""
    start = f"{OWN_PREFIX}new-"
    left = [path for path in there.files if posixpath.basename(path).startswith(start)]
    _remove(there.location, left)


def _send(staged: _Staged, there: _There, changed: Collection[str], lists: Collection[str]) -> None:
    """Send each rank wholly before the next begins."""
    _clear_way(there, changed)
    ordered = publishing_order(changed, lists)
    for _, rank in groupby(ordered, key=lambda path: publishing_rank(path, lists)):
        there.location.for_each(
            lambda path: upload_file(staged.folder / path, there.location, path), list(rank)
        )


def _clear_way(there: _There, changed: Collection[str]) -> None:
    """Where a page of ours was and a folder must be, or the reverse, remove the old one first."""
    folders = {parent for path in changed for parent in parents(path)}
    pages = set(changed)
    ours = (path for path in there.published.digests if path in there.files)
    in_way = [
        path for path in ours if path in folders or any(parent in pages for parent in parents(path))
    ]
    _remove(there.location, in_way)
    remove_empty_folders(there.location, {parent for path in in_way for parent in parents(path)})


def _remove(location: Location, paths: Iterable[str]) -> None:
    def remove(path: str) -> None:
        with plain_words(location.address.joined(path), "removed"), suppress(FileNotFoundError):
            location.filesystem.rm_file(location.at(path))

    location.for_each(remove, list(paths))


def _read(location: Location, path: str) -> bytes:
    with plain_words(location.address.joined(path), "read"):
        data: bytes = location.filesystem.cat_file(location.at(path))
        return data


def _write_list(location: Location, published: PublishedList) -> None:
    with tempfile.TemporaryDirectory(prefix="galley-") as folder:
        local = Path(folder) / LIST_NAME
        local.write_bytes(render_published(published))
        upload_file(local, location, LIST_NAME)


def _refuse_other_build(location: Location, intent: PublishedList) -> None:
    """Raise a fault if the list is not the one that this build has written."""
    if _read(location, LIST_NAME) != render_published(intent):
        raise EnvironmentFault(
            f"another build has published to {location.address} at the same time",
            "Build again when it has ended; let one machine at a time publish there.",
        )
