"""What is wrong, where, and how to mend it: the one form in which Galley speaks of content."""

from __future__ import annotations

import difflib
import heapq
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from galley.plain_words import plain_line, plain_words


class Severity(StrEnum):
    """How much a finding matters; `error` alone makes `galley check` fail."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, order=True)
class Place:
    """Where in the content something was found.

    Attributes
    ----------
    file
        The path as the author knows it, with forward slashes, for example
        ``notebooks/plasticity-window.ipynb``.
    cell
        The id of the notebook cell, where there is one.
    line
        One-based line inside the cell, or inside the file where there is no cell.
    """

    file: str
    cell: str | None = None
    line: int | None = None

    def __post_init__(self) -> None:
        """Let no sign of a name command the terminal that shows it."""
        object.__setattr__(self, "file", plain_line(self.file))
        if self.cell:
            object.__setattr__(self, "cell", plain_line(self.cell))

    def __str__(self) -> str:
        cell = f"#{self.cell}" if self.cell else ""
        line = f":{self.line}" if self.line else ""
        return f"{self.file}{cell}{line}"


@dataclass(frozen=True)
class Finding:
    """One thing to tell the author, in one sentence, with its mend.

    Attributes
    ----------
    rule
        A stable id in kebab case, for example ``citation-unknown-key``.
    message
        What is wrong, without a full stop.
    fix
        What to do, as one or two sentences; empty where nothing can be done.
    """

    rule: str
    severity: Severity
    place: Place
    message: str
    fix: str = ""

    def __post_init__(self) -> None:
        """Let no sign in the words command the terminal that shows them."""
        object.__setattr__(self, "message", plain_line(self.message))
        object.__setattr__(self, "fix", plain_line(self.fix))

    def __str__(self) -> str:
        fix = f"\n  Fix: {self.fix}" if self.fix else ""
        return f"{self.place}: {self.message}{fix}"


class GalleyError(Exception):
    """Base of every error Galley raises on purpose.

    ::

        GalleyError
         ├─ ContentError     something in the content folder is wrong: exit code 1
         ├─ EnvironmentFault something on this machine is missing or full: exit code 1
         └─ UsageError       the command was given wrongly: exit code 2
    """


class ContentError(GalleyError):
    """The content is wrong; carries every finding at once."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings
        super().__init__("\n".join(str(finding) for finding in findings))


class EnvironmentFault(GalleyError):  # noqa: N818 - Python itself has an EnvironmentError
    """The machine lacks something (pandoc, room on the disk, a writable folder)."""

    def __init__(self, message: str, fix: str = "") -> None:
        self.message, self.fix = plain_words(message), plain_words(fix)
        super().__init__(f"{self.message}\n  Fix: {self.fix}" if fix else self.message)


class UsageError(GalleyError):
    """The command line asked for something that does not exist."""

    def __init__(self, message: str, fix: str = "") -> None:
        self.message, self.fix = plain_words(message), plain_words(fix)
        super().__init__(f"{self.message}\n  Fix: {self.fix}" if fix else self.message)


# A slip of the pen is made in a word; comparing takes the square of its length.
_LONGEST_GUESSED = 100
_MOST_COMPARED = 60


def _likeliest(word: str, legal: list[str]) -> list[str]:
    """Return the words that begin or end like it; comparing all of a long list takes long."""
    if len(legal) <= _MOST_COMPARED:
        return legal
    head, tail, length = word[:2], word[-2:], len(word)

    def unlikeness(other: str) -> tuple[int, int]:
        is_other = (not other.startswith(head)) + (not other.endswith(tail))
        return is_other, abs(len(other) - length)

    return heapq.nsmallest(_MOST_COMPARED, legal, key=unlikeness)


def did_you_mean(word: str, legal: Iterable[str]) -> str:
    """Return ``did you mean 'x'?`` for the nearest legal word, or an empty string."""
    if len(word) > _LONGEST_GUESSED:
        return ""
    near = difflib.get_close_matches(word, _likeliest(word, list(legal)), n=1, cutoff=0.6)
    return f"did you mean '{near[0]}'?" if near else ""
