"""The first program in a sandbox: ``enter.py FROM TO CWD COMMAND …``; it ends as the command.

It copies the article's folder to where code finds it and may write: to memory, so that the folder
itself stays as it is. What is too large for that is linked, and can be read only. It is complete
in itself, because nothing of Galley need be seen in the sandbox.
"""

# Functions of `os` cost a fraction of pathlib's.
# ruff: noqa: PTH103, PTH115, PTH118, PTH211

from __future__ import annotations

import ctypes
import os
import platform
import shutil
import sys
from collections.abc import Iterator
from contextlib import suppress

_LARGEST = 1_000_000
_MOST_BYTES = 64_000_000
_MOST_FILES = 5_000
# The number of the call `keyctl`, and its order to join a new session.
_KEYCTL = {"x86_64": 250, "aarch64": 219}
_JOIN_SESSION = 1


def copy_folder(source: str, target: str) -> None:
    """Fill a folder with copies of what another holds, hidden entries left out."""
    bytes_left, files_left = _MOST_BYTES, _MOST_FILES
    for entry, copy in _entries(source, target):
        # What cannot be copied is not there; the code that wants it says so.
        with suppress(OSError):
            if entry.is_symlink():
                os.symlink(os.readlink(entry.path), copy)
            elif entry.is_file():
                size = entry.stat().st_size
                if size <= min(_LARGEST, bytes_left) and files_left:
                    shutil.copy2(entry.path, copy)
                    bytes_left, files_left = bytes_left - size, files_left - 1
                else:
                    os.symlink(entry.path, copy)


def _entries(source: str, target: str) -> Iterator[tuple[os.DirEntry[str], str]]:
    """Yield every entry with the path of its copy; folders are made on the way."""
    for entry in sorted(os.scandir(source), key=lambda entry: entry.name):
        if entry.name.startswith("."):
            continue
        copy = os.path.join(target, entry.name)
        if entry.is_dir(follow_symlinks=False):
            os.makedirs(copy, exist_ok=True)
            with suppress(PermissionError):
                yield from _entries(entry.path, copy)
        else:
            yield entry, copy


def leave_keys() -> None:
    """Let go of the keys that the system keeps for the session of whoever builds."""
    number = _KEYCTL.get(platform.machine())
    if number is not None:
        ctypes.CDLL(None).syscall(ctypes.c_long(number), ctypes.c_long(_JOIN_SESSION), None)


def main() -> None:
    """Make the folder ready and become the command."""
    source, target, cwd, *command = sys.argv[1:]
    # What asks for kernels is not seen here; one that finds its parent gone would end itself.
    os.environ["JPY_PARENT_PID"] = "1"
    leave_keys()
    copy_folder(source, target)
    os.chdir(cwd)
    os.execvp(command[0], command)  # noqa: S606 - no shell wanted


if __name__ == "__main__":
    main()
