"""What has changed since an execution, as one plain sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from galley.execution.tracing.places import shown
from galley.execution.tracing.trace import MEANWHILE, Difference

# Not by `strftime`, whose names of months follow the machine's language.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def explain(found: Sequence[Difference], since: str, cells: Sequence[str]) -> str:
    """Say what changed, for a reason to run again; without a full stop.

    Parameters
    ----------
    found
        At least one difference; the first is named, others of its kind are counted.
    since
        When the execution was, as ``20 Nov``.
    cells
        The cells that used the first, as the author knows them.
    """
    first = found[0]
    others = sum(1 for other in found[1:] if (other.kind, other.how) == (first.kind, first.how))
    more = f" and {others} more" if others else ""
    return _SENTENCES[first.kind](first, more, since) + _used_in(first, cells)


def since_day(day: str, today: date) -> str:
    """Return a day as an author says it: ``20 Nov``, with its year if that is another one."""
    try:
        then = date.fromisoformat(day)
    except ValueError:
        return day
    year = f" {then.year}" if then.year != today.year else ""
    return f"{then.day} {_MONTHS[then.month - 1]}{year}"


def _used_in(first: Difference, cells: Sequence[str]) -> str:
    if not cells:
        return ""
    verb = "listed" if first.kind == "folder" else "used"
    if len(cells) == 1:
        return f"; {verb} in cell {cells[0]}"
    return f"; {verb} in cells {', '.join(cells[:-1])} and {cells[-1]}"


def _file(first: Difference, more: str, since: str) -> str:
    if first.detail == MEANWHILE:
        return f"{shown(first.name)}{more} changed while the article ran"
    return _changed(f"{shown(first.name)}{more}", first, since, are_many=bool(more))


def _input(first: Difference, more: str, since: str) -> str:
    return _changed(f"{first.name}{more}, named under inputs,", first, since, are_many=bool(more))


def _variable(first: Difference, more: str, since: str) -> str:
    what = {"changed": "changed", "removed": "is no longer set", "new": "was set"}[first.how]
    many = {"changed": "changed", "removed": "are no longer set", "new": "were set"}[first.how]
    return f"environment variable '{first.name}'{more} {many if more else what} since {since}"


def _folder(first: Difference, more: str, since: str) -> str:
    name = "the content folder" if first.name == "." else f"{shown(first.name)}/"
    return f"the names of files in {name}{more} changed since {since}"


def _shadow(first: Difference, more: str, since: str) -> str:
    if first.how == "removed":
        return f"{first.name}{more}, which could be imported, was removed since {since}"
    return f"{first.name}{more} is new since {since} and has the name of an import"


def _package(first: Difference, more: str, _since: str) -> str:
    if first.how == "removed":
        return f"a package was removed: {first.name}{more}"
    if first.how == "new":
        return f"a package was installed: {f'{first.name} {first.detail}'.strip()}{more}"
    return f"a package changed: {first.name} {first.detail}{more}"


def _python(first: Difference, _more: str, _since: str) -> str:
    return f"Python changed from {first.detail}"


def _beside(first: Difference, more: str, _since: str) -> str:
    return f"a file beside the articles changed: {first.name}{more}"


def _changed(what: str, first: Difference, since: str, *, are_many: bool) -> str:
    if first.how == "new":
        return f"{what} {'are' if are_many else 'is'} new since {since}"
    if first.how == "removed":
        return f"{what} {'were' if are_many else 'was'} removed since {since}"
    return f"{what} changed since {since}"


_SENTENCES: dict[str, Callable[[Difference, str, str], str]] = {
    "file": _file,
    "input": _input,
    "variable": _variable,
    "folder": _folder,
    "shadow": _shadow,
    "package": _package,
    "python": _python,
    "beside": _beside,
}
