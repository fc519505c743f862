"""What a place must be able to do so that a site can be published to it.

::

    site.toml ─ target_named ─► TargetSpec ─ open_target ─► Target ─ open() ─► Place

A `Target` knows where; a `Place` is the same target while it is open: it tells what lies there,
takes files and gives them up. What is sent, in which order, and what is refused, is decided above
(`changes.py`, `sending.py`), the same for every kind. To add a kind: a module with a class that has
the methods of `Target`, a function ``make(spec, credentials)``, and a line in `kinds.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True)
class TargetSpec:
    """A target as the author named it.

    Attributes
    ----------
    name
        As in ``[publish.targets.NAME]``.
    to
        A folder, a file that ends in ``.zip``, a repository, or an address.
    address
        Where readers find it, ending in ``/``; empty where the author gave none.
    branch
        The branch of a repository; empty for the usual one.
    root
        The content folder, from which relative paths are seen.
    """

    name: str
    to: str
    address: str
    root: Path
    branch: str = ""


class Place(Protocol):
    """A target while it is open. What goes wrong is an `EnvironmentFault` with a fix."""

    def files(self) -> Mapping[str, int]:
        """Return everything that lies there: path with forward slashes → size in bytes."""

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file there; empty where only fetching it would tell."""

    def read(self, path: str) -> bytes | None:
        """Return the content of a file; None where there is none."""

    def send(self, files: Mapping[str, bytes]) -> None:
        """Put files there, in any order or all at once; folders are made as needed.

        Each is there whole or not at all, the old one until then. Contents are read from the disk
        as they are asked for, so they should not all be held at once.
        """

    def remove(self, paths: Sequence[str]) -> None:
        """Take files away, and folders that are empty then; what is gone already is fine."""

    def finish(self, message: str, /) -> None:
        """Make public what was sent, where a target does that at once; elsewhere do nothing.

        Parameters
        ----------
        message
            One line about this version, for targets that keep a history of their own.
        """


class Target(Protocol):
    """A place where readers find a site, not opened yet."""

    @property
    def words(self) -> str:
        """How the author knows it, for example ``../www``; it never holds a password."""

    def open(self) -> AbstractContextManager[Place]:
        """Reach the target; nothing there is changed by this."""
