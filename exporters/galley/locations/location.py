"""Opening an address with fsspec, and saying plainly what keeps Galley from it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from galley.findings import EnvironmentFault, GalleyError, UsageError, did_you_mean
from galley.locations.address import Address

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

_AT_ONCE = 16
_Item = TypeVar("_Item")


@dataclass(frozen=True)
class Location:
    """An address with the file system that reaches it.

    Attributes
    ----------
    root
        The address as the file system itself writes it.
    """

    address: Address
    filesystem: AbstractFileSystem
    root: str

    def at(self, path: str) -> str:
        """Return a path inside this place as the file system writes it."""
        return f"{self.root}/{path}"

    def holds(self, path: str) -> bool:
        """Tell whether there is something at a path of the file system.

        fsspec's own ``exists`` takes a lost connection for an answer.
        """
        try:
            self.filesystem.info(path)
        except FileNotFoundError:
            return False
        return True

    def for_each(self, work: Callable[[_Item], None], items: Iterable[_Item]) -> None:
        """Do the work for every item, many at once where the file system can do that."""
        if not self.filesystem.async_impl:
            for item in items:
                work(item)
            return
        pool = ThreadPoolExecutor(max_workers=_AT_ONCE)
        try:
            for _ in pool.map(work, items):
                pass
        finally:
            pool.shutdown(cancel_futures=True)


def open_location(address: Address) -> Location:
    """Open an address; nothing is read from it yet.

    Raises
    ------
    EnvironmentFault
        If the package that reaches such addresses is not installed, or refuses the address.
    UsageError
        If there is no such protocol.
    """
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise EnvironmentFault(
            f"'{address}' needs the package fsspec, which is not installed",
            "pip install 'galley-articles[cloud]'",
        ) from error
    with plain_words(address, "opened"):
        try:
            filesystem, root = url_to_fs(address.text)
        except ImportError as error:
            raise _missing_package(address, error) from error
        except ValueError as error:
            if "not known" in str(error):
                raise _unknown_protocol(address) from error
            raise
    return Location(address, filesystem, root.rstrip("/"))


@contextmanager
def plain_words(address: Address, done: str) -> Iterator[None]:
    """Turn what a file system says into one sentence with a fix.

    Parameters
    ----------
    done
        What cannot be done: opened, read, written.
    """
    try:
        yield
    except GalleyError:
        raise
    except Exception as error:
        # Every package has errors of its own, for example for credentials that are not there.
        words = " ".join(str(error).split()) or type(error).__name__
        raise EnvironmentFault(
            f"{address} cannot be {done}: {words}",
            f"Check the address, the connection and your credentials for {address.protocol}://, "
            "which Galley leaves to fsspec, and try again.",
        ) from error


def _missing_package(address: Address, error: ImportError) -> EnvironmentFault:
    from fsspec.registry import known_implementations

    package = str(known_implementations[address.protocol]["class"]).partition(".")[0]
    fix = f"{error}." if package == "fsspec" else f"pip install {package.replace('_', '-')}"
    return EnvironmentFault(
        f"'{address}' needs a package for {address.protocol}:// that is not installed", fix
    )


def _unknown_protocol(address: Address) -> UsageError:
    from fsspec import available_protocols

    near = did_you_mean(address.protocol, available_protocols())
    return UsageError(
        f"'{address}' begins with '{address.protocol}://', which nothing here can reach",
        near or "use for example s3://, gs://, abfs:// or sftp://, or a folder of this machine",
    )
