"""What a target says of the site that lies there: the list of Galley's files, and which version.

It is the list that `galley build` keeps in a site folder (`galley.site.published`), with the
version beside it, so that each of the two knows the other's files.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field

from galley.publishing.target import Place
from galley.site.published import LIST_NAME, PublishedList, parse_published, render_published

RECORD = LIST_NAME


@dataclass(frozen=True)
class Record:
    """The record that lies at a target; an empty one where nothing was published there.

    Attributes
    ----------
    published
        Path → digests of what Galley put there; two while a file is being replaced.
    version
        The id of the version; empty where `galley build` has written the list.
    when
        The moment at which it was published, as ISO 8601.
    site
        The title of the site, to tell it from another one.
    """

    published: PublishedList = field(default_factory=PublishedList)
    version: str = ""
    when: str = ""
    site: str = ""

    @property
    def is_there(self) -> bool:
        """Whether anything was published there."""
        return bool(self.published.digests or self.version)


def read_record(place: Place, words: str) -> Record:
    """Read what a target says of itself.

    Raises
    ------
    EnvironmentFault
        If it is damaged: guessing which files are Galley's is not safe.
    """
    data = place.read(RECORD)
    if data is None:
        return Record()
    text = data.decode("utf-8", "replace")
    published = parse_published(text, words)
    value = json.loads(text)
    names = ("version", "when", "site")
    return Record(published, **{name: str(value.get(name, "")) for name in names})


def render_record(record: Record) -> bytes:
    """Return a record as the bytes of its file."""
    value = json.loads(render_published(record.published))
    about = {"version": record.version, "when": record.when, "site": record.site}
    whole = {"schema": value["schema"], **about, **value}
    return (json.dumps(whole, indent=1, ensure_ascii=False) + "\n").encode()
