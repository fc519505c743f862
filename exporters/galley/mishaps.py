"""What went wrong over one article, as that article's findings, so that it ends no build."""

from __future__ import annotations

from pathlib import Path
from types import TracebackType

from galley.findings import ContentError, EnvironmentFault, Finding, Place, Severity

RULE = "galley-fault"
MACHINE_RULE = "machine-fault"


def findings_of(error: Exception, file: str) -> tuple[Finding, ...]:
    """Return what to tell the author of the article over which `error` was raised.

    Authors' mistakes carry their findings, and what the machine lacks is said as it is. Anything
    else is a fault of Galley, but it is met in one notebook, and the others have nothing to do
    with it.
    """
    if isinstance(error, ContentError):
        return error.findings
    if isinstance(error, EnvironmentFault):
        place = Place(file)
        return (Finding(MACHINE_RULE, Severity.ERROR, place, error.message, error.fix),)
    what = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return (
        Finding(
            RULE,
            Severity.ERROR,
            Place(file),
            f"Galley itself failed over this article: {what} ({_origin(error.__traceback__)})",
            "Please report it with this line; the other articles are not concerned.",
        ),
    )


def _origin(traceback: TracebackType | None) -> str:
    """Return the file and line that raised, without the path, which is this machine's."""
    if traceback is None:
        return "no traceback"
    while traceback.tb_next is not None:
        traceback = traceback.tb_next
    return f"{Path(traceback.tb_frame.f_code.co_filename).name}, line {traceback.tb_lineno}"
