"""When Galley itself is wrong: one line for the author, the whole traceback in a file."""

from __future__ import annotations

import tempfile
import traceback
from pathlib import Path

from platformdirs import user_log_path


def write_fault(error: BaseException) -> str:
    """Keep the traceback of an unexpected error and return the sentence that says so."""
    summary = f"{type(error).__name__}: {error}".splitlines()[0]
    kept = _write_traceback("".join(traceback.format_exception(error)))
    where = f"The details are in {kept}." if kept else "Set GALLEY_DEBUG=1 to see the details."
    return (
        f"This is a fault in Galley, not in your content: {summary}\n"
        f"  Fix: please report it. {where} What was published before is as it was."
    )


def _write_traceback(text: str) -> Path | None:
    for folder in (user_log_path("galley", appauthor=False), Path(tempfile.gettempdir())):
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / "galley-fault.txt"
            path.write_text(text, encoding="utf-8", newline="\n")
        except OSError:
            continue
        return path
    return None
