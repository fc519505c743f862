"""Buckets in memory, and one that fails when a test wants it to."""

from __future__ import annotations

from collections.abc import Iterator

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from galley.locations.address import read_address
from galley.locations.location import Location, open_location


class FailingFileSystem(MemoryFileSystem):
    """A bucket in memory that refuses the k-th change and all that follow."""

    store: dict = {}  # noqa: RUF012 - as its base: one bucket for all instances
    pseudo_dirs = [""]  # noqa: RUF012
    changes_left: int | None = None
    uploaded: list[str] = []  # noqa: RUF012

    @classmethod
    def _count(cls) -> None:
        if cls.changes_left is None:
            return
        if cls.changes_left == 0:
            raise OSError("the connection was lost")
        cls.changes_left -= 1

    def put_file(self, lpath, rpath, *args, **options):
        self._count()
        self.uploaded.append(self._strip_protocol(rpath))
        super().put_file(lpath, rpath, *args, **options)

    def rm_file(self, path):
        self._count()
        super().rm_file(path)

    def mv(self, path1, path2, **options):
        self._count()
        super().mv(path1, path2, **options)


@pytest.fixture(autouse=True)
def failing(monkeypatch, tmp_path) -> Iterator[type[FailingFileSystem]]:
    """Give every test an empty bucket at memory:// and a cache of its own."""
    monkeypatch.setenv("GALLEY_CACHE", str(tmp_path / "cache"))
    fsspec.register_implementation("memory", FailingFileSystem, clobber=True)
    FailingFileSystem.store.clear()
    FailingFileSystem.pseudo_dirs[:] = [""]
    FailingFileSystem.uploaded.clear()
    FailingFileSystem.changes_left = None
    yield FailingFileSystem
    fsspec.register_implementation("memory", MemoryFileSystem, clobber=True)


@pytest.fixture
def bucket() -> Location:
    return open_location(read_address("memory://bucket/content"))
