"""Whether a content folder's code runs in the sandbox: once asked for, until it is taken back.

What was asked for on one command line holds for all later ones, whatever the verb, so that a
stranger's notebook is not run with its author's rights by `galley publish` a day later.
"""

from __future__ import annotations

from pathlib import Path

from galley.disk import write_whole

_NAME = "sandbox"
_NOTE = b"Code runs in the sandbox, until 'galley build --no-sandbox' takes that back.\n"


def read_choice(store: Path, *, asked: bool | None = None) -> bool | None:
    """Return what is asked now, else what was asked before; ``None`` leaves it to ``site.toml``."""
    if asked is not None:
        return asked
    return True if (store / _NAME).is_file() else None


def keep_choice(store: Path, *, asked: bool | None) -> None:
    """Keep what is asked now for later."""
    if asked:
        write_whole(store / _NAME, _NOTE)
    elif asked is False:
        (store / _NAME).unlink(missing_ok=True)
