"""Reading a file that an article's code may have replaced by something else."""

from __future__ import annotations

import os
import stat
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
