"""Telling addresses such as ``s3://bucket/site`` from paths of this machine."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass

# One letter is a drive of Windows.
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+://")


def is_address(text: str) -> bool:
    """Tell whether a text names a place by its protocol; everything else is a path."""
    return _ADDRESS.match(text) is not None


@dataclass(frozen=True)
class Address:
    """A place that fsspec reaches.

    Attributes
    ----------
    text
        As the author typed it, without a slash at its end.
    """

    text: str

    def __str__(self) -> str:
        return self.text

    @property
    def protocol(self) -> str:
        """What stands before ``://``."""
        return self.text.partition("://")[0]

    @property
    def name(self) -> str:
        """The last part of the address."""
        return posixpath.basename(self.text)

    @property
    def parent(self) -> Address:
        """The place around this one; the outermost is its own parent."""
        start, mark, path = self.text.partition("://")
        above = posixpath.dirname(path)
        return Address(f"{start}{mark}{above}") if above else self

    def joined(self, path: str) -> Address:
        """Return the address of a path inside this place."""
        return Address(f"{self.text}/{path}")

    def is_inside(self, other: Address) -> bool:
        """Tell whether this place is the other one, or lies in it."""
        return self == other or self.text.startswith(f"{other.text}/")


def read_address(text: str) -> Address:
    """Return an address as it was typed."""
    start, mark, path = text.partition("://")
    return Address(f"{start.lower()}{mark}{path.rstrip('/')}")
