"""From the files of a publish to what they tell."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from slugify import slugify

from galley.publishing.leaving.identifiers import find_columns, find_identifiers
from galley.publishing.leaving.model import (
    FileLeaving,
    Leaving,
    Mark,
    MarkKind,
    PageLeaving,
    PictureLeaving,
)
from galley.publishing.leaving.page_facts import read_page
from galley.publishing.leaving.picture_facts import metadata_of

Read = Callable[[str], bytes]

_PICTURE = re.compile(r"assets/img/(?P<stem>.+)-[0-9a-f]{10}\.\w+")
_SOURCES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".gif", ".tif", ".tiff"})
_DOWNLOADS = frozenset(
    {".csv", ".svg", ".png", ".bib", ".ris", ".json", ".pdf", ".epub", ".docx", ".ipynb", ".md"}
)
_TEXTS = frozenset({".csv", ".svg", ".bib", ".ris", ".json", ".ipynb", ".md", ".txt", ".html"})
_COMPRESSED = (".gz", ".br")
# What Galley makes for machines and for all pages together.
_SHARED = re.compile(r"assets/|search/|\.well-known/|[^/]*$")
_WORDS_SHOWN = 60


@dataclass(frozen=True)
class Belongings:
    """What of the content folder matters for what is told.

    Attributes
    ----------
    own_files
        Addresses of files that are published as they are.
    pictures
        The author's picture files.
    mails
        Mail addresses that ``site.toml`` makes public on purpose.
    """

    own_files: Collection[str] = ()
    pictures: Collection[Path] = ()
    mails: Collection[str] = field(default=())


def survey_leaving(
    paths: Iterable[str], read: Read, belongings: Belongings, address: str = ""
) -> Leaving:
    """Return what the files of a publish tell.

    Parameters
    ----------
    paths
        The files that are sent: paths inside the site.
    read
        Path → content.
    address
        Where the site will be.
    """
    wanted = [path for path in sorted(paths) if not path.endswith(_COMPRESSED)]
    own = [path for path in wanted if path in belongings.own_files]
    rest = [path for path in wanted if path not in belongings.own_files]
    pages = [path for path in rest if path.endswith(".html")]
    pictures = [path for path in rest if _PICTURE.fullmatch(path)]
    downloads = [path for path in rest if _is_download(path)]
    sources = _sources_by_stem(belongings.pictures)
    return Leaving(
        address,
        tuple(_page(path, read(path), belongings.mails) for path in pages),
        tuple(_picture(path, read(path), sources) for path in pictures),
        tuple(_file(path, read(path), belongings.mails) for path in downloads),
        tuple(_file(path, read(path), belongings.mails) for path in own),
        len(rest) - len(pages) - len(pictures) - len(downloads),
    )


def find_pictures(root: Path) -> Iterator[Path]:
    """Find the picture files of a content folder; hidden folders have none of the author's."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if not name.startswith((".", "_")))
        yield from (
            Path(folder, name)
            for name in sorted(names)
            if PurePosixPath(name).suffix.lower() in _SOURCES
        )


def _page(path: str, data: bytes, mails: Collection[str]) -> PageLeaving:
    facts = read_page(data.decode("utf-8", "replace"))
    linked = facts.mails()
    return PageLeaving(
        path,
        facts.title,
        is_listed=facts.is_listed,
        folded=facts.folded,
        printed=tuple(_shortened(text) for text in facts.printed if text.strip()),
        tables=facts.tables,
        figures=facts.figures,
        is_scripted=facts.is_scripted,
        mails=linked,
        hosts=facts.hosts(),
        marks=tuple(_without(find_identifiers(facts.text()), {*mails, *linked})),
    )


def _picture(path: str, data: bytes, sources: Mapping[str, Path]) -> PictureLeaving:
    match = _PICTURE.fullmatch(path)
    source = sources.get(match["stem"]) if match else None
    left = metadata_of(data)
    told = metadata_of(source.read_bytes()) if source else ()
    return PictureLeaving(path, tuple(kind for kind in told if kind not in left), left)


def _file(path: str, data: bytes, mails: Collection[str]) -> FileLeaving:
    kind = PurePosixPath(path).suffix.lower().lstrip(".")
    return FileLeaving(path, kind, tuple(_without(_marks(path, data), set(mails))))


def _marks(path: str, data: bytes) -> Iterator[Mark]:
    yield from (Mark(MarkKind.METADATA, kind) for kind in metadata_of(data))
    if PurePosixPath(path).suffix.lower() not in _TEXTS:
        return
    text = data.decode("utf-8", "replace")
    if path.endswith((".svg", ".html")):
        text = read_page(text).text()
    if path.endswith(".csv"):
        yield from find_columns(text.partition("\n")[0])
    yield from find_identifiers(text)


def _without(marks: Iterable[Mark], mails: Collection[str]) -> Iterator[Mark]:
    """Leave out addresses that are meant to be public."""
    return (mark for mark in marks if mark.kind is not MarkKind.MAIL or mark.words not in mails)


def _is_download(path: str) -> bool:
    suffix = PurePosixPath(path).suffix.lower()
    return suffix in _DOWNLOADS and not _SHARED.match(path)


def _sources_by_stem(pictures: Iterable[Path]) -> dict[str, Path]:
    return {slugify(path.stem, max_length=60) or "image": path for path in pictures}


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _WORDS_SHOWN else f"{words[:_WORDS_SHOWN].rstrip()}…"
