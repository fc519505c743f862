"""The one step on the disk that every writer shares: renaming a finished file into its place."""

from __future__ import annotations

import time
from pathlib import Path

from galley.findings import EnvironmentFault

_ATTEMPTS = 9
_FIRST_PAUSE_S = 0.01


def replace_patiently(source: Path, target: Path) -> None:
    """Rename over `target`; on Windows an open target is tried again for about five seconds.

    Raises
    ------
    EnvironmentFault
        If the target is still open in another program.
    """
    pause_s = _FIRST_PAUSE_S
    for _ in range(_ATTEMPTS):
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(pause_s)
            pause_s *= 2
        else:
            return
    raise EnvironmentFault(
        f"{target.as_posix()} cannot be replaced: another program has it open, or it is locked",
        "Close the program (an editor, a viewer, a synchronising folder) and build again.",
    )
