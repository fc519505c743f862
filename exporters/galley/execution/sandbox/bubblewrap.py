"""Bubblewrap, the program that makes the sandbox: whether it is there, and how it is asked."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from galley.execution.sandbox.view import Mount, View
from galley.findings import EnvironmentFault

_PROGRAM = "bwrap"
_PROBE_SECONDS = 20
_NO_NESTING = "--disable-userns"
# Nothing is shared with the system: no network, no processes, no signals, no privileges. The
# numbers stand for nobody; whoever runs the build owns what it may write.
_APART = (
    *("--unshare-user", "--unshare-pid", "--unshare-net", "--unshare-ipc", "--unshare-uts"),
    *("--unshare-cgroup-try", "--uid", "1000", "--gid", "1000", "--hostname", "sandbox"),
    *("--cap-drop", "ALL", "--die-with-parent", "--new-session"),
)
_BYTES_PER_MEGABYTE = 1_000_000
_MOST_SHARED_MEMORY = 64
_ELSEWHERE = (
    "Build on Linux (on Windows, in WSL), where bubblewrap makes the sandbox; or, if you trust all "
    "of these notebooks, build with --no-sandbox."
)
_INSTALL = (
    "Install bubblewrap, for example with 'sudo apt install bubblewrap', and build again; or, if "
    "you trust all of these notebooks, build with --no-sandbox."
)
_ALLOW = (
    "Ask whoever looks after this machine to let users make namespaces, which bubblewrap needs, or "
    "build on another; do not build notebooks that you do not trust without the sandbox."
)


@dataclass(frozen=True)
class Bubblewrap:
    """An installed bubblewrap that works here.

    Attributes
    ----------
    options
        Those that it is always asked with.
    """

    program: str
    options: tuple[str, ...] = _APART

    def command(self, view: View, command: Sequence[str]) -> list[str]:
        """Return the command that runs another in a sandbox with a view."""
        parts = (part for mount in view.mounts for part in _asked(mount))
        # The root is memory too: made read-only last, when all that it holds is in its place.
        return [self.program, *self.options, *_SYSTEM, *parts, "--remount-ro", "/", *command]


_SYSTEM = (
    # Where a build runs as root, the files in /proc/sys are its own, and set up the whole machine.
    *("--proc", "/proc", "--remount-ro", "/proc", "--dev", "/dev"),
    *("--size", str(_MOST_SHARED_MEMORY * _BYTES_PER_MEGABYTE), "--tmpfs", "/dev/shm"),  # noqa: S108 - the sandbox's own
    *("--remount-ro", "/dev"),
)


def find_bubblewrap() -> Bubblewrap:
    """Return bubblewrap, once it has shown that it works here.

    Raises
    ------
    EnvironmentFault
        If there is no sandbox on this machine: one that was asked for is never left out.
    """
    return _find(sys.platform, shutil.which(_PROGRAM))


@cache
def _find(platform: str, program: str | None) -> Bubblewrap:
    if platform != "linux":
        raise EnvironmentFault("the sandbox works on Linux only, and this is not", _ELSEWHERE)
    if program is None:
        raise EnvironmentFault("the sandbox needs bubblewrap, which is not installed", _INSTALL)
    for options in ((*_APART, _NO_NESTING), _APART):
        problem = _probe([program, *options, "--ro-bind", "/", "/", "true"])
        if not problem:
            return Bubblewrap(program, options)
        if _NO_NESTING not in problem:
            break  # not only too old to know that option
    raise EnvironmentFault(f"bubblewrap makes no sandbox on this machine: {problem}", _ALLOW)


def _probe(command: Sequence[str]) -> str:
    """Return the last line of what bubblewrap says where it fails, else nothing."""
    try:
        done = subprocess.run(  # noqa: S603 - an installed program, arguments as a list
            command, capture_output=True, check=False, timeout=_PROBE_SECONDS
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    lines = os.fsdecode(done.stderr).strip().splitlines()
    return "" if done.returncode == 0 else next(reversed(lines), f"exit code {done.returncode}")


def _asked(mount: Mount) -> Iterator[str]:
    yield from _ASKED[mount.kind](mount)


_ASKED: dict[str, Callable[[Mount], Sequence[str]]] = {
    "read": lambda mount: ("--ro-bind", mount.source, mount.target),
    "write": lambda mount: ("--bind", mount.source, mount.target),
    "link": lambda mount: ("--symlink", mount.source, mount.target),
    "memory": lambda mount: (
        *("--size", str(mount.megabytes * _BYTES_PER_MEGABYTE), "--tmpfs", mount.target),
    ),
}
