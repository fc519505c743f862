"""One import from beginning to end, without a word to anybody."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from galley.findings import EnvironmentFault, Finding, Place, Severity
from galley.importing.counting import count_kept
from galley.importing.importers import read_posts
from galley.importing.joining import join_posts
from galley.importing.pandoc_reading import NoPostError, UnreadableError
from galley.importing.post import Post
from galley.importing.reading_parts import Source
from galley.importing.settling import (
    Fate,
    Imported,
    read_records,
    record_name,
    remembered,
    settle_imports,
    write_records,
)
from galley.importing.sources import FoundSource, reader_beside, reader_with
from galley.importing.writing import write_imported

_LARGEST = 500_000_000


@dataclass(frozen=True)
class ImportedPost:
    """What became of a post, with what was kept of it."""

    imported: Imported
    kept: Mapping[str, int]

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What there is to say: of a post that stays as it is, only that."""
        own = (self.imported.finding,) if self.imported.finding else ()
        return (*own, *(self.imported.post.findings if self.imported.fate.is_written else ()))


@dataclass(frozen=True)
class ImportReport:
    """Everything that an import did.

    Attributes
    ----------
    unread
        Why sources could not be read.
    """

    posts: tuple[ImportedPost, ...]
    unread: tuple[Finding, ...] = ()

    @property
    def findings(self) -> tuple[Finding, ...]:
        """All findings, those of sources that could not be read first."""
        return (*self.unread, *(found for post in self.posts for found in post.findings))

    @property
    def has_refused(self) -> bool:
        """Whether something that was asked for was not done."""
        unread = any(found.severity is Severity.ERROR for found in self.unread)
        return unread or any(post.imported.fate.is_refused for post in self.posts)


@dataclass(frozen=True)
class ReadPosts:
    """Posts, each with the file that it came from, and why others could not be read."""

    posts: tuple[tuple[Post, Path], ...]
    unread: tuple[Finding, ...]


def read_all(
    sources: Sequence[FoundSource],
    languages: Collection[str] = (),
    uploads: Path | None = None,
    on_read: Callable[[int], None] = lambda _count: None,
) -> ReadPosts:
    """Read every source, and join what belongs together.

    Parameters
    ----------
    uploads
        A folder of the old site's pictures, which need not lie beside the sources.
    on_read
        Is told how many sources have been read.
    """
    posts: list[tuple[Post, Path]] = []
    unread: list[Finding] = []
    for count, found in enumerate(sources, start=1):
        on_read(count)
        try:
            read = read_posts(_source(found, uploads))
        except NoPostError as error:
            unread.append(_no_post(found.name, str(error)))
        except UnreadableError as error:
            unread.append(_unreadable(found.name, str(error)))
        else:
            posts += [(post, found.path) for post in read]
    joined = join_posts([post for post, _ in posts], languages)
    paths = [path for _, path in posts]
    return ReadPosts(tuple(zip(joined, paths, strict=True)), tuple(unread))


def finish_import(
    read: ReadPosts, root: Path, now: datetime, *, is_update: bool = False, is_dry: bool = False
) -> ImportReport:
    """Write what is to be written, and remember it."""
    before = read_records(root)
    records = dict(before)
    named = [(post, record_name(post, path, root)) for post, path in read.posts]
    settled = settle_imports(named, root, before, is_update=is_update)
    unread = list(read.unread)
    done: list[ImportedPost] = []
    for imported, (_, name) in zip(settled, named, strict=True):
        if imported.fate.is_written and not is_dry:
            try:
                write_imported(imported, root, now)
            except EnvironmentFault as fault:
                unread.append(_unreadable(imported.post.source, fault.message, fault.fix))
                continue
            records[name] = remembered(imported)
        elif imported.fate is Fate.UNCHANGED:
            records.setdefault(name, remembered(imported))
        done.append(ImportedPost(imported, count_kept(imported.files[imported.notebook])))
    if not is_dry and records != before:
        write_records(root, records)
    return ImportReport(tuple(done), tuple(unread))


def _source(found: FoundSource, uploads: Path | None) -> Source:
    try:
        if found.path.stat().st_size > _LARGEST:
            raise UnreadableError("it is far larger than an article")
        data = found.path.read_bytes()
    except OSError as error:
        raise UnreadableError(f"it cannot be opened: {error.strerror or error}") from None
    beside = reader_beside(found.path, found.root)
    return Source(found.name, data, reader_with(beside, uploads) if uploads else beside)


def _no_post(name: str, why: str) -> Finding:
    return Finding(
        "import-left-out",
        Severity.ADVICE,
        Place(name),
        f"the page is left out: {why}",
        "Nothing needs to be done; Galley makes such pages itself.",
    )


def _unreadable(name: str, why: str, fix: str = "") -> Finding:
    return Finding(
        "import-unreadable",
        Severity.ERROR,
        Place(name),
        f"it is not imported: {why}",
        fix or "Open it in the program that made it, save it anew, and import it again.",
    )
