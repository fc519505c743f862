"""What stands on a terminal while a build runs: how much is done, and what runs now."""

from __future__ import annotations

from dataclasses import dataclass, replace

from galley.console.progress_words import article_name, duration_words, step_words
from galley.site.request import ProgressEvent
from galley.speech.say import say


@dataclass(frozen=True)
class _Running:
    """An article that runs: the last that was told of it, and since when it runs."""

    event: ProgressEvent
    since_s: float

    def line(self, now_s: float) -> str:
        event = self.event
        at_cell = say("cell {cell} of {cells}", cell=event.cell, cells=event.cells)
        where = at_cell if event.cell else say("starting")
        took = duration_words(now_s - self.since_s)
        if event.expected_s:
            usual = duration_words(event.expected_s)
            took = say("{took} of about {usual}", took=took, usual=usual)
        return f"    {article_name(event)}  {where}  {took}"


class ProgressBoard:
    """Collects events; `lines` says what they come to."""

    def __init__(self) -> None:
        self._step = ""
        self._counts = ProgressEvent("step")
        self._told_s = 0.0
        self._running: dict[str, _Running] = {}

    def take(self, event: ProgressEvent, now_s: float) -> None:
        """Take an event into account."""
        if event.kind == "note":
            return
        if event.kind == "step":
            self._step, self._counts = event.message, ProgressEvent("step")
            self._running.clear()
            return
        self._count(event, now_s)
        name = article_name(event)
        if event.state != "running":
            self._running.pop(name, None)
        elif name in self._running:
            self._running[name] = replace(self._running[name], event=event)
        else:
            self._running[name] = _Running(event, now_s)

    def lines(self, now_s: float) -> list[str]:
        """Return a line for the whole, and one for each article that runs."""
        running = [article.line(now_s) for article in self._running.values()]
        return [self._summary(now_s), *running]

    def _count(self, event: ProgressEvent, now_s: float) -> None:
        # Events of articles that run do not know how many have ended.
        done = max(event.done, self._counts.done)
        self._counts = replace(event, done=done)
        self._told_s = now_s

    def _summary(self, now_s: float) -> str:
        counts = self._counts
        if not counts.total:
            return step_words(self._step)
        parts = [
            say("{done} of {total} done", done=counts.done, total=counts.total),
            say("{left} left", left=counts.total - counts.done),
        ]
        if counts.left_s:
            left_s = max(1.0, counts.left_s - (now_s - self._told_s))
            parts.append(say("about {time}", time=duration_words(left_s)))
        return f"{step_words(self._step)}: {', '.join(parts)}"
