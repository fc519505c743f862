"""What is done with files on an SFTP server, many at once.

A connection that is lost meanwhile is left to `sftp_session`.
"""

from __future__ import annotations

import asyncio
import hashlib
import posixpath
from collections.abc import Coroutine, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from galley.locations.listing import RemoteFile
from galley.publishing.remote_faults import in_other_words, no_room, not_allowed
from galley.site.site_paths import OWN_PREFIX, parents

if TYPE_CHECKING:
    from asyncssh import SFTPAttrs, SFTPClient

BESIDE = f"{OWN_PREFIX}new-"
"""How the names of files begin that are not whole yet."""
_AT_ONCE = 8
# A web server runs as somebody else and has to read what is put there.
_FILE_MODE, _FOLDER_MODE = 0o644, 0o755


class SftpFiles:
    """The files below a folder of a server.

    Parameters
    ----------
    words
        The folder's address, for what is said of it.
    """

    def __init__(self, root: str, words: str) -> None:
        self._root, self._words = root, words
        self._folders: set[str] = set()

    async def look(self, client: SFTPClient) -> dict[str, RemoteFile]:
        """Return path → every file; nothing where the folder is not there."""
        from asyncssh import SFTPNoSuchFile, SFTPNoSuchPath

        found: dict[str, RemoteFile] = {}
        try:
            level = await self._look_into(client, "", found)
        except (SFTPNoSuchFile, SFTPNoSuchPath):
            return {}
        self._folders = {""}
        while level:
            self._folders.update(level)
            below: list[str] = []

            async def enter(folder: str, below: list[str] = below) -> None:
                below.extend(await self._look_into(client, folder, found))

            await _many(enter(folder) for folder in level)
            level = below
        return found

    async def read(self, client: SFTPClient, path: str) -> bytes | None:
        """Return the content of a file; None where there is none."""
        from asyncssh import SFTPNoSuchFile, SFTPNoSuchPath

        with self._in_words(path):
            try:
                async with client.open(self._at(path), "rb") as file:
                    data: bytes = await file.read()
                    return data
            except (SFTPNoSuchFile, SFTPNoSuchPath):
                return None

    async def send(
        self, client: SFTPClient, paths: Sequence[str], files: Mapping[str, bytes], done: set[str]
    ) -> None:
        """Send files, noting each that has arrived."""
        await self._make_folders(client, paths)

        async def send(path: str) -> None:
            await self._send_one(client, path, files[path])
            done.add(path)

        await _many(send(path) for path in paths)

    async def remove(self, client: SFTPClient, paths: Sequence[str]) -> None:
        """Remove files, and folders that are empty then."""
        await _many(self._remove_one(client, path) for path in paths)
        around = {parent for path in paths for parent in parents(path)}
        for folder in sorted(around, reverse=True):
            await self._remove_if_empty(client, folder)

    def _at(self, path: str) -> str:
        return posixpath.join(self._root, path) if path else self._root

    async def _look_into(
        self, client: SFTPClient, folder: str, found: dict[str, RemoteFile]
    ) -> list[str]:
        """Note the files of a folder, and return the folders in it."""
        from asyncssh import FILEXFER_TYPE_DIRECTORY

        folders = []
        with self._in_words(folder):
            async for entry in client.scandir(self._at(folder)):
                name = str(entry.filename)
                path = f"{folder}/{name}" if folder else name
                if name in {".", ".."}:
                    continue
                if entry.attrs.type == FILEXFER_TYPE_DIRECTORY:
                    folders.append(path)
                else:
                    found[path] = _file(entry.attrs)
        return folders

    async def _make_folders(self, client: SFTPClient, paths: Iterable[str]) -> None:
        from asyncssh import SFTPAttrs, SFTPError

        attrs = SFTPAttrs(permissions=_FOLDER_MODE)
        wanted = {"", *(parent for path in paths for parent in parents(path))}
        for folder in sorted(wanted - self._folders):
            with self._in_words(folder):
                if not folder:
                    await client.makedirs(self._root, attrs, exist_ok=True)
                else:
                    try:
                        await client.mkdir(self._at(folder), attrs)
                    except SFTPError:
                        # Servers have no one word for a folder that is there already.
                        if not await client.isdir(self._at(folder)):
                            raise
            self._folders.add(folder)

    async def _send_one(self, client: SFTPClient, path: str, data: bytes) -> None:
        from asyncssh import SFTPError, SFTPFailure

        target = self._at(path)
        mark = hashlib.sha256(path.encode()).hexdigest()[:16]
        beside = posixpath.join(posixpath.dirname(target), f"{BESIDE}{mark}")
        with self._in_words(path):
            try:
                async with client.open(beside, "wb") as file:
                    await file.write(data)
                with suppress(SFTPError):
                    await client.chmod(beside, _FILE_MODE)
                await _put_in_place(client, beside, target)
            except SFTPFailure:
                # The usual word of servers for all that they have no word for.
                if await _is_full(client, posixpath.dirname(beside), len(data)):
                    raise no_room(self._words) from None
                raise

    async def _remove_one(self, client: SFTPClient, path: str) -> None:
        from asyncssh import SFTPNoSuchFile, SFTPNoSuchPath

        with self._in_words(path), suppress(SFTPNoSuchFile, SFTPNoSuchPath):
            await client.remove(self._at(path))

    async def _remove_if_empty(self, client: SFTPClient, folder: str) -> None:
        from asyncssh import SFTPConnectionLost, SFTPError

        try:
            await client.rmdir(self._at(folder))
        except SFTPConnectionLost:
            raise
        except SFTPError:
            return  # one that still holds something refuses, in words that differ
        self._folders.discard(folder)

    @contextmanager
    def _in_words(self, path: str) -> Iterator[None]:
        """Say what a server does not allow; what may go well the next time passes."""
        import asyncssh

        place = f"{self._words}/{path}" if path else self._words
        passing = (asyncssh.SFTPConnectionLost, asyncssh.SFTPNoConnection)
        missing = (asyncssh.SFTPNoSuchFile, asyncssh.SFTPNoSuchPath)
        try:
            yield
        except (*passing, *missing):
            raise
        except (asyncssh.SFTPNoSpaceOnFilesystem, asyncssh.SFTPQuotaExceeded):
            raise no_room(self._words) from None
        except (asyncssh.SFTPPermissionDenied, asyncssh.SFTPWriteProtect):
            raise not_allowed(place) from None
        except asyncssh.SFTPError as error:
            raise in_other_words(place, error.reason) from None


def _file(attrs: SFTPAttrs) -> RemoteFile:
    size = attrs.size or 0
    return RemoteFile(size, f"{size} {attrs.mtime}" if attrs.mtime is not None else "")


async def _put_in_place(client: SFTPClient, beside: str, target: str) -> None:
    """Rename a whole file to its name, in one step where the server can do that."""
    from asyncssh import SFTPError, SFTPOpUnsupported

    try:
        await client.posix_rename(beside, target)
    except SFTPOpUnsupported:
        with suppress(SFTPError):
            await client.remove(target)
        await client.rename(beside, target)


async def _is_full(client: SFTPClient, folder: str, size: int) -> bool:
    """Tell whether a disk has no room for a file; no where the server does not say."""
    from asyncssh import SFTPError

    try:
        disk = await client.statvfs(folder)
    except SFTPError:
        return False
    return disk.bavail * disk.frsize < size + disk.frsize


async def _many(work: Iterable[Coroutine[None, None, None]]) -> None:
    """Do all the work, some of it at once; after the first failure nothing more is begun."""
    rest = iter(work)

    async def worker() -> None:
        for each in rest:
            await each

    workers = [asyncio.create_task(worker()) for _ in range(_AT_ONCE)]
    try:
        await asyncio.gather(*workers)
    finally:
        for each in workers:
            each.cancel()
        await asyncio.gather(*workers, return_exceptions=True)
