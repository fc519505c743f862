"""Folders of this machine for what lies elsewhere: fetched content, sites not sent yet."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

from galley.disk import replace_patiently
from galley.findings import EnvironmentFault
from galley.locations.address import Address
from galley.locking import holding_lock
from galley.user_cache import VARIABLE, user_cache_folder

_LONGEST_WAIT_S = 600.0


def cache_folder(kind: str, address: Address) -> Path:
    """Return the folder for what belongs to an address, made if it was not there."""
    around = user_cache_folder(os.environ)
    if around is None:
        raise EnvironmentFault(
            f"there is no folder on this machine for what lies at {address}",
            f"Set {VARIABLE} to a folder that you can write.",
        )
    readable = re.sub(r"[^A-Za-z0-9]+", "-", address.text).strip("-").lower()[-48:].lstrip("-")
    digest = hashlib.sha256(address.text.encode()).hexdigest()[:8]
    folder = around / kind / f"{readable}-{digest}"
    with writing_to_cache(folder):
        folder.mkdir(parents=True, exist_ok=True)
    return folder


def cache_lock(
    folder: Path, doing: str, on_wait: Callable[[str], None]
) -> AbstractContextManager[None]:
    """Return a context in which no other build of this machine uses a cache folder."""
    return holding_lock(
        folder / "lock",
        doing=doing,
        remedy="Wait until it has ended, or end it, and build again.",
        on_wait=on_wait,
        patience_s=_LONGEST_WAIT_S,
    )


def write_cached(path: Path, data: bytes) -> None:
    """Write a file of a cache folder whole or not at all."""
    beside = beside_name(path)
    with writing_to_cache(path.parent):
        beside.write_bytes(data)
    replace_patiently(beside, path)


def beside_name(path: Path) -> Path:
    """Return where a file is written before it is renamed."""
    mark = hashlib.sha256(path.name.encode()).hexdigest()[:16]
    return path.with_name(f".galley-new-{mark}")


@contextmanager
def writing_to_cache(folder: Path) -> Iterator[None]:
    """Turn what the system says about a cache folder into one sentence with a fix."""
    try:
        yield
    except OSError as error:
        raise EnvironmentFault(
            f"cannot write to {folder.as_posix()}: {error.strerror or os.fspath(folder)}",
            f"Free some space there, or let {VARIABLE} name another folder for this user's cache.",
        ) from error
