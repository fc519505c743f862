"""Files and folders that an article's code may have replaced by something else."""

from __future__ import annotations

import os
import shutil
import stat
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# Neither follows a link nor waits for somebody who writes; Windows knows neither.
_FLAGS = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


def read_strange_text(path: Path, longest: int) -> str:
    """Return a file's text; empty where it is no plain file, or longer than so many bytes."""
    try:
        number = os.open(path, _FLAGS)
    except OSError:
        return ""
    with os.fdopen(number, "rb") as file:
        found = os.fstat(number)
        if not stat.S_ISREG(found.st_mode) or found.st_size > longest:
            return ""
        return file.read(longest).decode("utf-8", "replace")


@contextmanager
def scratch_folder() -> Iterator[Path]:
    """Make a folder that is removed again, however it looks then.

    Python's own would open what code has closed, also where a link leads out of the folder.
    """
    folder = tempfile.mkdtemp(prefix="galley-")
    try:
        yield Path(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
