"""What a publish changes, article by article, for the author who decides about it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from galley.publishing.changes import Changes, Goal
from galley.publishing.version import Counts
from galley.site.compressing import without_suffix
from galley.site.site_addresses import downloads_folder
from galley.site.site_paths import parents

_LISTING = frozenset({".xml", ".txt", ".json", ".webmanifest"})


@dataclass(frozen=True)
class Told:
    """The articles that a publish changes, each with its page's path and title.

    Attributes
    ----------
    lists
        Other pages, feeds and the like that go along.
    others
        Further files: pictures, type, style.
    gone
        Files that are removed and are no article's page.
    """

    new: tuple[tuple[str, str], ...] = ()
    changed: tuple[tuple[str, str], ...] = ()
    removed: tuple[tuple[str, str], ...] = ()
    lists: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    files: int = 0
    size: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether nothing would be different."""
        return not (self.files or self.removed or self.gone)

    @property
    def counts(self) -> Counts:
        """The same in numbers."""
        new, changed, removed = len(self.new), len(self.changed), len(self.removed)
        return Counts(new, changed, removed, self.files, self.size)


def tell_changes(
    changes: Changes, goal: Goal, pages: Mapping[str, str], before: Mapping[str, str]
) -> Told:
    """Sort what changes by article.

    Parameters
    ----------
    pages
        Path of an article's page → its title, in the site that is to be published.
    before
        The same of the version that lies there.
    """
    sent = set(changes.sent)
    touched = sent | {folder for path in sent - set(pages) for folder in parents(path)}
    new = [page for page in changes.added if page in pages]
    changed = [page for page in pages if page not in new and _own(page) & touched]
    # Where an article was there may be a way to another page now.
    left = (path for path in (*changes.removed, *changes.replaced) if path not in pages)
    removed = [path for path in left if path in before]
    rest = [path for path in sorted(sent) if path not in pages]
    lists = [path for path in rest if _is_listing(path)]
    return Told(
        new=_titled(new, pages),
        changed=_titled(changed, pages),
        removed=_titled(removed, before),
        lists=tuple(lists),
        others=tuple(path for path in rest if path not in set(lists)),
        gone=tuple(path for path in changes.removed if path not in before),
        kept=changes.kept,
        files=len(sent),
        size=sum(goal.sizes[path] for path in sent),
    )


def _titled(paths: Iterable[str], titles: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return tuple((path, titles[path]) for path in sorted(paths))


def _own(page: str) -> set[str]:
    """Return a page and the folder of its files."""
    return {page, downloads_folder(page)}


def _is_listing(path: str) -> bool:
    plain = PurePosixPath(without_suffix(path))
    return plain.suffix == ".html" or (plain.suffix in _LISTING and plain.parts[0] != "assets")
