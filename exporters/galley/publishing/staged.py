"""The site that was built, as the goal of a publish; its contents go into the store's blobs."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from galley.blobs import Blobs
from galley.findings import EnvironmentFault
from galley.publishing.changes import Goal
from galley.site.files import SiteFiles
from galley.site.published import digest_of, read_published
from galley.site.request import BuildReport
from galley.site.site_addresses import downloads_folder
from galley.site.site_paths import check_paths

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_BETWEEN = " – "
_HEAD_BYTES = 20_000


@dataclass(frozen=True)
class Staged:
    """A built site in a folder of this machine.

    Attributes
    ----------
    pages
        Path of an article's page → its title.
    """

    folder: Path
    goal: Goal = field(repr=False)
    pages: Mapping[str, str] = field(repr=False)


def read_staged(folder: Path, report: BuildReport) -> Staged:
    """Read what `galley build` has written; pages that it could not make are left out."""
    digests = {path: min(known) for path, known in read_published(folder).digests.items()}
    spared = frozenset(report.spared)
    made = {each.address for each in report.articles} - spared
    out = tuple(f"{downloads_folder(page)}/" for page in spared)
    wanted = {
        path: digest
        for path, digest in digests.items()
        if path in made or not (path in spared or path.startswith(out))
    }
    check_paths(wanted)
    sizes = {path: (folder / path).stat().st_size for path in wanted}
    goal = Goal(wanted, sizes, frozenset(report.lists), spared)
    addresses = (each.address for each in report.articles if each.address in wanted)
    return Staged(folder, goal, read_titles(folder, addresses))


def read_titles(folder: Path, paths: Iterable[str]) -> dict[str, str]:
    """Return path of a page → its own title, without that of the site."""
    return {path: _title(folder / path) for path in sorted(set(paths))}


def keep_contents(staged: Staged, blobs: Blobs) -> SiteFiles:
    """Put the contents of a site into the store, as far as they are not there.

    Raises
    ------
    EnvironmentFault
        If a file was changed since it was built, or the disk does not let it.
    """
    for path, digest in staged.goal.digests.items():
        if blobs.holds(digest, staged.goal.sizes[path]):
            continue
        data = (staged.folder / path).read_bytes()
        if digest_of(data) != digest:
            raise EnvironmentFault(
                f"{(staged.folder / path).as_posix()} was changed after it was built",
                "Publish again: it is built anew.",
            )
        blobs.put(data)
    return SiteFiles(staged.goal.digests, blobs)


def _title(page: Path) -> str:
    with page.open("rb") as file:
        found = _TITLE.search(file.read(_HEAD_BYTES).decode("utf-8", "replace"))
    whole = html.unescape(found[1]).strip() if found else ""
    return whole.rpartition(_BETWEEN)[0] or whole or page.name
