"""A build whose site lies elsewhere: built into a folder of this machine, then sent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from galley.locations.address import Address
from galley.locations.cache import cache_folder, cache_lock
from galley.locations.location import Location, open_location, plain_words
from galley.locations.remote_site import push_site
from galley.site.published import LIST_NAME
from galley.site.request import BuildReport, ProgressEvent


def build_remotely(
    build: Callable[[Path], BuildReport],
    address: Address,
    on_event: Callable[[ProgressEvent], None],
) -> BuildReport:
    """Build a site and send what changed to an address.

    Parameters
    ----------
    build
        Builds into the folder it is given, which keeps the site from build to build.

    Raises
    ------
    EnvironmentFault
        If the address cannot be reached, before anything is built, or not be written; what was
        published before stays whole.
    """
    location = open_location(address)
    _check_reach(location)
    folder = cache_folder("sites", address)
    with cache_lock(folder, f"publishing to {address}", lambda words: _say(on_event, words)):
        report = build(folder / "site")
        _say(on_event, f"Sending the site to {address}")
        sent = push_site(folder / "site", location, lists=report.lists, spared=report.spared)
    return replace(report, written=sent.written, unchanged=sent.unchanged, removed=sent.removed)


def _check_reach(location: Location) -> None:
    """Find out about a wrong address or missing credentials before an hour of work."""
    with plain_words(location.address, "reached"):
        location.holds(location.at(LIST_NAME))


def _say(on_event: Callable[[ProgressEvent], None], message: str) -> None:
    on_event(ProgressEvent("step", message))
