"""Publishing: the only part of Galley that writes to the site folder.

Nothing that readers see is ever half written. All changed files are first written beside their
targets; only when every one of them is on the disk are they renamed, in an order in which nothing
that is listed is missing: assets, pages, lists and feeds. What is no longer published is removed
last. A list in the site folder says which files are Galley's; it is written before the first
change and after the last, so the next build finishes what a killed one began.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from galley.disk import replace_patiently
from galley.findings import EnvironmentFault
from galley.locking import holding_lock
from galley.seen import SeenFiles
from galley.site.compressing import without_suffix
from galley.site.disk import (
    plain_words,
    remove_empty_folders,
    remove_file,
    write_durably,
)
from galley.site.files import SiteFiles, as_site_files
from galley.site.others import is_untouched, refuse_others, was_changed
from galley.site.published import (
    LIST_NAME,
    PublishedList,
    read_published,
    render_published,
)
from galley.site.site_addresses import downloads_folder
from galley.site.site_paths import OWN_PREFIX, check_paths, fold, parents

LOCK_NAME = ".galley-lock"


@dataclass(frozen=True)
class PublishReport:
    """What changed on the disk; paths inside the site, sorted.

    Attributes
    ----------
    overwritten
        Those of `written` that somebody had changed since Galley published them.
    kept
        Files that Galley published before and does not any more, left alone because somebody
        has changed them since.
    """

    written: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    overwritten: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()


def say_nothing(message: str) -> None:
    """Take a message and drop it: for callers that show no progress."""


def publish(
    files: Mapping[str, bytes],
    site: Path,
    *,
    lists: Collection[str] = (),
    spared: Collection[str] = (),
    seen: SeenFiles | None = None,
    patience_s: float = 60.0,
    on_wait: Callable[[str], None] = say_nothing,
) -> PublishReport:
    """Make the site folder hold exactly `files`, beside what others keep there.

    Parameters
    ----------
    files
        Path inside the site, with forward slashes → content.
    lists
        Paths of pages that list others (home, tags); written after the pages they list. Feeds,
        the sitemap and the root's ``index.html`` always are.
    spared
        Pages that this build could not make. If they were published before they stay, with the
        files they need.
    seen
        What is known of the files in the folder, so that unchanged ones are not read.
    patience_s
        How long to wait for another build that publishes to the same folder.
    on_wait
        Called once, with a sentence, before waiting.

    Raises
    ------
    ContentError
        If paths lead out of the site or clash; nothing was written.
    EnvironmentFault
        If the folder cannot be written, is full, or holds another's file at a wanted path. The
        pages published before are whole.
    """
    check_paths(files)
    with plain_words(site):
        _make_folder(site)
        with site_lock(site, patience_s=patience_s, on_wait=on_wait):
            known = seen or SeenFiles()
            return _publish_locked(
                as_site_files(files), site, known, frozenset(lists), frozenset(spared)
            )


def site_lock(
    site: Path, *, patience_s: float, on_wait: Callable[[str], None]
) -> AbstractContextManager[None]:
    """Return a context in which no other build publishes to `site`."""
    return holding_lock(
        site / LOCK_NAME,
        doing=f"publishing to {site.as_posix()}",
        remedy="Wait until it has ended, or build into another folder with --output.",
        on_wait=on_wait,
        patience_s=patience_s,
    )


def _publish_locked(
    files: SiteFiles,
    site: Path,
    seen: SeenFiles,
    lists: frozenset[str],
    spared: frozenset[str],
) -> PublishReport:
    before = read_published(site)
    _sweep(site, before)
    goal = files.digests
    changed = [path for path in sorted(goal) if not seen.has_content(site / path, goal[path])]
    refuse_others(changed, site, before)
    staying = staying_paths(set(before.digests) - set(files), spared & set(before.digests))
    gone = sorted(set(before.digests) - set(files) - staying)
    removed, kept = _split_gone(gone, files, site, before)
    report = PublishReport(
        written=tuple(changed),
        unchanged=tuple(sorted(set(files) - set(changed))),
        removed=tuple(removed),
        overwritten=tuple(path for path in changed if was_changed(site / path, path, before)),
        kept=tuple(kept),
    )
    after = PublishedList(
        {path: before.digests[path] for path in staying}
        | {path: frozenset({digest}) for path, digest in goal.items()}
    )
    if changed or gone:
        _write_list(site, before.with_intent(goal))
        _replace_all(files, changed, site, before, lists)
        _remove_all(removed, site)
    if after != before:
        _write_list(site, after)
    return report


def staying_paths(paths: set[str], spared: frozenset[str]) -> frozenset[str]:
    """Return which files stay for the sake of spared pages: their own, and all shared assets."""
    if not spared:
        return frozenset()
    homes = ("assets/", *(f"{downloads_folder(page)}/" for page in spared))
    return frozenset(path for path in paths if path in spared or path.startswith(homes))


def _make_folder(site: Path) -> None:
    try:
        site.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError) as error:
        raise EnvironmentFault(
            f"{site.as_posix()} cannot be the site folder: a file is in its place",
            "Choose another folder with --output, or move the file away.",
        ) from error


def _sweep(site: Path, published: PublishedList) -> None:
    """Remove what a killed build had written beside its targets."""
    _beside(site / LIST_NAME).unlink(missing_ok=True)
    for path in () if published.is_finished else published.digests:
        remove_file(_beside(site / path))


def _beside(target: Path) -> Path:
    """Return where a file is written before it is renamed: same folder, so same disk."""
    # The name alone may already be as long as the disk allows, so it is not part of this one.
    mark = hashlib.sha256(target.name.encode()).hexdigest()[:16]
    return target.with_name(f"{OWN_PREFIX}new-{mark}")


def _split_gone(
    gone: list[str],
    files: Mapping[str, bytes],
    site: Path,
    published: PublishedList,
) -> tuple[list[str], list[str]]:
    """Split what is no longer published into what is still ours and what others have changed."""
    wanted = {fold(path): path for path in files}
    removed: list[str] = []
    kept: list[str] = []
    for path in gone:
        target = site / path
        if not target.is_file() or _is_same_file(target, site, wanted.get(fold(path))):
            continue
        is_ours = is_untouched(target, published.digests[path])
        (removed if is_ours else kept).append(path)
    return removed, kept


def _is_same_file(target: Path, site: Path, wanted: str | None) -> bool:
    """Tell whether an old path is a new one in another spelling, on a disk that ignores case."""
    return wanted is not None and (site / wanted).exists() and target.samefile(site / wanted)


def _replace_all(
    files: Mapping[str, bytes],
    changed: list[str],
    site: Path,
    published: PublishedList,
    lists: frozenset[str],
) -> None:
    _clear_way(changed, site, published)
    try:
        for path in changed:
            (site / path).parent.mkdir(parents=True, exist_ok=True)
            write_durably(_beside(site / path), files[path])
        for path in publishing_order(changed, lists):
            replace_patiently(_beside(site / path), site / path)
    except (OSError, EnvironmentFault):
        for path in changed:
            with suppress(OSError):
                remove_file(_beside(site / path))
        raise


def _clear_way(changed: list[str], site: Path, published: PublishedList) -> None:
    """Where a page of ours was and a folder must be, or the reverse, remove the old one first."""
    for path in changed:
        for parent in parents(path):
            if (site / parent).is_symlink() or (site / parent).is_file():
                remove_file(site / parent)
        if (site / path).is_dir() and not (site / path).is_symlink():
            inside = [old for old in published.digests if old.startswith(f"{path}/")]
            _remove_all(inside, site)


def _remove_all(paths: list[str], site: Path) -> None:
    for path in paths:
        remove_file(site / path)
        remove_empty_folders((site / path).parent, site)


def publishing_order(paths: Iterable[str], lists: Collection[str]) -> list[str]:
    """Return assets, pages, pages that list pages, then feeds and sitemap."""
    return sorted(paths, key=lambda path: (publishing_rank(path, lists), path))


def publishing_rank(path: str, lists: Collection[str]) -> int:
    """Return when a file is published: all of one rank may go at once, before the next."""
    # A compressed page comes with its page, which some hosts send it in place of.
    path = without_suffix(path)
    if path in lists or path == "index.html":
        return 2
    suffix = PurePosixPath(path).suffix
    return {".html": 1, ".xml": 3, ".txt": 3}.get(suffix, 0)


def _write_list(site: Path, published: PublishedList) -> None:
    target = site / LIST_NAME
    try:
        write_durably(_beside(target), render_published(published))
        replace_patiently(_beside(target), target)
    except OSError:
        with suppress(OSError):
            remove_file(_beside(target))
        raise
