"""The words in which a build tells how far it is."""

from __future__ import annotations

from galley.plain_words import plain_line
from galley.site.request import ProgressEvent
from galley.speech.findings import sentence_in
from galley.speech.language import spoken_language
from galley.speech.say import mark, say

STATE_WORDS = {
    "running": mark("running"),
    "built": mark("built"),
    "unchanged": mark("unchanged"),
    "failed": mark("FAILED"),
    "held_back": mark("held back"),
    "unpublished": mark("not published"),
}
_MINUTE_S = 60
_HOUR_S = 3600


def event_line(event: ProgressEvent) -> str:
    """Return one event as a line of text."""
    if event.kind in {"step", "note"}:
        return step_words(event.message)
    state = f"{say(STATE_WORDS[event.state]):<13}"
    took = f" ({event.seconds:.1f} s)" if event.seconds else ""
    why = f": {step_words(event.message)}" if event.message else ""
    return f"  {state} {article_name(event)}{took}{why}"


def step_words(message: str) -> str:
    """Return what a build says of a step, or of an article, in the author's language."""
    return plain_line(sentence_in(spoken_language(), message))


def article_name(event: ProgressEvent) -> str:
    """Return the notebook, with its edition where it has one."""
    return f"{event.file} [{event.edition}]" if event.edition else event.file


def duration_words(seconds: float) -> str:
    """Return a time in words, no more exactly than anyone would say it."""
    if seconds < _MINUTE_S:
        return say("{seconds:.0f} s", seconds=seconds)
    if seconds < _HOUR_S:
        return say("{minutes:.0f} min", minutes=seconds / _MINUTE_S)
    return say("{hours:.1f} h", hours=seconds / _HOUR_S)
