"""Files compressed beforehand, for hosts that send ``page.html.gz`` in place of ``page.html``."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import PurePosixPath
from typing import Any

from galley.site.files import BlobStore, SiteFiles
from galley.site.memo import Memo

SUFFIXES = (".br", ".gz")
_TEXT_SUFFIXES = ".bib .css .csv .html .js .json .mjs .ris .svg .txt .webmanifest .xml"
_TEXT = frozenset(_TEXT_SUFFIXES.split())
# Smaller ones fit into a packet as they are.
_LEAST_BYTES = 860

Packed = Mapping[str, str]
"""Suffix → digest of a file in that form; empty where none is smaller."""


def without_suffix(path: str) -> str:
    """Return the path of the file that a compressed one stands for."""
    return path.removesuffix(".gz").removesuffix(".br")


@dataclass(frozen=True)
class Packer:
    """Compresses what has not been compressed before.

    Attributes
    ----------
    memo
        What was compressed: a record for each path, under the digest of its content.
    blobs
        Where the compressed bytes are kept.
    """

    memo: Memo
    blobs: BlobStore

    def pack(self, files: SiteFiles) -> Iterator[tuple[str, str]]:
        """Yield path and digest of each compressed file, for those that are worth it."""
        for path, digest in files.digests.items():
            if PurePosixPath(path).suffix in _TEXT:
                for suffix, packed in self._packed(path, digest, files).items():
                    yield f"{path}{suffix}", packed

    def _packed(self, path: str, digest: str, files: SiteFiles) -> Packed:
        key = f"{digest} {_makers()}"
        known = _read(self.memo.recall(path, key))
        if known is not None and all(self.blobs.get(each) for each in known.values()):
            return known
        data = files[path]
        made = {suffix: pack(data) for suffix, pack in _FORMS.items()}
        kept = {
            suffix: self.blobs.put(each)
            for suffix, each in made.items()
            if len(data) >= _LEAST_BYTES and len(each) < len(data)
        }
        self.memo.keep(path, key, {"packed": kept})
        return kept


def _read(record: Mapping[str, Any] | None) -> Packed | None:
    packed = record.get("packed") if record else None
    return packed if isinstance(packed, dict) and packed.keys() <= set(SUFFIXES) else None


def _brotli(data: bytes) -> bytes:
    # Late: few sites are compressed beforehand.
    import brotli

    return bytes(brotli.compress(data, mode=brotli.MODE_TEXT))


def _gzip(data: bytes) -> bytes:
    return gzip.compress(data, 9, mtime=0)


_FORMS: Mapping[str, Callable[[bytes], bytes]] = {".br": _brotli, ".gz": _gzip}


@lru_cache(1)
def _makers() -> str:
    return f"brotli {version('brotli')}, zlib {zlib.ZLIB_RUNTIME_VERSION}"
