"""Publishing a version: compare with what lies there, remember it, send it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

from galley.publishing.changes import Changes, Goal, There, find_changes, refuse_strangers
from galley.publishing.record import Record, read_record
from galley.publishing.sending import Delivery, send
from galley.publishing.target import Place
from galley.publishing.version import Version, Versions


@dataclass(frozen=True)
class Compared:
    """A site beside what lies at an open target."""

    goal: Goal = field(repr=False)
    changes: Changes
    record: Record = field(repr=False)

    @property
    def is_done(self) -> bool:
        """Whether all lies there, and nothing of a killed publish is left to end."""
        nothing = not (self.changes.sent or self.changes.removed)
        return nothing and self.record.is_there and self.record.published.is_finished


def compare(
    place: Place, words: str, goal: Goal, own: Collection[str], *, takes_over: bool = False
) -> Compared:
    """Look at a target and find what is to be done there.

    Parameters
    ----------
    words
        How the author knows the target.
    own
        The ids of the versions that this content folder has published there.

    Raises
    ------
    EnvironmentFault
        If it cannot be read, if somebody else has published or changed something there and
        `takes_over` does not say that this is known, or if another's file is in the way.
    """
    record = read_record(place, words)
    there = There(words, record, place.files(), place.digest, place.read)
    refuse_strangers(there, own, takes_over=takes_over)
    return Compared(goal, find_changes(goal, there, takes_over=takes_over), record)


def deliver(
    compared: Compared,
    version: Version,
    files: Mapping[str, bytes],
    place: Place,
    versions: Versions,
    *,
    site: str,
    on_step: Callable[[int, int], None],
) -> Version:
    """Send a version, and keep it in the store before and after.

    Parameters
    ----------
    files
        Path → content, of everything that is sent.
    site
        The title of the site.
    """
    # What stays there for the sake of pages that could not be made is part of the version.
    whole = {path: min(known) for path, known in compared.changes.after.digests.items()}
    begun = replace(version, files=whole, is_finished=False)
    versions.write(begun)
    after = Record(compared.changes.after, begun.id, begun.when, site)
    delivery = Delivery(
        compared.goal, compared.changes, files, compared.record, after, message_of(begun)
    )
    send(delivery, place, version.target, on_step)
    finished = replace(begun, is_finished=True)
    versions.write(finished)
    versions.bound()
    return finished


def message_of(version: Version) -> str:
    """Return one line about a version, for targets with a history of their own."""
    what = f"Publish version {version.number}"
    return f"{what}: as version {version.of}" if version.of else what
