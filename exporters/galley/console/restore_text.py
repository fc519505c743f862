"""How kept copies are listed: when, before what, and what has changed since."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from galley.kept_copies import KeptCopy, Reason
from galley.kept_differences import Difference
from galley.speech.say import mark, say

_REASONS: Mapping[str, str] = {
    Reason.IMPORT: mark("before it was imported again"),
    Reason.FIX: mark("before galley check --fix"),
    Reason.FORM: mark("before a form in JupyterLab"),
    Reason.PROBLEMS: mark("before the Problems panel mended it"),
    Reason.CITING: mark("before a work was added"),
    Reason.SAVE: mark("before its notebook was saved"),
    Reason.RESTORE: mark("before galley restore"),
    Reason.UNPUBLISH: mark("before it was taken off"),
}
_OTHER = mark("before it was changed")


def when_text(copy: KeptCopy) -> str:
    """Return the day and the minute of a copy."""
    return copy.when[:16].replace("T", " ")


def reason_text(copy: KeptCopy) -> str:
    """Return what was about to change the file."""
    return say(_REASONS.get(copy.reason, _OTHER))


def copies_text(shown: str, copies: Iterable[tuple[KeptCopy, Difference | None]]) -> str:
    """Return the copies of one file as a table.

    Parameters
    ----------
    shown
        The file as the author knows it.
    copies
        Each with what has changed since; None where the file is gone.
    """
    rows = [
        (str(copy.number), when_text(copy), reason_text(copy), since_text(since))
        for copy, since in copies
    ]
    head = say("Copies of {file}, the newest first, and what has changed since:", file=shown)
    return "\n".join([head, "", *table(rows)])


def files_text(rows: Iterable[tuple[str, tuple[KeptCopy, ...]]]) -> str:
    """Return the files that have copies, with the newest of each."""
    told = [
        (shown, str(len(copies)), when_text(copies[0]), reason_text(copies[0]))
        for shown, copies in rows
    ]
    head = say("Files with kept copies, how many, and the newest:")
    return "\n".join([head, "", *table(told)])


def since_text(since: Difference | None) -> str:
    """Return what has changed since a copy was made."""
    if since is None:
        return say("the file is gone")
    if since.is_same:
        return say("nothing")
    pieces = _counts((since.changed, since.added, since.removed))
    words = _counts((0, since.words_added, since.words_removed))
    unit = mark("cells: {counts}") if since.is_notebook else mark("paragraphs: {counts}")
    parts = [say(unit, counts=pieces)] if pieces else []
    parts += [say("words: {counts}", counts=words)] if words else []
    return "; ".join(parts) or say("only outputs, settings or blank lines")


def table(rows: Iterable[tuple[str, ...]]) -> list[str]:
    """Return rows whose columns stand below each other."""
    told = list(rows)
    widths = [max(map(len, column)) for column in zip(*told, strict=True)]
    return [f"  {'  '.join(map(str.ljust, row, widths))}".rstrip() for row in told]


def _counts(counts: tuple[int, int, int]) -> str:
    changed, added, removed = counts
    parts = [
        say("{count} changed", count=changed) if changed else "",
        say("{count} added", count=added) if added else "",
        say("{count} removed", count=removed) if removed else "",
    ]
    return ", ".join(filter(None, parts))
