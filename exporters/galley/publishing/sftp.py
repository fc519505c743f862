"""A folder on an SFTP server as target, as web hosts offer it."""

from __future__ import annotations

import os
import posixpath
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from galley.findings import EnvironmentFault
from galley.publishing.credentials import Credentials
from galley.publishing.remembered import remembered_of
from galley.publishing.remote_faults import Patience
from galley.publishing.server_address import ServerAddress, parse_server_address
from galley.publishing.sftp_files import BESIDE, SftpFiles
from galley.publishing.sftp_hosts import KnownHosts, known_hosts_of_user
from galley.publishing.sftp_session import Limits, SftpSession
from galley.publishing.target import TargetSpec

if TYPE_CHECKING:
    from asyncssh import SFTPClient

_EXAMPLE = "sftp://maria@example.org/www/blog"


def make(spec: TargetSpec, credentials: Credentials) -> SftpTarget:
    """Return the target that a spec names."""
    address = parse_server_address(spec.to, _EXAMPLE)
    return SftpTarget(spec.name, address, credentials, known_hosts_of_user(os.environ))


@dataclass(frozen=True)
class SftpTarget:
    """A folder on a server."""

    name: str
    address: ServerAddress
    credentials: Credentials
    known: KnownHosts
    patience: Patience = field(default_factory=Patience)
    limits: Limits = field(default_factory=Limits)

    @property
    def words(self) -> str:
        """The address, which never holds a password."""
        return self.address.words

    @contextmanager
    def open(self) -> Iterator[SftpPlace]:
        """Be ready to connect to the server, which is done when it is first asked something."""
        _need_asyncssh(self.words)
        session = SftpSession(
            self.name, self.address, self.credentials, self.known, self.patience, self.limits
        )
        try:
            yield SftpPlace(session, _folder(self.address.path))
        finally:
            session.close()


class SftpPlace:
    """A folder on a server while a site is published to it.

    Parameters
    ----------
    root
        The folder, as the server names it; a relative one is seen from the account's own.
    """

    def __init__(self, session: SftpSession, root: str) -> None:
        self._session = session
        self._files = SftpFiles(root, session.address.words)
        self._remembered = remembered_of(session.address.words)

    def files(self) -> Mapping[str, int]:
        """Return every file below the folder, and remove what a killed publish has left behind."""
        found = self._session.do(self._files.look)
        left = [path for path in found if posixpath.basename(path).startswith(BESIDE)]
        self.remove(left)
        found = {path: file for path, file in sorted(found.items()) if path not in set(left)}
        self._remembered.note_listed({path: file.mark for path, file in found.items()})
        return {path: file.size for path, file in found.items()}

    def digest(self, path: str) -> str:
        """Return the digest of what was sent, if it has not changed since."""
        return self._remembered.digest(path)

    def read(self, path: str) -> bytes | None:
        """Return the content of a file; None where there is none."""
        return self._session.do(lambda client: self._files.read(client, path))

    def send(self, files: Mapping[str, bytes]) -> None:
        """Send many files at once, each beside its target, and rename it when it is whole."""
        done: set[str] = set()

        async def send_rest(client: SFTPClient) -> None:
            # After a lost connection, what has arrived is not sent again.
            rest = [path for path in files if path not in done]
            await self._files.send(client, rest, files, done)

        self._session.do(send_rest)
        for path in files:
            self._remembered.note_sent(path, files[path])

    def remove(self, paths: Sequence[str]) -> None:
        """Remove files, and folders that are empty then."""
        if paths:
            self._session.do(lambda client: self._files.remove(client, paths))

    def finish(self, message: str) -> None:
        """Do nothing: each file was public from the moment it was renamed."""


def _folder(path: str) -> str:
    """Return a folder as an SFTP server names it; the account's own one is where a login begins."""
    inside = path.removeprefix("~").lstrip("/") if path.startswith("~") else path
    return inside or "."


def _need_asyncssh(words: str) -> None:
    try:
        import asyncssh  # noqa: F401 - only whether it is there
    except ImportError:
        raise EnvironmentFault(
            f"'{words}' needs the package asyncssh, which is not installed",
            "pip install 'galley-articles[publish]'",
        ) from None
