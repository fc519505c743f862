"""A real SFTP server on this machine, which breaks off or refuses when a test wants it to."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import asyncssh

PASSWORD = "gurita-42"
USER = "maria"


@dataclass
class Peer:
    """The server, as tests see it.

    Attributes
    ----------
    changes_left
        After so many changes the connection breaks off; None for never.
    breaks
        How often it does so.
    refuses
        What a change is refused with, by the name of the operation.
    """

    root: Path
    host_key: asyncssh.SSHKey
    port: int = 0
    changes_left: int | None = None
    breaks: int = 1
    refuses: dict[str, Callable[[], Exception]] = field(default_factory=dict)
    user_key: asyncssh.SSHKey | None = None
    takes_password: bool = True
    is_full: bool = False
    logins: int = 0
    done: list[str] = field(default_factory=list)

    def change(self, name: str, path: bytes, connection: asyncssh.SSHServerConnection) -> None:
        """Count a change, and do to it what the test wants."""
        if name in self.refuses:
            refusal = self.refuses[name]
            raise refusal()
        if self.changes_left == 0 and self.breaks:
            self.breaks -= 1
            connection.abort()
            raise asyncssh.SFTPConnectionLost("cut")
        if self.changes_left:
            self.changes_left -= 1
        self.done.append(f"{name} {path.decode()}")


def _server(peer: Peer) -> type[asyncssh.SSHServer]:
    class Server(asyncssh.SSHServer):
        def begin_auth(self, _username):
            peer.logins += 1
            return True

        def password_auth_supported(self):
            return peer.takes_password

        def validate_password(self, username, password):
            return username == USER and password == PASSWORD

        def public_key_auth_supported(self):
            return peer.user_key is not None

        def validate_public_key(self, _username, key):
            return key == peer.user_key.convert_to_public()

    return Server


class Files(asyncssh.SFTPServer):
    """Its files; every change is told to the peer first."""

    def __init__(self, chan, peer):
        super().__init__(chan, chroot=str(peer.root).encode())
        self.peer = peer

    def _change(self, name, path):
        self.peer.change(name, path, self.connection)

    def open(self, path, pflags, attrs):
        if pflags & asyncssh.FXF_WRITE:
            self._change("open", path)
        return super().open(path, pflags, attrs)

    def write(self, file_obj, offset, data):
        self._change("write", b"")
        return super().write(file_obj, offset, data)

    def posix_rename(self, oldpath, newpath):
        self._change("rename", newpath)
        return super().posix_rename(oldpath, newpath)

    def remove(self, path):
        self._change("remove", path)
        return super().remove(path)

    def mkdir(self, path, attrs):
        self._change("mkdir", path)
        return super().mkdir(path, attrs)

    def rmdir(self, path):
        self._change("rmdir", path)
        return super().rmdir(path)

    def statvfs(self, path):
        told = asyncssh.SFTPVFSAttrs.from_local(super().statvfs(path))
        if self.peer.is_full:
            told.bavail = 0
        return told


@contextmanager
def running(root: Path) -> Iterator[Peer]:
    """Start the server on a free port of this machine, and end it."""
    peer = Peer(root, asyncssh.generate_private_key("ssh-ed25519"))
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    async def listen() -> asyncssh.SSHAcceptor:
        return await asyncssh.listen(
            "127.0.0.1",
            0,
            server_host_keys=[peer.host_key],
            server_factory=_server(peer),
            sftp_factory=lambda chan: Files(chan, peer),
            allow_scp=False,
        )

    acceptor = asyncio.run_coroutine_threadsafe(listen(), loop).result()
    peer.port = acceptor.get_port()
    try:
        yield peer
    finally:

        async def end() -> None:
            acceptor.close()
            await acceptor.wait_closed()

        asyncio.run_coroutine_threadsafe(end(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
