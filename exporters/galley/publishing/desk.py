"""One target of one content folder: where it is, and what was published to it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from galley.blobs import FOLDER as BLOBS
from galley.blobs import Blobs
from galley.findings import EnvironmentFault, UsageError
from galley.publishing.changes import Goal
from galley.publishing.target import Target, TargetSpec
from galley.publishing.version import Deed, Version, Versions, public_version, versions_of
from galley.site.files import SiteFiles


@dataclass(frozen=True)
class Desk:
    """A target with its versions and the store that has their contents.

    Attributes
    ----------
    site
        The title of the site.
    """

    spec: TargetSpec
    target: Target
    store: Path
    site: str

    @property
    def versions(self) -> Versions:
        """What was published to the target."""
        return versions_of(self.store, self.spec.name)

    @property
    def blobs(self) -> Blobs:
        """The contents of all versions."""
        return Blobs(self.store / BLOBS)


@dataclass(frozen=True)
class Outgoing:
    """A site that is to be published, and what brings that about.

    Attributes
    ----------
    pages
        Path of an article's page → its title.
    of
        The number of the version that is published again; else 0.
    """

    goal: Goal = field(repr=False)
    pages: Mapping[str, str] = field(repr=False)
    deed: Deed = "publish"
    of: int = 0


def next_version(desk: Desk, outgoing: Outgoing, when: str) -> Version:
    """Return the version that publishing brings about."""
    known = desk.versions.read()
    return Version(
        number=known[-1].number + 1 if known else 1,
        when=when,
        target=desk.spec.to,
        files=outgoing.goal.digests,
        pages=outgoing.pages,
        lists=tuple(sorted(outgoing.goal.lists)),
        deed=outgoing.deed,
        of=outgoing.of,
    )


def version_to_return_to(versions: tuple[Version, ...], number: int | None) -> Version:
    """Return the version before the public one, or the one of a number.

    Where the newest did not arrive whole, the one before is what readers still see.

    Raises
    ------
    UsageError
        If there is none.
    """
    whole = [each for each in versions if each.is_finished]
    if number is not None:
        found = next((each for each in whole if each.number == number), None)
        if found is None:
            raise UsageError(
                f"there is no version {number} that was published whole",
                "galley history lists them",
            )
        return found
    if whole and not versions[-1].is_finished:
        return whole[-1]
    if len(whole) > 1:
        return whole[-2]
    raise UsageError(
        "there is no version before to go back to", "galley history lists what was published"
    )


def withdrawals_lost(versions: tuple[Version, ...], version: Version) -> tuple[int, ...]:
    """Return the versions that withdrew an article which going back would show again."""
    public = public_version(versions)
    first, last = _origin(version, versions), _origin(public or version, versions)
    return tuple(
        each.number
        for each in versions
        if each.deed == "unpublish" and each.is_finished and first < each.number <= last
    )


def _origin(version: Version, versions: tuple[Version, ...]) -> int:
    """Return the number of the version that was undone to, through all undoing."""
    of = {each.number: each.of for each in versions}
    number = version.number
    while of.get(number):
        number = of[number]
    return number


def outgoing_again(desk: Desk, version: Version) -> Outgoing:
    """Return an old version as what is to be published.

    Raises
    ------
    EnvironmentFault
        If not all of its contents are in the store any more.
    """
    sizes = {path: desk.blobs.size(digest) for path, digest in version.files.items()}
    if any(size < 0 for size in sizes.values()):
        raise EnvironmentFault(
            f"not all files of version {version.number} are in the store any more",
            "Go back to another one with --version, or change the articles and publish them.",
        )
    goal = Goal(version.files, sizes, frozenset(version.lists))
    return Outgoing(goal, version.pages, "undo", version.number)


def contents(desk: Desk, goal: Goal) -> SiteFiles:
    """Return the contents of a site whose files are in the store."""
    return SiteFiles(goal.digests, desk.blobs)


def pages_before(desk: Desk) -> Mapping[str, str]:
    """Return path → title of the articles' pages that readers see."""
    public = public_version(desk.versions.read())
    return public.pages if public else {}
