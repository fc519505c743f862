"""The last look at what leaves the computer: shown the first time, and when there is more of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import click

from galley.config import SiteConfig
from galley.console.content_path import ContentPath
from galley.console.leaving_text import leaving_text
from galley.publishing.desk import Desk
from galley.publishing.leaving.model import Leaving
from galley.publishing.leaving.news import keep_shown, kinds_of, read_shown
from galley.publishing.leaving.survey import Belongings, Read, find_pictures, survey_leaving
from galley.static_files import find_static

FOLDER = "leaving"


@dataclass(frozen=True)
class LastLook:
    """What is told of the files of a publish to one target.

    Attributes
    ----------
    memory
        Where it lies what the author was shown before.
    """

    read: Read = field(repr=False)
    belongings: Belongings
    address: str
    memory: Path

    def survey(self, paths: Collection[str]) -> Leaving:
        """Return what the files tell."""
        return survey_leaving(paths, self.read, self.belongings, self.address)

    def is_news(self, leaving: Leaving) -> bool:
        """Tell whether something is of a kind that the author was not shown yet."""
        return not kinds_of(leaving) <= read_shown(self.memory)

    def remember(self, leaving: Leaving) -> None:
        """Remember what the author has said yes to."""
        keep_shown(self.memory, kinds_of(leaving))


def last_look(place: ContentPath, config: SiteConfig, site: Path, desk: Desk) -> LastLook:
    """Return the look at what a built site sends to a target.

    Parameters
    ----------
    site
        The folder of the built site.
    """
    static, _ = find_static(place.root, place.name)
    own = frozenset(file.address for file in static)
    belongings = replace(_belongings(place, config), own_files=own)
    memory = desk.store / FOLDER / f"{desk.spec.name}.json"
    return LastLook(lambda path: (site / path).read_bytes(), belongings, desk.spec.address, memory)


def last_look_at_files(
    place: ContentPath, config: SiteConfig, files: Mapping[str, bytes], memory: Path, address: str
) -> LastLook:
    """Return the look at files that are sent without being a site.

    Parameters
    ----------
    files
        Path, as it would be in a site → content.
    memory
        Where it lies what the author was shown before.
    """
    return LastLook(files.__getitem__, _belongings(place, config), address, memory)


def show_leaving(
    look: LastLook | None, paths: Collection[str], *, is_dry: bool
) -> Callable[[], None]:
    """Show what becomes public where that is news; return what remembers that it was agreed to."""
    if look is None:
        return lambda: None
    leaving = look.survey(paths)
    if is_dry or look.is_news(leaving):
        click.echo(f"{leaving_text(leaving)}\n")
    return lambda: look.remember(leaving)


def _belongings(place: ContentPath, config: SiteConfig) -> Belongings:
    pictures = tuple(find_pictures(place.root))
    return Belongings(pictures=pictures, mails=frozenset(_public_mails(config)))


def _public_mails(config: SiteConfig) -> Iterator[str]:
    """Yield the mail addresses that ``site.toml`` gives to readers."""
    yield from filter(None, (config.corrections, config.security.contact))
