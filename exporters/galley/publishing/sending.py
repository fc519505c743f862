"""Sending exactly what changed, in an order in which nothing that is listed is missing.

The record is written first with the old files and the new, and last with what lies there then; in
between go assets, pages, lists and feeds, and removals. Wherever it breaks, each page that was
listed still has all its files, and the next publish sends only what is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from galley.findings import EnvironmentFault
from galley.publishing.changes import Changes, Goal
from galley.publishing.record import RECORD, Record, read_record, render_record
from galley.publishing.target import Place
from galley.site.publish import publishing_order, publishing_rank

_SHOWN = 3


@dataclass(frozen=True)
class Batch(Mapping[str, bytes]):
    """Some files of a site, whose contents are read as they are asked for."""

    paths: Sequence[str]
    files: Mapping[str, bytes]

    def __getitem__(self, path: str) -> bytes:
        return self.files[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self.paths)

    def __len__(self) -> int:
        return len(self.paths)


@dataclass(frozen=True)
class Delivery:
    """What is to be sent where.

    Attributes
    ----------
    files
        Path → content, of everything that `changes` sends.
    before, after
        The record that lies there, and the one that is to lie there.
    message
        One line about the version.
    """

    goal: Goal
    changes: Changes
    files: Mapping[str, bytes]
    before: Record
    after: Record
    message: str


def send(delivery: Delivery, place: Place, words: str, on_step: Callable[[int, int], None]) -> None:
    """Bring a delivery to a place and check what lies there then.

    Parameters
    ----------
    words
        How the author knows the place.
    on_step
        Called with the number of files that are there, of how many.

    Raises
    ------
    EnvironmentFault
        If the place cannot be reached or written, if somebody else has published there meanwhile,
        or if something does not lie there as it was sent.
    """
    intended = delivery.before.published.with_intent(delivery.goal.digests)
    intent = replace(delivery.after, published=intended)
    _write(place, intent)
    place.remove(delivery.changes.in_way)
    _send_all(delivery, place, on_step)
    place.remove([path for path in delivery.changes.removed if path not in delivery.changes.in_way])
    if place.read(RECORD) != render_record(intent):
        raise EnvironmentFault(
            f"somebody else has published to {words} at the same time",
            "Publish again when that has ended.",
        )
    _write(place, delivery.after)
    place.finish(delivery.message)
    check_there(delivery, place, words)


def check_there(delivery: Delivery, place: Place, words: str) -> None:
    """Compare what lies at a place with its record and with what was to be sent.

    Raises
    ------
    EnvironmentFault
        If a file is missing or has another size or content.
    """
    files, goal = place.files(), delivery.goal
    wrong = [path for path, size in sorted(goal.sizes.items()) if files.get(path) != size]
    wrong += [
        path
        for path in delivery.changes.sent
        if path not in wrong and place.digest(path) not in {"", goal.digests[path]}
    ]
    if wrong:
        shown = ", ".join(wrong[:_SHOWN])
        more = f" and {len(wrong) - _SHOWN} more" if len(wrong) > _SHOWN else ""
        raise EnvironmentFault(
            f"{shown}{more} did not arrive whole in {words}",
            "Publish again: only what is missing is sent.",
        )
    if read_record(place, words) != delivery.after:
        raise EnvironmentFault(
            f"the record in {words} is not the one that was sent",
            "Publish again when nobody else does.",
        )


def _send_all(delivery: Delivery, place: Place, on_step: Callable[[int, int], None]) -> None:
    sent, lists = delivery.changes.sent, delivery.goal.lists
    done = 0
    on_step(done, len(sent))
    ordered = publishing_order(sent, lists)
    for _, rank in groupby(ordered, key=lambda path: publishing_rank(path, lists)):
        paths = tuple(rank)
        place.send(Batch(paths, delivery.files))
        done += len(paths)
        on_step(done, len(sent))


def _write(place: Place, record: Record) -> None:
    place.send({RECORD: render_record(record)})
