"""The ledger: what the last build rested on, so that a build without changes need not begin.

A ledger is written after a build that left nothing to mend. It names the content folder as it was,
file by file, everything else that was read, the program, and the site as it was published. While
all of it is as it was, the next build has the same outcome, and nothing of weight is loaded.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from galley.disk import write_whole
from galley.findings import EnvironmentFault
from galley.seal import read_sealed, sealed
from galley.seen import SeenFiles, read_seen
from galley.site.program import read_program
from galley.site.published import LIST_NAME, read_published
from galley.site.report_records import report_of, report_record
from galley.site.request import BuildReport, BuildRequest

STORE_FOLDER = ".galley"
_FOLDER = "ledgers"
_SCHEMA = 1
_MACHINE_FOLDERS = frozenset({"__pycache__", "node_modules"})
_NOTHING_IS_DUE = date.max


@dataclass(frozen=True)
class Outside:
    """What a build read besides the content folder.

    Attributes
    ----------
    files
        Paths of files that articles read from anywhere.
    variables
        Names of environment variables that articles read.
    due
        The first day on which something changes by itself: an article comes out, or runs again.
    """

    files: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()
    due: date = _NOTHING_IS_DUE


@dataclass(frozen=True)
class Ledger:
    """What a build rested on, and what came of it."""

    content: str
    program: str
    site: str
    files: Mapping[str, str]
    variables: Mapping[str, str]
    day: date
    due: date
    report: BuildReport = field(repr=False)

    def is_of(self, day: date) -> bool:
        """Tell whether the day changes nothing."""
        return self.day <= day < self.due


@dataclass(frozen=True)
class Snapshot:
    """The content folder and the program, taken before anything is read.

    What an author saves while a build runs may or may not be in that build; the next build finds
    that the folder is no longer the one of the snapshot.
    """

    content: str
    program: str


def store_of(request: BuildRequest) -> Path:
    """Return where the store of a build is, unless its folder cannot be written."""
    return request.store or request.content / STORE_FOLDER


def take_snapshot(request: BuildRequest, seen: SeenFiles) -> Snapshot:
    """Return what the content folder and the program are now."""
    return Snapshot(_digest_of_content(request, seen), read_program(seen))


def recall_build(request: BuildRequest) -> BuildReport | None:
    """Return the report of a build that would change nothing; None where one has to be made."""
    store = store_of(request)
    ledger = _read(_path(store, request))
    if ledger is None or not request.content.is_dir() or not ledger.is_of(request.today):
        return None
    seen = read_seen(store)
    is_same = (
        ledger.program == read_program(seen)
        and ledger.variables == _digests_of_variables(ledger.variables)
        and all(seen.digest(path) == digest for path, digest in ledger.files.items())
        and ledger.content == _digest_of_content(request, seen)
        and ledger.site == _digest_of_site(request.output, seen)
    )
    return ledger.report if is_same else None


def write_ledger(
    report: BuildReport,
    *,
    before: Snapshot,
    outside: Outside,
    request: BuildRequest,
    store: Path,
    seen: SeenFiles,
) -> None:
    """Keep what a build rested on, if it left nothing to do; else forget the last ledger."""
    path = _path(store, request)
    if not (report.is_complete and request.content.is_dir() and outside.due > request.today):
        path.unlink(missing_ok=True)
        return
    value = {
        "schema": _SCHEMA,
        "content": before.content,
        "program": before.program,
        "site": _digest_of_site(request.output, seen),
        "files": {name: seen.digest(name) for name in outside.files},
        "variables": _digests_of_variables(outside.variables),
        "day": request.today.isoformat(),
        "due": outside.due.isoformat(),
        "report": report_record(_as_unchanged(report)),
    }
    write_whole(path, sealed(value, path.name))


def _path(store: Path, request: BuildRequest) -> Path:
    """Return the ledger of builds that were asked the same; each site folder has its own."""
    asked = (
        str(request.content),
        request.content_name,
        str(request.output),
        request.parameters,
        request.editions,
        request.strict,
        request.execute,
        request.trusted,
        request.sandbox,
    )
    return store / _FOLDER / f"{hashlib.sha256(repr(asked).encode()).hexdigest()[:32]}.json"


def _as_unchanged(report: BuildReport) -> BuildReport:
    """Return what a build without changes would say."""
    articles = (
        replace(each, state="unchanged", reason="", seconds=0.0) if each.state == "built" else each
        for each in report.articles
    )
    return replace(
        report,
        articles=tuple(articles),
        written=(),
        unchanged=tuple(sorted((*report.written, *report.unchanged))),
        removed=(),
    )


def _digest_of_content(request: BuildRequest, seen: SeenFiles) -> str:
    digest = hashlib.sha256()
    for path in content_files(request):
        digest.update(f"{path}\0{seen.digest(path)}\0".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def content_files(request: BuildRequest) -> Iterator[str]:
    """Yield every file an author may have put into the content folder, in a settled order."""
    store, output = store_of(request).resolve(), request.output.resolve()
    return _files(os.fspath(request.content), {os.fspath(store), os.fspath(output)})


def _files(root: str, passed_over: set[str]) -> Iterator[str]:
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _MACHINE_FOLDERS
            and os.path.join(folder, name) not in passed_over  # noqa: PTH118 - of every folder
        )
        yield from (f"{folder}{os.sep}{name}" for name in sorted(files) if name[0] != ".")


def _digest_of_site(site: Path, seen: SeenFiles) -> str:
    """Return a digest of the published files as they lie on the disk; empty if that is unsure."""
    try:
        published = read_published(site)
    except (EnvironmentFault, OSError):
        return ""
    if not published.is_finished:
        return ""
    digest = hashlib.sha256(seen.digest(site / LIST_NAME).encode())
    for path, known in sorted(published.digests.items()):
        found = seen.digest(f"{site}{os.sep}{path}")
        if found not in known:
            return ""
        digest.update(f"{path}\0{found}\0".encode())
    return digest.hexdigest()


def _digests_of_variables(names: Iterable[str]) -> dict[str, str]:
    return {
        name: hashlib.sha256(os.environ.get(name, "\0").encode("utf-8", "replace")).hexdigest()
        for name in names
    }


def _read(path: Path) -> Ledger | None:
    try:
        value = read_sealed(path, path.name)
        if value is None or value["schema"] != _SCHEMA or not value["site"]:
            return None
        return Ledger(
            content=value["content"],
            program=value["program"],
            site=value["site"],
            files=dict(value["files"]),
            variables=dict(value["variables"]),
            day=date.fromisoformat(value["day"]),
            due=date.fromisoformat(value["due"]),
            report=report_of(value["report"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None
