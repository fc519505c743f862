"""What is said of code that passed one of its limits, and the line that would raise it."""

from __future__ import annotations

from dataclasses import dataclass

from galley.config import Limits
from galley.execution.failures import (
    TIMEOUT,
    TOO_MANY_PROCESSES,
    TOO_MUCH_MEMORY,
    TOO_MUCH_OUTPUT,
)


@dataclass(frozen=True)
class Excess:
    """A limit that was passed.

    Attributes
    ----------
    ename
        What kind of failure it is.
    setting
        The line of `site.toml` that would allow twice as much.
    """

    ename: str
    message: str
    setting: str


def too_long(limits: Limits, *, of_article: bool) -> Excess:
    """Return what is said of a cell that did not end in time."""
    field, subject = ("cell_seconds", "the cell")
    if of_article:
        field, subject = ("article_seconds", "the article's code")
    limit = getattr(limits, field) or 0
    message = f"{subject} ran longer than its limit of {limit:g} s and was stopped"
    return Excess(TIMEOUT, message, _twice(field, limit))


def too_much_memory(limits: Limits) -> Excess:
    """Return what is said of code that held more memory than it may."""
    limit = limits.memory_megabytes or 0
    message = f"the code took more memory than its limit of {limit:g} MB and was stopped"
    return Excess(TOO_MUCH_MEMORY, message, _twice("memory_megabytes", limit))


def too_much_output(limits: Limits) -> Excess:
    """Return what is said of code that put out more than it may."""
    limit = limits.output_megabytes or 0
    message = f"the code put out more than its limit of {limit:g} MB and was stopped"
    return Excess(TOO_MUCH_OUTPUT, message, _twice("output_megabytes", limit))


def too_many_processes(limits: Limits) -> Excess:
    """Return what is said of code that started more processes than it may."""
    limit = limits.processes or 0
    message = f"the code started more processes than its limit of {limit:g} and was stopped"
    return Excess(TOO_MANY_PROCESSES, message, _twice("processes", limit))


def _twice(field: str, limit: float) -> str:
    return f"{field} = {2 * limit:g}"
