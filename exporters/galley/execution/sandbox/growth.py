"""Watching the one place where code in a sandbox could fill the disk: what it shares with us."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

TOO_MUCH_SHARED = "SharedFolderError"
TOO_MUCH_SHARED_MESSAGE = "the code filled a folder that is not its own, and was stopped"
_LOOK_SECONDS = 0.25
_MOST_BYTES = 100_000_000
_MOST_FILES = 1_000


@contextmanager
def watching(folder: Path, stop: Callable[[], None]) -> Iterator[None]:
    """Call `stop` from another thread, once, if a folder grows too large meanwhile."""
    has_ended = threading.Event()

    def watch() -> None:
        while not has_ended.wait(_LOOK_SECONDS):
            if is_too_large(folder):
                stop()
                return

    watcher = threading.Thread(target=watch, name="sandbox", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        has_ended.set()
        watcher.join()


def is_too_large(folder: Path) -> bool:
    """Tell whether a folder holds more than any honest kernel writes; links are not followed."""
    left_bytes, left_files = _MOST_BYTES, _MOST_FILES
    waiting = [os.fspath(folder)]
    while waiting:
        try:
            entries = list(os.scandir(waiting.pop()))
        except OSError:
            continue  # it was removed, or is closed to us
        for entry in entries:
            left_files -= 1
            if entry.is_dir(follow_symlinks=False):
                waiting.append(entry.path)
            else:
                left_bytes -= _size(entry)
        if left_bytes < 0 or left_files < 0:
            return True
    return False


def _size(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat(follow_symlinks=False).st_blocks * 512
    except OSError:
        return 0
