"""Where all articles stand, for people (a table) and for programs (JSON)."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from galley.article.bibliography_notice import Notice, NoticeKind
from galley.console.findings_text import count_text, to_json
from galley.findings import Severity
from galley.review.sheet import LineSignature
from galley.review.status import ArticleStatus
from galley.review.survey import Survey
from galley.review.telling import changed_text
from galley.review.words import sheet_words
from galley.speech.findings import sentence_in
from galley.speech.language import spoken_language
from galley.speech.say import mark, say

_HEADS = (
    mark("State"),
    mark("Changed"),
    mark("Reviewed"),
    mark("Review due"),
    mark("Err Warn Adv"),
)
_STATES = {
    "failing": mark("failing"),
    "held back": mark("held back"),
    "published": mark("published"),
    "scheduled": mark("scheduled"),
    "draft": mark("draft"),
    "withdrawn": mark("withdrawn"),
}
_SEVERITIES = {
    Severity.ERROR: (mark("{count} error"), mark("{count} errors")),
    Severity.WARNING: (mark("{count} warning"), mark("{count} warnings")),
    Severity.ADVICE: (mark("{count} advice"), mark("{count} advice")),
}
_NOTICES = {
    NoticeKind.RETRACTION: mark("retraction"),
    NoticeKind.CONCERN: mark("expression of concern"),
    NoticeKind.CORRECTION: mark("correction"),
}
_WIDTHS = (9, 10, 10, 10, 12)
_GAP = "  "
_NARROWEST_TABLE = 78
_GRAVEST = tuple(NoticeKind)
_PIECE = re.compile(r"[^/\s-]*[/-]+|\S+\s*|\s+")
_NARROWEST = 32


def status_text(found: Survey, width: int) -> str:
    """Return all articles as a table; in a narrow window each as a few lines."""
    width = max(width, _NARROWEST)
    rows = _table if width >= _NARROWEST_TABLE else _list
    lines = [line.rstrip() for line in rows(found.articles, width)]
    if found.findings:
        counts = count_text(found.findings)
        lines += ["", say("In the folder as a whole: {counts}; see galley check.", counts=counts)]
    return "\n".join(lines) or say("There are no articles.")


def status_json(found: Survey, today: date) -> str:
    """Return all articles as one JSON object, ready for stdout."""
    records = [_record(status) for status in found.articles]
    return to_json({"schema": 1, "today": today.isoformat(), "articles": records})


def notes_of(status: ArticleStatus) -> Iterator[str]:
    """Yield in sentences what speaks against an article, the worst first."""
    if status.problem:
        yield say("cannot be read: {problem}", problem=_told(status.problem))
    for key, notice in sorted(
        status.notices.items(), key=lambda each: _GRAVEST.index(each[1].kind)
    ):
        yield _notice_note(key, notice)
    if status.is_overdue:
        yield say("its review was due on {day}", day=status.review_by)
    if status.state == "held back":
        yield say("held back, because it has an error and the site is strict")
    yield from _sheet_notes(status)
    if status.waiting:
        yield _waiting_note(status)
    if status.behind:
        yield say("behind its original: {what}", what=_told(status.behind))
    if status.state == "published" and status.is_built is False:
        yield say("no page of it has been made yet: galley build")
    if status.has_newer_text:
        yield say("its page shows an older text: galley build")
    for rule, reason in status.exceptions.items():
        yield say("published anyway: {rule}, because {reason}", rule=rule, reason=reason)


def _notice_note(key: str, notice: Notice) -> str:
    """Say for example ``cites huang2014: retraction of 2026-11-20 (the data were made up)``."""
    kind = say(_NOTICES[notice.kind])
    if notice.date:
        kind = say("{kind} of {day}", kind=kind, day=notice.date)
    note = f" ({notice.note})" if notice.note else ""
    return say("cites {key}: {notice}", key=key, notice=f"{kind}{note}")


def _told(sentence: str) -> str:
    return sentence_in(spoken_language(), sentence)


def _sheet_notes(status: ArticleStatus) -> Iterator[str]:
    if status.sheet.problem:
        yield _told(status.sheet.problem)
    for each in status.sheet.reviews:
        yield _review_note(each, status)
    if status.sheet.ended:
        newest = max(each.signature.day for each in status.sheet.ended)
        lines = dict.fromkeys(each.signature.item for each in status.sheet.ended)
        yield say(
            "no longer signed, the text has changed since {day}: {lines}",
            day=newest,
            lines=", ".join(lines),
        )


def _waiting_note(status: ArticleStatus) -> str:
    words = (
        mark("{count} remark of a colleague waits: galley review {article}"),
        mark("{count} remarks of colleagues wait: galley review {article}"),
    )
    return say(words[status.waiting != 1], count=status.waiting, article=status.slug)


def _review_note(review: LineSignature, status: ArticleStatus) -> str:
    by, day = review.signature.by, review.signature.day
    if review.stands:
        return say("reviewed by {by} on {day}", by=by, day=day)
    where = changed_text(review.changed, sheet_words(spoken_language()))
    key = mark("unsigned: {by} reviewed the text of {day}, and it has changed since ({where})")
    return say(key, by=by, day=day, where=where or status.file)


def _table(statuses: Sequence[ArticleStatus], width: int) -> Iterator[str]:
    names = [_name(status) for status in statuses]
    others = sum(_WIDTHS) + len(_GAP) * len(_WIDTHS)
    article = say("Article")
    first = min(width - others, max(map(len, (*names, article)), default=0))
    if statuses:
        yield _row((article, *map(say, _HEADS)), first)
    for status, name in zip(statuses, names, strict=True):
        head, *rest = _folded(name, first)
        yield _row((head, *_cells(status)), first)
        yield from rest
        for note in notes_of(status):
            yield from textwrap.wrap(note, width, initial_indent="  - ", subsequent_indent="    ")


def _list(statuses: Sequence[ArticleStatus], width: int) -> Iterator[str]:
    for number, status in enumerate(statuses):
        if number:
            yield ""
        yield from _folded(_name(status), width)
        yield from textwrap.wrap(_facts(status), width, initial_indent="  ", subsequent_indent="  ")
        for note in notes_of(status):
            yield from textwrap.wrap(note, width, initial_indent="  - ", subsequent_indent="    ")


def _facts(status: ArticleStatus) -> str:
    counted = (
        say(_SEVERITIES[severity][count != 1], count=count)
        for severity, count in _counts(status)
        if count
    )
    reviewed = say("reviewed {day}", day=status.reviewed)
    facts = (
        say(_STATES[status.state]),
        say("changed {day}", day=status.changed) if status.changed else "",
        reviewed if status.reviewed else say("never reviewed"),
        _review_fact(status),
        *counted,
    )
    return "; ".join(filter(None, facts))


def _review_fact(status: ArticleStatus) -> str:
    if not status.review_by:
        return say("no date of review")
    return say("next review {when}", when=_next_review(status))


def _row(cells: Sequence[str], first: int) -> str:
    name, *others = cells
    padded = (cell.ljust(width) for cell, width in zip(others, _WIDTHS, strict=True))
    return _GAP.join((name.ljust(first), *padded))


def _cells(status: ArticleStatus) -> tuple[str, ...]:
    errors, warnings, advice = (str(count or "-") for _, count in _counts(status))
    return (
        say(_STATES[status.state]),
        str(status.changed or "-"),
        str(status.reviewed or say("never")),
        _due(status),
        f"{errors:>3} {warnings:>4} {advice:>3}",
    )


def _due(status: ArticleStatus) -> str:
    left = status.days_left
    if left is None:
        return say("no date")
    if left < 0:
        return say("{days} d late", days=-left)
    return say("in {days} d", days=left) if left else say("today")


def _counts(status: ArticleStatus) -> list[tuple[Severity, int]]:
    return [(severity, status.findings.get(severity, 0)) for severity in Severity]


def _next_review(status: ArticleStatus) -> str:
    if status.days_left is None:
        return say("no date")
    if status.days_left < 0:
        return say("{days} ago", days=_days(-status.days_left))
    return say("in {days}", days=_days(status.days_left)) if status.days_left else say("today")


def _days(number: int) -> str:
    words = mark("{number} day") if number == 1 else mark("{number} days")
    return say(words, number=number)


def _name(status: ArticleStatus) -> str:
    inside = "; ".join(filter(None, (status.lang, ", ".join(status.editions))))
    return f"{status.slug} ({inside})" if inside else status.slug


def _folded(name: str, width: int) -> list[str]:
    """Return a name in as many lines as it needs, broken where its parts end."""
    lines = [""]
    for piece in _PIECE.findall(name):
        if len(f"{lines[-1]}{piece}".rstrip()) > width and lines[-1].strip():
            lines.append("  ")
        lines[-1] += piece
    return [line.rstrip() for line in lines]


def _record(status: ArticleStatus) -> dict[str, Any]:
    return {
        "file": status.file,
        "slug": status.slug,
        "lang": status.lang,
        "title": status.title,
        "state": status.state,
        "editions": list(status.editions),
        "translation_of": status.translation_of,
        "is_built": status.is_built,
        "has_newer_text": status.has_newer_text,
        "changed": _day(status.changed),
        "reviewed": _day(status.reviewed),
        "review_by": _day(status.review_by),
        "review_days_left": status.days_left,
        "notices": [
            {"key": key, "kind": notice.kind, "date": notice.date or None, "note": notice.note}
            for key, notice in status.notices.items()
        ],
        "findings": {severity.value: count for severity, count in _counts(status)},
        "exceptions": [{"rule": rule, "reason": why} for rule, why in status.exceptions.items()],
        "behind_original": status.behind or None,
        "remarks_waiting": status.waiting,
        "reviews": [
            {
                "by": each.signature.by,
                "date": each.signature.day.isoformat(),
                "stands": each.stands,
                "changed": list(each.changed),
            }
            for each in status.sheet.reviews
        ],
        "no_longer_signed": [
            {
                "line": each.signature.item,
                "by": each.signature.by,
                "date": each.signature.day.isoformat(),
                "changed": list(each.changed),
            }
            for each in status.sheet.ended
        ],
        "problem": status.problem or status.sheet.problem or None,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
