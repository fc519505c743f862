"""Sites as plain dictionaries, and places that break where a test wants it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path

from galley.publishing.changes import Goal
from galley.publishing.credentials import Credentials, Nobody, SystemRing
from galley.publishing.delivering import compare, deliver
from galley.publishing.target import Place, Target
from galley.publishing.version import Version, Versions, public_version

NO_CREDENTIALS = Credentials({}, SystemRing(), Nobody())
Site = Mapping[str, bytes]
OLD: Site = {
    "assets/style-1.css": b"old style",
    "window.html": b"<link href=assets/style-1.css> window",
    "practice.html": b"<link href=assets/style-1.css> practice",
    "index.html": b"window, practice",
    "feed.xml": b"window, practice",
}
NEW: Site = {
    "assets/style-2.css": b"new style",
    "window.html": b"<link href=assets/style-2.css> window, again",
    "bdnf.html": b"<link href=assets/style-2.css> bdnf",
    "bdnf/data.csv": b"1,2",
    "index.html": b"window, bdnf",
    "feed.xml": b"window, bdnf",
}


def goal_of(site: Site, lists: Sequence[str] = (), spared: Sequence[str] = ()) -> Goal:
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in site.items()}
    sizes = {path: len(data) for path, data in site.items()}
    return Goal(digests, sizes, frozenset(lists), frozenset(spared))


def on_disk(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not path.name.startswith(".galley-")
    }


class BrokenOffError(Exception):
    """The connection, or the process, is gone."""


@dataclass
class Breaking:
    """A place that takes some steps and then no more; each file is a step."""

    place: Place
    left: int
    taken: list[str] = field(default_factory=list)

    def files(self) -> Mapping[str, int]:
        return self.place.files()

    def digest(self, path: str) -> str:
        return self.place.digest(path)

    def read(self, path: str) -> bytes | None:
        return self.place.read(path)

    def send(self, files: Mapping[str, bytes]) -> None:
        for path in files:
            self._step(f"send {path}")
            self.place.send({path: files[path]})

    def remove(self, paths: Sequence[str]) -> None:
        for path in paths:
            self._step(f"remove {path}")
            self.place.remove([path])

    def finish(self, message: str) -> None:
        self._step("finish")
        self.place.finish(message)

    def _step(self, what: str) -> None:
        if not self.left:
            raise BrokenOffError
        self.left -= 1
        self.taken.append(what)


@dataclass
class Publisher:
    """Publishes dictionaries to a target, as the command does with built sites."""

    target: Target
    versions: Versions
    breaks_after: int = 10_000
    steps: list[str] = field(default_factory=list)

    def publish(self, site: Site, *, goal: Goal | None = None, takes_over: bool = False) -> Version:
        with self._open() as place:
            known = self.versions.read()
            own = {each.id for each in known}
            compared = compare(
                place, self.target.words, goal or goal_of(site), own, takes_over=takes_over
            )
            breaking = Breaking(place, self.breaks_after, self.steps)
            number = known[-1].number + 1 if known else 1
            when = f"2026-11-{number:02}T10:00:00+00:00"
            version = Version(number, when, self.target.words, {})
            return deliver(
                compared,
                version,
                site,
                breaking,
                self.versions,
                site="Blog",
                on_step=lambda *_: None,
            )

    def _open(self) -> AbstractContextManager[Place]:
        return self.target.open()

    def breaking_after(self, steps: int) -> Publisher:
        return replace(self, breaks_after=steps, steps=[])


def public_number(versions: Versions) -> int:
    public = public_version(versions.read())
    return public.number if public else 0


def links_of(page: bytes) -> Iterator[str]:
    for part in page.split(b"href=")[1:]:
        yield part.split(b">")[0].decode()
