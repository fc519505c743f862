"""The words in which a build tells how far it is."""

from __future__ import annotations

from galley.site.request import ProgressEvent

STATE_WORDS = {
    "running": "running",
    "built": "built",
    "unchanged": "unchanged",
    "failed": "FAILED",
    "held_back": "held back",
    "unpublished": "not published",
}
_MINUTE_S = 60
_HOUR_S = 3600


def event_line(event: ProgressEvent) -> str:
    """Return one event as a line of text."""
    if event.kind == "step":
        return event.message
    state = f"{STATE_WORDS[event.state]:<13}"
    took = f" ({event.seconds:.1f} s)" if event.seconds else ""
    why = f": {event.message}" if event.message else ""
    return f"  {state} {article_name(event)}{took}{why}"


def article_name(event: ProgressEvent) -> str:
    """Return the notebook, with its edition where it has one."""
    return f"{event.file} [{event.edition}]" if event.edition else event.file


def duration_words(seconds: float) -> str:
    """Return a time in words, no more exactly than anyone would say it."""
    if seconds < _MINUTE_S:
        return f"{seconds:.0f} s"
    if seconds < _HOUR_S:
        return f"{seconds / _MINUTE_S:.0f} min"
    return f"{seconds / _HOUR_S:.1f} h"
