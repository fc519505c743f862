"""When Galley itself is wrong: one line for the author, the whole traceback in a file."""

from __future__ import annotations

import tempfile
import traceback
from pathlib import Path

from platformdirs import user_log_path

from galley.findings import ContentError, EnvironmentFault, GalleyError, UsageError
from galley.speech.findings import findings_in, refusal_in
from galley.speech.language import spoken_language
from galley.speech.say import say


def write_fault(error: BaseException) -> str:
    """Keep the traceback of an unexpected error and return the sentence that says so."""
    summary = f"{type(error).__name__}: {error}".splitlines()[0]
    kept = _write_traceback("".join(traceback.format_exception(error)))
    in_file = say("The details are in {file}.", file=kept)
    where = in_file if kept else say("Set GALLEY_DEBUG=1 to see the details.")
    return say(
        "This is a fault in Galley, not in your content: {fault}\n"
        "  Fix: please report it. {where} What was published before is as it was.",
        fault=summary,
        where=where,
    )


def error_text(error: GalleyError) -> str:
    """Return what is wrong and what to do about it, in the author's language."""
    lang = spoken_language()
    if isinstance(error, ContentError):
        told = findings_in(lang, error.findings)
        return "\n".join(_with_fix(f"{each.place}: {each.message}", each.fix) for each in told)
    if isinstance(error, EnvironmentFault | UsageError):
        return _with_fix(refusal_in(lang, error.message), refusal_in(lang, error.fix))
    return str(error)


def _with_fix(message: str, fix: str) -> str:
    return f"{message}\n  {say('Fix: {fix}', fix=fix)}" if fix else message


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
