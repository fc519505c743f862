"""A bucket, or any other store that fsspec reaches, as target: ``s3://bucket/blog`` and alike."""

from __future__ import annotations

import posixpath
import socket
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from galley.findings import EnvironmentFault
from galley.locations.address import Address, read_address
from galley.locations.listing import list_files
from galley.locations.location import Location, open_location, plain_words
from galley.locations.uploading import BESIDE, remove_empty_folders, upload_file
from galley.publishing.credentials import Credentials
from galley.publishing.remembered import Remembered, remembered_of
from galley.publishing.target import TargetSpec
from galley.site.site_paths import parents

# Each of these stands for a package of its own, so the errors are known by name alone.
_NO_KEYS = frozenset(
    {"NoCredentialsError", "PartialCredentialsError", "CredentialRetrievalError", "ProfileNotFound"}
)
_NO_SERVER = frozenset({"EndpointConnectionError", "ClientConnectorError", "ConnectTimeoutError"})


def make(spec: TargetSpec, _credentials: Credentials) -> BucketTarget:
    """Return the target that a spec names; its keys are where fsspec looks for them."""
    address = read_address(spec.to)
    # What cannot be reached is said before a site is built for it.
    open_location(address)
    return BucketTarget(address)


@dataclass(frozen=True)
class BucketTarget:
    """A place that fsspec reaches."""

    address: Address

    @property
    def words(self) -> str:
        """The address, which never holds a password."""
        return str(self.address)

    @contextmanager
    def open(self) -> Iterator[BucketPlace]:
        """Be ready to ask; nothing is asked yet."""
        yield BucketPlace(open_location(self.address), remembered_of(self.words))


@dataclass(frozen=True)
class BucketPlace:
    """A bucket while a site is published to it."""

    location: Location
    remembered: Remembered

    def files(self) -> Mapping[str, int]:
        """Return every file, and remove what a killed publish has left beside its target."""
        with _in_words(self.location.address):
            found = list_files(self.location)
        left = [path for path in found if posixpath.basename(path).startswith(BESIDE)]
        self.remove(left)
        found = {path: file for path, file in sorted(found.items()) if path not in set(left)}
        self.remembered.note_listed({path: file.mark for path, file in found.items()})
        return {path: file.size for path, file in found.items()}

    def digest(self, path: str) -> str:
        """Return the digest of what was sent, if it has not changed since."""
        return self.remembered.digest(path)

    def read(self, path: str) -> bytes | None:
        """Return the content of a file; None where there is none."""
        with (
            _in_words(self.location.address),
            plain_words(self.location.address.joined(path), "read"),
        ):
            try:
                data: bytes = self.location.filesystem.cat_file(self.location.at(path))
            except FileNotFoundError:
                return None
            return data

    def send(self, files: Mapping[str, bytes]) -> None:
        """Send many files at once, each with its type and how long it may be kept."""

        def send(path: str) -> None:
            data = files[path]
            with tempfile.TemporaryDirectory(prefix="galley-") as folder:
                local = Path(folder) / "file"
                local.write_bytes(data)
                upload_file(local, self.location, path)
            self.remembered.note_sent(path, data)

        with _in_words(self.location.address, is_written=True):
            self.location.for_each(send, list(files))

    def remove(self, paths: Sequence[str]) -> None:
        """Remove files, and folders that are empty then."""

        def remove(path: str) -> None:
            at = self.location.address.joined(path)
            with plain_words(at, "removed"), suppress(FileNotFoundError):
                self.location.filesystem.rm_file(self.location.at(path))

        with _in_words(self.location.address, is_written=True):
            self.location.for_each(remove, list(paths))
        remove_empty_folders(self.location, {up for path in paths for up in parents(path)})

    def finish(self, message: str) -> None:
        """Do nothing: each file was public from the moment it had arrived."""


@contextmanager
def _in_words(address: Address, *, is_written: bool = False) -> Iterator[None]:
    """Say more plainly what the packages behind fsspec say in words of their own."""
    try:
        yield
    except EnvironmentFault as fault:
        plainer = _plainer(fault, address, is_written=is_written)
        raise plainer from (fault if plainer is fault else None)


def _plainer(fault: EnvironmentFault, address: Address, *, is_written: bool) -> EnvironmentFault:
    causes = list(_causes(fault))
    names = {type(each).__name__ for each in causes}
    if names & _NO_KEYS:
        return EnvironmentFault(
            f"there are no keys for {address}",
            "They are read where the tools of your provider have them: for s3:// from the "
            "variables AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or from ~/.aws/credentials.",
        )
    if any(isinstance(each, PermissionError) for each in causes):
        return EnvironmentFault(
            f"these keys do not open {address}",
            "Check the keys, and that they may list, read, write and delete there.",
        )
    if is_written and any(isinstance(each, FileNotFoundError) for each in causes):
        return EnvironmentFault(
            f"there is no bucket for {address}",
            "Make it where your provider lets you, or correct the target's address in site.toml.",
        )
    if names & _NO_SERVER or any(isinstance(each, socket.gaierror) for each in causes):
        return EnvironmentFault(
            f"the server of {address} does not answer",
            "Check that this computer is connected; AWS_ENDPOINT_URL names the server of "
            "providers other than Amazon. What was public before is whole.",
        )
    return fault


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
