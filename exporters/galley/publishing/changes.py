"""What is to be done so that a target holds a site: a pure comparison, and what it refuses."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field

from galley.findings import EnvironmentFault
from galley.publishing.record import Record
from galley.site.publish import staying_paths
from galley.site.published import PublishedList, digest_of
from galley.site.site_paths import OWN_PREFIX, parents

_SHOWN = 3


@dataclass(frozen=True)
class Goal:
    """The site that is to lie at a target.

    Attributes
    ----------
    digests
        Path → SHA-256.
    sizes
        Path → bytes.
    lists
        Pages that list others, which are sent after the pages they list.
    spared
        Pages that could not be made. If they lie there already they stay, with their files.
    """

    digests: Mapping[str, str]
    sizes: Mapping[str, int]
    lists: frozenset[str] = frozenset()
    spared: frozenset[str] = frozenset()


@dataclass(frozen=True)
class There:
    """What lies at a target.

    Attributes
    ----------
    files
        Path → size, of everything.
    digest, read
        As `Place` has them; asked only of the files for which it matters.
    """

    words: str
    record: Record
    files: Mapping[str, int]
    digest: Callable[[str], str] = field(repr=False)
    read: Callable[[str], bytes | None] = field(repr=False)

    @property
    def known(self) -> Mapping[str, frozenset[str]]:
        """Path → digests of what Galley put there."""
        return self.record.published.digests

    def fetched_digest(self, path: str) -> str:
        """Return the digest of a file, and fetch it if nothing else tells."""
        return self.digest(path) or digest_of(self.read(path) or b"")


@dataclass(frozen=True)
class Changes:
    """What is to be done; paths sorted.

    Attributes
    ----------
    added, replaced
        What is sent: paths where nothing of ours lies, and those where something does.
    removed
        What Galley put there and no longer belongs to the site.
    kept
        The same, changed there by somebody since, and so left alone.
    in_way
        Those of `removed` that must go first: a file where a folder has to be, or the reverse.
    after
        What Galley's files there are when all is done.
    """

    added: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    in_way: tuple[str, ...] = ()
    after: PublishedList = field(default_factory=PublishedList, repr=False)

    @property
    def sent(self) -> tuple[str, ...]:
        """All that is sent."""
        return tuple(sorted((*self.added, *self.replaced)))


def find_changes(goal: Goal, there: There, *, takes_over: bool = False) -> Changes:
    """Compare a site with what lies at a target.

    Raises
    ------
    EnvironmentFault
        If a file that Galley did not put there is in the way, or one that it did put there was
        changed since; the latter is replaced where `takes_over` says so.
    """
    wanted, known = set(goal.digests), set(there.known)
    adopted = _adopt_or_refuse(goal, there)
    sent = [path for path in sorted(wanted - adopted) if not _lies(goal, there, path)]
    present = [path for path in sent if path in there.files]
    changed = [path for path in present if path in known and not _is_ours(there, path)]
    if changed and not takes_over:
        raise _changed_there(changed, there)
    staying = staying_paths(known - wanted, goal.spared & known)
    gone = sorted((known - wanted - staying) & set(there.files))
    removed = [path for path in gone if _is_ours(there, path)]
    kept = tuple(path for path in gone if path not in set(removed))
    if in_way := _in_way(kept, sent):
        raise _changed_there(in_way, there)
    return Changes(
        added=tuple(path for path in sent if path not in there.files),
        replaced=tuple(present),
        removed=tuple(removed),
        kept=kept,
        in_way=tuple(_in_way(removed, sent)),
        after=PublishedList(
            {path: there.known[path] for path in staying}
            | {path: frozenset({digest}) for path, digest in goal.digests.items()}
        ),
    )


def refuse_strangers(there: There, own: Collection[str], *, takes_over: bool) -> None:
    """Refuse a target to which somebody else has published.

    Parameters
    ----------
    own
        The ids of versions that this content folder has published to it.

    Raises
    ------
    EnvironmentFault
        If what lies there is not one of them.
    """
    record = there.record
    if takes_over or not record.is_there or record.version in own:
        return
    day = record.when[:10]
    by = f"'{record.site}' was published to {there.words} on {day}"
    if not record.version:
        by = f"'galley build' has written the site in {there.words}"
    raise EnvironmentFault(
        f"{by}, and not by 'galley publish' from this content folder on this computer",
        "If it is yours, publish once with --take-over; else give the site another place.",
    )


def _lies(goal: Goal, there: There, path: str) -> bool:
    """Tell whether a file lies there as it should; one of an unfinished publish is looked at."""
    known, digest = there.known.get(path, frozenset()), goal.digests[path]
    if path not in there.files or digest not in known or there.files[path] != goal.sizes[path]:
        return False
    told = there.digest(path)
    if not told and known != {digest}:
        told = there.fetched_digest(path)
    return not told or told == digest


def _is_ours(there: There, path: str) -> bool:
    return there.fetched_digest(path) in there.known[path]


def _adopt_or_refuse(goal: Goal, there: There) -> frozenset[str]:
    """Return others' files that are equal to ours; raise a fault if one is in the way."""
    wanted = goal.digests
    folders = {parent for path in wanted for parent in parents(path)}
    adopted, taken = set(), []
    for path in sorted(set(there.files) - set(there.known)):
        if posixpath.basename(path).startswith(OWN_PREFIX):
            continue
        if path in wanted and _is_equal(goal, there, path):
            adopted.add(path)
        elif path in wanted or path in folders or any(up in wanted for up in parents(path)):
            taken.append(path)
    if taken:
        raise EnvironmentFault(
            f"Galley did not put {_names(taken)} into {there.words} and would have to replace it",
            "Move it away there, or give the site another place.",
        )
    return frozenset(adopted)


def _is_equal(goal: Goal, there: There, path: str) -> bool:
    is_as_large = there.files[path] == goal.sizes[path]
    return is_as_large and there.fetched_digest(path) == goal.digests[path]


def _in_way(removed: Iterable[str], sent: Iterable[str]) -> list[str]:
    new = set(sent)
    folders = {parent for path in new for parent in parents(path)}
    return [path for path in removed if path in folders or any(up in new for up in parents(path))]


def _changed_there(changed: list[str], there: There) -> EnvironmentFault:
    return EnvironmentFault(
        f"somebody has changed {_names(changed)} in {there.words} since it was published",
        "If that is no longer wanted, publish with --take-over, which replaces it.",
    )


def _names(paths: list[str]) -> str:
    more = f" and {len(paths) - _SHOWN} more" if len(paths) > _SHOWN else ""
    return f"{', '.join(paths[:_SHOWN])}{more}"
