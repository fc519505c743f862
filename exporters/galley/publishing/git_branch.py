"""A branch of a git repository as target, as GitHub Pages, GitLab Pages and Codeberg show it.

Each publish is one commit on top of what is there; other branches are not looked at. What others
put into the branch (``CNAME``, a ``README``) stays in it.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from galley.findings import EnvironmentFault, UsageError
from galley.locations.address import is_address
from galley.publishing.credentials import Credentials
from galley.publishing.git_remote import GitRemote
from galley.publishing.record import RECORD
from galley.publishing.target import TargetSpec

if TYPE_CHECKING:
    from dulwich.objects import Commit, ObjectID
    from dulwich.repo import Repo

_USUAL_BRANCH = "gh-pages"
_FILE, _PROGRAM = 0o100644, 0o100755
_JEKYLL = ".nojekyll"
"""Without it, GitHub hands the files to Jekyll, which leaves some of them out."""
_THIS_COMPUTER = frozenset({"127.0.0.1", "localhost", "::1"})
_NOBODY = b"Galley <galley@localhost>"


def make(spec: TargetSpec, credentials: Credentials) -> GitTarget:
    """Return the branch that a spec names.

    Raises
    ------
    EnvironmentFault
        If dulwich is not installed.
    UsageError
        If passwords would travel in the open.
    """
    try:
        import dulwich  # noqa: F401 - asked before anything is built
    except ImportError as error:
        raise EnvironmentFault(
            f"'{spec.to}' needs the package dulwich, which is not installed",
            "pip install 'galley-articles[publish]'",
        ) from error
    location = spec.to.removeprefix("git+")
    parts = urlsplit(location)
    if parts.scheme == "http" and parts.hostname not in _THIS_COMPUTER:
        raise UsageError(
            f"'{spec.to}' would show your token to everybody on the way",
            "write it with https://",
        )
    is_here = not is_address(location) and ":" not in location.partition("/")[0][1:]
    if is_here:
        location = str(spec.root / Path(location).expanduser())
    branch = spec.branch or _USUAL_BRANCH
    return GitTarget(GitRemote(spec.name, location, branch, spec.to, credentials))


@dataclass(frozen=True)
class GitTarget:
    """A branch; it need not be there yet, its repository must."""

    remote: GitRemote

    @property
    def words(self) -> str:
        """The repository, as the author wrote it."""
        return self.remote.words

    @contextmanager
    def open(self) -> Iterator[GitPlace]:
        """Bring what the branch holds into a folder that is gone afterwards."""
        from dulwich.repo import Repo

        tip = self.remote.tip()
        with (
            tempfile.TemporaryDirectory(prefix="galley-", ignore_cleanup_errors=True) as folder,
            Repo.init_bare(folder) as repo,
        ):
            if tip is not None:
                self.remote.fetch(repo, tip)
            yield GitPlace(self.remote, repo, tip, _entries(repo, tip))


@dataclass
class GitPlace:
    """A branch while a site is published to it.

    Attributes
    ----------
    tip
        The commit on which the next one rests.
    entries
        Path → mode and blob, as it is to be.
    """

    remote: GitRemote
    repo: Repo
    tip: ObjectID | None
    entries: dict[str, tuple[int, ObjectID]] = field(repr=False)

    def files(self) -> Mapping[str, int]:
        """Return every file of the branch."""
        return {path: len(self._data(sha)) for path, (_, sha) in self.entries.items()}

    def digest(self, path: str) -> str:
        """Return the SHA-256 of a file; a link has none, so that it is never taken for ours."""
        mode, sha = self.entries[path]
        is_file = mode in {_FILE, _PROGRAM}
        return hashlib.sha256(self._data(sha)).hexdigest() if is_file else "link"

    def read(self, path: str) -> bytes | None:
        """Return the content of a file."""
        return self._data(self.entries[path][1]) if path in self.entries else None

    def send(self, files: Mapping[str, bytes]) -> None:
        """Take files into the next commit."""
        from dulwich.objects import Blob

        for path, data in files.items():
            blob = Blob.from_string(data)
            self.repo.object_store.add_object(blob)
            self.entries[path] = (_FILE, blob.id)

    def remove(self, paths: Sequence[str]) -> None:
        """Leave files out of the next commit."""
        for path in paths:
            self.entries.pop(path, None)

    def finish(self, message: str) -> None:
        """Make one commit of it all, and push it."""
        if _JEKYLL not in self.entries:
            self.send({_JEKYLL: b""})
        commit = self._commit(message)
        self.remote.push(self.repo, commit.id, self.tip)
        self.tip = commit.id

    def _commit(self, message: str) -> Commit:
        from dulwich.index import commit_tree
        from dulwich.objects import Commit

        store = self.repo.object_store
        commit = Commit()
        blobs = [(path.encode(), sha, mode) for path, (mode, sha) in self.entries.items()]
        commit.tree = commit_tree(store, blobs)
        commit.parents = [self.tip] if self.tip else []
        commit.author = commit.committer = _author()
        moment = self._moment()
        zone = moment.utcoffset()
        commit.author_time = commit.commit_time = int(moment.timestamp())
        commit.author_timezone = commit.commit_timezone = int(zone.total_seconds()) if zone else 0
        commit.encoding = b"UTF-8"
        commit.message = f"{message}\n".encode()
        store.add_object(commit)
        return commit

    def _moment(self) -> datetime:
        """Return when the version is published, as its record says."""
        record = json.loads(self._data(self.entries[RECORD][1]))
        return datetime.fromisoformat(record["when"])

    def _data(self, sha: ObjectID) -> bytes:
        data: bytes = self.repo[sha].as_raw_string()
        return data


def _entries(repo: Repo, tip: ObjectID | None) -> dict[str, tuple[int, ObjectID]]:
    from dulwich.object_store import iter_tree_contents
    from dulwich.objects import S_ISGITLINK, Commit

    commit = repo[tip] if tip is not None else None
    if not isinstance(commit, Commit):
        return {}
    found = iter_tree_contents(repo.object_store, commit.tree)
    return {
        entry.path.decode("utf-8", "surrogateescape"): (entry.mode, entry.sha)
        for entry in found
        if not S_ISGITLINK(entry.mode)
    }


def _author() -> bytes:
    """Return who publishes, as the author told git; the name of the computer is nobody's matter."""
    from dulwich.config import StackedConfig

    config = StackedConfig.default()
    try:
        return config.get((b"user",), b"name") + b" <" + config.get((b"user",), b"email") + b">"
    except KeyError:
        return _NOBODY
