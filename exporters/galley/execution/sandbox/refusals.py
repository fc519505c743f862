"""Which errors of an article's code the sandbox has caused, and what to do about them."""

from __future__ import annotations

import re

from galley.execution.model import CellFailure
from galley.execution.sandbox.view import WRITABLE_MEGABYTES

_NETWORK = re.compile(
    r"Temporary failure in name resolution|Name or service not known|Network is unreachable"
    r"|Failed to establish a new connection|NameResolutionError|Connection refused"
    r"|Could not resolve host|Cannot connect to host|No address associated with hostname"
)
_READ_ONLY = re.compile(r"Read-only file system|\[Errno 30\]")
_FULL = re.compile(r"No space left on device|\[Errno 28\]|Disk quota exceeded")
_OUTSIDE = re.compile(r"No such file or directory: ['\"](?:/|~|\.\./)")
_TRUST = "or, if you trust the notebook, build with --no-sandbox."


def refusal_of(failure: CellFailure) -> tuple[str, str] | None:
    """Return what the sandbox refused and the fix; ``None`` where it has refused nothing."""
    # The last lines tell how it ended; an error on the way there may have been meant.
    said = "\n".join((failure.evalue, *failure.traceback.strip().splitlines()[-1:]))
    for sign, message, fix in _REFUSALS:
        if sign.search(said):
            return message.format(error=failure.ename), f"{fix}, {_TRUST}"
    return None


_STOPPED = "the code stopped with {error} because"
_REFUSALS = (
    (
        _NETWORK,
        f"{_STOPPED} the sandbox has no network",
        "Put what it fetches beside the notebook and read it from there",
    ),
    (
        _READ_ONLY,
        f"{_STOPPED} in the sandbox it may write only into its own folder",
        "Write into the notebook's own folder, or into a folder that tempfile makes",
    ),
    (
        _FULL,
        f"{_STOPPED} the sandbox holds no more than {WRITABLE_MEGABYTES} MB of new files",
        "Write less, or remove what is no longer needed",
    ),
    (
        _OUTSIDE,
        f"{_STOPPED} the sandbox shows nothing outside the content folder",
        "Put the file into the notebook's own folder, and name it from there",
    ),
)
