"""What a publish makes public, as frozen values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class MarkKind(StrEnum):
    """What a piece of text may be that should not be public."""

    NATIONAL_ID = "national-id"
    INSURANCE = "insurance"
    RECORD = "record"
    BIRTH = "birth"
    CARE_DAY = "care-day"
    PERSON = "person"
    PHONE = "phone"
    MAIL = "mail"
    PLACE = "place"
    COLUMN = "column"
    MACHINE_PATH = "machine-path"
    SECRET = "secret"  # noqa: S105 - a kind of mark
    METADATA = "metadata"


@dataclass(frozen=True, order=True)
class Mark:
    """A piece of text that looks as if it told who somebody is.

    Attributes
    ----------
    words
        As they stand there.
    """

    kind: MarkKind
    words: str


@dataclass(frozen=True)
class PageLeaving:
    """A page that becomes public.

    Attributes
    ----------
    is_listed
        False where search engines are asked to leave it alone.
    folded, printed, tables
        Cells whose code is shown folded; what code has printed, by its first words; how many
        tables code has made.
    figures
        Figures whose long description and data stand on the page, folded.
    is_scripted
        Whether scripts of its author run on it.
    mails, hosts
        Mail addresses and other hosts that the page leads to.
    """

    path: str
    title: str = ""
    is_listed: bool = True
    folded: int = 0
    printed: tuple[str, ...] = ()
    tables: int = 0
    figures: int = 0
    is_scripted: bool = False
    mails: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class PictureLeaving:
    """A picture that becomes public.

    Attributes
    ----------
    removed
        What the author's file tells besides its pixels and the published one does not.
    left
        What the published file tells all the same.
    """

    path: str
    removed: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


@dataclass(frozen=True)
class FileLeaving:
    """Any other file that a reader can fetch."""

    path: str
    kind: str
    marks: tuple[Mark, ...] = ()


@dataclass(frozen=True)
class Leaving:
    """All that becomes public, each sorted by path.

    Attributes
    ----------
    address
        Where it will be; empty where that is not known.
    pages, pictures, downloads, own_files
        Pages; pictures that the articles show; what readers may download; the author's files that
        are published as they are.
    others
        How many files besides: style, type, search, feeds.
    """

    address: str = ""
    pages: tuple[PageLeaving, ...] = ()
    pictures: tuple[PictureLeaving, ...] = ()
    downloads: tuple[FileLeaving, ...] = ()
    own_files: tuple[FileLeaving, ...] = ()
    others: int = 0

    @property
    def marks(self) -> Iterator[tuple[str, Mark]]:
        """Yield each mark with the path of the file it stands in."""
        told: list[PageLeaving | FileLeaving] = [*self.pages, *self.downloads, *self.own_files]
        for item in told:
            for mark in item.marks:
                yield item.path, mark
